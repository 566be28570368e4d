# Plätze bei einem Termin, die Warteliste, und wer wen mitbringt.

event-places = 🎟️ { $taken } von { $capacity } { $capacity ->
        [one] Platz
       *[other] Plätzen
    }{ $waiting ->
        [0] {""}
        [one] , 1 wartet
       *[other] , { $waiting } warten
    }
event-places-limit = 🎟️ { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }
event-who-waiting = ⏳ { $count } auf der Warteliste: { $names }
event-waiting-asked = { $name } (gefragt)
rsvp-wait = Warteliste
rsvp-waiting = Warteliste
rsvp-noted-waiting = „{ $title }“ ist voll. Du stehst auf Platz { $position } der Warteliste, und ich sage dir Bescheid, wenn etwas frei wird.
rsvp-toast-waiting = ⏳ Warteliste: { $short }
event-place-offered = 🎟️ Für dich ist ein Platz frei: **{ $title }** ({ $start }). Er gehört dir, wenn du bis { $until } zusagst; danach bekommt ihn die nächste Person.
event-place-take = Ja, ich komme
event-place-leave = Nein, weitergeben
event-place-yours = 🎟️ Du hast einen Platz: **{ $title }** ({ $start }). Wenn du doch nicht kannst, sag bitte unter dem Termin ab, damit jemand anders kommen kann.
event-place-lost = Dein Platz bei **{ $title }** ging an die nächste Person, weil ich keine Antwort von dir hatte. Um dich wieder anzustellen, antworte unter dem Termin.
event-place-sent-back = **{ $title }** ({ $start }) hat jetzt weniger Plätze als Leute. Du stehst weit vorn auf der Warteliste, und ich sage dir Bescheid, wenn etwas frei wird.
event-place-gone = Bei „{ $title }“ ist gerade kein Platz für dich frei. Wenn du kommen möchtest, antworte unter dem Termin.
event-place-automatic = Ohne Rückfrage eintragen
event-automatic-noted = Alles klar: Sobald bei „{ $title }“ ein Platz frei wird, gehört er dir, und ich sage dir Bescheid.

event-limit-words = begrenzt auf, limitiert auf, limit, höchstens
event-limit-short-words = max, max., maximal, bis zu, nur
event-place-words = plätze, platz, leute, personen, person, teilnehmende, teilnehmer
event-limit-small-words = auf, für, nur, mit
event-unlimited-words = unbegrenzt, ohne limit, kein limit, ohne grenze
event-limit-what = Wie viele Leute können zu „{ $title }“ kommen? Zum Beispiel `12`, oder `keine` für keine Grenze.
event-limit-unreadable = Wie viele Plätze sind `{ $given }`? Antworte mit einer Zahl, zum Beispiel `12`, oder `keine` für keine Grenze.
event-limit-range = Möglich sind 1 bis { $limit } Plätze. Zum Beispiel: `12`
event-limit-below = Bei „{ $title }“ { $taken ->
        [one] ist schon ein Platz vergeben
       *[other] sind schon { $taken } Plätze vergeben
    }, { $more } mehr als das. Antworte `behalten`, wenn alle bleiben (und niemand Neues dazukommt, bis etwas frei wird), oder `warten`, um die letzten auf die Warteliste zu setzen und ihnen Bescheid zu sagen. `abbrechen` lässt alles, wie es ist.
event-limit-set = „{ $title }“ hat jetzt { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }.
event-limit-kept = „{ $title }“ hat jetzt { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }. Wer einen hatte, behält ihn; wer neu kommt, wartet.
event-limit-waits = „{ $title }“ hat jetzt { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }. Die letzten stehen auf der Warteliste und wissen Bescheid.
event-limit-none = „{ $title }“ hat keine Grenze mehr. Alle von der Warteliste haben einen Platz.
cmd-event-limit = Begrenzen, wie viele kommen können
example-event-limit = !event limit 4 12

# Gäste, wer kommen kann, bis wann, und was die Gastgeber fragen.

audience-everybody = alle
audience-members = mitglieder
audience-greeters = empfang
audience-connectors = orga
event-for-members = 👥 Für Mitglieder; Neue werden zuerst begrüßt
event-for-greeters = 👥 Für alle, die begrüßen oder organisieren
event-for-connectors = 👥 Für alle, die hier organisieren
event-guests-line = ➕ { $count ->
        [one] Du kannst 1 Gast mitbringen
       *[other] Du kannst bis zu { $count } Gäste mitbringen
    }
event-reply-by = ⏳ Antworten bis { $at }
event-replies-over = ⏳ Anmelden ging bis { $at }. Absagen kannst du noch.
event-asks = ❓ Frage an alle, die kommen: { $question }
event-names-hidden = 🙈 Nur die Gastgeber sehen, wer kommt
event-who-some = ✅ { $count ->
        [one] eine Person kommt
       *[other] { $count } kommen
    }
event-who-few = ✅ Es kommen schon welche. Die Zahl zeige ich ab { $least }.
event-line-hidden = **{ $number }** { $title } · { $at }
event-guest-more = Gast mitbringen
event-guest-less = Ein Gast weniger
event-guests-noted = { $count ->
        [0] Notiert: Du kommst ohne Gäste zu „{ $title }“.
        [one] Notiert: Du kommst mit 1 Gast zu „{ $title }“.
       *[other] Notiert: Du kommst mit { $count } Gästen zu „{ $title }“.
    }
event-guests-toast = ✅ Du + { $count }
event-guests-none = „{ $title }“ ist ohne Gäste; wer kommen will, kann selbst unter dem Termin antworten.
event-guests-most = Zu „{ $title }“ kannst du höchstens { $limit ->
        [one] 1 Gast
       *[other] { $limit } Gäste
    } mitbringen.
event-guests-full = { $free ->
        [0] Bei „{ $title }“ ist kein Platz mehr für einen weiteren Gast.
        [one] Bei „{ $title }“ ist noch Platz für 1 Gast von dir.
       *[other] Bei „{ $title }“ ist noch Platz für { $free } Gäste von dir.
    } Dein eigener Platz bleibt dir.
event-only-members = „{ $title }“ ist für Mitglieder. Sobald dich hier jemand begrüßt hat, kannst du auch kommen.
event-only-greeters = „{ $title }“ ist für alle, die hier begrüßen oder organisieren.
event-only-connectors = „{ $title }“ ist für alle, die hier organisieren.
event-replies-closed = Anmelden für „{ $title }“ ging bis { $at }. Frag bitte die Gastgeber.
event-guests-unreadable = Wie viele Gäste darf jede Person mitbringen? `{ $given }` ist keine Zahl von 0 bis { $limit }. Zum Beispiel: `gäste=1`
event-audience-unreadable = Wer kann kommen? Nicht `{ $given }`, sondern `alle`, `mitglieder`, `empfang` oder `orga`.
event-list-unreadable = `{ $given }` ist weder `sichtbar` noch `verborgen`. Zum Beispiel: `gästeliste=verborgen`
event-deadline-unreadable = Bis wann soll man antworten? `{ $given }` kann ich nicht lesen. Zum Beispiel `1 Tag` (vorher), oder `Donnerstag 18 Uhr`.
event-deadline-late = Die Frist muss noch kommen und vor dem Beginn enden; das wäre { $at }. Zum Beispiel: `1 Tag`
event-words-long = Die Frage ist zu lang (höchstens { $limit } Zeichen).
event-private = 🔒 Bleibt hier: Netzwerke und Kalender zeigen ihn nicht
event-carries = ♻️ Wer letztes Mal da war, zählt als dabei; wenn du nicht kannst, drück ❌
event-visibility-unreadable = Die Sichtbarkeit „{ $given }“ kenne ich nicht. Schreib `öffentlich`, oder `mitglieder`, wenn er hier bleiben soll.
event-visibility-network = „{ $title }“ wird in den Communitys eines Netzwerks gezeigt und kann darum nicht hier bleiben. Lass `sichtbarkeit` weg, oder kündige ihn ohne `an=netzwerk` an.
event-carry-unreadable = Aus „{ $given }“ geht nicht hervor, ob Antworten weiter gelten. Schreib `übernehmen=an` oder `übernehmen=aus`.
event-carry-single = „{ $title }“ findet einmal statt, da kann keine Antwort weiter gelten. `!event repeat { $number } jeden Dienstag` lässt ihn wiederkommen.
event-share-private = „{ $title }“ bleibt hier. `!event set { $number } sichtbarkeit=öffentlich` ändert das.
event-carried = Du warst letztes Mal bei **{ $title }**, darum zähle ich dich wieder mit: { $start }. Wenn du nicht kannst, drück ❌ oder schreib dort `!rsvp { $number } nein`. Nach einem Nein zähle ich dich erst wieder, wenn du zusagst.
event-carried-waiting = Du warst letztes Mal bei **{ $title }**, aber für { $start } sind die Plätze vergeben: Du stehst auf der Warteliste. Wenn du nicht kommen kannst, drück ❌ oder schreib dort `!rsvp { $number } nein`.
event-set-now = So ist „{ $title }“ eingestellt:
event-set-done = Erledigt. „{ $title }“ jetzt:
event-set-nothing = Alle können kommen und antworten, bis es vorbei ist.
event-set-how = So änderst du das: `!event set { $number } gäste=1`, `für=mitglieder`, `frist="1 Tag"`, `gästeliste=verborgen`, `frage="Allergien?"`, `sichtbarkeit=mitglieder`, `übernehmen=an`. `keine` nimmt etwas weg; `!event limit { $number } 12` begrenzt die Plätze.
event-question = { $waits ->
        [yes] Falls du bei **{ $title }** einen Platz bekommst, wollen die Gastgeber wissen: { $question }
       *[no] Du kommst zu **{ $title }**, und die Gastgeber fragen: { $question }
    } Schreib deine Antwort einfach hier; nur sie lesen sie.
event-question-form = Die Gastgeber fragen: { $question } Nur sie lesen deine Antwort.
event-question-noted = Notiert für die Gastgeber von „{ $title }“; sonst liest es niemand. Einige Wochen nach dem Termin vergesse ich es.
event-question-none = Bei „{ $title }“ fragen die Gastgeber nichts.
event-question-first = Sag bitte zuerst, dass du zu „{ $title }“ kommst.
event-guests-nobody = Zu „{ $title }“ hat noch niemand geantwortet.
event-guests-title = **Wer zu { $title } kommt**
event-guests-more = Es sind noch mehr: `!event guests { $number } datei` schickt alle als Tabelle.
event-guests-came = { $came } waren da, { $missing } der Erwarteten nicht. Das siehst nur du.
event-guests-no-files = Dateien kann ich hier nicht schicken. `!event guests` zeigt die Liste.
event-guests-file = Wer zu „{ $title }“ kommt: { $count ->
        [one] eine Antwort
       *[other] { $count } Antworten
    }. Lösch die Datei bitte, wenn du sie nicht mehr brauchst.
event-guests-sent = Die Liste habe ich dir privat geschickt.
event-guests-unreachable = Ich kann dir nicht privat schreiben. Öffne bitte zuerst einen Chat mit mir und frag dann noch einmal.
event-column-name = Name
event-column-answer = Antwort
event-column-guests = Gäste
event-column-here = War da
event-column-note = Notiz
event-status-yes = kommt
event-status-maybe = vielleicht
event-status-no = kommt nicht
event-status-waiting = wartet
event-checkin = **Wer da ist: { $title }** · für die Gastgeber: drück auf einen Namen
cmd-event-set = Gäste, Kreis, Frist und Frage festlegen
example-event-set = !event set 4 gäste=1
cmd-event-guests = Ansehen oder exportieren, wer kommt (privat)
example-event-guests = !event guests 4 datei
cmd-event-checkin = Abhaken, wer da ist
example-event-checkin = !event checkin 4
cmd-event-answer = Die Frage der Gastgeber beantworten
example-event-answer = !event answer 4 Bitte ohne Nüsse
ask-event-answer-answer = Was sollen die Gastgeber wissen?

# Eigene Erinnerungen, der Link für alle, die kommen, und was auf einen Termin folgt.

event-remind-own = An Termine, zu denen du kommst, erinnere ich dich privat: { $times }. `!me remind aus` beendet das.
event-remind-off = An Termine erinnere ich dich nicht. `!me remind 1d 1h` ändert das.
event-remind-room = Ich erinnere dich im Raum mit den anderen. Lieber privat: `!me remind 1d 1h`, oder `!me remind aus` für gar nicht.
event-remind-one-own = An „{ $title }“ erinnere ich dich privat: { $times }.
event-remind-one-off = An „{ $title }“ erinnere ich dich nicht.
event-remind-one-room = An „{ $title }“ erinnere ich dich im Raum mit den anderen. Eine eigene Zeit: `!event remind 3h`
event-remind-unreadable = Wann soll ich dich erinnern? `{ $given }` kann ich nicht lesen. Zum Beispiel `1d 1h` (einen Tag und eine Stunde vorher), `aus`, oder `raum` für die Erinnerungen im Raum.
event-remind-many = So viele Erinnerungen: höchstens { $limit }. Zum Beispiel: `1d 1h`
event-remind-room-words = raum, im raum, standard, normal
event-link-hidden = 🔗 Den Link bekommt privat, wer kommt
event-link-yours = 🔗 Der Link für **{ $title }**: { $link } Behalt ihn bitte für dich.
event-link-now = 🔔 **{ $title }** beginnt jetzt: { $link }
event-cost = 💶 { $cost }
event-where-map = 📍 { $place } ({ $map })
event-map = Karte
event-after = 💛 Danke, dass ihr bei **{ $title }** wart! Habt ihr Bilder? Antwortet damit auf diese Nachricht.
event-after-ask = Wie war’s? Die Zahlen erscheinen ab fünf Antworten.
event-after-totals = 🙂 { $good } · 😐 { $fair } · 🙁 { $poor }
event-feeling-good = Toll
event-feeling-fair = Ganz gut
event-feeling-poor = Nichts für mich
event-feeling-noted = Danke, notiert.
event-feeling-guests = Die Frage ist für alle, die bei „{ $title }“ waren.
cmd-event-remind = Privat an einen Termin erinnert werden
example-event-remind = !event remind 4 3h
cmd-me-remind = Wählen, wann ich dich an Termine erinnere
example-me-remind = !me remind 1d 1h
event-moved-to = 📅 **{ $title }** ist verlegt: { $when }
event-reminder-private = ⏰ Du bist bei **{ $title }** dabei: { $when }

cmd-event-host = Gastgeber eines Termins sein, jemanden bitten oder aufhören
example-event-host = !event host 4 @anna:example.org
ask-event-host-person = Wer soll ihn ausrichten? Erwähne die Person oder schreib ihren ganzen Namen; `nein`, wenn es niemand ist.
event-host-line = 🙋 Ausgerichtet von { $name }
event-host-ask = { $name }: Richtest du **{ $title }** aus ({ $at })? Dein Name steht dann auf der Karte, nur in dieser Community.
event-host-yes = Mache ich
event-host-no = Geht nicht
event-host-is = { $name } richtet **{ $title }** aus.
event-host-nobody = **{ $title }** richtet noch niemand aus. Mit `!event host { $number }` bist du es.
event-host-you = Du richtest **{ $title }** aus: Dein Name steht auf der Karte. `!event host { $number } nein` nimmt ihn herunter.
event-host-taken = { $name } richtet **{ $title }** schon aus.
