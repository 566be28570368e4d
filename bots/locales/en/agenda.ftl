# The agenda
agenda-title = **{ $month }**
agenda-title-coming = **Until { $last }**
agenda-day = **{ $day }**
agenda-line = { $when } · **{ $number }** { $title }{ $place }
agenda-line-later = { $when } · { $title }{ $place }
agenda-line-of = { $when } · { $title } ({ $community }){ $place }
agenda-all-day = all day
agenda-until = until { $day }
agenda-empty = { $span }: nothing is planned yet. `!agenda december` shows another month, `!event list` all that is ahead.
agenda-month-unreadable = I can’t read `{ $given }` as a month. Type for example `december`, `december 2027` or `next month`.
agenda-words-this = this month, this
agenda-words-next = next month, next
cmd-agenda = The coming month, day by day, or another one
example-agenda = !agenda december
