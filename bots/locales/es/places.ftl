# Las plazas de un evento, la lista de espera y quién viene con quién.

event-places = 🎟️ { $taken } de { $capacity } { $capacity ->
        [one] plaza
       *[other] plazas
    }{ $waiting ->
        [0] {""}
       *[other] , { $waiting } en espera
    }
event-places-limit = 🎟️ { $capacity ->
        [one] 1 plaza
       *[other] { $capacity } plazas
    }
event-who-waiting = ⏳ { $count } en espera: { $names }
event-waiting-asked = { $name } (por confirmar)
rsvp-wait = Lista de espera
rsvp-waiting = En espera
rsvp-noted-waiting = “{ $title }” está completo. Eres el número { $position } de la lista de espera y te avisaré cuando quede una plaza libre.
rsvp-toast-waiting = ⏳ Lista de espera: { $short }
event-place-offered = 🎟️ Hay una plaza libre para ti: **{ $title }** ({ $start }). Es tuya si dices que sí antes de { $until }; después pasará a la siguiente persona.
event-place-take = Sí, voy
event-place-leave = No, que pase
event-place-yours = 🎟️ Tienes plaza: **{ $title }** ({ $start }). Si al final no puedes, dilo debajo del evento para que pueda ir la siguiente persona.
event-place-lost = Tu plaza en **{ $title }** pasó a la siguiente persona porque no me respondiste. Para volver a la lista, responde debajo del evento.
event-place-sent-back = **{ $title }** ({ $start }) tiene ahora menos plazas que gente: estás en la lista de espera, entre los primeros puestos. Te avisaré cuando quede una plaza libre.
event-place-gone = Ahora mismo no hay ninguna plaza reservada para ti en “{ $title }”. Para ir, responde debajo del evento.
event-place-automatic = Apúntame sin preguntar
event-automatic-noted = De acuerdo: en cuanto quede una plaza en “{ $title }”, será tuya y te avisaré.

event-limit-words = limitado a, limitada a, límite, límite de
event-limit-short-words = máx, máx., max, max., máximo, como máximo, hasta, solo
event-place-words = plazas, plaza, personas, persona, participantes, asistentes
event-limit-small-words = a, en, para, de
event-unlimited-words = sin límite, ilimitado
event-limit-what = ¿Cuántas personas pueden ir a “{ $title }”? Por ejemplo `12`, o `ninguno` para no limitar.
event-limit-unreadable = ¿Cuántas plazas son `{ $given }`? Responde con un número, por ejemplo `12`, o `ninguno` para no limitar.
event-limit-range = Puede haber de 1 a { $limit } plazas. Por ejemplo: `12`
event-limit-below = “{ $title }” ya tiene { $taken ->
        [one] una plaza ocupada
       *[other] { $taken } plazas ocupadas
    }, { $more } más que eso. Responde `mantener` si se quedan todas (nadie más hasta que haya sitio), o `esperar` para pasar las últimas a la lista de espera y avisarlas. `cancelar` lo deja como está.
event-limit-set = “{ $title }” tiene ahora { $capacity ->
        [one] 1 plaza
       *[other] { $capacity } plazas
    }.
event-limit-kept = “{ $title }” tiene ahora { $capacity ->
        [one] 1 plaza
       *[other] { $capacity } plazas
    }. Quien tenía plaza la mantiene; los demás esperan.
event-limit-waits = “{ $title }” tiene ahora { $capacity ->
        [one] 1 plaza
       *[other] { $capacity } plazas
    }. Las últimas personas están en la lista de espera y ya lo saben.
event-limit-none = “{ $title }” ya no tiene límite. Todas las personas en espera tienen plaza.
cmd-event-limit = Limitar cuántas personas pueden ir
example-event-limit = !event limit 4 12

# Los acompañantes, quién puede ir, hasta cuándo y qué preguntan los anfitriones.

audience-everybody = todos
audience-members = miembros
audience-greeters = bienvenida
audience-connectors = referentes
event-for-members = 👥 Para miembros; primero se saluda a quien es nuevo
event-for-greeters = 👥 Para quienes dan la bienvenida y las personas referentes
event-for-connectors = 👥 Para las personas referentes
event-guests-line = ➕ { $count ->
        [one] Puedes traer a 1 persona
       *[other] Puedes traer hasta { $count } personas
    }
event-reply-by = ⏳ Responde antes de { $at }
event-replies-over = ⏳ Se podía responder hasta { $at }. Aún puedes cancelar.
event-asks = ❓ Los anfitriones preguntan a quien va: { $question }
event-names-hidden = 🙈 Solo los anfitriones ven quién va
event-who-some = ✅ { $count ->
        [one] Va una persona
       *[other] Van { $count }
    }
event-who-few = ✅ Ya hay gente apuntada. Muestro el número a partir de { $least }.
event-line-hidden = **{ $number }** { $title } · { $at }
event-guest-more = Traer a alguien
event-guest-less = Una persona menos
event-guests-noted = { $count ->
        [0] Anotado: vas a “{ $title }” sin acompañantes.
        [one] Anotado: vas a “{ $title }” con 1 persona.
       *[other] Anotado: vas a “{ $title }” con { $count } personas.
    }
event-guests-toast = ✅ Tú + { $count }
event-guests-none = “{ $title }” es sin acompañantes; cada cual puede responder por su cuenta debajo del evento.
event-guests-most = A “{ $title }” puedes traer como máximo a { $limit ->
        [one] 1 persona
       *[other] { $limit } personas
    }.
event-guests-full = { $free ->
        [0] No queda plaza para otra persona contigo en “{ $title }”.
        [one] En “{ $title }” queda plaza para 1 persona contigo.
       *[other] En “{ $title }” quedan plazas para { $free } personas contigo.
    } Tu plaza sigue siendo tuya.
event-only-members = “{ $title }” es para miembros. En cuanto alguien te salude aquí, podrás ir tú también.
event-only-greeters = “{ $title }” es para quienes dan la bienvenida y las personas referentes de esta comunidad.
event-only-connectors = “{ $title }” es para las personas referentes de esta comunidad.
event-replies-closed = Se podía responder a “{ $title }” hasta { $at }. Pregunta a los anfitriones.
event-guests-unreadable = ¿A cuántas personas puede traer cada quien? `{ $given }` no es un número de 0 a { $limit }. Por ejemplo: `acompañantes=1`
event-audience-unreadable = ¿Quién puede ir? No `{ $given }`, sino `todos`, `miembros`, `bienvenida` o `referentes`.
event-list-unreadable = `{ $given }` no es ni `visible` ni `oculta`. Por ejemplo: `asistentes=oculta`
event-deadline-unreadable = ¿Hasta cuándo se responde? No entiendo `{ $given }`. Por ejemplo `1 día` (antes), o `jueves 18:00`.
event-deadline-late = El plazo debe estar por venir y acabar antes del comienzo; sería { $at }. Por ejemplo: `1 día`
event-words-long = Esa pregunta es demasiado larga (máximo { $limit } caracteres).
event-private = 🔒 Se queda aquí: ni redes ni calendarios lo muestran
event-carries = ♻️ Quien vino la última vez cuenta como asistente; si no puedes, pulsa ❌
event-visibility-unreadable = No conozco la visibilidad «{ $given }». Escribe `público`, o `miembros` si debe quedarse aquí.
event-visibility-network = “{ $title }” se muestra en las comunidades de una red, así que no puede quedarse aquí. Quita `visibilidad`, o anúncialo sin `destino=red`.
event-carry-unreadable = No entiendo con «{ $given }» si las respuestas se mantienen. Escribe `mantener=sí` o `mantener=no`.
event-carry-single = “{ $title }” es una sola vez, así que ninguna respuesta puede mantenerse. `!event repeat { $number } cada martes` hace que vuelva.
event-share-private = “{ $title }” se queda aquí. `!event set { $number } visibilidad=público` lo cambia.
event-carried = Viniste a **{ $title }** la última vez, así que vuelvo a contar contigo: { $start }. Si no puedes, pulsa ❌ o escribe allí `!rsvp { $number } no`. Después de un no, dejo de contarte hasta que digas que sí.
event-carried-waiting = Viniste a **{ $title }** la última vez, pero para { $start } no quedan plazas: estás en la lista de espera. Si no puedes venir, pulsa ❌ o escribe allí `!rsvp { $number } no`.
event-set-now = Así está “{ $title }”:
event-set-done = Hecho. “{ $title }” ahora:
event-set-nothing = Puede ir todo el mundo y responder hasta que termine.
event-set-how = Se cambia así: `!event set { $number } acompañantes=1`, `para=miembros`, `plazo="1 día"`, `asistentes=oculta`, `pregunta="¿Alergias?"`, `visibilidad=miembros`, `mantener=sí`. `ninguno` quita uno; `!event limit { $number } 12` limita las plazas.
event-question = { $waits ->
        [yes] Si consigues plaza en **{ $title }**, los anfitriones quieren saber: { $question }
       *[no] Vas a **{ $title }** y los anfitriones preguntan: { $question }
    } Escribe tu respuesta aquí; solo la leen ellos.
event-question-form = Los anfitriones preguntan: { $question } Solo ellos leen tu respuesta.
event-question-noted = Anotado para los anfitriones de “{ $title }”; nadie más lo lee. Lo olvido unas semanas después del evento.
event-question-none = Los anfitriones de “{ $title }” no preguntan nada.
event-question-first = Di primero que vas a “{ $title }”.
event-guests-nobody = Nadie ha respondido todavía a “{ $title }”.
event-guests-title = **Quién va a { $title }**
event-guests-more = Hay más: `!event guests { $number } archivo` envía la tabla completa.
event-guests-came = Fueron { $came }; de quienes se esperaban faltaron { $missing }. Esto solo lo ves tú.
event-guests-no-files = Aquí no puedo enviar archivos. `!event guests` muestra la lista.
event-guests-file = Quién va a “{ $title }”: { $count ->
        [one] una respuesta
       *[other] { $count } respuestas
    }. Borra el archivo cuando ya no lo necesites.
event-guests-sent = Te envié la lista en privado.
event-guests-unreachable = No puedo escribirte en privado. Abre primero un chat conmigo y vuelve a pedirlo.
event-column-name = Nombre
event-column-answer = Respuesta
event-column-guests = Acompañantes
event-column-here = Estuvo
event-column-note = Nota
event-status-yes = va
event-status-maybe = quizás
event-status-no = no va
event-status-waiting = en espera
event-checkin = **Quién está: { $title }** · para los anfitriones: pulsa un nombre
cmd-event-set = Fijar acompañantes, público, plazo, pregunta
example-event-set = !event set 4 acompañantes=1
cmd-event-guests = Ver o exportar quién va, en privado
example-event-guests = !event guests 4 archivo
cmd-event-checkin = Marcar quién está
example-event-checkin = !event checkin 4
cmd-event-answer = Responder a la pregunta de los anfitriones
example-event-answer = !event answer 4 Sin nueces, por favor
ask-event-answer-answer = ¿Qué deben saber los anfitriones?

# Los recordatorios propios, el enlace para quien va y lo que sigue a un evento.

event-remind-own = Te recordaré en privado los eventos a los que vas: { $times }. `!me remind no` lo detiene.
event-remind-off = No te recuerdo los eventos. `!me remind 1d 1h` lo cambia.
event-remind-room = Te los recuerdo en la sala con los demás. Mejor en privado: `!me remind 1d 1h`, o `!me remind no` para nunca.
event-remind-one-own = Te recordaré “{ $title }” en privado: { $times }.
event-remind-one-off = No te recordaré “{ $title }”.
event-remind-one-room = Te recuerdo “{ $title }” en la sala con los demás. A tu hora: `!event remind 3h`
event-remind-unreadable = ¿Cuándo te lo recuerdo? No entiendo `{ $given }`. Por ejemplo `1d 1h` (un día y una hora antes), `no`, o `sala` para los recordatorios de la sala.
event-remind-many = Son muchos recordatorios: { $limit } como máximo. Por ejemplo: `1d 1h`
event-remind-room-words = sala, normal, por defecto
event-link-hidden = 🔗 Quien va recibe el enlace en privado
event-link-yours = 🔗 El enlace para **{ $title }**: { $link } No lo compartas, por favor.
event-link-now = 🔔 **{ $title }** empieza ahora: { $link }
event-cost = 💶 { $cost }
event-where-map = 📍 { $place } ({ $map })
event-map = mapa
event-after = 💛 ¡Gracias por venir a **{ $title }**! ¿Tienen fotos? Respondan a este mensaje con ellas.
event-after-ask = ¿Qué tal estuvo? Los números aparecen a partir de cinco respuestas.
event-after-totals = 🙂 { $good } · 😐 { $fair } · 🙁 { $poor }
event-feeling-good = Me encantó
event-feeling-fair = Estuvo bien
event-feeling-poor = No es lo mío
event-feeling-noted = Gracias, anotado.
event-feeling-guests = Esa pregunta es para quienes fueron a “{ $title }”.
cmd-event-remind = Recibir un recordatorio de un evento, en privado
example-event-remind = !event remind 4 3h
cmd-me-remind = Elegir cuándo te recuerdo los eventos
example-me-remind = !me remind 1d 1h
event-moved-to = 📅 **{ $title }** cambia de fecha: { $when }
event-reminder-private = ⏰ Te esperan en **{ $title }**: { $when }

cmd-event-host = Organizar un evento, pedírselo a alguien, o dejarlo
example-event-host = !event host 4 @anna:example.org
ask-event-host-person = ¿Quién lo organiza? Menciona a la persona o escribe su nombre completo; `no` si no es nadie.
event-host-line = 🙋 Organiza: { $name }
event-host-ask = { $name }: ¿organizas **{ $title }** ({ $at })? Tu nombre estará entonces en su tarjeta, solo en esta comunidad.
event-host-yes = Me encargo
event-host-no = No puedo
event-host-is = { $name } organiza **{ $title }**.
event-host-nobody = Nadie organiza **{ $title }** por ahora. Con `!event host { $number }` te encargas tú.
event-host-you = Organizas **{ $title }**: tu nombre está en su tarjeta. `!event host { $number } no` lo quita.
event-host-taken = { $name } ya organiza **{ $title }**.
