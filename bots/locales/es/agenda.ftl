# La agenda
agenda-title = **{ $month }**
agenda-title-coming = **Hasta el { $last }**
agenda-day = **{ $day }**
agenda-line = { $when } · **{ $number }** { $title }{ $place }
agenda-line-later = { $when } · { $title }{ $place }
agenda-line-of = { $when } · { $title } ({ $community }){ $place }
agenda-all-day = todo el día
agenda-until = hasta el { $day }
agenda-empty = { $span }: aún no hay nada previsto. `!agenda diciembre` muestra otro mes, `!event list` todo lo que viene.
agenda-month-unreadable = No sé leer `{ $given }` como un mes. Escribe por ejemplo `diciembre`, `diciembre 2027` o `próximo mes`.
agenda-words-this = este mes, este
agenda-words-next = próximo mes, el próximo mes, próximo, mes que viene
cmd-agenda = El próximo mes, día a día, u otro
example-agenda = !agenda diciembre
