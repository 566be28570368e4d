# Coordinación: lo que ve y hace la coordinación de una red por sus comunidades.

cmd-tag-add = Poner una etiqueta a una comunidad, para encontrarla
example-tag-add = !tag add bici Lyon
ask-tag-add-tag = ¿Qué etiqueta? Una sola palabra, por ejemplo `bici`.
ask-tag-add-name = ¿A qué comunidad? Si son varias, sepáralas con comas.
cmd-tag-remove = Quitar una etiqueta a una comunidad
example-tag-remove = !tag remove bici Lyon
ask-tag-remove-tag = ¿Qué etiqueta?
ask-tag-remove-name = ¿A qué comunidad se la quito? Si son varias, sepáralas con comas.
cmd-tag-list = Las etiquetas en uso, o las de una comunidad
example-tag-list = !tag list
cmd-tag-refuse = Rechazar una etiqueta que puso una red
example-tag-refuse = !tag refuse bici
ask-tag-refuse-tag = ¿Qué etiqueta no quieres?
cmd-tag-allow = Permitir de nuevo una etiqueta rechazada
example-tag-allow = !tag allow bici
ask-tag-allow-tag = ¿Qué etiqueta pueden usar de nuevo?
tag-unreadable = `{ $given }` no es una etiqueta. Usa una sola palabra con letras y cifras, por ejemplo `bici` o `gran-ciudad`.
tag-too-long = Esa etiqueta es demasiado larga. Como mucho { $limit } letras.
network-part-words = para, sobre, de, a, en
network-names-many = Son demasiadas a la vez. Nombra { $limit } como mucho.
tag-too-many = **{ $place }** ya tiene { $limit } etiquetas. Quita una antes.
tag-added = **{ $place }** tiene ahora la etiqueta `{ $tag }`. Se lo he dicho; pueden rechazarla.
tag-already = **{ $place }** ya tiene la etiqueta `{ $tag }`.
tag-refused-already = **{ $place }** no quiere la etiqueta `{ $tag }`. Solo sus referentes pueden permitirla.
tag-removed = **{ $place }** ya no tiene la etiqueta `{ $tag }`.
tag-not = **{ $place }** no tiene la etiqueta `{ $tag }`.
tag-told = La coordinación de **{ $network }** le puso a **{ $place }** la etiqueta `{ $tag }`, para encontrarla entre sus comunidades. `!tag refuse { $tag }` la quita, `!tag list` muestra tus etiquetas.
tag-list-title = **Etiquetas de { $network }**
tag-line = `{ $tag }` · { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }
tag-list-part = Etiquetas de **{ $place }**: { $tags }.
tag-list-part-none = **{ $place }** no tiene etiquetas.
tag-none-used = **{ $network }** todavía no tiene etiquetas. `!tag add bici Lyon` le pone una a una comunidad.
tag-own-title = **Etiquetas de { $place }**
tag-own-line = • `{ $tag }` en { $network }
tag-own-refused = • `{ $tag }` en { $network }: rechazada
tag-own-footer = `!tag refuse bici` rechaza una, `!tag allow bici` la permite de nuevo.
tag-none-given = Ninguna red le ha puesto etiquetas a **{ $place }**.
tag-not-given = **{ $place }** no tiene la etiqueta `{ $tag }`. Tiene: { $tags }.
tag-refused = Hecho: **{ $network }** ya no puede usar la etiqueta `{ $tag }` para esta comunidad. `!tag allow { $tag }` la permite de nuevo.
tag-refused-before = Ya habías rechazado la etiqueta `{ $tag }`.
tag-not-refused = No has rechazado la etiqueta `{ $tag }`.
tag-allowed = Hecho: **{ $network }** puede usar de nuevo la etiqueta `{ $tag }` para esta comunidad.
cmd-communities = Cómo les va a las comunidades de la red
example-communities = !communities tag:bici
communities-title = **{ $network }**, últimos { $days } días{ $count ->
        [0] : nadie necesita que le echen una mano.
        [one] : a una comunidad quizá le venga bien una mano.
       *[other] : a { $count } comunidades quizá les venga bien una mano.
    }
communities-filtered = **{ $network }**, últimos { $days } días, `{ $filter }`
communities-footer = `!communities Lyon` muestra una, `!communities tranquila` o `!communities etiqueta=bici idioma=es plataforma=matrix tamaño=5-50` algunas.
communities-elsewhere = Eso lo muestro en la sala de la red, donde lo lee su coordinación: { $names }.
communities-none = Ninguna comunidad encaja con `{ $filter }`.
communities-filter-long = Encajan { $count } comunidades; es más de una página, y el filtro es demasiado largo para pasar páginas. Concrétalo o quita algo.
communities-network = ▪ **{ $place }** (red) · { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }
communities-held-back = • { $place }: no muestra su situación
communities-line = • **{ $place }** – { $state }
communities-line-hand = ⚠️ **{ $place }** – { $state }
communities-sheet = **{ $place }**, últimos { $days } días
communities-sheet-held = • eventos celebrados: { $events } · encuestas: { $polls }
communities-sheet-rooms = • salas: { $active } · salas perdidas: { $lost }
communities-few-newcomers = menos de cinco llegadas
communities-newcomers = llegadas: { $arrived }, saludadas: { $greeted }
communities-newcomers-few-greeted = llegadas: { $arrived }, menos de cinco saludadas
communities-newcomers-most-greeted = llegadas: { $arrived }, casi todas saludadas
communities-events = { $count ->
        [one] un evento
       *[other] { $count } eventos
    }
communities-polls = { $count ->
        [one] una encuesta
       *[other] { $count } encuestas
    }
need-room = { $count ->
        [one] se perdió una sala
       *[other] se perdieron { $count } salas
    }
need-room-none = ya no tiene ninguna sala
need-connector = { $count ->
        [one] sin señales de referentes desde hace un día
       *[other] sin señales de referentes desde hace { $count } días
    }
need-connector-none = no tiene referentes
need-newcomer = alguien nuevo espera un saludo desde ayer o más
seen-today = referente con actividad hoy
seen-days = { $count ->
        [one] referente con actividad ayer
       *[other] referente con actividad hace { $count } días
    }
seen-not-yet = todavía sin señales de referentes
filter-tag = etiqueta
filter-lang = idioma
filter-platform = plataforma
filter-size = tamaño
filter-quiet = tranquila
filter-unknown = No sé elegir por `{ $given }`. Se puede elegir por `etiqueta:bici`, `idioma:es`, `plataforma:matrix` y `tamaño:5-50`.
size-few = No cuento grupos de menos de cinco personas, así que no puedo elegir por `{ $given }`. Escribe por ejemplo `tamaño:-4` para todas las comunidades de menos de cinco personas, o `tamaño:5-50`.
filter-size-unclear = No entiendo `{ $given }` como tamaño. Escribe por ejemplo `tamaño:5-50`, `tamaño:50-` o `tamaño:-10`.
private-list-sent = Te lo he enviado en privado: solo debe leerlo la coordinación.
private-list-unreachable = No puedo escribirte en privado. Mándame antes un mensaje privado, o pregunta en el círculo de la red.
private-list-where = En el círculo de la red puedo mostrarte todas las páginas.
cmd-alerts = Qué le digo a la coordinación sobre sus comunidades
example-alerts = !alerts referente 21 días
alerts-title = **Qué le digo a la coordinación de { $network }**, después de avisar a las personas referentes de la comunidad
alerts-line-connector = • `{ $kind }`: sin señales de referentes desde hace { $span }
alerts-line-newcomer = • `{ $kind }`: alguien nuevo espera desde hace { $span }
alerts-line-room = • `{ $kind }`: una sala perdida desde hace { $span }
alerts-line-off = • `{ $kind }`: desactivado
alerts-line-untold = • desactivado para: { $names }
alerts-footer = `!alerts referente 21 días` cambia uno, `!alerts llegada no` lo desactiva, `!alerts no` los desactiva todos, `!alerts no Lyon` todos los de una comunidad.
alerts-of-network = **{ $given }** es una red: de sus comunidades se entera su propia coordinación. Indica una comunidad.
alerts-length = No entiendo `{ $given }` como duración para `{ $kind }`. Escribe por ejemplo `21 días` o `12 horas` (dos horas como mínimo, dos días para referentes; un año como mucho), `sí` o `no`.
alert-connector = **{ $place }**: { $count ->
        [one] sin señales de referentes desde hace un día.
       *[other] sin señales de referentes desde hace { $count } días.
    } Quizá ayude escribirles.
alert-nobody = **{ $place }** ya no tiene referentes.
alert-nobody-footer = Con `!network handover` puedes proponer a alguien. Si sigue así, lo diré otra vez dentro de { $days } días; `!alerts` cambia lo que digo.
alert-newcomer = **{ $place }**: alguien nuevo espera un saludo desde { $since }.
alert-room = **{ $place }**: perdí una de sus salas; lo noté { $since }. Alguien de allí puede invitarme de nuevo.
alert-footer = Sus referentes lo saben. Si sigue así, lo diré otra vez dentro de { $days } días; `!alerts` cambia lo que digo.
alert-more = Hay más comunidades de **{ $network }** que quizá necesiten una mano. `!communities` las muestra todas, primero las que más la necesitan.
alert-over-connector = ✅ **{ $place }**: ya hay señales de referentes.
alert-over-newcomer = ✅ **{ $place }**: ya saludamos a toda la gente nueva.
alert-over-room = ✅ **{ $place }**: estoy de nuevo en todas sus salas.
alert-dropped = **{ $place }**: ya no vigilo esto.
alert-own-connector = { $count ->
        [one] ninguna persona referente de { $place } ha escrito ni hecho nada aquí desde hace un día. Basta una palabra.
       *[other] ninguna persona referente de { $place } ha escrito ni hecho nada aquí desde hace { $count } días. Basta una palabra.
    }
alert-own-newcomer = alguien nuevo espera un saludo desde { $since }.
alert-own-room = ya no estoy en una de las salas de { $place }. Invítenme de nuevo, o escriban allí `!help` si todavía estoy.
alert-own-footer = Si sigue así, se lo diré a la coordinación de **{ $network }**, para que pueda ayudar. `!network share situación no` deja estas cosas aquí.
choice-connector = referente
choicelike-connector = referentes
choice-newcomer = llegada
choicelike-newcomer = llegadas, nuevos, nuevas
choice-room = sala
choicelike-room = salas
cmd-handover = Pedir a alguien que asuma, o comparta, tu rol de referente
example-handover = !handover @anna:example.org
ask-handover-person = ¿Quién debe cuidar de esta comunidad? Menciona a la persona o pon su nombre completo.
cmd-network-handover = Proponer referente para una comunidad que se quedó sin nadie
example-network-handover = !network handover Lyon anna
ask-network-handover-name = ¿Qué comunidad necesita referente?
ask-network-handover-person = ¿A quién de su gente propones? Pon su nombre completo.
handover-not-yours = Solo una persona referente de { $community } puede traspasarla. Quien modera esta sala puede nombrar a alguien con `!connector add`.
handover-network = La coordinación de { $network } puede ser de varias personas: `!connector add` y un nombre suma a alguien, y después `!connector remove` con tu propio nombre te deja salir.
handover-self = Esa persona eres tú: ya eres referente. Di quién debe cuidar de la comunidad contigo.
handover-already = { $name } ya es referente. Para dejarlo tú, escribe `!connector remove` con tu nombre.
handover-ask = { $name }: { $who } te pide que cuides de **{ $community }** como referente. Lo serán las dos personas hasta que una lo deje.
handover-accept = Me animo
handover-decline = Mejor no
handover-over = Eso ya está decidido.
handover-done = { $name } ahora es referente de **{ $community }**.
handover-declined = { $name } prefiere no ser referente de **{ $community }**.
handover-objected = { $name } no será referente de **{ $community }**: alguien de la comunidad se opuso.
handover-ended = Lo que le pidieron a { $name } para **{ $community }** quedó en nada.
handover-step-ask = { $who }: { $name } ya es referente. ¿Lo dejas, o sigues también?
handover-step-back = Lo dejo
handover-stay = Sigo
handover-stays = Muy bien: las dos personas son referentes.
handover-stepped = Ya no eres referente. ¡Gracias por cuidar de esta comunidad!
handover-stepped-already = Ya habías dejado de ser referente.
proposal-posted = Pregunté en la sala de **{ $community }**: { $name } será referente si acepta y alguien que modera la sala está de acuerdo, o si nadie se opone en { $days } días.
proposal-held-back = **{ $community }** no muestra su situación. Quién la cuida lo dicen su gente y quienes moderan su sala.
proposal-has-connector = **{ $community }** tiene referente con actividad reciente. Pregúntale: puede traspasarla con `!handover`.
proposal-open = En **{ $community }** ya se le pidió a alguien, y todavía no responde.
proposal-objected-before = Alguien de **{ $community }** se opuso a la última propuesta. Puedes proponer de nuevo a partir de: { $at }.
proposal-no-room = **{ $community }** no tiene una sala donde su gente pueda leerlo y oponerse.
proposal-not-member = A { $name } no se le ha visto en **{ $community }**. Propón a alguien de allí.
proposal-ask = { $name }: la coordinación de **{ $network }** te propone como referente de **{ $community }**, porque hace mucho que no hay señales de referentes aquí.
    Hace falta tu sí y el acuerdo de alguien que modere esta sala. Si nadie de la moderación responde, vale a partir de: { $at }, salvo que alguien de esta sala se oponga.
proposal-ask-willing = { $name } acepta cuidar de **{ $community }** como referente, como propone la coordinación de **{ $network }**, porque hace mucho que no hay señales de referentes aquí.
    Quien modera esta sala puede dar su acuerdo. Si nadie responde, vale a partir de: { $at }, salvo que alguien de esta sala se oponga.
proposal-take = Me animo
proposal-agree = De acuerdo (moderación)
proposal-object = Me opongo
proposal-objected = Anotado: no se hará. Le digo a la coordinación que alguien se opuso, no quién.
proposal-noted = Anotado.
proposal-moderator = Solo quien modera esta sala puede dar su acuerdo. Como miembro puedes oponerte.
proposal-done = **{ $community }** vuelve a tener referente, como propusieron.
proposal-declined = **{ $community }**: la persona propuesta prefiere no hacerlo.
proposal-ended = **{ $community }**: su propuesta quedó en nada. Nadie aceptó, o ya hay señales de referentes.
proposal-objected-told = **{ $community }**: alguien de la comunidad se opuso a su propuesta, así que no se hará.
