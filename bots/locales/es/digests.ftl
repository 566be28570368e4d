# Los resúmenes de redes y comunidades.

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
digest-empty = Aún no hay nada que contar de **{ $place }**. El próximo resumen sale el { $at }; si no hay novedades, no se envía.
cmd-digest = Lo que diría por ahora el próximo resumen
example-digest = !digest
digest-taken-back = Aquí estaban las novedades de { $network }; este resumen se retiró.
digest-never = **{ $network }** no tiene resumen. `!config resumen semanal`, en su sala, lo recupera.
digest-highlight-own = “{ $text }” ({ $link })
digest-newcomers-of-own = { $count ->
        [one] Una persona nueva
       *[other] { $count } personas nuevas
    }
digest-newcomers-few-own = Algunas personas nuevas
digest-poll-own = { $question } → { $result }
digest-poll-empty-own = { $question } → nadie votó
digest-figures = **En cifras**
figure-events = { $count ->
        [one] un evento
       *[other] { $count } eventos
    }
figure-guests = { $count ->
        [one] una persona vino
       *[other] { $count } personas vinieron a los eventos
    }
figure-polls = { $count ->
        [one] una encuesta cerrada
       *[other] { $count } encuestas cerradas
    }
figure-votes = { $count ->
        [one] un voto
       *[other] { $count } votos
    }
figure-highlights = { $count ->
        [one] un destacado
       *[other] { $count } destacados
    }
figure-newcomers = { $count ->
        [one] una persona nueva
       *[other] { $count } personas nuevas
    }
digest-change-more = {", "}{ $count } más que { $before }
digest-change-less = {", "}{ $count } menos que { $before }
digest-change-same = {", "}igual que { $before }
digest-change-about = {", "}más o menos como { $before }
digest-before-daily = el día anterior
digest-before-weekly = la semana anterior
digest-before-monthly = el mes anterior
digest-collecting = Estoy sumando las cifras de muchas comunidades. La vista previa aparece aquí enseguida.
digest-off = Esta comunidad no tiene resumen. `!config resumen semanal` trae uno cada domingo.
digest-footer = `!digest remove 1` quita una línea, o la devuelve; `!digest add` y tus palabras añaden una. `!digest skip` omite el resumen entero.
digest-footer-due = Sale el { $at }.
digest-footer-skipped = Esta vez no se envía. Escribe otra vez `!digest skip` para que salga.
digest-cut = Quitar { $number }
digest-put-back = Devolver { $number }
digest-line-removed = (quitada) { $line }
digest-line-cut = Quitada del próximo resumen. Hazlo otra vez para devolverla.
digest-line-back = La línea vuelve a estar en el próximo resumen.
digest-added = Tu línea está en el próximo resumen de **{ $place }**. `!digest` lo muestra.
digest-add-empty = ¿Qué debe decir la línea?
digest-add-long = Son { $length } caracteres; una línea tiene { $limit } como mucho. Acórtala, por favor.
digest-add-many = Este resumen ya tiene { $limit } líneas añadidas. Quita una primero: `!digest` muestra sus números.
digest-too-many-removed = Ya hay { $limit } líneas quitadas. `!digest skip` omite el resumen entero.
digest-no-line = No hay línea `{ $given }`: el próximo resumen tiene { $count }. `!digest` las muestra con sus números.
digest-skipped = El próximo resumen no se enviará.
digest-kept = El próximo resumen sí se enviará.
digest-gone-out = Este resumen ya salió.
digest-no-room = **{ $place }** no tiene sala donde pueda aparecer su resumen.
digest-send-ask = El resumen de **{ $place }** sale ahora, en lugar del próximo previsto. ¿Lo envío?
digest-sent = El resumen de **{ $network }** está en camino.
digest-review-title = 📋 **El próximo resumen, antes de enviarse**
digest-review-due = Sin respuesta, sale el { $at }.
digest-review-waits = Espera vuestra respuesta.
digest-review-sent = El resumen de **{ $network }** ya salió.
digest-review-skipped = Esta vez no se envió el resumen de **{ $network }**.
digest-review-empty = No había nada que contar de **{ $network }**, así que no se envió ningún resumen.
digest-do-send = Enviar ahora
digest-do-skip = Saltar este
digest-do-edit = Editar
digest-do-keep = Enviarlo después de todo
cmd-digest-add = Añadir una línea al próximo resumen
example-digest-add = !digest add El huerto abre en mayo
ask-digest-add-text = ¿Qué debe decir la línea?
cmd-digest-remove = Quitar una línea del próximo resumen, o devolverla
example-digest-remove = !digest remove 2
ask-digest-remove-number = ¿Qué línea? `!digest` muestra sus números.
cmd-digest-skip = Saltar el próximo resumen, o finalmente no
example-digest-skip = !digest skip
cmd-digest-send = Enviar ahora el próximo resumen
example-digest-send = !digest send
cmd-me-digest = Recibir en privado un resumen de lo que te pierdes
example-me-digest = !me digest semanal
ask-me-digest-how = ¿Cada cuánto quieres un resumen? Responde `diario`, `semanal` o `no`.
cmd-me-timezone = Elegir la zona horaria de tu resumen
example-me-timezone = !me timezone Madrid
ask-me-timezone-zone = ¿En qué ciudad estás, o en qué zona horaria?
me-timezone-set = Tu zona horaria es ahora { $zone }; allí son las { $now }.
me-digest-daily = Cada tarde te escribo en privado lo que pasó en { $places }, si ese día no estuviste y hubo algo; la primera vez, el { $at }. No estar significa que no vi ningún mensaje, reacción ni comando tuyo. `!me timezone` y tu ciudad cambian la hora, `!me digest no` lo termina.
me-digest-weekly = Los domingos por la tarde te escribo en privado lo que pasó en { $places }, si esa semana no estuviste y hubo algo; la primera vez, el { $at }. No estar significa que no vi ningún mensaje, reacción ni comando tuyo. `!me timezone` y tu ciudad cambian la hora, `!me digest no` lo termina.
me-digest-off = Ya no recibes un resumen propio, y ya no anoto si no estuviste.
me-digest-nowhere = No sé de ninguna comunidad en la que estés. Escribe algo en su sala y luego, allí, `!me digest semanal`.
me-digest-open = Abrir el chat privado
me-digest-footer = No estuviste; esto es lo que te perdiste. `!me digest no` termina estos mensajes.
me-digest-taken-back = Lo que decía este resumen se retiró.
me-shown-zone = {" "}Tu zona horaria: { $zone }.
me-shown-digest-daily = {" "}Recibes un resumen los días en que no estuviste.
me-shown-digest-weekly = {" "}Recibes un resumen de las semanas en que no estuviste.
digest-highlight-kept = **{ $community }**: { $link }
digest-page-title = Novedades de { $place }
digest-page-empty = Aún no hay ningún resumen.
cmd-digest-file = Recibir el último resumen como archivo
example-digest-file = !digest file
digest-file = El último resumen de **{ $place }** como página. Los destacados solo llevan enlace: un archivo no se puede retirar.
digest-file-none = **{ $place }** aún no ha enviado ningún resumen. `!digest` muestra el próximo.
digest-file-cannot = Aquí no puedo enviar archivos. `!digest feed sí` da a los resúmenes una dirección web.
cmd-digest-feed = Leer los resúmenes en la web, en una dirección secreta
example-digest-feed = !digest feed sí
ask-digest-feed-how = ¿Qué hago? Responde `sí`, `renovar`, `no` o `estado`.
digest-feed-on = Quien tenga esta dirección lee los resúmenes de **{ $place }**, sin destacados y sin las novedades de comunidades que no tengan la suya. Página: { $page } Fuente: { $feed } `!digest feed renovar` invalida la dirección y da otra, `!digest feed no` la quita.
digest-feed-renewed = La dirección anterior de **{ $place }** ya no funciona. Página: { $page } Fuente: { $feed }
digest-feed-off = Los resúmenes de **{ $place }** no están en la web.
digest-feed-none = Los resúmenes de **{ $place }** no están en la web. `!digest feed sí` les da una dirección secreta.
digest-feed-no-web = Quien me aloja no me ha abierto una dirección web, así que los resúmenes no pueden estar allí (`monitoring.address` en mis ajustes). `!digest file` te da el último como archivo.
cmd-digest-chart = Mostrar con una imagen cuántas personas participaron cada día
example-digest-chart = !digest chart sí
ask-digest-chart-how = ¿Con imagen o sin ella? Responde `sí`, `no` o `estado`.
digest-chart-on = Los resúmenes de **{ $place }** llevan ahora una imagen de cuántas personas participaron cada día. `!digest chart` dice los números.
digest-chart-off = Los resúmenes de **{ $place }** vienen sin imagen.
digest-chart-none = Aún no hay nada que dibujar de **{ $place }**: ninguna encuesta ni evento con cinco personas en los días del último resumen.
digest-chart-title = { $place }: votos, asistentes y personas nuevas
digest-added-gone = La línea añadida se ha eliminado. `!digest add` añade otra.
