# Tage, Uhrzeiten und Zeitzonen, die nicht zu lesen waren. Die Namen sind die von bots/dates.

event-too-long = Das ist zu lang für eine Zeile (mehr als { $limit } Zeichen). Zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-no-date = Wann denn? Schreib Tag und Uhrzeit dazu, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-no-time = Zu „{ $given }“ fehlt noch die Uhrzeit. Zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-no-title = Wie soll es heißen? Der Titel kommt zuerst, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-several-days = `{ $given }`, das sind mehrere Tage. Wann fängt es an? Nenne einen Tag und eine Uhrzeit, zum Beispiel `Freitag 19 Uhr`, oder Anfang und Ende: `Freitag 19 Uhr bis Sonntag 17 Uhr`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-day-unsure = Welchen Tag meinst du mit `{ $given }`? Nenne einen Tag und eine Uhrzeit, zum Beispiel `Freitag 19 Uhr`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-hour-unsure = Welche Uhrzeit ist `{ $given }`? Schreib sie in Ziffern, zum Beispiel `Freitag 20:50`.
event-several-hours = `{ $given }`, das sind mehrere Uhrzeiten. Wann fängt es an? Nenne eine Uhrzeit, zum Beispiel `Freitag 19 Uhr`, oder Anfang und Ende: `Freitag 19 bis 21 Uhr`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-hour-half = Ist `{ $given }` morgens oder abends gemeint? Schreib die Uhrzeit bitte genauer, zum Beispiel `Freitag 20 Uhr`.
event-day-misspelt = Meinst du mit `{ $given }` vielleicht `{ $nearest }`? Schreib den Tag noch einmal. Gehört das zum Titel, setz den Titel in Anführungszeichen.
end-before-start = Das hört auf ({ $end }), bevor es anfängt ({ $at }). Zum Beispiel: `!event Picknick Samstag von 12:00 bis 15:00`
date-past = Das ist schon vorbei: { $at }. Nimm eine Zeit, die noch kommt, zum Beispiel `Freitag 19 Uhr`.
event-year-unsure = `{ $given }` war vor ein paar Tagen. Nenne einen Tag, der noch kommt, oder schreib das Jahr dazu: `{ $full }`.
date-too-far = Bis dahin ist es mehr als { $years ->
        [one] ein Jahr
       *[other] { $years } Jahre
    }: { $at }. Nimm ein früheres Datum, zum Beispiel `Freitag 19 Uhr`.
date-impossible = Diesen Tag gibt es nicht: `{ $given }`. Zum Beispiel: `Freitag 19 Uhr` oder `3. März 18:30`.
date-order-unsure = Steht in `{ $given }` zuerst der Tag oder der Monat? Schreib den Namen des Monats, zum Beispiel `3. März 19 Uhr`.
weekday-mismatch = `{ $given }` passt nicht zusammen: Der Tag ist { $at }. Schreib nur den Wochentag oder nur das Datum, zum Beispiel `Freitag 19 Uhr`.
when-unreadable = Ich kann `{ $given }` nicht als Zeit lesen. Zum Beispiel: `2h`, `morgen 18:00` oder `Freitag 19 Uhr`.
span-unreadable = Ich kann `{ $given }` nicht als Dauer lesen. Zum Beispiel: `1 Tag, 2h, 30 min`.
zone-offset = `{ $given }` kennt keine Sommerzeit. Nenne eine Stadt, zum Beispiel { $nearest }.
zone-unknown = Die Zeitzone `{ $given }` kenne ich nicht. Meinst du { $nearest }? Eine Stadt reicht, zum Beispiel `Berlin`.

# Whole days
whole-day = { $day }, ganztägig
whole-days = { $first } bis { $last }, ganztägig

lead-before = { $span } vorher
lead-none = wenn’s losgeht
lead-days = { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    }
lead-hours = { $count ->
        [one] 1 Stunde
       *[other] { $count } Stunden
    }
lead-minutes = { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }

# Was wiederkehrt
event-rule-unclear = Ich bin nicht sicher, wie oft `{ $given }` ist. Schreib zum Beispiel `jeden Dienstag`, `alle 2 Wochen freitags` oder `jeden ersten Samstag im Monat`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-rule-which = `{ $given }` kann zweierlei heißen. Schreib zum Beispiel `alle 3 Wochen dienstags` oder `jeden dritten Dienstag im Monat`.
event-rule-day = `{ $given }`: an welchem Tag? Zum Beispiel `Dienstag 19 Uhr`.
event-rule-month-day = Welchen Tag im Monat meinst du mit `{ $given }`? Zum Beispiel `jeden ersten Sonntag im Monat` oder `am 15. jedes Monats`.
event-rule-limit = Ich kann `{ $given }` nicht als Datum lesen. Schreib zum Beispiel `bis 30. Juni`, `10 Mal` oder `außer 24. Dezember`.
event-rule-vacations = Eure Schulferien kenne ich nicht (`{ $given }`). Nenne stattdessen die Tage oder Monate, zum Beispiel `außer August` oder `außer 24. Dezember`. Feiertage kenne ich: `außer an Feiertagen`.
event-rule-left-out = `{ $given }` gehört nicht zu den Tagen, da gibt es nichts auszulassen. Schreib die Ausnahme noch einmal, zum Beispiel `außer 24. Dezember`.
event-rule-unreadable = Ich kann `{ $given }` nicht als Wiederholung lesen. Schreib zum Beispiel `jeden Dienstag bis Juni`.
event-rule-empty = Mit dieser Regel bleibt kein Tag übrig. Zum Beispiel: `!event Yoga jeden Dienstag 18 Uhr bis Juni`
event-several-weekly = `{ $given }`: jede Woche? Schreib `ja`, oder nenne Anfang und Ende eines einzigen Termins, zum Beispiel `Freitag 19 Uhr bis Sonntag 17 Uhr`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
holidays-unknown = Die Feiertage von `{ $given }` kenne ich nicht. Schreib ein Land oder seinen Code, zum Beispiel `DE`, `Österreich` oder `DE-BY` für Bayern.
holidays-region-unknown = Die Region `{ $given }` kenne ich nicht. Diese kenne ich: { $regions }.

# Eine Regel in Worten
rule-day = { $every ->
        [1] jeden Tag
       *[other] alle { $every } Tage
    }
rule-workdays = von Montag bis Freitag
rule-on-weekday = { $day }
rule-week = { $every ->
        [1] jeden { $days }
       *[other] alle { $every } Wochen am { $days }
    }
rule-month = { $every ->
        [1] { $days } jedes Monats
       *[other] { $days }, alle { $every } Monate
    }
rule-place = { $nth ->
        [1] ersten
        [2] zweiten
        [3] dritten
        [4] vierten
        [5] fünften
       *[other] letzten
    }
rule-nth = am { rule-place } { $day }
rule-nth-workday = am { rule-place } Werktag
rule-monthday = { $form ->
        [last] am letzten Tag
       *[other] am { $day }.
    }
rule-year = { $every ->
        [1] jedes Jahr am { $date }
       *[other] alle { $every } Jahre am { $date }
    }
rule-year-nth = { $every ->
        [1] jedes Jahr { $days } im { $month }
       *[other] alle { $every } Jahre { $days } im { $month }
    }
rule-not-in = außer im { $months }
rule-only-in = nur im { $months }
rule-short-months = in den Monaten, die diesen Tag haben
rule-left-out = nicht am { $dates }
rule-no-holidays = nicht an Feiertagen ({ $place })
rule-until = bis { $date }
rule-count = { $count } Mal
