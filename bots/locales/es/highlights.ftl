# Los mensajes que viajan a la red.

highlight-from = **{ $community }** · { $author }
highlight-from-somebody = Alguien de **{ $community }**
highlight-heard = De la red **{ $network }**: { $origin }
highlight-attachments = { $count ->
        [one] (con un archivo adjunto)
       *[other] (con { $count } archivos adjuntos)
    }
highlight-foot = { $link } · { $count ->
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
highlight-no-reply = Responde al mensaje que vale la pena contar y escribe `!highlight` en esa respuesta.
highlight-stop-no-reply = Responde al mensaje que debe quedarse aquí y escribe `!highlight stop` en esa respuesta.
highlight-stop-nothing = Ese mensaje no iba a salir de aquí.
highlight-is-held = Ese mensaje ya está en camino.
highlight-is-published = Ese mensaje ya se ve en la red.
highlight-is-withdrawn = Ese mensaje se retiró y se queda aquí.
highlight-is-refused = Ese mensaje se queda aquí: no se puede compartir.
relay-notice = **La difusión está activada.** Desde ahora, un mensaje de esta sala se comparte con la red **{ $network }** si { $threshold ->
        [one] una persona reacciona
       *[other] { $threshold } personas reaccionan
    } o si lo proponen sus referentes. Antes lo anuncio aquí y sale { $minutes ->
        [0] enseguida
        [one] un minuto después
       *[other] { $minutes } minutos después
    }. Los mensajes anteriores se quedan aquí. Tu nombre solo aparece si tú quieres.
    El resumen de la red incluye, desde ahora, los eventos previstos aquí, los resultados de las encuestas y cuánta gente se ha unido.
    `!me relay no`: nada tuyo sale de aquí · `!me relay firmado`: con tu nombre · `!relay no`: la desactivan sus referentes
relay-now-off = La difusión está desactivada: desde ahora nada sale de esta sala.
relay-is-on = La difusión a { $network } está activada: a partir de { $threshold ->
        [one] una reacción
       *[other] { $threshold } reacciones
    }, { $minutes ->
        [0] sin espera
        [one] tras un minuto de aviso
       *[other] tras { $minutes } minutos de aviso
    }. `!relay no` la desactiva.
relay-is-off = La difusión está desactivada: nada sale de esta sala. `!relay sí` la activa.
relay-needs-network = Esta comunidad aún no está en ninguna red. Pide el código a la coordinación de la red y escribe primero `!link CODE`.
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
ask-me-relay-consent = ¿Se pueden compartir tus mensajes con la red? Responde `firmado`, `anónimo` o `no`.
relay-keeps = En esta plataforma no puedo volver a pedir un mensaje, así que guardo lo que se dice aquí durante { $hours } horas, y no más.
menu-highlight = Proponer como destacado
relay-encrypted = Esta sala está cifrada; lo que se comparte se lee en la sala de la red, y yo lo guardo sin cifrar.
