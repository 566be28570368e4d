# Cuánto tiempo guarda una comunidad su pasado
setting-history = historial
choice-always = siempre
about-history = cuánto tiempo guardo las encuestas, los eventos y los destacados que ya pasaron: una duración como `1 año`, o `siempre`
about-network-history = cuánto tiempo guardo las encuestas y los eventos de la red que ya pasaron: una duración como `1 año`, o `siempre`
config-history = No entiendo `{ $given }` como duración. Escribe por ejemplo `1 año`, `6 meses`, `90 días` ({ $least } como mínimo) o `siempre`.
history-months = mes, meses
history-years = año, años
history-ask = ¿Guardar las encuestas, los eventos y los destacados solo { $length } después de que terminen? Más antiguos a día de hoy: { $polls ->
        [one] 1 encuesta
       *[other] { $polls } encuestas
    }, { $events ->
        [one] 1 evento
       *[other] { $events } eventos
    } y { $highlights ->
        [one] 1 destacado
       *[other] { $highlights } destacados
    }. Desde mañana borro cada día lo que sea más antiguo: textos, votos, respuestas y decisiones, y retiro los destacados de las redes. Nadie podrá recuperarlo. Los mensajes de tus salas se quedan allí.
history-yes = Guardar ese tiempo
history-no = Dejarlo como está
history-set = Desde mañana guardo las encuestas, los eventos y los destacados { $length } después de que terminen. Hasta entonces, `!config historial siempre` lo detiene.
history-ask-network = ¿Guardar las encuestas y los eventos de la red solo { $length } después de que terminen? Más antiguos a día de hoy: { $polls ->
        [one] 1 encuesta
       *[other] { $polls } encuestas
    } y { $events ->
        [one] 1 evento
       *[other] { $events } eventos
    }. Dentro de una semana empiezo a borrar cada día lo que sea más antiguo: textos, votos, respuestas y decisiones, también de las listas de las comunidades que participaron. Nadie podrá recuperarlo. Los mensajes de las salas se quedan allí. Aviso ya a las comunidades, para que antes puedan guardar una copia.
history-set-network = Dentro de una semana empiezo a guardar las encuestas y los eventos de la red solo { $length } después de que terminen. Las comunidades ya lo saben. Hasta entonces, `!config historial siempre` lo detiene.
history-news = **{ $network }** guardará sus encuestas y eventos { $length } después de que terminen. Lo que sea más antiguo desaparecerá también de `!decisions` aquí, como pronto dentro de una semana. Hasta entonces, `!decisions export` os da una copia.
unit-months = { $count ->
        [one] 1 mes
       *[other] { $count } meses
    }
unit-years = { $count ->
        [one] 1 año
       *[other] { $count } años
    }
