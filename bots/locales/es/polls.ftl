# Encuestas.

poll-voters = Encuesta { $number } · { $count ->
        [0] nadie ha votado aún
        [one] ha votado una persona
       *[other] han votado { $count } personas
    }
poll-closes = Abierta hasta el { $at }.
poll-how = Un voto por persona; toca otra opción para cambiarlo. La sala solo ve los totales; anoto quién vota para contar a cada persona una sola vez.
poll-how-several = Hasta { $most } opciones por persona; toca otra vez para quitar una. La sala solo ve los totales; anoto quién vota para contar a cada persona una sola vez.
poll-how-reactions = Vota en la encuesta de arriba o reacciona aquí con su número; un voto por persona, cuenta el último. Se ven los totales; anoto quién vota para contar a cada persona una sola vez, y las reacciones muestran tu nombre.
poll-how-reactions-several = Vota en la encuesta de arriba o reacciona aquí con hasta { $most } números; quita una reacción para deshacer. Se ven los totales; anoto quién vota para contar a cada persona una sola vez, y las reacciones muestran tu nombre.
poll-line-open = Encuesta { $number }
poll-line-until = Encuesta { $number }, abierta hasta el { $at }
poll-line-beside = fuera de la encuesta de arriba: { $votes }
poll-line-how = ¿no ves la encuesta? Reacciona aquí a «{ $question }» con { $choices }
poll-line-how-several = ¿no ves la encuesta? Reacciona aquí a «{ $question }» con { $most } como máximo de { $choices }
poll-line-closed = La encuesta { $number } está cerrada; el resultado está más abajo.
poll-voted-beside = Incluye votos que la encuesta de arriba no cuenta: { $votes }.
poll-how-card = Para votar, reacciona con un número; quítalo para deshacer. Un voto por persona, cuenta el último. Aquí solo se ven los totales, pero las reacciones muestran tu nombre.
poll-how-card-several = Para votar, reacciona con hasta { $most } números; quita uno para deshacer. Aquí solo se ven los totales, pero las reacciones muestran tu nombre.
poll-native = { $question }
poll-foot-closed = La encuesta { $number } está cerrada.
poll-voted = { $count ->
        [0] No votó nadie.
        [one] Votó una persona.
       *[other] Votaron { $count } personas.
    }
poll-result = **Encuesta { $number }: { $question }** Gana: **{ $winners }**.
poll-result-tie = **Encuesta { $number }: { $question }** Empate: { $winners }.
poll-result-none = **Encuesta { $number }: { $question }** No votó nadie.
ballot-counted = Voto anotado: { $choice }. Puedes cambiarlo hasta que cierre la encuesta.
ballot-toast = ✅ { $short }
ballot-empty = Retiraste tu voto.
poll-closed = La encuesta { $number } (“{ $question }”) está cerrada; ya no se puede votar. `!poll results { $number }` muestra el resultado.
poll-too-many = Puedes elegir hasta { $most }. Quita una primero.
poll-question-empty = ¿Cuál es la pregunta? Por ejemplo: `!poll "¿Dónde nos vemos?" "Jardín" "Biblioteca"`
poll-question-long = Esa pregunta es demasiado larga ({ $length } caracteres). El máximo es { $limit }.
poll-options-few = Una encuesta necesita dos opciones o más. Por ejemplo: `Jardín, Biblioteca`
poll-options-many = { $count } opciones son demasiadas; el máximo es { $limit }.
poll-option-long = Una opción es demasiado larga ({ $length } caracteres). El máximo es { $limit }.
poll-option-twice = “{ $option }” está dos veces. Pon opciones distintas, por ejemplo: `Jardín, Biblioteca`
poll-choices = `{ $given }` no vale: ¿cuántas opciones puede elegir cada persona? Un número de 1 a { $most }, por ejemplo `choices=2`.
poll-number-unknown = Aquí no hay ninguna encuesta `{ $given }`. `!poll list` muestra las abiertas.
poll-none-open = No hay encuestas abiertas. Si eres referente, abre una con `!poll "¿Dónde nos vemos?" "Jardín" "Biblioteca"`
poll-which = ¿Qué encuesta? Hay varias abiertas: { $numbers }. Añade su número, por ejemplo `!poll close 3`.
poll-list-title = **Encuestas abiertas**
poll-list-open = { $number }: { $question }
poll-list-closing = { $number }: { $question } – hasta el { $at }
ask-poll-question = ¿Cuál es la pregunta?
ask-poll-options = ¿Qué opciones? Sepáralas con comas, por ejemplo: `Jardín, Biblioteca`
cmd-poll = Haz una pregunta a la sala
example-poll = !poll "¿Dónde nos vemos?" "Jardín" "Biblioteca" close=2h
cmd-poll-close = Cierra una encuesta y publica el resultado
example-poll-close = !poll close 3
cmd-poll-list = Qué encuestas están abiertas
example-poll-list = !poll list
cmd-poll-results = Cómo va o cómo terminó una encuesta
example-poll-results = !poll results 3
poll-native-not = Las encuestas de esta plataforma no están disponibles aquí, o no con estas opciones (hasta { $limit }, una por persona). Quita `native`.
