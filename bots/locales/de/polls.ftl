# Umfragen.

poll-voters = Umfrage { $number } · { $count ->
        [0] noch keine Stimmen
        [one] eine Person hat abgestimmt
       *[other] { $count } Leute haben abgestimmt
    }
poll-closes = Offen bis { $at }.
poll-how = Eine Stimme pro Person; tipp auf eine andere Antwort, um zu wechseln. Alle sehen nur die Summen; ich merke mir, wer abgestimmt hat, damit jede Stimme nur einmal zählt.
poll-how-several = Bis zu { $most } Antworten pro Person; noch mal tippen nimmt eine zurück. Alle sehen nur die Summen; ich merke mir, wer abgestimmt hat, damit jede Stimme nur einmal zählt.
poll-how-reactions = Stimm oben in der Umfrage ab oder reagier hier mit der Nummer. Eine Stimme pro Person, die letzte zählt. Zu sehen sind die Summen; ich merke mir, wer abgestimmt hat, damit jede Stimme nur einmal zählt, und an einer Reaktion sieht man deinen Namen.
poll-how-reactions-several = Stimm oben in der Umfrage ab oder reagier hier mit bis zu { $most } Nummern; nimm eine Reaktion weg, um eine Stimme zurückzunehmen. Zu sehen sind die Summen; ich merke mir, wer abgestimmt hat, damit jede Stimme nur einmal zählt, und an einer Reaktion sieht man deinen Namen.
poll-line-open = Umfrage { $number }
poll-line-until = Umfrage { $number }, offen bis { $at }
poll-line-beside = nicht in der Umfrage oben: { $votes }
poll-line-how = keine Umfrage zu sehen? Reagier hier auf „{ $question }“ mit { $choices }
poll-line-how-several = keine Umfrage zu sehen? Reagier hier auf „{ $question }“ mit höchstens { $most } von { $choices }
poll-line-closed = Umfrage { $number } ist beendet, das Ergebnis steht weiter unten.
poll-voted-beside = Darin sind Stimmen, die die Umfrage oben nicht zählt: { $votes }.
poll-how-card = Zum Abstimmen mit einer Nummer reagieren, zum Zurücknehmen die Reaktion entfernen. Eine Stimme pro Person, die letzte zählt. Hier stehen nur die Summen, aber an einer Reaktion sieht man deinen Namen.
poll-how-card-several = Zum Abstimmen mit bis zu { $most } Nummern reagieren, zum Zurücknehmen eine Reaktion entfernen. Hier stehen nur die Summen, aber an einer Reaktion sieht man deinen Namen.
poll-native = { $question }
poll-foot-closed = Umfrage { $number } ist beendet.
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
poll-choices = `{ $given }` passt hier nicht: Wie viele Antworten darf jede Person wählen? Eine Zahl von 1 bis { $most }, zum Beispiel `choices=2`.
poll-number-unknown = Eine Umfrage `{ $given }` gibt es hier nicht. Die offenen zeigt `!poll list`.
poll-none-open = Gerade läuft keine Umfrage. Die Orga startet eine mit `!poll "Wo treffen wir uns?" "Garten" "Bücherei"`
poll-which = Welche Umfrage? Es laufen mehrere: { $numbers }. Schreib die Nummer dazu, zum Beispiel `!poll close 3`.
poll-list-title = **Offene Umfragen**
poll-list-open = { $number }: { $question }
poll-list-closing = { $number }: { $question } – bis { $at }
ask-poll-question = Was ist die Frage?
ask-poll-options = Welche Antworten? Schreib sie mit Kommas dazwischen, zum Beispiel: `Garten, Bücherei`
cmd-poll = Dem Raum eine Frage stellen
example-poll = !poll "Wo treffen wir uns?" "Garten" "Bücherei" close=2h
cmd-poll-close = Eine Umfrage beenden und das Ergebnis zeigen
example-poll-close = !poll close 3
cmd-poll-list = Welche Umfragen laufen
example-poll-list = !poll list
cmd-poll-results = Wie es bei einer Umfrage steht oder ausging
example-poll-results = !poll results 3
poll-native-not = Als Umfrage dieser Plattform geht das hier nicht, oder nicht mit diesen Antworten (höchstens { $limit }, eine pro Person). Lass `native` weg.
