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
