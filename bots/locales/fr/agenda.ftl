# L’agenda
agenda-title = **{ $month }**
agenda-title-coming = **Jusqu’au { $last }**
agenda-day = **{ $day }**
agenda-line = { $when } · **{ $number }** { $title }{ $place }
agenda-line-later = { $when } · { $title }{ $place }
agenda-line-of = { $when } · { $title } ({ $community }){ $place }
agenda-all-day = toute la journée
agenda-until = jusqu’au { $day }
agenda-empty = { $span } : rien n’est encore prévu. `!agenda décembre` montre un autre mois, `!event list` tout ce qui est à venir.
agenda-month-unreadable = Je n’arrive pas à lire `{ $given }` comme un mois. Écrivez par exemple `décembre`, `décembre 2027` ou `mois prochain`.
agenda-words-this = ce mois, ce mois-ci
agenda-words-next = mois prochain, le mois prochain, prochain
cmd-agenda = Le mois à venir, jour par jour, ou un autre
example-agenda = !agenda décembre
