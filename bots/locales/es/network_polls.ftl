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
