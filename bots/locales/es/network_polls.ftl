# Encuestas de una red que muestran sus comunidades.

poll-goes-to = { $count ->
        [one] Aparece enseguida en una comunidad de { $network }. Lo que la gente ha visto no se puede deshacer.
       *[other] Aparece enseguida en { $count } comunidades de { $network }. Lo que la gente ha visto no se puede deshacer.
    }
poll-of-network = 🌐 Encuesta de la red { $network }: todas sus comunidades votan juntas, un voto por persona.
poll-to-nobody = Ninguna comunidad de { $network } muestra lo que publica la red, así que no hay a quién preguntar. Quita `destino` para preguntar en esta sala.
poll-network-none = Esta sala no es de ninguna red. Quita `destino` para preguntar aquí.
poll-network-homeless = { $network } no tiene sala, así que nadie podría ocuparse de la encuesta. Su coordinación puede darle una: `!room join { $network }` en una sala nueva.
poll-not-here = La encuesta { $number } (“{ $question }”) ya no cuenta votos aquí: esta comunidad ya no escucha a la red que pregunta. Los votos de antes siguen contando.
poll-gone-here = “{ $question }”: esta comunidad ya no escucha a la red que pregunta, así que aquí ya no se vota. Los votos de antes siguen contando.
poll-number-twice = Dos encuestas abiertas tienen el número { $number }: una de esta comunidad y una de una red. Pulsa los botones de la que quieras, o responde a ella con el comando.
arg-poll-to = Preguntar en todas las comunidades de la red
choice-communities = comunidades
poll-of-communities = 🌐 Encuesta de la red { $network }: cada una de sus comunidades tiene un voto.
poll-rule-communities = El voto de una comunidad es la opción que más personas eligen allí; un empate, o menos de { $count } votantes, no es un voto. Nadie vota por otros; quien vota en dos comunidades cuenta donde votó por última vez.
poll-count-network = `recuento` va con una encuesta en todas las comunidades de una red. Añade `para=red`, o quita `recuento`.
poll-count-anonymous = Una encuesta anónima solo guarda un total, así que no puedo contar por comunidad. Quita `anónima` o `recuento`; `oculta=sí` esconde las cifras hasta el cierre.
poll-vote-at-home = En la encuesta { $number } cada comunidad tiene un voto: vota en la sala de tu comunidad, por favor.
poll-result-abstained = **Encuesta { $number }: { $question }** Ninguna comunidad ha decidido, así que no hay resultado.
poll-communities-voted = { $count ->
        [0] Ninguna comunidad ha votado
        [one] Una comunidad ha votado
       *[other] Han votado { $count } comunidades
    }, abstenciones: { $abstained } (empate, o menos de { $least } votantes).
poll-by-community = **Por comunidad**
poll-community-line = { $community } (votantes: { $count }): { $choice }
poll-community-votes = { $community } (votantes: { $count }): por { $choice }
poll-community-abstains = { $community } (votantes: { $count }): se abstiene, empate de { $choice }
poll-communities-hidden = { $shown ->
        [0] Sin cifras por comunidad: donde votaron menos de cinco personas, dirían demasiado.
       *[other] Sin cifras, para que nadie sepa cómo votaron unas pocas personas: { $count } más.
    }
arg-poll-counting = Contar por persona o por comunidad
argname-counting = recuento
choice-people = personas
arglike-counting = conteo
