# Offene Listen: Alle ergänzen Antworten einer Umfrage.

poll-add = Antwort ergänzen
poll-rule-additions = Offene Liste: Alle dürfen { $count ->
        [one] eine Antwort
       *[other] bis zu { $count } Antworten
    } ergänzen.
poll-how-add = Antwort ergänzen: `!poll add { $number } Meine Idee`.
poll-how-full = Die Liste ist voll: Mehr Antworten passen nicht hinein.
poll-option-added = „{ $option }“ steht jetzt in Umfrage { $number }. Die Stimmen bleiben, wie sie sind.
poll-option-there = „{ $option }“ steht schon in der Liste: Stimm mit { $emoji } dafür.
poll-option-empty = Wie lautet die Antwort? Zum Beispiel: `!poll add 3 Im Park`
poll-option-gone = Diese Antwort wurde aus Umfrage { $number } genommen. Bitte wähl eine andere.
poll-option-unknown = Eine Antwort `{ $given }` gibt es nicht. Es gibt: { $options }
poll-not-open-list = Die Antworten von Umfrage { $number } stehen fest. Eine Umfrage, die alle ergänzen können, startest du mit `ergänzungen=ja`.
poll-additions-kind = Diese Art Umfrage hat feste Antworten. Lass `ergänzungen` weg.
poll-list-full = Umfrage { $number } hat schon alle { $limit } möglichen Antworten. Stimm für eine davon, oder bitte um eine neue Umfrage.
poll-added-enough = Du hast in Umfrage { $number } schon { $limit } Antworten ergänzt; jetzt sind die anderen dran.
poll-remove-sure = „{ $option }“ aus Umfrage { $number } nehmen? Stimmen dafür zählen nicht mehr, und die Umfrage sagt das. Das lässt sich nicht rückgängig machen.
poll-remove-yes = Herausnehmen
poll-remove-few = Eine Umfrage braucht mindestens zwei Antworten, darum kann ich diese nicht aus Umfrage { $number } nehmen. Ergänze erst eine andere.
poll-option-removed = „{ $option }“ steht nicht mehr in Umfrage { $number }. Stimmen dafür zählen nicht mehr.
poll-option-was-removed = Am { $at } wurde eine Antwort herausgenommen. Stimmen dafür zählen nicht mehr; wenn es deine war, stimm bitte neu ab.
ask-poll-add-option = Welche Antwort ergänzt du?
ask-poll-remove-option = Welche Antwort soll weg? Ihr Name oder ihre Nummer.
cmd-poll-add = Eine offene Liste ergänzen
example-poll-add = !poll add 3 Im Park
cmd-poll-remove = Eine Antwort aus einer offenen Liste nehmen
example-poll-remove = !poll remove 3 Im Park
arg-poll-add-number = Die Nummer der Umfrage
arg-poll-add-option = Die Antwort
arg-poll-remove-number = Die Nummer der Umfrage
arg-poll-remove-option = Die Antwort oder ihre Nummer
arg-poll-additions = Offene Liste: alle ergänzen Antworten
argname-additions = ergänzungen
argname-option = antwort
arglike-additions = ergänzen vorschläge
