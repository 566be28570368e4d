# Invitaciones a redes: crearlas, verlas, revocarlas; entrar con un código.

network-created = **{ $network }** ya está en marcha y esta es su sala: aquí llegan los destacados y, cada día a las { $hour }:00, un resumen.
    Los referentes piden entrar con una invitación. Envié la primera a quien creó la red; `!network invite` crea otra. La coordinación confirma aquí cada comunidad.
network-footer = `!network invite` crea una invitación para otra comunidad.
network-empty = Aún no hay ninguna comunidad en **{ $network }**. `!network invite` crea una invitación para la primera.
cmd-network-show = Las comunidades vinculadas y lo que comparten
cmd-network-invite = Crea una invitación a esta red, en privado
example-network-invite = !network invite única por 7 días las huertas
choicelike-once = una vez, una sola vez, solo una vez, de un solo uso
choicelike-lasting = siempre, para siempre, ilimitada, duradera
cmd-network-invites = Las invitaciones que aún valen; revoca una
example-network-invites = !network invites
network-code = El código de una invitación a **{ $network }** es `{ $code }`. Un referente de otra comunidad escribe `!link { $code }` en su sala y la coordinación de la red lo confirma.
network-code-network = El código de una invitación a **{ $network }** es `{ $code }`. La coordinación de otra red escribe `!link { $code }` en su sala y la de aquí lo confirma.
invite-note = Con esta nota: { $note }
invite-terms = { $once ->
        [yes] Vale una vez
       *[no] Vale todas las veces que haga falta
    }{ $ends ->
        [yes] , hasta el { $until }.
       *[no] { "," } sin fecha de fin.
    } `!network invites` muestra las invitaciones que aún valen y permite revocarlas.
network-code-sent = Te envío el código en privado.
network-code-sent-or-circle = Te envío el código en privado. Si no puedo escribirte, aparece en “{ $room }”.
network-code-unreachable = No puedo escribirte en privado. Mándame primero un mensaje privado y escribe aquí otra vez `!network invite`.
invite-too-many = **{ $network }** tiene demasiadas invitaciones que aún valen. Revoca algunas con `!network invites` o crea una que valga siempre: `!network invite permanente`.
invites-title = **Invitaciones que aún valen**
invites-line = { $number }: `{ $code }` · { $network } · { $once ->
        [yes] una vez
       *[no] sin límite de usos
    } · { $ends ->
        [yes] hasta el { $until }
       *[no] sin fecha de fin
    } · de { $who }{ $note }
invites-footer = `!network invite` crea otra.
invites-none = No tienes ninguna invitación que aún valga. `!network invite` crea una.
invite-revoke = Revocar { $number }
invite-revoke-ask = Con la invitación { $number } a **{ $network }** hay una solicitud sin responder: { $names }. Si la revoco, la solicitud queda rechazada. ¿Sigo adelante?
invite-revoke-confirm = Revocar
invite-revoked = La invitación { $number } queda revocada: ya nadie puede pedir entrar con ella.
invite-over = La invitación { $number } ya no valía de todos modos.
code-unknown = No conozco ninguna red con el código `{ $given }`. Escribe el código otra vez o pide una invitación a la coordinación de la red: `!network invite` crea una.
code-too-many = Hubo demasiados códigos equivocados. Inténtalo otra vez después de las { $at }.
code-used = Esta invitación a **{ $network }** ya se usó. Te pueden dar otra: { $names }.
code-expired = Esta invitación a **{ $network }** terminó el { $at }. Te pueden dar otra: { $names }.
code-revoked = Esta invitación a **{ $network }** fue revocada. Te pueden dar otra: { $names }.
code-for-community = Esta invitación a **{ $network }** es para una comunidad, no para una red. Pide otra.
code-for-network = Esta invitación a **{ $network }** es para una red, no para una comunidad. Pide otra.
ask-link-code = ¿Cuál es el código de tu invitación? La coordinación de la red crea una con `!network invite`.
link-preview = **{ $network }** invita a **{ $place }**. La coordina: { $names }. { $count ->
        [0] Aún no hay ninguna comunidad en ella.
        [one] Hay una comunidad en ella.
       *[other] Hay { $count } comunidades en ella.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } Lo que muestra también puede subir a: { $wider }.
    }
    Al entrar no sale nada de esta sala: eso empieza solo si un referente escribe `!relay sí` aquí. La coordinación de la red tiene que aceptaros, y podéis salir cuando queráis con `!unlink`.
link-preview-network = **{ $network }** invita a la red **{ $place }**. La coordina: { $names }. { $count ->
        [0] No hay ninguna comunidad directamente en ella.
        [one] Hay una comunidad directamente en ella.
       *[other] Hay { $count } comunidades directamente en ella.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } Ella misma forma parte de: { $wider }.
    }
    Al entrar no sube nada: eso empieza solo si escribes `!relay sí` aquí. La coordinación de allí tiene que aceptaros, y podéis salir cuando queráis con `!network leave`.
link-join = Entrar
link-not-now = Ahora no
link-requested = He pedido entrar en **{ $network }**. Su coordinación responde en la sala de la red y te aviso aquí. Tras { $days } días sin respuesta, la solicitud termina.
link-withdraw = Retirar la solicitud
link-decline-why = Rechazar y decir por qué
link-why-ask = ¿Por qué rechazas a **{ $place }**? Tu próximo mensaje les llega como motivo. `cancel` deja la solicitud abierta.
link-declined-why = **{ $network }** rechazó la solicitud. Su motivo: { $reason }
link-expired = Nadie respondió a la solicitud de **{ $place }**, así que terminó.
link-expired-you = **{ $network }** no respondió a la solicitud, así que terminó. Se puede pedir otra vez con una invitación.
