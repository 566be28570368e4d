# Respuestas a invitaciones con las palabras de la gente; en minúsculas, separadas por comas.

attendance-yes-words = voy, ahí estaré, allí estaré, me apunto, cuenta conmigo, contad conmigo, cuenten conmigo, yo voy, sí voy, asistiré, iré, yo también, nos apuntamos, vamos nosotros, estaré ahí, estaré allí
attendance-maybe-words = quizás voy, quizá voy, tal vez voy, tal vez vaya, quizás vaya, quizá vaya, a lo mejor voy, capaz voy, capaz que voy, puede que vaya, igual voy, aún no sé, no sé todavía, lo intento, intentaré ir, a ver, no estoy seguro, no estoy segura
attendance-no-words = no voy, no puedo, no puedo ir, no podré, no podré ir, no iré, no asistiré, sin mí, no cuentes conmigo, no contéis conmigo, lo siento no puedo, ya no voy, ya no puedo, ya no puedo ir, al final no voy, al final no puedo, al final no puedo ir, al final no podré, al final no podré ir, no voy al final, no puedo al final, lo siento no voy, lo siento no puedo ir, no voy a poder, no voy a poder ir
attendance-with-words = con, más
attendance-guest-words = amigo, amigos, amiga, amigas, persona, personas, invitado, invitados, invitada, invitadas, más, niño, niños, hijos
attendance-count-words = un 1, una 1, dos 2, tres 3, cuatro 4, cinco 5
attendance-alone-words = solo, sola
attendance-ask = ¿Vas a “{ $title }”? Pulsa un botón, o escribe `sí`, `quizás` o `no`.
attendance-ask-still = ¿Te refieres a “{ $title }” ({ $when })? ¿Sigues pensando ir? Pulsa un botón, o escribe `sí`, `quizás` o `no`.
attendance-ask-guests = “{ $title }”: ¿solo tú, o tú y { $count ->
        [one] 1 persona
       *[other] { $count } personas
    }? Escribe `yo`, o de nuevo `+{ $count }`.
attendance-me-words = yo, solo yo, sola, solo
attendance-maybe-named-words = quizás, quizá, tal vez, puede, puede ser, a lo mejor, igual, no sé, aún no sé, todavía no sé, no sé si puedo
attendance-no-named-words = no estoy, no estaré, no voy a estar, no me va bien, no me viene bien, me viene mal, me va mal, estoy ocupado, estoy ocupada, no estoy disponible, no estoy libre, no tengo tiempo, me es imposible, es imposible, no llego, me pierdo, no me apunto, tengo que cancelar, me borro, bórrame, quítame
attendance-yes-named-words = sí, si, vale, ok, puedo, sí puedo, puedo ir, me apunto, apúntame, estoy libre, me viene bien, me va bien
attendance-small-words = el, la, los, las, este, esta, para, a, al, en, de, del
attendance-filler-words = lo siento, perdón, lamentablemente, por desgracia, desgraciadamente, al final, ya, hola, buenas, chicos, todos, también, por favor
attendance-all-words = todos, todas, ambos, ambas, los dos, las dos, todo
attendance-which = ¿A cuál te refieres? Escribe su número, o `todos`.
replies-united = Habías respondido con varias cuentas. Ahora solo vale tu respuesta más reciente: { $events }
