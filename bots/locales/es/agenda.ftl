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
agenda-title-tagged = { $title } · 🏷️ { $tag }
agenda-empty-tag = { $span }: no hay nada previsto con esta etiqueta. `!agenda` muestra todo lo que hay.
event-tags = 🏷️ { $tags }
event-tags-many = Son demasiadas etiquetas: un evento tiene { $limit } como máximo.
agenda-month-unreadable = No sé leer `{ $given }` como un mes. Escribe por ejemplo `diciembre`, `diciembre 2027` o `próximo mes`.
agenda-words-this = este mes, este
agenda-words-next = próximo mes, el próximo mes, próximo, mes que viene
cmd-agenda = El próximo mes, día a día, u otro
example-agenda = !agenda diciembre

# El calendario en la web
cmd-event-feed = El calendario para móviles y programas, en una dirección secreta
example-event-feed = !event feed sí
ask-event-feed-how = ¿Qué hago? Responde `sí`, `renovar`, `no`, `estado` o `archivo`.
event-feed-on = Añade esta dirección a tu programa de calendario como suscripción: { $feed } Quien la tenga lee los eventos de **{ $place }** abiertos a todos los miembros, los del último año y todos los que vienen, sin enlaces ocultos. `!event feed renovar` la cambia, `!event feed no` la retira.
event-feed-renewed = La dirección anterior de **{ $place }** ya no funciona. La nueva: { $feed }
event-feed-renew-ask = ¿Cambio la dirección del calendario de **{ $place }**? Quienes se suscribieron tendrán que poner la nueva.
event-feed-renew-yes = Cambiarla
event-feed-off-ask = ¿Retiro de la web el calendario de **{ $place }**? La dirección deja de funcionar para quienes se suscribieron y no vuelve.
event-feed-off-yes = Retirarlo
event-feed-off = El calendario de **{ $place }** no está en la web.
event-feed-none = El calendario de **{ $place }** no está en la web. `!event feed sí` le da una dirección secreta, `!event feed archivo` lo envía como archivo.
event-feed-no-web = Quien me aloja no me ha abierto una dirección web, así que el calendario no puede estar allí (`monitoring.address` en mis ajustes). `!event feed archivo` lo envía como archivo.
event-feed-sent = Te he enviado la dirección en privado.
event-feed-unreachable = No puedo escribirte en privado. Envíame primero un mensaje privado y vuelve a escribir `!event feed`.
event-feed-file = 📆 El calendario de **{ $place }**, tal como está ahora:
event-feed-cannot = Aquí no puedo enviar archivos de ese tamaño. `!event feed sí` da al calendario una dirección web.

# El calendario propio
cmd-me-calendar = Tus eventos como calendario para el móvil
example-me-calendar = !me calendar
ask-me-calendar-how = ¿Qué hago? Responde `sí`, `renovar`, `no` o `archivo`.
own-calendar-name = Mis eventos
own-calendar-on = Añade esta dirección a tu programa de calendario como suscripción: { $feed } Tiene los eventos a los que respondiste que sí o quizás, en todas tus comunidades, con los enlaces que solo conoce quien va. Así que guárdala para ti. `!me calendar renovar` la cambia, `!me calendar no` la retira.
own-calendar-renewed = La dirección anterior de tu calendario ya no funciona. La nueva: { $feed }
own-calendar-renew-ask = ¿Cambio la dirección de tu calendario? Donde te suscribiste tendrás que poner la nueva.
own-calendar-off-ask = ¿Retiro tu calendario de la web? La dirección deja de funcionar y no vuelve.
own-calendar-off = Tu calendario no está en la web.
own-calendar-none = Tu calendario no está en la web. `!me calendar` le da una dirección secreta, `!me calendar archivo` lo envía como archivo.
own-calendar-no-web = Quien me aloja no me ha abierto una dirección web, así que tu calendario no puede estar allí (`monitoring.address` en mis ajustes). `!me calendar archivo` lo envía como archivo.
own-calendar-sent = Te he escrito en privado.
own-calendar-unreachable = No puedo escribirte en privado. Envíame primero un mensaje privado y vuelve a escribir `!me calendar`.
own-calendar-file = 📆 Los eventos a los que respondiste que sí o quizás, tal como están ahora:
own-calendar-cannot = Aquí no puedo enviar archivos de ese tamaño. `!me calendar` te da una dirección web.
