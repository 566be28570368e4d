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
tag-names-many = Son demasiadas a la vez. Nombra { $limit } como mucho.
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
tag-own-foot = `!tag refuse bici` rechaza una, `!tag allow bici` la permite de nuevo.
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
communities-foot = `!communities Lyon` muestra una, `!communities tranquila` o `!communities etiqueta=bici idioma=es plataforma=matrix tamaño=5-50` algunas.
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
filter-size-unclear = No entiendo `{ $given }` como tamaño. Escribe por ejemplo `tamaño:5-50`, `tamaño:50-` o `tamaño:-10`.
discreet-sent = Te lo he enviado en privado: solo debe leerlo la coordinación.
discreet-unreachable = No puedo escribirte en privado. Mándame antes un mensaje privado, o pregunta en el círculo de la red.
discreet-where = En el círculo de la red puedo mostrarte todas las páginas.
