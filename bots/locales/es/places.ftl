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
event-unlimited-words = sin límite, ilimitado
event-limit-what = ¿Cuántas personas pueden ir a “{ $title }”? Por ejemplo `12`, o `ninguno` para no limitar.
event-limit-unreadable = ¿Cuántas plazas son `{ $given }`? Responde con un número, por ejemplo `12`, o `ninguno` para no limitar.
event-limit-range = Puede haber de 1 a { $limit } plazas. Por ejemplo: `12`
event-limit-below = “{ $title }” ya tiene { $taken } plazas ocupadas, { $more } más que eso. Responde `mantener` si se quedan todas (nadie más hasta que haya sitio), o `esperar` para pasar las últimas a la lista de espera y avisarlas. `cancelar` lo deja como está.
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
