# Rituales: preguntas que vuelven, y lo que la gente responde.

cmd-ritual = Preguntar algo a la sala con regularidad
example-ritual = !ritual "¿Qué metas tenéis esta semana?" cada lunes 9:00
cmd-ritual-list = Los rituales de esta comunidad
example-ritual-list = !ritual list
cmd-ritual-edit = Cambiar qué pregunta un ritual, o cuándo
example-ritual-edit = !ritual edit 2 cada viernes 17:00
cmd-ritual-pause = Pausar un ritual
example-ritual-pause = !ritual pause 2
cmd-ritual-resume = Continuar un ritual
example-ritual-resume = !ritual resume 2
cmd-ritual-stop = Terminar un ritual
example-ritual-stop = !ritual stop 2
ask-ritual-what = ¿Qué pregunto, y cada cuánto? Pon la pregunta entre comillas, por ejemplo `"¿Qué metas tenéis esta semana?" cada lunes 9:00`.
ritual-how = Necesito la pregunta entre comillas y cada cuánto hacerla. Por ejemplo: `!ritual "¿Qué metas tenéis esta semana?" cada lunes 9:00`
ritual-no-prompt = ¿Qué pregunto? Pon la pregunta entre comillas, por ejemplo `"¿Qué metas tenéis esta semana?" cada lunes 9:00`.
ritual-too-long = Es demasiado largo para un ritual: { $limit } letras como máximo.
ritual-too-many = Ya hay { $limit } rituales. `!ritual list` los muestra, y `!ritual stop` termina uno.
ritual-no-dates = A este ritual no le queda ninguna fecha. `!ritual edit` le da otras.
ritual-ask = ¿Pregunto esto con regularidad en { $room }?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-yes = Empezar
ritual-begun = El ritual { $number } empieza { $when }. `!ritual pause { $number }` lo pausa.
ritual-prompt = 🔁 **{ $prompt }**
    Responde a este mensaje; reuniré las respuestas en uno solo.
ritual-gathered = { $count ->
        [one] 🧺 **{ $title }**: una respuesta
       *[other] 🧺 **{ $title }**: { $count } respuestas
    }
ritual-gathered-by = { $name }:
ritual-gathered-more = { $count ->
        [one] Respondió una persona más.
       *[other] Respondieron { $count } personas más.
    }
ritual-silent = el ritual { $number } (**{ $title }**) quedó sin respuesta { $count } veces seguidas, así que ya no pregunto. `!ritual resume { $number }` lo retoma, `!ritual edit { $number }` lo cambia, `!ritual stop { $number }` lo termina.
ritual-none = Aquí no hay ningún ritual. Por ejemplo: `!ritual "¿Qué metas tenéis esta semana?" cada lunes 9:00`
ritual-unknown = Aquí no hay ningún ritual { $given }. `!ritual list` los muestra todos.
ritual-which = ¿Qué ritual? `!ritual list` muestra los números; escribe por ejemplo `2`.
ritual-list-title = **Rituales**
ritual-line = { $number }. **{ $title }** · { $rule } · { $state }
ritual-next = la próxima vez { $when }
ritual-state-active = en marcha
ritual-state-paused = ⏸️ en pausa
ritual-state-silent = 🤫 en silencio: nadie respondió
ritual-paused = El ritual { $number } (**{ $title }**) está en pausa. `!ritual resume { $number }` lo retoma.
ritual-resumed = El ritual { $number } (**{ $title }**) vuelve { $when }.
ritual-edit-how = ¿Qué cambio? Escribe la nueva pregunta entre comillas, cuándo toca, o las dos cosas: `!ritual edit { $number } "¿Qué salió bien?" cada viernes 17:00`
ritual-edit-ask = ¿El ritual { $number } pasa a ser este?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-edit-yes = Cambiarlo
ritual-stop-ask = ¿Termino el ritual { $number } (**{ $title }**)? No se puede deshacer; `!ritual pause { $number }` solo lo pausa.
ritual-stop-yes = Terminar el ritual
ritual-stopped = El ritual **{ $title }** ha terminado. Las respuestas que no había reunido están borradas.
ritual-templates = ¿Qué ritual quieres empezar? Lo ves antes.
ritual-templates-own = O escribe el tuyo: `!ritual "¿Qué metas tenéis esta semana?" cada lunes 9:00`
ritual-template-name-goals = Metas del lunes
ritual-template-goals = "¿Qué metas tenéis esta semana?" cada lunes 9:00
ritual-template-name-thanks = Gracias del viernes
ritual-template-thanks = "¿A quién queréis dar las gracias esta semana, y por qué?" cada viernes 17:00
ritual-template-name-newcomers = Círculo de bienvenida
ritual-template-newcomers = "¿Acabas de llegar? Cuenta quién eres y qué te trae." el primer martes de cada mes 18:00
ritual-template-name-host = Quién anima la semana
ritual-template-host = "¿Quién anima esta semana: abre la ronda y responde a las preguntas?" cada lunes 10:00
