# Termine: Entwürfe, Ankündigungen, Antworten, Erinnerungen, Änderungen.

event-preview = **Soll ich das ankündigen?** { $title }
event-when = 📅 { $when }
event-where = 📍 { $place }
event-link = 🔗 { $link }
event-about = 📝 { $text }
event-from = { $start }
event-from-to = { $start }, bis { $end }
event-preview-reminders = ⏰ Erinnerungen: { $reminders }
event-preview-no-reminders = ⏰ Keine Erinnerung.
event-preview-moved = Da wird die Uhr umgestellt und diese Stunde gibt es nicht; ich habe die nächste genommen.
event-preview-how = Schreib `ja` (oder ✅), und ich kündige es an, oder `nein` (oder ❌), und ich verwerfe es. Ich warte einen Tag.
event-that-morning = am selben Morgen
event-confirm = Ankündigen
event-drop = Verwerfen
event-confirmed = Termin { $number } steht: { $title }.
event-confirmed-there = Termin { $number } ({ $title }) steht, und ich habe ihn in „{ $room }“ angekündigt.
event-confirmed-already = Das steht schon, als Termin { $number }. Absagen kannst du ihn mit `!event cancel { $number }`.
event-draft-confirmed = ✅ Termin { $number } steht: { $title }
event-draft-dropped = Verworfen; ich habe nichts angekündigt.
event-draft-gone = Diese Vorschau wartet nicht mehr. Schreib den Termin noch mal, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-draft-late = Das hätte schon angefangen: { $at }. Schreib es noch mal mit einer späteren Zeit, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-many-planned = Es stehen schon { $limit } Veranstaltungen an. `!event list` zeigt sie, und `!event cancel` sagt eine ab. Was immer wiederkommt, passt in eine: `!event Grillfest Freitag 19 Uhr jede Woche`
event-draft-not-yours = Über diese Vorschau entscheidet, wer den Termin geschrieben hat, oder die Orga.
event-draft-hint = Dein Termin wartet noch: Schreib `ja`, und ich kündige ihn an, oder `nein`, und ich verwerfe ihn. Du kannst auch eine andere Zeit schreiben, oder zum Beispiel `Ort: die Bücherei`.

event-card-planned = **Termin { $number }: { $title }**
event-card-over = **Termin { $number }: { $title }** · _vorbei_
event-card-cancelled = 🚫 **Abgesagt** · Termin { $number }: { $title }
event-reason = > { $reason }
event-who-yes = ✅ { $count } dabei: { $names }
event-who-maybe = 🤔 { $count } vielleicht: { $names }
event-who-no = ❌ { $count ->
        [one] 1 kann nicht
       *[other] { $count } können nicht
    }{ $names }
event-who-none = Noch hat niemand geantwortet.
event-names-more = { $names } +{ $more }
rsvp-yes = Bin dabei
rsvp-maybe = Vielleicht
rsvp-no = Kann nicht
rsvp-noted-yes = Schön, du bist bei „{ $title }“ dabei. Du kannst deine Antwort ändern, bis es vorbei ist.
rsvp-noted-maybe = Notiert: Du kommst vielleicht zu „{ $title }“. Du kannst deine Antwort ändern, bis es vorbei ist.
rsvp-noted-no = Notiert: Bei „{ $title }“ kannst du nicht. Du kannst deine Antwort ändern, bis es vorbei ist.
rsvp-toast-yes = ✅ { $short }
rsvp-toast-maybe = 🤔 { $short }
rsvp-toast-no = ❌ { $short }
rsvp-unreadable = Bist du dabei? Antworte `ja`, `vielleicht` oder `nein`.
rsvp-withdrawn = Deine Antwort zu „{ $title }“ ist zurückgenommen.
rsvp-none = Du hast zu „{ $title }“ nichts geantwortet, also gibt es nichts zurückzunehmen.
event-is-cancelled = Termin { $number } ({ $title }) ist abgesagt. Was ansteht, zeigt `!event list`.
event-is-over = Termin { $number } ({ $title }) ist vorbei. Was ansteht, zeigt `!event list`.
event-title-long = Der Titel ist zu lang ({ $length } Zeichen, höchstens { $limit }). Zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-place-long = Der Ort ist zu lang ({ $length } Zeichen, höchstens { $limit }). Zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-link-long = Dieser Link ist zu lang ({ $length } Zeichen, höchstens { $limit }).
event-description-long = Diese Beschreibung ist zu lang ({ $length } Zeichen, höchstens { $limit }).
event-no-date-yours = Wann denn? Antworte mit Tag und Uhrzeit, oder schreib alles noch mal, zum Beispiel: `!event { $example }`
event-no-date-part = Freitag 19 Uhr
event-no-time-yours = Zu „{ $given }“ fehlt noch die Uhrzeit. Antworte mit der Uhrzeit, oder schreib alles noch mal, zum Beispiel: `!event { $example }`
event-no-time-part = 19 Uhr

event-reminder-days = ⏰ **{ $title }** (Termin { $number }) ist { $count ->
        [one] morgen
       *[other] in { $count } Tagen
    }: { $start }
event-reminder-hours = ⏰ **{ $title }** (Termin { $number }) fängt { $count ->
        [one] in 1 Stunde
       *[other] in { $count } Stunden
    } an: { $start }
event-reminder-minutes = ⏰ **{ $title }** (Termin { $number }) fängt { $count ->
        [one] in 1 Minute
       *[other] in { $count } Minuten
    } an: { $start }
event-reminder-today = ⏰ **{ $title }** (Termin { $number }) ist heute: { $start }
event-reminder-now = 🔔 **{ $title }** (Termin { $number }) fängt jetzt an: { $start }
event-reminder-begun = 🔔 **{ $title }** (Termin { $number }) hat { $count ->
        [one] vor 1 Minute
       *[other] vor { $count } Minuten
    } angefangen: { $start }
event-reminder-late = _Entschuldigt die Verspätung: Ich war nicht da, als das fällig war._
event-for = Für { $names }
event-for-many = Für die { $count } Leute, die ja oder vielleicht gesagt haben.

event-cancelled = 🚫 **{ $title }** fällt aus. Geplant war: { $when }.
event-moved = 📅 **{ $title }** ist verschoben.
    Alt: { $old }
    Neu: { $new }
event-moved-answers = Eure Antworten bleiben. Passt dir die neue Zeit nicht? Dann ändere deine Antwort unter dem Termin oder schreib `!rsvp { $number } nein`.
event-told = Erledigt. Allen, die kommen, habe ich in „{ $room }“ Bescheid gesagt.
event-told-here = Erledigt. Ich sage allen Bescheid, die kommen.
event-move-when = Auf wann? Zum Beispiel: `Samstag 19 Uhr`, oder `20 Uhr` am selben Tag. In einem Zug: `!event move { $number } Samstag 19 Uhr`
event-move-unreadable = Ich kann `{ $given }` nicht als Zeit lesen. Zum Beispiel: `!event move { $number } Samstag 19 Uhr`, oder `!event move { $number } 20 Uhr` am selben Tag.
event-move-same = Das ist schon die geplante Zeit: { $at }. Für eine andere Zeit schreib zum Beispiel `!event move { $number } Samstag 19 Uhr`.
event-unknown = Einen Termin { $number } gibt es hier nicht. `!event list` zeigt, was ansteht.
event-number-unreadable = Welcher Termin ist `{ $given }`? Schreib die Nummer; `!event list` zeigt sie.
event-none = Hier ist nichts geplant. Die Orga kann etwas planen, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-which = Welcher Termin? Schreib die Nummer oder Wörter aus dem Titel:
    { $events }
event-list-title = **Das steht an**
event-line = **{ $number }** { $title } · { $at } · ✅ { $yes } 🤔 { $maybe }

cmd-event = Einen Termin planen, in einer Zeile: was, wann, wo
example-event = !event Grillfest Freitag 19 Uhr im Garten
ask-event-what = Was, wann und wo? Zum Beispiel: `Grillfest Freitag 19 Uhr im Garten`
cmd-event-list = Was ansteht
example-event-list = !event list
cmd-event-show = Einen Termin noch mal zeigen, mit allen Antworten
example-event-show = !event show 4
cmd-event-move = Einen Termin verschieben; wer kommt, erfährt es von mir
example-event-move = !event move 4 Samstag 19 Uhr
cmd-event-cancel = Einen Termin absagen; wer kommt, erfährt es von mir
example-event-cancel = !event cancel 4 Es regnet
cmd-rsvp = Bei einem Termin zusagen oder absagen
example-rsvp = !rsvp 4 ja
event-mirrored = Termin { $number }. Zusagen kannst du dort, wo er angekündigt ist.
event-to-calendar = In meinen Kalender
event-on-platform = Auf dem Server
event-file = 📆 „{ $title }“ für deinen Kalender:
event-file-below = Die Datei ist im Raum.
event-stays-cancelled = Termin { $number } ({ $title }) ist abgesagt und lässt sich nicht ändern. Soll er doch stattfinden? Dann schreib `!event reopen { $number }`.
event-stays-over = Termin { $number } ({ $title }) ist vorbei und lässt sich nicht mehr ändern. Für ein nächstes Mal plan einen neuen, zum Beispiel: `!event { $title } Freitag 19 Uhr`
event-not-cancelled = Termin { $number } ({ $title }) ist gar nicht abgesagt, er findet statt. `!event show { $number }` zeigt ihn.
event-reopen-late = { $title } hätte schon angefangen: { $at }. Plan lieber einen neuen Termin, zum Beispiel: `!event { $title } Freitag 19 Uhr`
event-none-cancelled = Hier gibt es keinen abgesagten Termin, der noch bevorsteht. Was ansteht, zeigt `!event list`.
event-reopened = ✅ **{ $title }** findet doch statt: { $when }
event-cancel-ask = Bei **{ $title }** am { $when } { $count ->
        [one] hat eine Person
       *[other] haben { $count } Leute
    } ja oder vielleicht gesagt. Soll ich absagen und Bescheid geben?
event-cancel-yes = Termin absagen
event-cancel-no = Nicht absagen
event-move-ask = Bei **{ $title }** { $count ->
        [one] hat eine Person
       *[other] haben { $count } Leute
    } ja oder vielleicht gesagt. Soll ich verschieben und Bescheid geben?
    Alt: { $old }
    Neu: { $new }
event-move-yes = Termin verschieben
event-move-no = Nichts ändern
event-kept = Okay, „{ $title }“ bleibt, wie es ist.
event-edit-what = Was soll sich an „{ $title }“ ändern? Schreib zum Beispiel `Ort: die Bücherei`, `Titel: Großes Grillfest`, `Link: …` oder `Beschreibung: …`, oder schick ein Bild.
event-edit-picture = Schick mir hier das Bild für „{ $title }“. `keins` entfernt das jetzige.
event-edit-unreadable = Ich weiß nicht, was `{ $given }` ändern soll. Fang mit `Titel`, `Ort`, `Link`, `Beschreibung` oder `Bild` an, zum Beispiel: `!event edit { $number } Ort die Bücherei`
event-edit-same = So ist es schon: An „{ $title }“ hat sich nichts geändert.
event-edited = ✏️ **{ $title }** (Termin { $number }): { $changes }
event-edited-title = neuer Titel
event-edited-before = {" "}(vorher: „{ $before }“)
event-edited-place = neuer Ort: { $place }
event-edited-place-none = kein Ort mehr angegeben
event-edited-link = neuer Link: { $link }
event-edited-link-none = der Link ist weg
event-edited-description = neue Beschreibung
event-edited-description-none = die Beschreibung ist weg
event-edited-here = Erledigt. Der Termin ist auf dem neuesten Stand.
event-edited-there = Erledigt. Der Termin in „{ $room }“ ist auf dem neuesten Stand.
event-title-empty = Ein Termin braucht einen Titel. Zum Beispiel: `Großes Grillfest`
event-link-unreadable = `{ $given }` sieht nicht nach einem Link aus. Zum Beispiel: `https://meet.example.org/garten`
event-field-title = Titel, Name
event-rename-words = umbenennen, umbenenne
event-field-place = Ort, Adresse, wo
event-field-link = Link, URL
event-field-description = Beschreibung, Details, Text
event-field-picture = Bild, Foto
cmd-event-reopen = Einen abgesagten Termin doch stattfinden lassen; wer kommt, erfährt es von mir
example-event-reopen = !event reopen 4
cmd-event-edit = Titel, Ort, Link, Beschreibung oder Bild eines Termins ändern
example-event-edit = !event edit 4 Ort die Bücherei
event-in-digest = **{ $community }**: { $title }, { $when }
event-in-digest-reader = {", "}{ $at } bei euch
event-in-digest-link = {" · "}{ $link }
event-in-digest-open = zum Termin
event-given-date = { $given }
event-in-digest-own = { $title }, { $when }
event-share-over = Termin { $number } („{ $title }“) ist vorbei oder abgesagt, da gibt es nichts zu teilen.
event-shared-cancelled = **Abgesagt**
event-share-audience = Termin { $number } („{ $title }“) ist nicht für alle, darum teile ich ihn nicht.
