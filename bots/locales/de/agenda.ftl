# Die Monatsübersicht
agenda-title = **{ $month }**
agenda-title-coming = **Bis { $last }**
agenda-day = **{ $day }**
agenda-line = { $when } · **{ $number }** { $title }{ $place }
agenda-line-later = { $when } · { $title }{ $place }
agenda-line-of = { $when } · { $title } ({ $community }){ $place }
agenda-all-day = ganztägig
agenda-until = bis { $day }
agenda-empty = { $span }: Noch ist nichts geplant. `!agenda Dezember` zeigt einen anderen Monat, `!event list` alles, was ansteht.
agenda-month-unreadable = `{ $given }` kann ich nicht als Monat lesen. Schreib zum Beispiel `Dezember`, `Dezember 2027` oder `nächster Monat`.
agenda-words-this = dieser monat, diesen monat, dieser
agenda-words-next = nächster monat, nächsten monat, nächster
cmd-agenda = Der kommende Monat Tag für Tag, oder ein anderer
example-agenda = !agenda Dezember
