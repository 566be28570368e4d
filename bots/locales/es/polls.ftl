# Encuestas.

poll-voters = Encuesta { $number } · { $count ->
        [0] nadie ha votado aún
        [one] ha votado una persona
       *[other] han votado { $count } personas
    }
poll-closes = Abierta hasta el { $at }.
poll-how = Un voto por persona, lo puedes cambiar. Solo se ven los totales.
poll-how-several = Hasta { $most } opciones por persona, las puedes cambiar. Solo se ven los totales.
poll-how-reactions = Vota en la encuesta de arriba o reacciona con un número. Las reacciones muestran tu nombre.
poll-how-reactions-several = Vota en la encuesta de arriba o reacciona con hasta { $most } números. Las reacciones muestran tu nombre.
poll-line-open = Encuesta { $number }
poll-line-until = Encuesta { $number }, abierta hasta el { $at }
poll-line-beside = fuera de la encuesta de arriba: { $votes }
poll-line-how = ¿no ves la encuesta? Reacciona aquí a “{ $question }” con { $choices }
poll-line-how-several = ¿no ves la encuesta? Reacciona aquí a “{ $question }” con { $most } como máximo de { $choices }
poll-line-closed = La encuesta { $number } está cerrada; el resultado está más abajo.
poll-voted-beside = Incluye votos que la encuesta de arriba no cuenta: { $votes }.
poll-how-card = Para votar, reacciona con un número. Cuenta el último, y las reacciones muestran tu nombre.
poll-how-card-several = Para votar, reacciona con hasta { $most } números. Las reacciones muestran tu nombre.
poll-native = { $question }
poll-footer-closed = La encuesta { $number } está cerrada.
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
ballot-empty = Tu voto queda retirado.
poll-closed = La encuesta { $number } (“{ $question }”) está cerrada; ya no se puede votar. `!poll results { $number }` muestra el resultado.
poll-too-many = Puedes elegir hasta { $most }. Quita una primero.
poll-question-empty = ¿Cuál es la pregunta? Por ejemplo: `!poll "¿Dónde nos vemos?" "Jardín" "Biblioteca"`
poll-question-long = Esa pregunta es demasiado larga ({ $length } caracteres). El máximo es { $limit }.
poll-options-few = Una encuesta necesita dos opciones o más. Por ejemplo: `Jardín, Biblioteca`
poll-options-many = { $count } opciones son demasiadas; el máximo es { $limit }.
poll-option-long = Una opción es demasiado larga ({ $length } caracteres). El máximo es { $limit }.
poll-option-twice = “{ $option }” está dos veces. Pon opciones distintas, por ejemplo: `Jardín, Biblioteca`
poll-choices = `{ $given }` no vale aquí: ¿cuántas opciones puede elegir cada persona? Un número de 1 a { $most }, por ejemplo `máximo=2`.
poll-number-unknown = Aquí no hay ninguna encuesta `{ $given }`. `!poll list` muestra las abiertas.
poll-none-open = No hay encuestas abiertas. Si eres referente, abre una con `!poll "¿Dónde nos vemos?" "Jardín" "Biblioteca"`
poll-many-running = Ya hay { $limit } encuestas abiertas o por abrir. `!poll list` las muestra, `!poll close` cierra una y `!poll delete` borra una.
poll-which = ¿Qué encuesta? Hay varias abiertas: { $numbers }. Escribe su número o palabras de la pregunta.
poll-list-title = **Encuestas abiertas**
poll-list-open = { $number }: { $question }
poll-list-closing = { $number }: { $question } – hasta el { $at }
ask-poll-question = ¿Cuál es la pregunta?
ask-poll-options = ¿Qué opciones? Una por línea, o con comas: `Jardín, Biblioteca`
cmd-poll = Haz una pregunta a la sala
example-poll = !poll "¿Dónde nos vemos?" "Jardín" "Biblioteca" cierre=2h
cmd-poll-close = Cierra una encuesta y publica el resultado, ahora o más tarde
example-poll-close = !poll close 3
cmd-poll-list = Las encuestas abiertas
example-poll-list = !poll list
cmd-poll-results = Resultados actuales o finales de una encuesta
example-poll-results = !poll results 3
poll-native-not = Las encuestas de esta plataforma no están disponibles aquí, o no con estas opciones (hasta { $limit }, una por persona). Quita `nativa`.
argument-name = No conozco `{ $given }`. ¿Querías decir `{ $right }`?
poll-menu = { $most ->
        [one] Elige una opción
       *[other] Elige hasta { $most } opciones
    }
poll-yes = Sí
poll-no = No
arglike-close = cierra fin final termina límite plazo
arglike-choices = max múltiple votos elecciones
arglike-native = plataforma
arglike-options = opción respuestas respuesta
arglike-question = título p
poll-corrected = Se corrigió una errata el { $at }.
poll-changed = La encuesta { $number } acaba de cambiar. Mírala otra vez y vota.
poll-preview = ¿Es esta la encuesta que quieres?
poll-preview-several = Hasta { $most } opciones por persona.
poll-preview-how = Reacciona con ✅ para publicarla, ✏️ para cambiarla o ❌ para descartarla. También puedes escribir sí o no.
poll-publish = Publicar
poll-change = Editar
poll-drop = Cancelar
poll-published = La encuesta { $number } está publicada.
poll-draft-dropped = De acuerdo, sin encuesta.
poll-draft-gone = Esta vista previa no es tuya o ya no espera respuesta. Para preguntar a la sala, escribe la encuesta otra vez: `!poll "¿Dónde nos vemos?" "Jardín" "Biblioteca"`
poll-draft-late = La encuesta ya habría cerrado ({ $at }). Toca Editar y dale más tiempo.
poll-draft-hint = Tu encuesta sigue esperando: reacciona con ✅ para publicarla o con ❌ para descartarla.
poll-rewrite = Envíame la encuesta como debe quedar: primero la pregunta y después una opción por línea. Ahora dice:
poll-edited = La encuesta { $number } ha cambiado.
poll-edited-both = La encuesta { $number } ha cambiado, y también la encuesta { $next }, que la sigue.
poll-edit-voted = Ya hay votos en la encuesta { $number }, así que solo se pueden corregir erratas. Para otras opciones, ciérrala con `!poll close { $number }` y abre una nueva.
poll-delete-sure = ¿Borrar la encuesta { $number } (“{ $question }”)? { $count ->
        [0] Nadie ha votado aún.
        [one] Se perderá un voto.
       *[other] Se perderán { $count } votos.
    } No se puede deshacer.
poll-delete-yes = Borrar
poll-delete-no = Conservar
poll-deleted = La encuesta { $number } está borrada.
poll-is-open = La encuesta { $number } (“{ $question }”) ya está abierta.
poll-reopened = La encuesta { $number } está abierta de nuevo.
poll-none-closed = Aquí no hay ninguna encuesta cerrada. `!poll list` muestra las abiertas.
cmd-poll-edit = Cambia una encuesta; después del primer voto, corrige erratas
example-poll-edit = !poll edit 3 "¿Dónde comemos?" "Jardín" "Biblioteca"
cmd-poll-delete = Borra una encuesta con sus votos
example-poll-delete = !poll delete 3
cmd-poll-reopen = Abre otra vez una encuesta cerrada; sus votos cuentan
example-poll-reopen = !poll reopen 3 viernes 18h
ask-poll-edit-question = ¿Cuál debe ser la pregunta?
poll-share-open = La encuesta { $number } (“{ $question }”) sigue abierta. Sus resultados se podrán compartir cuando se cierre: `!poll close { $number }`.
poll-shared-open = Se vuelve a votar.
poll-shared-few = Votaron menos de { $least } personas, así que no hay cifras.
poll-shared-agreed = La propuesta está aceptada.
poll-shared-not-agreed = La propuesta no está aceptada.
poll-shared-chosen = Elegido: { $winners }
