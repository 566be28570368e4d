# Umfragen.

poll-voters = Umfrage { $number } · { $count ->
        [0] noch keine Stimmen
        [one] eine Person hat abgestimmt
       *[other] { $count } Leute haben abgestimmt
    }
poll-closes = Offen bis { $at }.
poll-how = Eine Stimme pro Person, du kannst wechseln. Zu sehen sind nur die Summen.
poll-how-several = Bis zu { $most } Antworten pro Person, du kannst wechseln. Zu sehen sind nur die Summen.
poll-how-reactions = Stimm oben in der Umfrage ab oder reagier mit einer Nummer. An einer Reaktion sieht man deinen Namen.
poll-how-reactions-several = Stimm oben in der Umfrage ab oder reagier mit bis zu { $most } Nummern. An einer Reaktion sieht man deinen Namen.
poll-line-open = Umfrage { $number }
poll-line-until = Umfrage { $number }, offen bis { $at }
poll-line-beside = nicht in der Umfrage oben: { $votes }
poll-line-how = keine Umfrage zu sehen? Reagier hier auf „{ $question }“ mit { $choices }
poll-line-how-several = keine Umfrage zu sehen? Reagier hier auf „{ $question }“ mit höchstens { $most } von { $choices }
poll-line-closed = Umfrage { $number } ist beendet, das Ergebnis steht weiter unten.
poll-voted-beside = Darin sind Stimmen, die die Umfrage oben nicht zählt: { $votes }.
poll-how-card = Reagier mit einer Nummer, um abzustimmen. Die letzte zählt, und an einer Reaktion sieht man deinen Namen.
poll-how-card-several = Reagier mit bis zu { $most } Nummern, um abzustimmen. An einer Reaktion sieht man deinen Namen.
poll-native = { $question }
poll-footer-closed = Umfrage { $number } ist beendet.
poll-voted = { $count ->
        [0] Niemand hat abgestimmt.
        [one] Eine Person hat abgestimmt.
       *[other] { $count } Leute haben abgestimmt.
    }
poll-result = **Umfrage { $number }: { $question }** Das Ergebnis: **{ $winners }**.
poll-result-tie = **Umfrage { $number }: { $question }** Gleichstand: { $winners }.
poll-result-none = **Umfrage { $number }: { $question }** Niemand hat abgestimmt.
ballot-counted = Gezählt: { $choice }. Du kannst wechseln, bis die Umfrage endet.
ballot-toast = ✅ { $short }
ballot-empty = Deine Stimme ist zurückgenommen.
poll-closed = Umfrage { $number } („{ $question }“) ist beendet, abstimmen geht nicht mehr. Das Ergebnis zeigt `!poll results { $number }`.
poll-too-many = Du kannst höchstens { $most } wählen. Nimm erst eine zurück.
poll-question-empty = Was ist die Frage? Zum Beispiel: `!poll "Wo treffen wir uns?" "Garten" "Bücherei"`
poll-question-long = Die Frage ist zu lang ({ $length } Zeichen). Höchstens { $limit }, bitte.
poll-options-few = Eine Umfrage braucht mindestens zwei Antworten. Zum Beispiel: `Garten, Bücherei`
poll-options-many = { $count } Antworten sind zu viele; höchstens { $limit }.
poll-option-long = Eine Antwort ist zu lang ({ $length } Zeichen). Höchstens { $limit }, bitte.
poll-option-twice = „{ $option }“ steht zweimal da. Nimm verschiedene Antworten, zum Beispiel: `Garten, Bücherei`
poll-choices = `{ $given }` passt hier nicht: Wie viele Antworten darf jede Person wählen? Eine Zahl von 1 bis { $most }, zum Beispiel `auswahl=2`.
poll-number-unknown = Eine Umfrage `{ $given }` gibt es hier nicht. Die offenen zeigt `!poll list`.
poll-none-open = Gerade läuft keine Umfrage. Die Orga startet eine mit `!poll "Wo treffen wir uns?" "Garten" "Bücherei"`
poll-many-running = Es gibt schon { $limit } Umfragen, die laufen oder noch beginnen. `!poll list` zeigt sie, `!poll close` beendet eine und `!poll delete` löscht eine.
poll-which = Welche Umfrage? Es laufen mehrere: { $numbers }. Schreib die Nummer oder Wörter aus der Frage.
poll-list-title = **Offene Umfragen**
poll-list-open = { $number }: { $question }
poll-list-closing = { $number }: { $question } – bis { $at }
ask-poll-question = Was ist die Frage?
ask-poll-options = Welche Antworten? Eine pro Zeile, oder mit Kommas: `Garten, Bücherei`
cmd-poll = Dem Raum eine Frage stellen
example-poll = !poll "Wo treffen wir uns?" "Garten" "Bücherei" ende=2h
cmd-poll-close = Eine Umfrage beenden und das Ergebnis zeigen, jetzt oder später
example-poll-close = !poll close 3
cmd-poll-list = Die laufenden Umfragen
example-poll-list = !poll list
cmd-poll-results = Zwischenstand oder Ergebnis einer Umfrage
example-poll-results = !poll results 3
poll-native-not = Umfragen dieser Plattform gehen hier nicht, oder nicht mit diesen Antworten (höchstens { $limit }, eine pro Person). Lass `nativ` weg.
argument-name = `{ $given }` kenne ich nicht. Meinst du `{ $right }`?
poll-menu = { $most ->
        [one] Wähle eine Antwort
       *[other] Wähle bis zu { $most } Antworten
    }
poll-yes = Ja
poll-no = Nein
arglike-close = endet schluss frist bis schließt schliesst ablauf
arglike-choices = max maximal mehrfach stimmen wahl
arglike-native = plattform
arglike-options = optionen option antwort möglichkeiten
arglike-question = titel f
poll-corrected = Ein Tippfehler wurde berichtigt: { $at }.
poll-changed = Umfrage { $number } wurde gerade geändert. Schau sie dir noch mal an und stimm dann ab.
poll-preview = Ist das die Umfrage, die du meinst?
poll-preview-several = Bis zu { $most } Antworten pro Person.
poll-preview-how = Reagier mit ✅ zum Veröffentlichen, ✏️ zum Ändern oder ❌ zum Verwerfen. Du kannst auch ja oder nein schreiben.
poll-publish = Veröffentlichen
poll-change = Ändern
poll-drop = Abbrechen
poll-published = Umfrage { $number } ist veröffentlicht.
poll-draft-dropped = Gut, keine Umfrage.
poll-draft-gone = Diese Vorschau ist nicht deine, oder sie wartet nicht mehr. Um den Raum zu fragen, schreib die Umfrage noch mal: `!poll "Wo treffen wir uns?" "Garten" "Bücherei"`
poll-draft-late = Die Umfrage wäre schon zu Ende ({ $at }). Tipp auf Ändern und gib ihr mehr Zeit.
poll-draft-hint = Deine Umfrage wartet noch: Reagier mit ✅, um sie zu veröffentlichen, oder mit ❌, um sie zu verwerfen.
poll-rewrite = Schick mir die Umfrage, wie sie sein soll: erst die Frage, dann eine Antwort pro Zeile. Jetzt steht da:
poll-edited = Umfrage { $number } ist geändert.
poll-edited-both = Umfrage { $number } ist geändert, und auch Umfrage { $next }, die auf sie folgt.
poll-edit-voted = Bei Umfrage { $number } wurde schon abgestimmt, jetzt lassen sich nur noch Tippfehler berichtigen. Für andere Antworten beende sie mit `!poll close { $number }` und starte eine neue.
poll-delete-sure = Umfrage { $number } („{ $question }“) löschen? { $count ->
        [0] Noch hat niemand abgestimmt.
        [one] Eine Stimme geht verloren.
       *[other] { $count } Stimmen gehen verloren.
    } Das lässt sich nicht rückgängig machen.
poll-delete-yes = Löschen
poll-delete-no = Behalten
poll-deleted = Umfrage { $number } ist gelöscht.
poll-is-open = Umfrage { $number } („{ $question }“) läuft noch.
poll-reopened = Umfrage { $number } läuft wieder.
poll-none-closed = Hier gibt es keine beendete Umfrage. Die offenen zeigt `!poll list`.
cmd-poll-edit = Eine Umfrage ändern; nach der ersten Stimme Tippfehler berichtigen
example-poll-edit = !poll edit 3 "Wo essen wir?" "Garten" "Bücherei"
cmd-poll-delete = Eine Umfrage mit ihren Stimmen löschen
example-poll-delete = !poll delete 3
cmd-poll-reopen = Eine beendete Umfrage wieder öffnen; ihre Stimmen zählen
example-poll-reopen = !poll reopen 3 Freitag 18 Uhr
ask-poll-edit-question = Wie soll die Frage lauten?
poll-share-open = Umfrage { $number } („{ $question }“) läuft noch. Ihr Ergebnis lässt sich teilen, wenn sie zu ist: `!poll close { $number }`.
poll-shared-open = Es wird wieder abgestimmt.
poll-shared-few = Weniger als { $least } Leute haben abgestimmt, darum gibt es keine Zahlen.
poll-shared-agreed = Der Vorschlag ist angenommen.
poll-shared-not-agreed = Der Vorschlag ist nicht angenommen.
poll-shared-chosen = Gewählt: { $winners }
