# Der tägliche Rückblick eines Netzwerks.

digest-title = **Das war los bei { $network }**
digest-highlights = **Highlights**
digest-highlight = **{ $community }**: „{ $text }“ ({ $link })
digest-newcomers = **Neu dabei**
digest-newcomers-of = **{ $community }**: { $count ->
        [one] eine Person
       *[other] { $count } Leute
    }
digest-newcomers-few = **{ $community }**: ein paar Neue
digest-polls = **Entschieden**
digest-poll = **{ $community }**: { $question } → { $result }
digest-poll-empty = **{ $community }**: { $question } → niemand hat abgestimmt
digest-events = **Demnächst**
digest-more = … und { $count } weitere
digest-empty = Noch gibt es nichts zu erzählen. Nächster Rückblick: { $at }. Ist bis dahin nichts los, fällt er aus.
cmd-digest = Was bisher im nächsten Rückblick steht
example-digest = !digest
digest-taken-back = Den Rückblick auf { $network } habe ich zurückgenommen.
digest-never = **{ $network }** hat keinen Rückblick. `!config rückblick wöchentlich` im Raum des Netzwerks holt ihn zurück.
