# El resumen diario de una red.

digest-title = **Novedades de { $network }**
digest-highlights = **Destacados**
digest-highlight = **{ $community }**: “{ $text }” ({ $link })
digest-newcomers = **Caras nuevas**
digest-newcomers-of = **{ $community }**: { $count ->
        [one] una persona nueva
       *[other] { $count } personas nuevas
    }
digest-newcomers-few = **{ $community }**: algunas personas nuevas
digest-polls = **Decidido**
digest-poll = **{ $community }**: { $question } → { $result }
digest-poll-empty = **{ $community }**: { $question } → nadie votó
digest-events = **Próximamente**
digest-more = … y { $count } más
digest-empty = Aún no hay nada que contar. El próximo resumen sale el { $at }; si no hay novedades, no se envía.
cmd-digest = Lo que diría por ahora el próximo resumen
example-digest = !digest
digest-taken-back = Aquí estaban las novedades de { $network }; este resumen se retiró.
digest-never = **{ $network }** no tiene resumen. `!config resumen semanal`, en su sala, lo recupera.
