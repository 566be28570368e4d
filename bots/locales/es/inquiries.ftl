# Respuestas a preguntas de todos los días.

inquiry-none = Por ahora no hay nada previsto.
inquiry-none-then = Para entonces no hay nada previsto. Lo próximo:
inquiry-event = **{ $title }**
inquiry-line = **{ $title }**: { $when }
inquiry-no-place = Todavía no sé dónde es. Pregunta a quien lo organiza.
inquiry-more = `!event list` muestra el resto.
inquiry-join = Para decir que vas, toca ✅ debajo del evento o responde a él con «voy».
inquiry-vote = Para votar, toca una opción debajo de la encuesta o reacciona con su número. `!poll results` vuelve a mostrar una encuesta.
inquiry-vote-private = Se vota en la sala, justo debajo de la encuesta.
