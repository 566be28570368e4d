# Bloqueos: bloquear, apelar, compartir entre comunidades; mensajes no deseados.

cmd-block = Impide que alguien participe aquí a través de mí
example-block = !block @anna:example.org durante 30 días: publicidad
cmd-unblock = Levanta un bloqueo
example-unblock = !unblock @anna:example.org
cmd-blocks = A quién se bloquea aquí, por qué y quién lo hizo
example-blocks = !blocks
cmd-appeal = Di por qué tu bloqueo es un error
example-appeal = !appeal Fue un malentendido, ¿puedo explicarlo?
cmd-network-blocks = Comparte bloqueos con las comunidades de tu red, o asume los suyos
example-network-blocks = !network blocks aceptar preguntar
ask-block-person = ¿A quién hay que bloquear? Menciona a la persona o da su identificador completo.
ask-unblock-person = ¿Qué bloqueo hay que levantar? Menciona a la persona o da su identificador completo.
ask-appeal-text = ¿Por qué es un error el bloqueo? Tu próximo mensaje va a los referentes, una sola vez.
block-self = No puedes bloquearte a ti.
block-connector = { $name } es referente aquí. Quita primero ese rol: `!connector remove`.
block-done = { $name } ya no puede participar aquí{ $ends ->
        [yes] { " " }hasta el { $until }
       *[no] { "" }
    }{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    Le explico en privado cómo apelar. `!blocks` muestra la lista y `!unblock` levanta el bloqueo.
block-told = Los referentes de **{ $community }** te bloquearon{ $ends ->
        [yes] { " " }hasta el { $until }
       *[no] { "" }
    }. { $reasoned ->
        [yes] Su motivo: { $reason }
       *[no] No dieron ningún motivo.
    }
    Allí no te respondo, y tus mensajes, reacciones, votos y respuestas ya no cuentan.{ $shared ->
        [yes] { " " }Otras comunidades de sus redes pueden asumir este bloqueo.
       *[no] { "" }
    }
    Si es un error, diles por qué, una vez: escribe `!appeal` y tus palabras, aquí o allí.
block-not = { $name } no tiene ningún bloqueo aquí.
block-none = En { $community } no hay nadie bloqueado.
block-lifted = El bloqueo de { $name } queda levantado.
block-lifted-you = **{ $community }** levantó tu bloqueo: puedes volver a participar.
blocks-title = **Bloqueos en { $community }**
blocks-line = { $number } { $name } · { $waiting ->
        [yes] propuesto
       *[no] con bloqueo
    } desde el { $since }, por { $who }{ $ends ->
        [yes] , hasta el { $until }
       *[no] { "" }
    }{ $shared ->
        [yes] , compartido por { $origin }
       *[no] { "" }
    }{ $reasoned ->
        [yes] { " · " }{ $reason }
       *[no] { "" }
    }{ $appealed ->
        [yes] { " · apelación: " }{ $appeal }
       *[no] { "" }
    }
blocks-more = … y { $count } más. `!unblock` y un nombre levanta cualquiera de ellos.
blocks-lift = Levantar { $number }
blocks-sent = Te envío la lista en privado: no le incumbe a nadie más.
blocks-unreachable = No puedo escribirte en privado. Mándame primero un mensaje privado y escribe aquí otra vez `!blocks`.
blocks-wait = Algo sobre una persona bloqueada espera a un referente: `!blocks` lo muestra.
blocks-policy = Los bloqueos de esta comunidad se comparten con sus redes: { $shares ->
        [yes] sí
       *[no] no
    }. Los de otras comunidades de allí se asumen: { $accepts }.
    `!network blocks compartir sí|no` y `!network blocks aceptar sí|no|preguntar` lo cambian.
blocks-policy-missing = Responde `sí` o `no`; o `preguntar`, para decidir cada bloqueo que compartan otras.
blocks-share-choice = `{ $given }` no es posible aquí: responde `sí` o `no`.
appeal-none = Aquí no tienes ningún bloqueo.
appeal-once = Ya apelaste. Los referentes lo deciden.
appeal-sent = Se lo pasé a los referentes de { $names }. Te diré en privado qué deciden.
appeal-ask = { $name } tiene un bloqueo en **{ $community }**{ $reasoned ->
        [yes] { " " }(motivo: { $reason })
       *[no] { "" }
    }{ $ends ->
        [yes] { " " }hasta el { $until }
       *[no] { "" }
    } y apela: { $appeal }
appeal-lift = Levantar el bloqueo
appeal-keep = Mantenerlo
appeal-lifted = El bloqueo de { $name } en **{ $community }** queda levantado.
appeal-kept = El bloqueo de { $name } en **{ $community }** se mantiene.
appeal-kept-you = Los referentes de **{ $community }** leyeron tu apelación y el bloqueo se mantiene.
blockoffer-offered = **{ $origin }**, de la misma red, bloqueó a { $name }{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    ¿Debe bloquear **{ $community }** también a esta persona?
blockoffer-active = { $name } tiene un bloqueo en **{ $community }**, como en **{ $origin }**{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    Si allí lo levantan, también termina aquí.
blockoffer-declined = **{ $community }** no bloquea a { $name }, a diferencia de **{ $origin }**.
blockoffer-lifted = { $name } ya no tiene ningún bloqueo en **{ $community }**. Lo había compartido **{ $origin }**.
blockoffer-take = Bloquear aquí también
blockoffer-leave = No
highlight-spam = No deseado
spam-ask = El mensaje se queda aquí. ¿Bloqueo también a { $name } en **{ $community }**?
spam-block = Bloquear
spam-reason = mensaje no deseado
spam-declined = El mensaje se queda en { $community }. Si se bloquea a su autor, lo deciden los referentes de allí.
