# Listas abiertas: la gente añade opciones a una encuesta.

poll-add = Añadir una opción
poll-rule-additions = Lista abierta: cada persona puede añadir { $count ->
        [one] una opción
       *[other] hasta { $count } opciones
    }.
poll-how-add = Para añadir una opción: `!poll add { $number } Mi idea`.
poll-how-full = La lista está llena: ya no se pueden añadir opciones.
poll-option-added = “{ $option }” ya está en la encuesta { $number }. Los votos se quedan como están.
poll-option-there = “{ $option }” ya está en la lista: vótala con { $emoji }.
poll-option-empty = ¿Cuál es la opción? Por ejemplo: `!poll add 3 En el parque`
poll-option-gone = Esa opción se quitó de la encuesta { $number }. Elige otra, por favor.
poll-option-unknown = No hay ninguna opción `{ $given }`. Hay: { $options }
poll-not-open-list = Las opciones de la encuesta { $number } son fijas. Para una encuesta a la que la gente añade opciones, empieza una con `añadidos=sí`.
poll-additions-kind = Este tipo de encuesta tiene opciones fijas. Quita `añadidos`.
poll-list-full = La encuesta { $number } ya tiene las { $limit } opciones posibles. Vota por una de ellas, o pide una encuesta nueva.
poll-added-enough = Ya has añadido { $limit } opciones a la encuesta { $number }; ahora les toca a los demás.
poll-remove-sure = ¿Quitar “{ $option }” de la encuesta { $number }? Sus votos ya no cuentan, y la encuesta lo dice. No se puede deshacer.
poll-remove-yes = Quitar
poll-remove-few = Una encuesta necesita dos opciones o más, así que no puedo quitar esta de la encuesta { $number }. Añade otra antes.
poll-option-removed = “{ $option }” ya no está en la encuesta { $number }. Sus votos no cuentan.
poll-option-was-removed = El { $at } se quitó una opción. Sus votos no cuentan; si la elegiste, vota de nuevo.
ask-poll-add-option = ¿Qué opción añades?
ask-poll-remove-option = ¿Qué opción quito? Su nombre o su número.
cmd-poll-add = Añadir una opción a una lista abierta
example-poll-add = !poll add 3 En el parque
cmd-poll-remove = Quitar una opción de una lista abierta
example-poll-remove = !poll remove 3 En el parque
arg-poll-add-number = El número de la encuesta
arg-poll-add-option = La opción
arg-poll-remove-number = El número de la encuesta
arg-poll-remove-option = La opción, o su número
arg-poll-additions = Lista abierta: la gente añade opciones
argname-additions = añadidos
argname-option = opción
arglike-additions = sugerencias
