# Eventos: borradores, anuncios, respuestas, recordatorios, cambios.

event-preview = **¿Lo anuncio?** { $title }
event-when = 📅 { $when }
event-where = 📍 { $place }
event-link = 🔗 { $link }
event-about = 📝 { $text }
event-from = { $start }
event-from-to = { $start } – { $end }
event-preview-reminders = ⏰ Recordatorios: { $reminders }
event-preview-no-reminders = ⏰ Sin recordatorios.
event-preview-moved = Ese día cambia la hora y la que pusiste no existe, así que tomé la siguiente.
event-preview-how = Escribe `sí` (o ✅) para anunciarlo, `no` (o ❌) para descartarlo. Te espero un día.
event-that-morning = esa misma mañana
event-confirm = Anunciar
event-drop = Descartar
event-confirmed = Listo, es el evento { $number }: { $title }.
event-confirmed-there = Listo, es el evento { $number } ({ $title }) y está anunciado en “{ $room }”.
event-confirmed-already = Eso ya está anunciado: es el evento { $number }. Para cancelarlo, escribe `!event cancel { $number }`.
event-draft-confirmed = ✅ Anunciado: evento { $number }, { $title }
event-draft-dropped = Descartado; no anuncié nada.
event-draft-gone = Esta vista previa ya no espera respuesta. Escribe el evento otra vez, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-draft-late = Ya habría empezado: { $at }. Escríbelo otra vez con una hora posterior, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-many-planned = Ya hay { $limit } eventos por venir. `!event list` los muestra, y `!event cancel` cancela uno. Lo que se repite cabe en uno solo: `!event Cena compartida viernes 19:00 cada semana`
event-draft-not-yours = Sobre esta vista previa solo deciden quien escribió el evento y quienes son referentes.
event-draft-hint = Tu evento sigue esperando: escribe `sí` para anunciarlo o `no` para descartarlo. También puedes escribir otra hora o, por ejemplo, `lugar: la biblioteca`.

event-card-planned = **Evento { $number }: { $title }**
event-card-over = **Evento { $number }: { $title }** · _ya terminó_
event-card-cancelled = 🚫 **Cancelado** · Evento { $number }: { $title }
event-reason = > { $reason }
event-who-yes = ✅ { $count ->
        [one] 1 va
       *[other] { $count } van
    }: { $names }
event-who-maybe = 🤔 { $count } quizás: { $names }
event-who-no = ❌ { $count ->
        [one] 1 no puede
       *[other] { $count } no pueden
    }{ $names }
event-who-none = Nadie ha respondido todavía.
event-names-more = { $names } +{ $more }
rsvp-yes = Voy
rsvp-maybe = Quizás
rsvp-no = No puedo
rsvp-noted-yes = Anotado: vas a “{ $title }”. Puedes cambiarlo hasta que termine.
rsvp-noted-maybe = Anotado: quizás vas a “{ $title }”. Puedes cambiarlo hasta que termine.
rsvp-noted-no = Anotado: no puedes ir a “{ $title }”. Puedes cambiarlo hasta que termine.
rsvp-toast-yes = ✅ { $short }
rsvp-toast-maybe = 🤔 { $short }
rsvp-toast-no = ❌ { $short }
rsvp-unreadable = ¿Vas a ir? Responde `sí`, `quizás` o `no`.
rsvp-withdrawn = He retirado tu respuesta a “{ $title }”.
rsvp-none = No has respondido a “{ $title }”, así que no hay nada que retirar.
event-is-cancelled = El evento { $number } ({ $title }) está cancelado. `!event list` muestra lo que viene.
event-is-over = El evento { $number } ({ $title }) ya terminó. `!event list` muestra lo que viene.
event-title-long = Ese título es demasiado largo ({ $length } caracteres, máximo { $limit }). Por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-place-long = Ese lugar es demasiado largo ({ $length } caracteres, máximo { $limit }). Por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-link-long = Ese enlace es demasiado largo ({ $length } caracteres, { $limit } como máximo).
event-description-long = Esa descripción es demasiado larga ({ $length } caracteres, { $limit } como máximo).
event-no-date-yours = ¿Cuándo es? Responde con un día y una hora, o escríbelo todo otra vez, por ejemplo: `!event { $example }`
event-no-date-part = viernes 19:00
event-no-time-yours = Para { $given }, ¿a qué hora? Responde con la hora, o escríbelo todo otra vez, por ejemplo: `!event { $example }`
event-no-time-part = 19:00

event-reminder-days = ⏰ **{ $title }** (evento { $number }) es { $count ->
        [one] mañana
       *[other] dentro de { $count } días
    }: { $start }
event-reminder-hours = ⏰ **{ $title }** (evento { $number }) empieza { $count ->
        [one] en 1 hora
       *[other] en { $count } horas
    }: { $start }
event-reminder-minutes = ⏰ **{ $title }** (evento { $number }) empieza { $count ->
        [one] en 1 minuto
       *[other] en { $count } minutos
    }: { $start }
event-reminder-today = ⏰ **{ $title }** (evento { $number }) es hoy: { $start }
event-reminder-now = 🔔 **{ $title }** (evento { $number }) empieza ahora: { $start }
event-reminder-begun = 🔔 **{ $title }** (evento { $number }) empezó { $count ->
        [one] hace 1 minuto
       *[other] hace { $count } minutos
    }: { $start }
event-reminder-late = _Perdón por el retraso: no estaba cuando tocaba avisar._
event-for = Para { $names }
event-for-many = Para las { $count } personas que dijeron sí o quizás.

event-cancelled = 🚫 Se cancela **{ $title }**; iba a ser el { $when }.
event-moved = 📅 **{ $title }** cambia de fecha.
    Antes: { $old }
    Ahora: { $new }
event-moved-answers = Tu respuesta se mantiene. Si la nueva fecha no te viene bien, cámbiala debajo del evento o escribe `!rsvp { $number } no`.
event-told = Listo. Avisé en “{ $room }” a quienes van.
event-told-here = Listo. Avisé a quienes van.
event-move-when = ¿Para cuándo? Por ejemplo: `sábado 19:00`, o `20:00` para el mismo día. De una vez: `!event move { $number } sábado 19:00`
event-move-unreadable = No entiendo cuándo es `{ $given }`. Por ejemplo: `!event move { $number } sábado 19:00`, o `!event move { $number } 20:00` para el mismo día.
event-move-same = Ya es a esa hora: { $at }. Para cambiarla, escribe por ejemplo `!event move { $number } sábado 19:00`.
event-unknown = Aquí no hay ningún evento { $number }. `!event list` muestra lo que viene.
event-number-unreadable = ¿Qué evento es `{ $given }`? Escribe su número; `!event list` lo muestra.
event-none = Aún no hay nada previsto. Si eres referente, puedes organizar algo, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-which = ¿Cuál? Escribe su número o palabras de su título:
    { $events }
event-list-title = **Próximos eventos**
event-line = **{ $number }** { $title } · { $at } · ✅ { $yes } 🤔 { $maybe }

cmd-event = Organiza un evento en una línea: qué, cuándo, dónde
example-event = !event Cena compartida viernes 19:00 en el jardín
ask-event-what = ¿Qué, cuándo y dónde? Por ejemplo: `Cena compartida viernes 19:00 en el jardín`
cmd-event-list = Los próximos eventos
example-event-list = !event list
cmd-event-show = Muestra otra vez un evento y quién va
example-event-show = !event show 4
cmd-event-move = Cambia la fecha de un evento; aviso a quienes van
example-event-move = !event move 4 sábado 19:00
cmd-event-cancel = Cancela un evento; aviso a quienes van
example-event-cancel = !event cancel 4 Va a llover
cmd-rsvp = Di si vas a un evento
example-rsvp = !rsvp 4 sí
event-mirrored = Evento { $number }. Para decir si vas, responde donde se anunció.
event-to-calendar = A mi calendario
event-on-platform = En el servidor
event-file = 📆 “{ $title }” para tu calendario:
event-file-below = El archivo está en la sala.
event-stays-cancelled = El evento { $number } ({ $title }) está cancelado y no se puede cambiar. Para recuperarlo, escribe `!event reopen { $number }`.
event-stays-over = El evento { $number } ({ $title }) ya terminó y no se puede cambiar. Para repetirlo, organiza uno nuevo, por ejemplo: `!event { $title } viernes 19:00`
event-not-cancelled = El evento { $number } ({ $title }) no está cancelado: sigue en pie. `!event show { $number }` lo muestra.
event-reopen-late = { $title } ya habría empezado: { $at }. Mejor organiza uno nuevo, por ejemplo: `!event { $title } viernes 19:00`
event-none-cancelled = No hay ningún evento cancelado que esté por llegar. `!event list` muestra lo que viene.
event-reopened = ✅ Al final **{ $title }** sí se hace: { $when }
event-cancel-ask = { $count ->
        [one] Una persona dijo sí o quizás
       *[other] { $count } personas dijeron sí o quizás
    } a **{ $title }**, el { $when }. ¿Lo cancelo y { $count ->
        [one] le
       *[other] les
    } aviso?
event-cancel-yes = Cancelar el evento
event-cancel-no = Mantenerlo
event-move-ask = { $count ->
        [one] Una persona dijo sí o quizás
       *[other] { $count } personas dijeron sí o quizás
    } a **{ $title }**. ¿Lo cambio y { $count ->
        [one] le
       *[other] les
    } aviso?
    Antes: { $old }
    Ahora: { $new }
event-move-yes = Cambiar la fecha
event-move-no = Dejarlo como está
event-kept = De acuerdo, “{ $title }” se queda como está.
event-edit-what = ¿Qué cambio en “{ $title }”? Escribe por ejemplo `lugar: la biblioteca`, `título: Gran cena`, `enlace: …` o `descripción: …`, o envía una imagen.
event-edit-picture = Envíame aquí la imagen de “{ $title }”. `ninguna` quita la que tiene.
event-edit-unreadable = No sé qué debe cambiar `{ $given }`. Empieza con `título`, `lugar`, `enlace`, `descripción` o `imagen`, por ejemplo: `!event edit { $number } lugar la biblioteca`
event-edit-same = Ya está así: no cambió nada en “{ $title }”.
event-edited = ✏️ **{ $title }** (evento { $number }): { $changes }
event-edited-title = nuevo título
event-edited-before = {" "}(antes: “{ $before }”)
event-edited-place = nuevo lugar: { $place }
event-edited-place-none = ya no tiene lugar
event-edited-link = nuevo enlace: { $link }
event-edited-link-none = ya no tiene enlace
event-edited-description = nueva descripción
event-edited-description-none = ya no tiene descripción
event-edited-here = Listo. El evento está al día.
event-edited-there = Listo. El evento en “{ $room }” está al día.
event-title-empty = Un evento necesita un título. Por ejemplo: `Gran cena`
event-link-unreadable = `{ $given }` no parece un enlace. Por ejemplo: `https://meet.example.org/jardin`
event-field-title = título, nombre
event-rename-words = renombrar, renombra
event-field-place = lugar, sitio, dirección, dónde
event-field-link = enlace, link, url
event-field-description = descripción, detalles, texto
event-field-picture = imagen, foto
cmd-event-reopen = Recupera un evento cancelado; aviso a quienes van
example-event-reopen = !event reopen 4
cmd-event-edit = Cambia el título, el lugar, el enlace, la descripción o la imagen de un evento
example-event-edit = !event edit 4 lugar la biblioteca
event-in-digest = **{ $community }**: { $title }, { $when }
event-in-digest-reader = {", "}{ $at } en tu zona
event-in-digest-link = {" · "}{ $link }
event-in-digest-open = ver el evento
event-given-date = el { $given }
event-in-digest-own = { $title }, { $when }
event-share-over = El evento { $number } (“{ $title }”) ya pasó o se canceló: no hay nada que compartir.
event-shared-cancelled = **Cancelado**
event-share-audience = El evento { $number } (“{ $title }”) no es para todo el mundo, así que no lo comparto.
