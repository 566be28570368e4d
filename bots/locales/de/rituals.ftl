# Rituale: Fragen, die wiederkehren, und was darauf geantwortet wird.

cmd-ritual = Den Raum regelmäßig etwas fragen
example-ritual = !ritual "Was habt ihr diese Woche vor?" jeden Montag 9 Uhr
cmd-ritual-list = Die Rituale dieser Community
example-ritual-list = !ritual list
cmd-ritual-edit = Ändern, was ein Ritual fragt, oder wann
example-ritual-edit = !ritual edit 2 jeden Freitag 17 Uhr
cmd-ritual-set = Wählen, wer ein Ritual leitet und wann es verstummt
example-ritual-set = !ritual set 2 gastgeber=freiwillige stille=5
cmd-ritual-host = Ein Ritual leiten wollen, oder nicht mehr
example-ritual-host = !ritual host 2
cmd-ritual-pause = Ein Ritual ruhen lassen
example-ritual-pause = !ritual pause 2
cmd-ritual-resume = Ein Ritual fortsetzen
example-ritual-resume = !ritual resume 2
cmd-ritual-stop = Ein Ritual beenden
example-ritual-stop = !ritual stop 2
ask-ritual-what = Was soll ich fragen, und wie oft? Setz die Frage in Anführungszeichen, zum Beispiel `"Was habt ihr diese Woche vor?" jeden Montag 9 Uhr`.
ritual-how = Ich brauche die Frage in Anführungszeichen, und wie oft ich fragen soll. Zum Beispiel: `!ritual "Was habt ihr diese Woche vor?" jeden Montag 9 Uhr`
ritual-no-prompt = Was soll ich fragen? Setz die Frage in Anführungszeichen, zum Beispiel `"Was habt ihr diese Woche vor?" jeden Montag 9 Uhr`.
ritual-too-long = Das ist zu lang für ein Ritual: höchstens { $limit } Zeichen.
ritual-too-many = Es gibt schon { $limit } Rituale. `!ritual list` zeigt sie, und `!ritual stop` beendet eins.
ritual-no-dates = Für dieses Ritual bleibt kein Tag übrig. `!ritual edit` gibt ihm andere.
ritual-ask = Soll ich das in { $room } regelmäßig fragen?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-yes = Anfangen
ritual-begun = Ritual { $number } beginnt { $when }. Mit `!ritual pause { $number }` ruht es.
ritual-prompt = 🔁 **{ $prompt }**
    Antwortet auf diese Nachricht; ich sammle die Antworten in einer einzigen.
ritual-gathered = { $count ->
        [one] 🧺 **{ $title }**: eine Antwort
       *[other] 🧺 **{ $title }**: { $count } Antworten
    }
ritual-gathered-by = { $name }:
ritual-gathered-more = { $count ->
        [one] Eine weitere Person hat geantwortet.
       *[other] { $count } weitere haben geantwortet.
    }
ritual-silent = Auf Ritual { $number } (**{ $title }**) kam { $count }-mal hintereinander keine Antwort, darum frage ich nicht mehr. `!ritual resume { $number }` setzt es fort, `!ritual edit { $number }` ändert es, `!ritual stop { $number }` beendet es.
ritual-none = Hier gibt es kein Ritual. Zum Beispiel: `!ritual "Was habt ihr diese Woche vor?" jeden Montag 9 Uhr`
ritual-unknown = Ein Ritual { $given } gibt es hier nicht. `!ritual list` zeigt alle.
ritual-which = Welches Ritual? `!ritual list` zeigt die Nummern; schreib zum Beispiel `2`.
ritual-list-title = **Rituale**
ritual-line = { $number }. **{ $title }** · { $rule } · { $state }
ritual-next = das nächste Mal { $when }
ritual-state-active = läuft
ritual-state-paused = ⏸️ ruht
ritual-state-silent = 🤫 still: niemand hat geantwortet
ritual-paused = Ritual { $number } (**{ $title }**) ruht. Mit `!ritual resume { $number }` geht es weiter.
ritual-resumed = Ritual { $number } (**{ $title }**) kommt das nächste Mal { $when }.
ritual-edit-how = Was soll sich ändern? Schreib die neue Frage in Anführungszeichen, wann sie kommt, oder beides: `!ritual edit { $number } "Was lief gut?" jeden Freitag 17 Uhr`
ritual-edit-ask = Soll Ritual { $number } so werden?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-edit-yes = Ändern
ritual-set-now = Ritual { $number } (**{ $title }**):
ritual-set-how = So änderst du das: `!ritual set { $number } gastgeber=freiwillige`, `!ritual set { $number } gastgeber=niemand`, `!ritual set { $number } stille=5`, `!ritual set { $number } stille=nie`
ritual-rotates = 🙋 Freiwillige leiten es reihum; für jede Runde wird jemand gezogen.
ritual-rotates-not = 🙋 Niemand leitet die Runden.
ritual-silence-after = { $count ->
        [one] 🤫 Nach einer Runde ohne Antwort frage ich nicht mehr.
       *[other] 🤫 Nach { $count } Runden ohne Antwort frage ich nicht mehr.
    }
ritual-silence-never = 🤫 Ich frage weiter, auch wenn niemand antwortet.
ritual-host-unreadable = Aus „{ $given }“ geht nicht hervor, wer leitet. Schreib `gastgeber=freiwillige` oder `gastgeber=niemand`.
ritual-silence-unreadable = „{ $given }“ ist keine Zahl von Runden. Schreib eine von 1 bis { $limit }, zum Beispiel `stille=5`, oder `stille=nie`.
ritual-host = 🙋 { $name } leitet diese Runde. Willst du auch mal? `!ritual host { $number }`
ritual-host-nobody = 🙋 Diese Runde leitet noch niemand. Magst du? `!ritual host { $number }`
ritual-volunteer = Ich leite mal eine
ritual-volunteer-toast = Notiert, danke!
ritual-volunteered = Danke! Du leitest **{ $title }** nun reihum mit: Ich schreibe dir, wenn du dran bist. `!ritual host { $number } nein` nimmt dich wieder heraus.
ritual-withdrawn = Notiert: Ich ziehe dich für **{ $title }** nicht mehr. `!ritual host { $number }` nimmt dich wieder auf.
ritual-no-volunteer = Du bist nicht unter denen, die **{ $title }** leiten. `!ritual host { $number }` nimmt dich auf.
ritual-host-how = Schreib `!ritual host { $number }`, um Runden zu leiten, oder `!ritual host { $number } nein`, um keine mehr zu leiten.
ritual-not-rotating = Für das Ritual { $number } wird niemand gezogen. Wer die Community leitet, schaltet das ein: `!ritual set { $number } gastgeber=freiwillige`
ritual-enough-hosts = { $limit } Leute machen schon mit, mehr werden es nicht. Trotzdem danke!
ritual-you-host = 🙋 Diesmal leitest du **{ $title }** in { $room }: Eröffne die Runde und antworte denen, die mitmachen. Wenn du nicht kannst, drück 🙅, dann frage ich jemand anderen. Damit ich dich nicht mehr ziehe, schreib dort `!ritual host { $number } nein`.
ritual-pass = Diesmal nicht
ritual-passed = Notiert, diesmal leitet jemand anderes **{ $title }**. Du bleibst auf der Liste.
ritual-not-host = Du leitest diese Runde nicht, oder sie ist vorbei.
ritual-stop-ask = Soll Ritual { $number } (**{ $title }**) enden? Das lässt sich nicht rückgängig machen; mit `!ritual pause { $number }` ruht es nur.
ritual-stop-yes = Ritual beenden
ritual-stopped = Das Ritual **{ $title }** ist zu Ende. Antworten, die ich noch nicht gesammelt hatte, sind gelöscht.
ritual-templates = Welches Ritual willst du anfangen? Du siehst es vorher.
ritual-templates-own = Oder schreib dein eigenes: `!ritual "Was habt ihr diese Woche vor?" jeden Montag 9 Uhr`
ritual-template-name-goals = Ziele am Montag
ritual-template-goals = "Was habt ihr diese Woche vor?" jeden Montag 9 Uhr
ritual-template-name-thanks = Dank am Freitag
ritual-template-thanks = "Wem wollt ihr diese Woche danken, und wofür?" jeden Freitag 17 Uhr
ritual-template-name-newcomers = Runde für Neue
ritual-template-newcomers = "Neu hier? Sag, wer du bist und was dich herführt." jeden ersten Dienstag im Monat 18 Uhr
ritual-template-name-host = Gastgeber der Woche
ritual-template-host = "Wie läuft eure Woche, und wobei braucht ihr Hilfe?" jeden Montag 10 Uhr
