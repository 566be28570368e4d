# Los mensajes que viajan a la red.

highlight-from = **{ $community }** · { $author }
highlight-from-somebody = Alguien de **{ $community }**
highlight-heard = De la red **{ $network }**: { $origin }
highlight-attachments = { $count ->
        [one] (con un archivo adjunto)
       *[other] (con { $count } archivos adjuntos)
    }
highlight-footer = { $link } · { $count ->
        [0] aún sin reacciones
        [one] le gustó a una persona
       *[other] les gustó a { $count } personas
    }
highlight-link = mensaje original
highlight-no-link = sin enlace al original
highlight-held = { $who }, voy a compartir tu mensaje con **{ $network }** { $minutes ->
        [0] en un momento
        [one] en un minuto
       *[other] en { $minutes } minutos
    } ({ $at }), { $signed }:
    { $about }
highlight-held-later = { $who }, voy a compartir tu mensaje con **{ $network }** a las { $at }, después de las horas tranquilas, { $signed }:
    { $about }
highlight-with-name = con tu nombre
highlight-without-name = sin tu nombre
highlight-published = Ya se ve en **{ $network }**:
    { $about }
highlight-let-go = Al final se queda aquí:
    { $about }
highlight-stopped = Un mensaje se quedó en esta sala y no se muestra en ningún otro sitio.
highlight-stop = No compartir
highlight-take-back = Retirarlo
highlight-name = Mostrar mi nombre
highlight-refused = Ese mensaje se queda aquí: no se puede compartir.
highlight-nominated = Anotado. Lo anunciaré aquí antes de que salga.
highlight-nominated-later = Anotado. Aquí son horas tranquilas: lo anunciaré a las { $at }, antes de que salga.
highlight-named = Ahora lleva tu nombre.
highlight-stopped-by-you = Se queda aquí. Retiro las copias que haya en otros sitios.
highlight-stopped-from-afar = Lo retiro de aquí y de todas partes; el mensaje se queda en su propia sala.
highlight-stop-not-yours = Solo pueden retirarlo quien escribió el mensaje, quienes son referentes de su comunidad y la coordinación de la red.
highlight-name-not-yours = Solo quien lo escribió puede mostrar su nombre.
highlight-relaying-off = La difusión está desactivada en esta sala: nada sale de aquí. Sus referentes pueden activarla con `!relay sí`.
highlight-nowhere = Ahora mismo ninguna red muestra mensajes de aquí. `!network` muestra las redes y qué sube a cada una.
highlight-no-reply = Responde al mensaje que vale la pena contar y escribe `!highlight` en esa respuesta.
highlight-stop-no-reply = Responde al mensaje que debe quedarse aquí y escribe `!highlight stop` en esa respuesta.
highlight-stop-nothing = Ese mensaje no iba a salir de aquí.
highlight-is-asked = Ya se lo pregunté a quien escribió ese mensaje. Sin su sí, se queda aquí.
highlight-is-held = Ese mensaje ya está en camino.
highlight-is-published = Ese mensaje ya se ve en la red.
highlight-is-withdrawn = Ese mensaje se retiró y se queda aquí.
highlight-is-refused = Ese mensaje se queda aquí: no se puede compartir.
relay-notice = **La difusión está activada.** Desde ahora, un mensaje de esta sala se comparte con **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}y, a través de ella, con **{ $wider }**
    } si { $threshold ->
        [one] una persona reacciona
       *[other] { $threshold } personas reaccionan
    } o si lo proponen sus referentes. Antes lo anuncio aquí y sale { $minutes ->
        [0] enseguida
        [one] un minuto después
       *[other] { $minutes } minutos después
    }. Los mensajes anteriores se quedan aquí. Tu nombre solo aparece si tú quieres.
    El resumen incluye, desde ahora, los eventos previstos aquí, los resultados de las encuestas y cuánta gente se ha unido.
    `!me relay no`: nada tuyo sale de aquí · `!me relay firmado`: con tu nombre · `!relay no`: sus referentes la desactivan
relay-now-off = La difusión está desactivada: desde ahora nada sale de esta sala.
relay-is-on = La difusión a { $network } está activada: a partir de { $threshold ->
        [one] una reacción
       *[other] { $threshold } reacciones
    }{ $asks ->
        [yes] {", si quien lo escribió dice que sí"}
       *[no] {""}
    }, { $minutes ->
        [0] sin espera
        [one] tras un minuto de aviso
       *[other] tras { $minutes } minutos de aviso
    }. `!relay no` la desactiva.
relay-is-off = La difusión está desactivada: nada sale de esta sala. `!relay sí` la activa.
relay-needs-network = Esta comunidad aún no está en ninguna red. Pide el código a la coordinación de la red y escribe primero `!link CÓDIGO`.
me-relay-named = Anotado: cuando comparta un mensaje tuyo con la red, llevará tu nombre.
me-relay-unnamed = Anotado: puedo compartir tus mensajes con la red, sin tu nombre.
me-relay-off = Anotado: nada tuyo sale de su sala. Retiro lo que ya se había compartido.
cmd-relay = Activa o desactiva la difusión en la red
example-relay = !relay sí
cmd-highlight = Propón un mensaje para la red (respondiendo a él)
example-highlight = !highlight
cmd-highlight-stop = Deja un mensaje aquí, o retíralo (respondiendo a él)
example-highlight-stop = !highlight stop
cmd-me-relay = Di si tus mensajes se pueden compartir con la red
example-me-relay = !me relay firmado
ask-me-relay-consent = ¿Se pueden compartir tus mensajes con la red? Responde `firmado`, `anónimo`, `no` o `preguntar` para decidirlo cada vez.
relay-keeps = En esta plataforma no puedo volver a pedir un mensaje, así que guardo lo que se dice aquí durante { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }, y no más.
menu-highlight = Proponer como destacado
menu-highlight-conversation = Compartir desde aquí
relay-encrypted = Esta sala está cifrada; lo que se comparte se lee en la sala de la red, y yo lo guardo sin cifrar.
relay-notice-ask = **La difusión está activada.** Cuando { $threshold ->
        [one] una persona reacciona a un mensaje de aquí
       *[other] { $threshold } personas reaccionan a un mensaje de aquí
    } o lo proponen sus referentes, pregunto a quien lo escribió si puedo compartirlo con **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}y, a través de ella, con **{ $wider }**
    }, con su nombre o sin él. Sin un sí, nada sale de esta sala. Los mensajes anteriores se quedan aquí.
    El resumen incluye, desde ahora, los eventos previstos aquí, los resultados de las encuestas y cuánta gente se ha unido.
    `!me relay no`: nunca te pregunto y nada tuyo sale · `!me relay firmado`: siempre sí, con tu nombre · `!relay no`: sus referentes la desactivan
relay-wider = Desde ahora, lo que muestra **{ $place }** también puede llegar a **{ $network }**, incluidos destacados de esta sala. Lo anterior se queda donde está. Con `!relay no`, todo se queda aquí.
relay-network-everything = Desde ahora, los destacados de **{ $place }** llegan también a **{ $network }**. Aviso a sus comunidades.
relay-network-curated = Desde ahora, la coordinación de **{ $network }** elige entre los destacados de **{ $place }**. Aviso a sus comunidades.
relay-network-digest = Desde ahora, el resumen de **{ $network }** cita los destacados de **{ $place }**. Aviso a sus comunidades.
relay-off-to = Ya no sale nada nuevo de **{ $place }** hacia **{ $network }**.
highlight-asked = { $who }, { $count ->
        [0] tus referentes quieren compartir tu mensaje
        [one] a una persona le gustó tu mensaje
       *[other] a { $count } personas les gustó tu mensaje
    }. ¿Puedo compartirlo con **{ $network }**? Sin tu respuesta se queda aquí.
    { $about }
highlight-yes-named = Sí, con mi nombre
highlight-yes = Sí, sin mi nombre
highlight-not-this = Este no
highlight-never-mine = Los míos, nunca
highlight-always = Siempre así
highlight-agreed = ¡Gracias! Lo comparto sin tu nombre.
highlight-agreed-named = ¡Gracias! Lo comparto con tu nombre.
highlight-always-named = Anotado: aquí, siempre con tu nombre.
highlight-always-unnamed = Anotado: aquí, siempre sin tu nombre.
highlight-never = Anotado: nada tuyo sale de aquí.
highlight-consent-not-yours = Solo puede responder quien escribió el mensaje.
highlight-waiting = Propuesto a **{ $network }**, cuya coordinación decide:
    { $about }
highlight-in-digest = Se contará en el resumen de **{ $network }**:
    { $about }
highlight-declined = **{ $network }** no muestra este:
    { $about }
queue-ask = **{ $community }** propone este mensaje. ¿Lo muestra la red?
    { $about }
queue-accept = Mostrarlo
queue-decline = Dejarlo fuera
queue-decline-why = Dejarlo fuera y decir por qué
queue-after-all = Mostrarlo al final
queue-why-ask = ¿Por qué lo dejas fuera? Quien lo escribió y toda **{ $community }** leerán tu próximo mensaje como motivo. `cancel` lo deja en espera.
queue-reason = El motivo: { $reason }
highlight-left-out = Por qué **{ $network }** lo dejó fuera: { $reason }
queue-passed = Se muestra en la red, de **{ $community }**:
    { $about }
queue-declined = Se dejó fuera, de **{ $community }**:
    { $about }
queue-elsewhere = La cola se ve en un círculo de **{ $network }**, donde no lee todo el mundo. Escribe allí `!network queue`; `!room join { $network }` convierte una sala en círculo.
queue-empty = Nada espera a **{ $network }**.
queue-shown = La red ya lo muestra.
cmd-network-queue = Destacados que esperan a la coordinación
example-network-queue = !network queue
me-relay-ask = Anotado: te pregunto cada vez antes de compartir algo tuyo.
relay-counts-share = Ese número depende de la actividad de aquí: es el { $percent } % de quienes hicieron algo en los últimos { $days } días, y al menos { $least }. Para eso guardo el último día de actividad de cada persona, como mucho { $days } días.
relay-counts-emoji = Solo cuentan estas reacciones: { $emoji }
relay-counts-age = Las reacciones a mensajes de más de { $span } no cuentan.
relay-without-rooms = No se comparte nada desde: { $rooms }.
relay-without-people = Tus referentes han dejado fuera los mensajes de algunas personas.
relay-without-named = Dejados fuera por tus referentes: { $names }.
highlight-room-excluded = De esta sala no se comparte nada. Tus referentes pueden escribir antes `!room include`.
highlight-echo = ❤️ { $count ->
        [0] nadie todavía
        [one] una persona
       *[other] { $count } personas
    } en { $places ->
        [0] otros lugares
        [one] otro lugar
       *[other] { $places } lugares más
    }{ $named ->
        [0] {""}
       *[other] {" "}({ $detail })
    }, { $replies ->
        [0] ninguna respuesta
        [one] una respuesta
       *[other] { $replies } respuestas
    }
highlight-echo-place = { $place }: { $count }
queue-carried = Se muestra en la red, de **{ $community }**, porque gusta a suficientes personas:
    { $about }
cmd-highlight-poll = Comparte con la red los resultados de una encuesta
example-highlight-poll = !highlight poll 4
cmd-highlight-event = Comparte un evento con la red
example-highlight-event = !highlight event 3
share-object = Compartir con la red
highlight-object-ask = Esto se verá en **{ $network }**, sin el nombre de nadie. ¿Lo comparto?
    { $about }
highlight-object-yes = Compartir
highlight-object-held = Esto se compartirá con **{ $network }** { $minutes ->
        [0] enseguida
        [one] en 1 minuto
       *[other] en { $minutes } minutos
    } ({ $at }):
    { $about }
highlight-object-held-later = Esto se compartirá con **{ $network }** a las { $at }, cuando acaben las horas tranquilas:
    { $about }
highlight-from-poll = **{ $community }** preguntó
highlight-from-event = **{ $community }** invita
highlight-own = compartido por la comunidad
cmd-translation = Traduce un mensaje compartido (respondiendo a él)
example-translation = !translation en We planted 40 trees!
ask-translation-language = ¿A qué idioma? Responde por ejemplo `en`.
ask-translation-text = Escribe tu traducción en tu próximo mensaje. Acompañará al mensaje en todas las salas de ese idioma.
translation-button = Traducir
translation-name = Mostrar mi nombre
translation-somebody = alguien de la red
translation-by = traducción de { $who }; el original:
translation-held = Una traducción de { $who } ({ $language }) se verá desde las { $at } en las salas de ese idioma:
translation-shown = Una traducción de { $who } ({ $language }) se ve en las salas de ese idioma:
translation-noted = ¡Gracias! Primero lo anuncio aquí.
translation-taken-back = La traducción se ha retirado.
translation-no-reply = Responde al mensaje que traduces y escribe `!translation en …` en esa respuesta.
translation-nothing = Solo se traduce un mensaje compartido o a punto de serlo. Responde a ese mensaje, a mi nota o a una copia.
translation-same = El original viene de una sala en { $language }. ¿En qué otro idioma está tu traducción?
translation-exists = Alguien ya lo tradujo ({ $language }).
translation-opted-out = Nada tuyo sale de su sala: lo decidiste tú o tus referentes. `!me relay preguntar` cambia tu respuesta.
translation-empty = Escribe tu traducción detrás del idioma.
translation-name-not-yours = Solo quien tradujo puede mostrar su nombre.
highlight-voice = Voz { $number }
highlight-from-conversation = Una conversación en **{ $community }**
highlight-conversation-ask = { $who }, ¿puedo compartir esta conversación de { $count } mensajes con **{ $network }**? Solo sale de aquí si todo el mundo está de acuerdo: un solo no la deja aquí entera.
    { $about }
highlight-conversation-held = { $who }, esta conversación de { $count } mensajes se compartirá con **{ $network }** a las { $at }. Si alguien deja aquí sus palabras, se queda entera:
    { $about }
highlight-conversation-agreed = ¡Gracias! Falta que todo el mundo diga que sí.
highlight-conversation-not = Esta no
highlight-conversation-stop = No compartirla
highlight-conversation-back = Retirarla
highlight-conversation-kept = La conversación se queda aquí entera.
highlight-conversation-own-back = Retiro tus palabras de todas partes.
highlight-conversation-complete = ¡Gracias! Todo el mundo está de acuerdo.
highlight-conversation-stopped = Una conversación se quedó en esta sala.
highlight-conversation-line = **{ $who }**: { $text }
highlight-conversation-noted = Anotado: { $count } mensajes. Los anuncio aquí antes de que salgan.
highlight-conversation-reading = Busco esos mensajes y los anuncio aquí.
highlight-conversation-no-reply = Responde al primer mensaje de la conversación y escribe `!highlight conversation` en esa respuesta. `!highlight last 4` toma los cuatro últimos.
highlight-conversation-unknown = Ya no tengo ese mensaje, o quien lo escribió quiere que se quede aquí. `!highlight last 4` toma los cuatro últimos mensajes que se pueden compartir.
highlight-conversation-unread = Aquí no puedo leer los mensajes anteriores, así que no puedo reunir una conversación. En los ajustes de esta sala, alguien puede darme acceso al historial.
highlight-conversation-short = Una conversación tiene al menos dos mensajes. Para proponer uno solo, respóndele con `!highlight`.
highlight-conversation-overlaps = Uno de estos mensajes ya se propuso o se retiró, y cada uno se comparte una vez como máximo. Elige menos con `!highlight last 3`.
highlight-conversation-refused = Uno de estos mensajes tiene que quedarse aquí, así que la conversación también. Elige menos con `!highlight last 3`.
highlight-conversation-count = Necesito un número de 2 a 10, por ejemplo `!highlight last 4`.
cmd-highlight-conversation = Propone un mensaje y los que le siguen, como una conversación
example-highlight-conversation = !highlight conversation
cmd-highlight-last = Propone los últimos mensajes, como una conversación
example-highlight-last = !highlight last 4
ask-highlight-last-count = ¿Cuántos mensajes, contando hacia atrás desde el último? De 2 a 10.
