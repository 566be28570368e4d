# Las reglas de una encuesta y lo que pasa con ellas.

poll-threshold = `{ $given }` no vale aquí. ¿Qué hace falta para ganar? Por ejemplo `umbral=2/3`, `umbral=60%`, `umbral=unanimidad` o un número de votos.
poll-threshold-kind = Un umbral va con una elección, sí/no o consentimiento. Quita `umbral`.
poll-number = `{ $given }` no vale aquí: un número de 1 a { $most }.
poll-span = `{ $given }` no vale aquí: una duración, por ejemplo `3h` o `2d`.
poll-emoji = Pon { $count } emojis distintos, uno para cada opción, por ejemplo `emoji="🍕 🥗"`.
poll-only-connectors = En la encuesta { $number } solo votan referentes.
poll-only-greeters = En la encuesta { $number } solo votan bienvenida y referentes.
poll-only-known = La encuesta { $number } es para personas que yo conocía desde hacía { $days ->
        [one] un día
       *[other] { $days } días
    } cuando empezó.
poll-waiting = La encuesta { $number } abre el { $at }.
poll-waits = La encuesta { $number } (“{ $question }”) abre el { $at }. `!poll delete { $number }` la descarta.
poll-list-waiting = { $number }: { $question } – abre el { $at }
poll-starts = Abre el { $at }.
poll-anonymous-over = La encuesta { $number } era anónima: ya no sé quién votó, así que no puede abrirse otra vez. `!poll again { $number }` pregunta de nuevo.
poll-how-secret = Un voto por persona, { $most ->
        [one] una opción
       *[other] hasta { $most } opciones
    }; puedes cambiarlo. Nadie aquí ve lo que pulsas.
poll-how-emoji = Reacciona con uno de los emojis de arriba para votar. Las reacciones muestran tu nombre.
poll-how-choice = Pulsa 🗳️ para recibir tu papeleta en privado.
poll-how-reactions-choice = Reacciona con 🗳️ y te mando tu papeleta en privado. Puedes cambiarla hasta el cierre.
poll-rule-anonymous = Anónima: nadie sabe quién eligió qué, y las cifras llegan al cierre. Guardo tu papeleta hasta un día después, para que puedas cambiarla; luego solo los totales. Hasta entonces podría mirar quien me administra.
poll-rule-anonymous-reactions = Anónima: los demás ven quién toma una papeleta, no lo que dice, y las cifras llegan al cierre. Guardo tu papeleta hasta un día después; luego solo los totales. Hasta entonces podría mirar quien me administra.
poll-rule-hidden = Las cifras llegan al cierre.
poll-rule-connectors = Solo votan referentes.
poll-rule-greeters = Solo votan bienvenida y referentes.
poll-rule-since = Para personas que conozco desde hace { $days ->
        [one] un día
       *[other] { $days } días
    }.
poll-rule-quorum = Cuenta si { $count ->
        [one] vota una persona.
       *[other] votan { $count } personas.
    }
poll-rule-early-all = Se cierra en cuanto hayan votado todas las personas que conozco aquí.
poll-rule-early = Se cierra en cuanto { $count ->
        [one] haya votado una persona
       *[other] hayan votado { $count }
    }.
poll-rule-remind = Quien no ha votado recibe un solo recordatorio privado, { $hours ->
        [one] una hora
       *[other] { $hours } horas
    } antes del cierre.
poll-winner-needs-all = Para ganar hacen falta todos los votos.
poll-winner-needs-half = Para ganar hace falta más de la mitad de los votos.
poll-winner-needs-votes = Para ganar { $count ->
        [one] hace falta un voto
       *[other] hacen falta { $count } votos
    }.
poll-winner-needs-share = Para ganar hacen falta { $share } de los votos.
poll-consent-needs-all = Quienes no se abstienen tienen que estar todos de acuerdo.
poll-consent-needs-half = Más de la mitad de quienes no se abstienen tienen que estar de acuerdo.
poll-consent-needs-votes = { $count ->
        [one] Una persona tiene
       *[other] { $count } personas tienen
    } que estar de acuerdo.
poll-consent-needs-share = { $share } de quienes no se abstienen tienen que estar de acuerdo.
poll-missed-quorum = Han votado { $count }; hacían falta { $needed }.
poll-result-undecided = **Encuesta { $number }: { $question }** No hay nada decidido. Por delante: { $winners }.
poll-anonymous-for-good = Una vez publicada, no se puede deshacer.
poll-set-anonymous = Anónima
poll-set-named = No anónima
poll-set-hidden = Ocultar cifras
poll-set-live = Mostrar cifras
poll-why = Decir por qué
poll-nudge = **{ $room }** está votando: encuesta { $number }, “{ $question }”, hasta el { $at }. Todavía no has votado.
poll-nudge-stop = No más recordatorios
poll-nudge-again = Recuérdamelo otra vez
poll-nudges-off = Vale, no te recordaré más encuestas.
poll-nudges-on = Vale, te recordaré las encuestas otra vez.
ballot-not-here = Esto pueden leerlo otros, así que no lo cuento: la encuesta { $number } es secreta. Retira tu mensaje, pulsa 🗳️ en la encuesta o reacciona con él, y vota en privado.
ballot-how-choice = Pulsa tu elección; otra pulsación la retira. Puedes cambiarla hasta el cierre.
ballot-how-typed-choice = Reacciona con el signo de tu elección, o escribe aquí su número: `{ $example }`. Puedes cambiarla hasta el cierre.
ballot-how-consent = Pulsa tu postura; otra pulsación la retira. Puedes cambiarla hasta el cierre.
ballot-how-typed-consent = Reacciona con el signo de tu postura. Puedes cambiarla hasta el cierre.
reason-ask-vote = ¿Por qué has votado así en la encuesta { $number } (“{ $question }”)? Tu próximo mensaje aquí se muestra con el resultado, sin tu nombre a menos que lo quieras.
reason-asked-vote = Te lo he preguntado en privado.
reason-type-vote = Di por qué, por favor: `!poll reason { $number } el motivo`. Se muestra sin tu nombre; añade `firmado=sí` para mostrarlo.
reason-without-vote = Vota primero en la encuesta { $number }; luego di por qué.
reason-for = { $name }, por { $choice }:
reason-for-somebody = Alguien, por { $choice }:
reason-more = … y más.
cmd-poll-again = Repetir una encuesta con sus reglas
example-poll-again = !poll again 3
arg-poll-again-number = El número de la encuesta
arg-poll-anonymous = Nadie sabe quién eligió qué
arg-poll-hidden = Sin cifras antes del cierre
arg-poll-quorum = Cuántas personas tienen que votar
arg-poll-threshold = Qué hace falta: 2/3, 60%, unanimidad
arg-poll-voters = Quién puede votar
arg-poll-since = Desde cuándo se le conoce: 30d
arg-poll-reasons = Se puede decir por qué
arg-poll-emoji = Un emoji para cada opción
arg-poll-remind = Recordar cuánto antes del cierre: 1d
arg-poll-early = Cerrar cuando voten todos, o tantos
arg-poll-start = Cuándo abre: mañana 9:00
argname-anonymous = anónima
argname-hidden = oculta
argname-quorum = quórum
argname-threshold = umbral
argname-voters = votantes
argname-since = desde
argname-reasons = motivos
argname-emoji = emoji
argname-remind = recordar
argname-early = anticipada
argname-start = inicio
arglike-anonymous = secreta
arglike-start = abre empieza
arglike-remind = recordatorio
choice-everybody = todos
choice-connectors = referentes
choice-greeters = bienvenida
name-again = repetir
poll-about-dates = Cada opción es una fecha; con el resultado, la mejor puede convertirse en evento. Comprueba el día y la hora.
poll-make-event = Crear el evento: { $date }
poll-close-before = La encuesta se cerraría el { $at }, pero no se abre hasta el { $start }. Pon un cierre posterior, por ejemplo `2h`: una duración cuenta desde que se abre.
poll-date-past = `{ $given }` ya pasó. Escribe fechas que estén por venir, por ejemplo `sáb 5 dic 15:00 / dom 6 dic 11:00`.
poll-set-open = Lista abierta
poll-set-fixed = Opciones fijas
poll-anonymous-stays = Una encuesta anónima lo sigue siendo: la gente votó, o piensa votar, por eso. `!poll again` pregunta otra vez de otra manera.
poll-edit-rules-voted = La gente ha votado en la encuesta { $number } con sus reglas; ahora solo pueden cambiar `cierre`, `recordar`, `anticipada`, `motivos` y `añadidos`. `!poll again { $number }` pregunta otra vez con otras reglas.
poll-edit-fixed = `{ $given }` se elige antes de abrir una encuesta y después ya no cambia. `!poll again { $number }` hace con ella un borrador nuevo, que puedes cambiar antes de que nadie lo vea.
arg-poll-edit-emoji = Un emoji para cada opción
arg-poll-edit-anonymous = Nadie sabe quién eligió qué
arg-poll-edit-hidden = Sin cifras antes del cierre
arg-poll-edit-quorum = Cuántas personas tienen que votar
arg-poll-edit-threshold = Qué hace falta: 2/3, 60%, unanimidad
arg-poll-edit-reasons = Se puede decir por qué
arg-poll-edit-remind = Recordar cuánto antes del cierre: 1d
arg-poll-edit-early = Cerrar cuando voten todos, o tantos
arg-poll-edit-additions = Lista abierta: la gente añade opciones
poll-rule-repeats = Se repite: { $rule }.
poll-comes-again = Vuelve el { $at }, como encuesta { $number }. `!poll delete { $number }` la detiene; `!poll list` la muestra.
poll-silent = encuesta { $number } (**{ $question }**): nadie votó { $count } veces seguidas, así que ya no pregunto. `!poll again { $number }` la vuelve a lanzar, con su regla.
poll-repeat-how = No entiendo `{ $given }`: ¿cada cuánto vuelve la encuesta? Por ejemplo `repetición="todos los viernes a las 9"` o `repetición="el primer lunes del mes"`.
poll-repeat-not = Una encuesta de fechas, o en todas las comunidades de una red, no puede volver sola. Quita `repetición`; `!poll again` pregunta otra vez.
arg-poll-repeat = Repetir: todos los viernes a las 9
argname-repeat = repetición
poll-set-more = Más reglas
poll-step-close = { $count ->
    [0] Sin plazo
    [one] Abierta un día
   *[other] Abierta { $count } días
    }
poll-step-quorum = { $count ->
    [0] Sin quórum
   *[other] Quórum: { $count }
    }
poll-step-threshold-none = Sin umbral
poll-step-threshold-half = Más de la mitad
poll-step-threshold-all = Unanimidad
poll-step-threshold-share = Hacen falta { $share }
poll-step-voters-connectors = Solo votan referentes
poll-step-voters-everybody = Votan todos
poll-step-since = { $count ->
    [0] También votan los nuevos
   *[other] Conocidos desde hace { $count } días
    }
poll-step-reasons-yes = Con motivos
poll-step-reasons-no = Sin motivos
poll-step-early-yes = Cerrar cuando todos hayan votado
poll-step-early-no = Abierta hasta el final
poll-step-remind = { $count ->
    [0] Sin recordatorio
    [one] Recordar 1 hora antes
   *[other] Recordar { $count } horas antes
    }
poll-ask-emoji = Emojis propios
poll-ask-start = Abrir más tarde
poll-ask-repeat = Se repite
poll-request-emoji = ¿Qué emojis representan las opciones? Envíame { $count }, en este orden: { $options }. Escribe `ninguno` para quitarlos.
poll-request-start = ¿Cuándo abre la encuesta? Por ejemplo `mañana 9:00`. Escribe `ninguno` para abrirla enseguida.
poll-request-repeat = ¿Cada cuánto vuelve la encuesta? Por ejemplo `todos los viernes a las 9`. Escribe `ninguno` para que sea solo una vez.
