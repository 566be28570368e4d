# Anuncios: lo que una red dice a sus comunidades.

cmd-announce = Decir algo a las comunidades de la red
example-announce = !announce "El local abre el lunes" para=idioma:es cuándo=mañana a las 9
ask-announce-text = ¿Qué tienen que leer las comunidades? Nada sale antes de que veas una vista previa.
cmd-announce-text = Dar a un anuncio un texto en otro idioma
example-announce-text = !announce text 3 fr "Le local ouvre lundi"
ask-announce-text-language = ¿En qué idioma? Por ejemplo `fr` o `Deutsch`.
ask-announce-text-text = ¿Qué tienen que leer las comunidades que lo hablan?
cmd-announce-edit = Cambiar un anuncio, aunque ya haya salido
example-announce-edit = !announce edit 3 El local abre el martes
ask-announce-edit-text = ¿Qué tiene que decir en su lugar?
ask-announce-edit-at = ¿Cuándo tiene que salir? Por ejemplo `mañana a las 9`.
cmd-announce-recall = Retirar un anuncio de todas partes
example-announce-recall = !announce recall 3
cmd-announce-list = Los anuncios hechos y los que vienen
example-announce-list = !announce list
cmd-announce-show = Qué ha sido de un anuncio
example-announce-show = !announce show 3
cmd-announce-accept = Mostrar un anuncio aquí, si quieres con una línea de la comunidad
example-announce-accept = !announce accept 3 ¡Nosotros también vamos!
cmd-announce-decline = No mostrar un anuncio aquí, o quitarlo
example-announce-decline = !announce decline 3 Ya lo dijimos la semana pasada
cmd-announce-answer = Decir algo a la coordinación sobre un anuncio
example-announce-answer = !announce answer 3 Nos apuntamos
ask-announce-answer-text = ¿Qué tiene que leer la coordinación?

# Lo que ve una comunidad

announce-card = 📢 Anuncio de **{ $network }**:
announce-card-through = 📢 Anuncio de **{ $network }**, a través de **{ $through }**:
announce-card-line = **{ $community }:** { $line }
announce-card-changed = _El texto ha cambiado._
announce-card-footer = _Las respuestas se quedan en esta sala. Para decir algo a la coordinación, usa ✉️._
announce-answer-button = A la coordinación
announce-changed-afar = _{ $network } cambió su anuncio. Esta sala ya no sigue a esa red, así que el texto nuevo no aparece aquí._
announce-recalled-here = _{ $network } retiró este anuncio._

# La vista previa

announce-many-unsent = Ya hay { $limit } anuncios en espera. `!announce list` los muestra, y `!announce recall` retira uno.
announce-preview-draft = **Anuncio { $number }** de **{ $network }** · aún sin enviar
announce-preview-scheduled = **Anuncio { $number }** de **{ $network }** · programado
announce-preview-text = { $language }:
announce-preview-goes = Para { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    } ({ $audience })
announce-preview-nobody = Ninguna comunidad lo recibiría ({ $audience }).
announce-preview-language = • en { $language }: { $count ->
        [one] una
       *[other] { $count }
    } ({ $names })
announce-out-deaf = Sin las que no escuchan a la red: { $count } ({ $names })
announce-out-off = Sin las que apagaron los anuncios: { $count } ({ $names })
announce-out-homeless = Sin las que no tienen sala: { $count } ({ $names })
announce-preview-asks = { $count ->
        [one] En una de ellas decide antes un referente
       *[other] En { $count } de ellas decide antes un referente
    } (en { $hours } horas).
announce-preview-quiet = { $count ->
        [one] En una de ellas espera a que acaben las horas tranquilas.
       *[other] En { $count } de ellas espera a que acaben las horas tranquilas.
    }
announce-preview-urgent = ❗ Urgente: { $count ->
        [one] interrumpe las horas tranquilas de una comunidad.
       *[other] interrumpe las horas tranquilas de { $count } comunidades.
    }
announce-preview-urgent-only = ❗ Urgente: se muestra también en horas tranquilas.
announce-preview-deep = También en las comunidades de: { $names }
announce-preview-shallow = Ninguna red de abajo escucha a esta, así que no baja más. Su coordinación puede cambiarlo allí: `!network listen sí`.
announce-preview-now = Sale cuando pulses ✅.
announce-preview-at = Hora: { $at }
announce-more = y { $count } más
announce-send = Enviar
announce-send-now = Enviar ya
announce-confirm = Programarlo
announce-schedule = Elegir la hora
announce-edit = Editar
announce-add = Añadir { $language }
announce-urgent-on = Urgente
announce-urgent-off = No urgente
announce-deep-on = Bajar más
announce-deep-off = Quedarse arriba
announce-discard = Descartar
announce-unschedule = No enviar
announce-sent = El anuncio { $number } va camino de { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }. `!announce show { $number }` dice cómo va, `!announce recall { $number }` lo retira.
announce-scheduled = El anuncio { $number } está programado: { $at }. `!announce recall { $number }` lo para.
announce-missed = El anuncio { $number } tenía que salir ({ $at }), pero yo no estaba. No lo he enviado: `!announce show { $number }` trae de vuelta la vista previa.
announce-sent-card = **El anuncio { $number }** salió ({ $at }) y se ve en { $count } de { $total }: { $about }
announce-card-recalled = El anuncio { $number } se retiró.
announce-card-dropped = El anuncio { $number } no se envía, y he olvidado su texto.

# Lo que no se puede

announce-elsewhere = Los anuncios se hacen en una sala de la red ({ $names }). Escríbelo allí.
announce-unknown = { $network } no tiene ningún anuncio { $given }. `!announce list` los muestra.
announce-none = { $network } aún no ha anunciado nada. Empieza con `!announce` y tu texto.
announce-is-draft = El anuncio { $number } aún no ha salido.
announce-is-scheduled = El anuncio { $number } aún no ha salido.
announce-is-sent = El anuncio { $number } ya ha salido. `!announce edit { $number }` lo cambia, `!announce recall { $number }` lo retira.
announce-is-recalled = El anuncio { $number } se retiró. Su texto ya no existe.
announce-is-dropped = El anuncio { $number } se descartó. Su texto ya no existe.
announce-nobody = Ninguna comunidad recibiría el anuncio { $number }. `!announce edit { $number } para=todas` elige otras.
announce-too-late = La hora del anuncio { $number } ({ $at }) ya pasó. Elige otra.
announce-edit-what = ¿Qué tiene que decir el anuncio { $number } en su lugar? Escribe el texto nuevo, o por ejemplo `!announce edit { $number } cuándo=viernes a las 9`.
announce-edit-sent = El anuncio { $number } ya ha salido: solo puede cambiar su texto.
announce-to-mixed = No sé a quién se refiere `{ $given }`. Da nombres, como `Lyon, Paris`, o condiciones, como `idioma:fr tamaño:20+`.
announce-to-unknown = No conozco ninguna comunidad `{ $given }`. Hay: { $names }. O escribe `todas`, `etiqueta:bici`, `idioma:fr`, `plataforma:telegram` o `tamaño:20+`.
announce-size = `{ $given }` no es un tamaño. Escribe `tamaño:20+` para al menos 20 personas, `tamaño:-50` para 50 como mucho, o `tamaño:20-50`.
announce-platform = No estoy en `{ $given }`. Hay: { $names }.

# Cambiar y retirar

announce-change-ask = El anuncio { $number } ({ $language }) dirá:
    { $about }
    { $count ->
        [0] Ninguna comunidad lo muestra. Cambiará en todas partes donde estaría ese texto. ¿Sigo?
        [one] Se ve en una comunidad y cambiará en todas partes donde esté ese texto. ¿Sigo?
       *[other] Se ve en { $count } comunidades y cambiará en todas partes donde esté ese texto. ¿Sigo?
    }
announce-change-yes = Cambiarlo
announce-changed = El anuncio { $number } cambia ahora en todas partes.
announce-recall-ask = El anuncio { $number } ({ $about }) { $count ->
        [0] no se ve en ningún sitio, y tampoco llegará adonde aún esté en camino
        [one] desaparecerá de una comunidad, y de donde aún esté en camino
       *[other] desaparecerá de { $count } comunidades, y de donde aún esté en camino
    }. No se puede deshacer. ¿Sigo?
announce-drop-ask = El anuncio { $number } ({ $about }) aún no ha salido. Si lo descarto, su texto se pierde. ¿Lo descarto?
announce-recall-yes = Retirarlo
announce-recalled = Estoy retirando el anuncio { $number } de todas partes.

# Lo que deciden los referentes

announce-ask-show = Anuncio de **{ $network }**. ¿Lo muestra **{ $community }**?
    { $about }
    Si nadie responde antes ({ $at }), lo mostraré.
announce-ask-decline = Anuncio de **{ $network }**. ¿Lo muestra **{ $community }**?
    { $about }
    Si nadie responde antes ({ $at }), no lo mostraré.
announce-ask-waiting = Un anuncio de **{ $network }** aparecerá en **{ $community }** ({ $at }):
    { $about }
announce-ask-shown = **{ $community }** muestra este anuncio de **{ $network }**:
    { $about }
announce-ask-declined = **{ $community }** no muestra este anuncio de **{ $network }**:
    { $about }
announce-ask-over = Ya no queda nada que decidir sobre este anuncio de **{ $network }** en **{ $community }**.
    { $about }
announce-show-button = Mostrar
announce-line-button = Añadir una línea
announce-later-button = Más tarde
announce-decline-button = No mostrar
announce-down-button = Quitarlo
announce-ask-line = ¿Qué tiene que leer { $community } debajo? Una línea, hasta 300 caracteres; `ninguno` para nada.
announce-ask-when = ¿Cuándo lo muestro en { $community }? Por ejemplo `hoy a las 20` o `viernes a las 9`.
announce-ask-reason = { $community } no lo muestra. ¿Quieres decir por qué a la coordinación? Escríbelo, o `no`.
announce-reason-kept = Gracias. La coordinación lo verá en su informe.
announce-reason-none = De acuerdo, sin motivo.
announce-now-shown = { $community } lo muestra ahora.
announce-now-waiting = { $community } lo mostrará más tarde: { $at }.
announce-now-declined = { $community } no lo muestra.
announce-ask-over-short = Ya no se puede mostrar en { $community }.
announce-wait-too-long = Eso es demasiado lejos: como mucho { $days } días.
announce-not-yours = Eso lo deciden solo los referentes de { $community }.
announce-shown-already = Ya se muestra.
announce-over = Ya no queda nada que decidir sobre este anuncio.
announce-over-recalled = Ese anuncio se retiró.
announce-here-none = A { $community } aún no ha llegado ningún anuncio.
announce-here-unknown = Aquí no ha llegado ningún anuncio `{ $given }`. `!announce list` los muestra.
announce-here-which = Varias redes tienen un anuncio { $given }: { $names }. Escribe el comando como respuesta al que quieres decir.

# Respuestas

announce-answer-circle-named = ¿Qué le paso a la coordinación de **{ $network }**? Tu próximo mensaje aquí irá a su círculo, con tu nombre y tu comunidad. Con `cancelar` todo se queda aquí.
announce-answer-circle-unnamed = ¿Qué le paso a la coordinación de **{ $network }**? Tu próximo mensaje aquí irá a su círculo, con tu comunidad pero sin tu nombre. Con `cancelar` todo se queda aquí.
announce-answer-room-named = ¿Qué le paso a **{ $network }**? Tu próximo mensaje aquí irá a la sala de la red, donde lo leerá todo el mundo, con tu nombre y tu comunidad. Con `cancelar` todo se queda aquí.
announce-answer-room-unnamed = ¿Qué le paso a **{ $network }**? Tu próximo mensaje aquí irá a la sala de la red, donde lo leerá todo el mundo, con tu comunidad pero sin tu nombre. Con `cancelar` todo se queda aquí.
announce-answered-circle = Se lo he pasado a la coordinación de { $network }.
announce-answered-room = Lo he pasado a la sala de { $network }.
announce-take-back = Retirarlo
announce-answer-card = ✉️ Sobre el anuncio { $number }, { $who } de **{ $community }**:
    { $about }
announce-answer-gone = _Se retiró una respuesta._
announce-answer-back = Retirado y olvidado.
announce-answer-not-yours = Solo puede retirarlo quien lo escribió.
announce-somebody = alguien

# Listas e informe

announce-list-title = **Anuncios de { $network }**
announce-list-footer = `!announce show { $number }` dice qué ha sido de uno.
announce-line-draft = **{ $number }** · borrador: { $about }
announce-line-scheduled = **{ $number }** · programado, { $at }: { $about }
announce-line-sent = **{ $number }** · enviado, { $at }: { $about }
announce-received-title = **Anuncios en { $community }**
announce-received-footer = `!announce decline 3` quita uno, `!announce accept 3` lo muestra.
announce-received = **{ $number }** de { $network } · { $state }: { $about }
announce-state-asked = espera a un referente
announce-state-waiting = para más tarde
announce-state-shown = a la vista
announce-state-declined = no se muestra
announce-state-failed = no se pudo publicar
announce-state-deaf = la comunidad no escucha a la red
announce-state-off = anuncios apagados
announce-state-homeless = sin sala
announce-state-left = fuera de la red
announce-report-private = Te envío en privado el informe sobre el anuncio { $number }.
announce-report-unreachable = No puedo escribirte en privado, y el informe no es para todo el mundo. Envíame antes un mensaje privado, o pídelo en el círculo de la red.
announce-report-title = **Anuncio { $number }**, enviado, { $at } ({ $audience }): { $about }
announce-report-shown = ✅ Se ve en { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }: { $names }
announce-report-asked = ❓ Falta que decida un referente en { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }: { $names }
announce-report-waiting = ⏰ Más tarde en { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }: { $names }
announce-report-declined = ❌ No se muestra en { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }: { $names }
announce-report-failed = ⚠️ No se pudo publicar en { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }: { $names }
announce-report-deaf = No escuchan: { $count } ({ $names })
announce-report-off = Anuncios apagados: { $count } ({ $names })
announce-report-homeless = Sin sala: { $count } ({ $names })
announce-report-left = Salieron antes de que se mostrara: { $count } ({ $names })
announce-place-silent = { $community } (nadie respondió)
announce-place-reason = { $community } (“{ $reason }”)
announce-place-until = { $community } (hasta: { $at })
announce-place-gone = { $community } (ya no estoy en esa sala)
announce-reactions-few = Reacciones: de menos de cinco personas
announce-reactions = Reacciones de { $count } personas: { $emojis }
announce-reactions-of = • { $community }: { $emojis }
announce-answers = { $count ->
        [one] Una respuesta:
       *[other] { $count } respuestas:
    }
announce-answer-line = • { $who }, { $community }: { $text }

# Para quién es

audience-words-all = todas todos
audience-words-tag = etiqueta etiquetas tag
audience-words-language = idioma idiomas
audience-words-platform = plataforma plataformas
audience-words-size = tamaño personas
audience-all = todas
audience-tags = etiqueta: { $names }
audience-languages = idioma: { $names }
audience-platforms = plataforma: { $names }
audience-least = al menos { $count ->
        [one] una persona
       *[other] { $count } personas
    }
audience-most = como mucho { $count ->
        [one] una persona
       *[other] { $count } personas
    }

# Ajustes

about-announcements = qué pasa con los anuncios de tus redes: `mostrar` enseguida, `preguntar` antes a los referentes, o `no`
about-unanswered = qué pasa con un anuncio si ningún referente responde a tiempo: `mostrar` o `rechazar`
about-answer-hours = cuántas horas tienen los referentes para decidir sobre un anuncio
unit-hours = { $count ->
        [one] 1 hora
       *[other] { $count } horas
    }
