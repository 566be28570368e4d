# Termine, die wiederkehren: Regeln, Tage, und was einen oder alle ändert.

event-rule = 🔁 { $rule }
event-rule-dates = 📆 Nächste: { $dates }
event-rule-no-dates = 📆 Es bleibt kein Tag übrig.
event-rule-once = Nur einmal? Schreib `einmal`.
event-holidays-which = Die Feiertage von welchem Land? Eure Zeitzone sagt mir das nicht. Schreib zum Beispiel `!config feiertage DE` und dann den Termin noch einmal.
event-repeats = Ich kann `{ $given }` nicht als Wiederholung lesen. Schreib zum Beispiel `jeden Dienstag`, `alle 2 Wochen freitags` oder `jeden ersten Samstag im Monat`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-scope-one = Nur diesen Tag
event-scope-following = Diesen und alle folgenden
event-scope-all = Alle Tage
event-scope-one-words = einen, diesen, nur diesen, nur diesen einen, dieser, nur dieser
event-scope-following-words = folgende, alle folgenden, diesen und folgende, diesen und die folgenden, ab diesem
event-scope-all-words = alle, alles, die ganze reihe, die reihe
event-scope-how = Schreib `diesen`, `folgende` oder `alle`; mit `nein` bleibt alles, wie es ist.
event-scope-cancel = **{ $title }** kehrt wieder: { $rule }. Welche Tage soll ich absagen? Dieser ist { $when }.
    Diesen und alle folgenden: Die Reihe endet. Alle Tage: auch die davor, die noch nicht vorbei sind.
event-scope-move = **{ $title }** kehrt wieder: { $rule }. Welche Tage soll ich verlegen?
    Nur diesen Tag: { $old } → { $new }
    Diesen und alle folgenden, oder alle: { $all }
event-scope-edit = **{ $title }** kehrt wieder: { $rule }. Welche Tage soll ich ändern?
event-scope-told = { $count ->
        [one] Eine Person hat für diesen Tag ja oder vielleicht gesagt; ich sage ihr Bescheid.
       *[other] { $count } Leute haben für diesen Tag ja oder vielleicht gesagt; ich sage ihnen Bescheid.
    }
event-series-ended = Es folgt kein weiterer Tag.
event-series-next = Der nächste Tag: { $when }.
event-repeat-how = Wie oft? Zum Beispiel `jeden Dienstag`, `alle 2 Wochen freitags` oder `jeden ersten Samstag im Monat`; `einmal` beendet es.
event-repeat-unreadable = Ich kann `{ $given }` nicht als Wiederholung lesen. Zum Beispiel: `!event repeat { $number } jeden Dienstag bis Juni`
event-repeat-ask = **{ $title }** soll wiederkehren. Stimmt das so? Der geplante Tag bleibt.
    🔁 { $rule }
event-repeat-yes = Termin wiederholen
event-repeat-stop-ask = Soll nach { $when } kein Tag von **{ $title }** mehr folgen?
event-repeat-stop = Reihe beenden
event-repeat-single = { $title } kehrt nicht wieder. Zum Wiederholen schreib zum Beispiel `!event repeat { $number } jeden Dienstag`.
event-repeats-now = **{ $title }** kehrt wieder: { $rule }
event-repeats-no-more = **{ $title }**: Es folgt kein weiterer Tag.
cmd-event-repeat = Einen Termin wiederholen, oder ändern, wie oft
example-event-repeat = !event repeat 4 jeden Dienstag
event-zone-changed = 🕰️ Die Uhren seiner Zeitzone gehen jetzt anders: **{ $title }** bleibt dort bei { $when }. Anderswo kann es eine andere Uhrzeit sein.
