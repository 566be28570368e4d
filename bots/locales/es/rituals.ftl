# Rituales: preguntas que vuelven, y lo que la gente responde.

cmd-ritual = Preguntar algo a la sala con regularidad
example-ritual = !ritual "¿Qué metas tenéis esta semana?" cada lunes 9:00
cmd-ritual-list = Los rituales de esta comunidad
example-ritual-list = !ritual list
cmd-ritual-edit = Cambiar qué pregunta un ritual, o cuándo
example-ritual-edit = !ritual edit 2 cada viernes 17:00
cmd-ritual-set = Elegir quién anima un ritual y cuándo se calla
example-ritual-set = !ritual set 2 anfitrión=voluntarios silencio=5
cmd-ritual-host = Ofrecerse para animar un ritual, o dejarlo
example-ritual-host = !ritual host 2
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
ritual-set-now = Ritual { $number } (**{ $title }**):
ritual-set-how = Para cambiarlo: `!ritual set { $number } anfitrión=voluntarios`, `!ritual set { $number } anfitrión=nadie`, `!ritual set { $number } silencio=5`, `!ritual set { $number } silencio=nunca`
ritual-rotates = 🙋 Lo animan voluntarios por turnos; para cada ronda se elige a alguien.
ritual-rotates-not = 🙋 Nadie anima las rondas.
ritual-silence-after = { $count ->
        [one] 🤫 Tras una ronda sin respuesta dejo de preguntar.
       *[other] 🤫 Tras { $count } rondas sin respuesta dejo de preguntar.
    }
ritual-silence-never = 🤫 Sigo preguntando aunque nadie responda.
ritual-host-unreadable = No entiendo quién anima con “{ $given }”. Escribe `anfitrión=voluntarios` o `anfitrión=nadie`.
ritual-silence-unreadable = “{ $given }” no es un número de rondas. Escribe uno del 1 al { $limit }, por ejemplo `silencio=5`, o `silencio=nunca`.
ritual-host = 🙋 { $name } anima esta ronda. ¿Quieres animar una también? `!ritual host { $number }`
ritual-host-nobody = 🙋 Todavía nadie anima esta ronda. ¿Te animas? `!ritual host { $number }`
ritual-volunteer = Animo una
ritual-volunteer-toast = ¡Apuntado, gracias!
ritual-volunteered = ¡Gracias! Ya estás entre quienes animan **{ $title }**: te escribiré cuando te toque. `!ritual host { $number } no` te quita de la lista.
ritual-withdrawn = Apuntado: ya no cuento contigo para animar **{ $title }**. `!ritual host { $number }` te vuelve a poner.
ritual-no-volunteer = No estás entre quienes animan **{ $title }**. `!ritual host { $number }` te pone en la lista.
ritual-host-how = Escribe `!ritual host { $number }` para animar rondas, o `!ritual host { $number } no` para no animar más.
ritual-not-rotating = No se elige a nadie para animar el ritual { $number }. Un referente lo activa: `!ritual set { $number } anfitrión=voluntarios`
ritual-enough-hosts = Ya se han ofrecido { $limit } personas y no caben más. ¡Gracias de todos modos!
ritual-you-host = 🙋 Te toca animar **{ $title }** en { $room }: abre la ronda y contesta a quien participe. Si no puedes, pulsa 🙅 y se lo pido a otra persona. Para salir de la lista, escribe allí `!ritual host { $number } no`.
ritual-pass = Esta vez no puedo
ritual-passed = Apuntado: esta vez otra persona anima **{ $title }**. Sigues en la lista.
ritual-not-host = No animas esta ronda, o ya ha terminado.
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
ritual-template-host = "¿Cómo va la semana, y en qué hace falta una mano?" cada lunes 10:00
