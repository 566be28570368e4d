# Tipos de encuestas, papeletas en privado y motivos.

poll-native-plain = Una encuesta de la plataforma no sabe contar este tipo. Quita `nativa`.
poll-options-fixed = Este tipo de encuesta trae sus propias opciones. Escribe solo la pregunta, por ejemplo: `!poll consent "Nos reunimos los lunes"`
poll-points = `{ $given }` no vale aquí: un número de 1 a { $most }, por ejemplo `puntos=5`.
poll-agree = De acuerdo
poll-abstain = Abstención
poll-disagree = En contra
poll-block = Objeción
poll-vote = Votar
poll-how-consent = Una objeción detiene la propuesta: entonces te pregunto el motivo en privado. Estar en contra se escucha y no detiene nada.
poll-how-score = Pulsa 🗳️ y da puntos a cada opción, en privado. Puedes cambiarlos hasta el cierre.
poll-how-reactions-score = Reacciona con 🗳️ y te mando tu papeleta en privado: puntos para cada opción. Puedes cambiarlos hasta el cierre.
poll-how-dots = Pulsa 🗳️ y reparte tus pegatinas, en privado. Puedes cambiarlas hasta el cierre.
poll-how-reactions-dots = Reacciona con 🗳️ y te mando tu papeleta en privado: pegatinas para repartir. Puedes cambiarlas hasta el cierre.
poll-how-ranked = Pulsa 🗳️ y pon las opciones en tu orden, en privado. Puedes cambiarlo hasta el cierre.
poll-how-reactions-ranked = Reacciona con 🗳️ y te mando tu papeleta en privado: pon las opciones en tu orden. Puedes cambiarlo hasta el cierre.
poll-about-consent = Consentimiento: de acuerdo, abstención, en contra u objeción con su motivo. Se aprueba si alguien está de acuerdo y nadie objeta.
poll-about-score = Puntuación: cada persona da de 0 a { $points } puntos a cada opción.
poll-about-dots = Pegatinas: cada persona reparte { $points } pegatinas entre las opciones.
poll-about-ranked = Orden: cada persona pone las opciones en su orden, la mejor primero.
poll-consent-reached = **Encuesta { $number }: { $question }** Hay consentimiento: nadie objeta.
poll-consent-blocked = **Encuesta { $number }: { $question }** No hay consentimiento: { $count ->
        [one] una persona objeta.
       *[other] { $count } personas objetan.
    }
poll-consent-unsupported = **Encuesta { $number }: { $question }** No hay consentimiento: nadie objeta, pero tampoco hay nadie de acuerdo.
poll-by-pairs = Comparando de dos en dos: frente a cada otra opción, más personas ponen { $winner } delante que detrás.
poll-by-runoff = { $count ->
        [one] Segunda vuelta instantánea, decidida en una ronda:
       *[other] Segunda vuelta instantánea, decidida en { $count } rondas; cada vez sale la última opción y sus papeletas cuentan para su siguiente elección:
    }
poll-by-runoff-circle = Comparando de dos en dos, ninguna opción gana a todas las demás (van en círculo), así que decide la segunda vuelta instantánea:
poll-no-champion = Comparando de dos en dos, ninguna opción ganaría a todas las demás.
poll-champion = Comparando de dos en dos, { $option } ganaría a cada otra opción.
poll-round = { $round }. { $figures }
poll-round-out = { $round }. { $figures } → sale: { $removed }
ballot-unread = No he entendido esa papeleta. Escribe las opciones o sus números, de 1 a { $most }, por ejemplo `2 1`.
ballot-points-unread = No he entendido esa papeleta. Escribe un número para cada una de las { $most } opciones, o parejas como `1=5, 2=3`.
ballot-points = Una opción puede recibir { $most } puntos como máximo. Escríbelos otra vez, por favor.
ballot-dots = Tienes { $most } pegatinas, y eso suma { $given }. Quita alguna, por favor.
ballot-twice = Una opción está dos veces en ese orden. Escribe cada número una sola vez, por ejemplo `2 1 3`.
ballot-sent = Tu papeleta está en nuestro chat privado.
ballot-sent-toast = Tu papeleta está en nuestro chat privado.
ballot-kept = Contado.
ballot-nothing-yet = Todavía no has votado.
ballot-counts = Contado: { $choice }
ballot-how-score = Puedes cambiarlo hasta el cierre.
ballot-how-typed-score = Escribe aquí tus puntos, de 0 a { $points } para cada opción en su orden, por ejemplo `{ $example }`, o solo algunos: `1=5`. Puedes cambiarlos hasta el cierre.
ballot-how-dots = Cada pulsación añade una pegatina. Puedes cambiarlo hasta el cierre.
ballot-how-typed-dots = Tienes { $points } pegatinas. Escribe aquí cuántas recibe cada opción, en su orden, por ejemplo `{ $example }`, o solo algunas: `1=3`. Puedes cambiarlas hasta el cierre.
ballot-how-ranked = Pulsa las opciones en tu orden, la mejor primero; pulsa una otra vez para quitarla. Deja fuera lo que te dé igual. Puedes cambiarlo hasta el cierre.
ballot-how-typed-ranked = Reacciona con los números en tu orden, el mejor primero, o escríbelos aquí: `{ $example }`. Deja fuera lo que te dé igual. Puedes cambiarlo hasta el cierre.
ballot-score-next = ¿Cuántos puntos para **{ $option }**, de 0 a { $points }?
ballot-dots-left = { $count ->
        [0] Has usado todas tus pegatinas.
        [one] Queda una pegatina.
       *[other] Quedan { $count } pegatinas.
    }
ballot-reset = Empezar de nuevo
ballot-open-chat = Abrir el chat
ballot-cannot-write = { $name }, todavía no puedo escribirte en privado. Abre un chat conmigo, saluda y pulsa 🗳️ otra vez.
reason-ask = Objetas la encuesta { $number } (“{ $question }”). ¿Cuál es tu motivo? Tu próximo mensaje aquí se muestra con el resultado, sin tu nombre a menos que lo quieras.
reason-asked = Tu objeción cuenta. Te pregunto en privado.
reason-type = Tu objeción cuenta. Di por qué, por favor: `!poll reason { $number } el motivo`. Se muestra sin tu nombre; añade `firmado=sí` para mostrarlo.
reason-kept = Gracias. Tu motivo se muestra con el resultado de la encuesta { $number }, sin tu nombre.
reason-kept-named = Gracias. Tu motivo se muestra con el resultado de la encuesta { $number }, con tu nombre.
reason-show-name = Mostrar mi nombre
reason-without-block = Un motivo acompaña a una objeción, y no objetas la encuesta { $number }.
reason-long = Es demasiado largo ({ $length } caracteres). { $limit } como máximo, por favor.
reason-by = { $name } objeta:
reason-by-somebody = Alguien objeta:
cmd-poll-reason = Decir por qué objetas una propuesta
example-poll-reason = !poll reason 3 "La pintura es tóxica" firmado=sí
ask-poll-reason-reason = ¿Cuál es tu motivo?
arg-poll-kind = Elección, sí/no, consentimiento, orden…
arg-poll-points = Puntuación máxima, o pegatinas por persona
arg-poll-method = Cómo se cuentan los órdenes
arg-poll-reason-number = El número de la encuesta
arg-poll-reason-reason = Tu motivo
arg-poll-reason-named = ¿Mostrar tu nombre al lado?
argname-kind = tipo
argname-points = puntos
argname-method = método
argname-named = firmado
arglike-kind = clase modo
arglike-named = nombre
choice-choice = elección
choice-yesno = sí/no
choice-dates = fechas
choice-consent = consentimiento
choice-score = puntuación
choice-dots = pegatinas
choice-ranked = orden
choice-runoff = segunda-vuelta
choice-pairs = parejas
name-reason = motivo
ballot-typing = También puedes escribir: `{ $example }`
ballot-type = Escribir
cmd-poll-vote = Escribir tu papeleta en una encuesta
example-poll-vote = !poll vote 3 2 1
ask-poll-vote-ballot = ¿Cuál es tu papeleta? Los números de las opciones en tu orden, o puntos para cada una.
arg-poll-vote-number = El número de la encuesta
arg-poll-vote-ballot = Nombres o números, o puntos de cada una
argname-ballot = papeleta
name-vote = votar
ballots-united = Habías votado con varias cuentas. Ahora solo vale tu voto más reciente: { $polls }
