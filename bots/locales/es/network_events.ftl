# Eventos de una red que muestran sus comunidades.

event-goes-to = { $count ->
        [one] 🌐 Se pregunta a una comunidad de { $network } si lo muestra. Allí nadie puede apuntarse hasta que acepten sus referentes.
       *[other] 🌐 Se pregunta a { $count } comunidades de { $network } si lo muestran. Allí nadie puede apuntarse hasta que acepten sus referentes.
    }
event-to-nobody = Ninguna comunidad de { $network } muestra lo que publica la red, así que no hay a quién preguntar. Quita `destino` para organizarlo solo en esta sala.
event-network-none = Esta sala no es de ninguna red. Quita `destino` para organizarlo aquí.
event-of-network = 🌐 Evento de la red { $network }, para todas sus comunidades. Su coordinación ve quién va; con nombre, esta sala solo muestra a la gente de aquí.
event-of-network-by = 🌐 Evento de { $host } para todas las comunidades de { $network }. Los anfitriones ven quién va; con nombre, esta sala solo muestra a la gente de aquí.
event-of-network-host = 🌐 Para todas las comunidades de { $network } que quieran mostrarlo. Con nombre, esta sala solo muestra a quien respondió aquí; `!event guests` los tiene a todos.
event-line-of = { $title } · { $at } · organizado por { $host }
event-names-elsewhere = { $more } en otros sitios
event-names-and-more = { $names } y { $more } más
event-gone-here = { $title }: esta comunidad ya no muestra este evento, así que aquí ya no se responde. Las respuestas de antes siguen contando.
event-not-here = Esta comunidad ya no muestra { $title }, así que aquí no puedes responder. Lo que respondiste antes sigue contando.
event-reply-rests = Ya no estás en “{ $room }”, así que dejo de contarte en **{ $title }**. ¿Vienes igualmente? Pulsa ✅ en otra sala que lo muestre.
event-number-twice = Dos eventos tienen el número { $number }: uno de esta comunidad y uno de una red. Pulsa los botones del que quieras, o responde a él con el comando.
event-ask = 🌐 **{ $network }** os invita a **{ $title }**. ¿Lo muestro aquí?
event-ask-by = 🌐 **{ $host }** invita a todas las comunidades de **{ $network }** a **{ $title }**. ¿Lo muestro aquí?
event-ask-who = Decide alguien de referencia. Sin respuesta no se muestra nada.
event-ask-series = Decide alguien de referencia, una vez para todas las fechas. Sin respuesta no se muestra nada.
event-ask-show = Mostrar
event-ask-always = Mostrar siempre los de { $network }
event-ask-decline = Esta vez no
event-ask-stop = Dejar de mostrarlo
event-ask-shown = 🌐 { $title } se muestra en esta comunidad.
event-ask-declined = 🌐 { $title } no se muestra en esta comunidad.
event-ask-over = 🌐 { $title }: esta pregunta ya está cerrada.
event-ask-gone = { $title } ya no se puede mostrar aquí: esta comunidad ya no escucha a la red, o quien lo organiza la ha dejado.
event-ask-now-show = { $title } se muestra ahora aquí. Para quitarlo: `!event decline`
event-ask-now-always = { $title } se muestra ahora aquí, y lo que venga también. Para que vuelva a preguntar: `!network events preguntar`
event-ask-now-no = { $title } no se muestra aquí. Si cambiáis de idea: `!event accept`
event-asked-none = Ahora mismo ninguna red os pide mostrar un evento.
event-asked-which = ¿A cuál te refieres? Añade su número, o responde a su mensaje. { $events }
cmd-event-accept = Mostrar aquí un evento de una red
example-event-accept = !event accept 3
cmd-event-decline = No mostrar aquí un evento de una red, o quitarlo
example-event-decline = !event decline 3
arg-event-accept-number = El número del evento
arg-event-decline-number = El número del evento
arg-event-to = Preguntar a las comunidades de la red
cmd-network-events = Que pregunte por los eventos de una red, los muestre todos, o ninguno
example-network-events = !network events preguntar
ask-network-events-what = ¿Qué hago con sus eventos? Responde `preguntar`, `mostrar` o `no`.
arg-network-events-what = preguntar, mostrar o no
arg-network-events-network = Qué red, si hay varias
network-events-ask = Preguntaré en **{ $community }** antes de mostrar un evento de **{ $network }**. Lo que ya se muestra se queda.
network-events-show = **{ $community }** muestra desde ahora los eventos de **{ $network }** sin preguntar.
network-events-off = **{ $community }** ya no muestra eventos de **{ $network }**, y no se le pregunta.
