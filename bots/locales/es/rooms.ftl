# El bot en una sala.

intro = ¡Hola! Soy **glocal**. Doy la bienvenida a quien llega, hago encuestas, organizo eventos y los recuerdo; lo que vale la pena contar, lo llevo a la red.
    Guardo votos, respuestas y fechas, no las conversaciones. Nada sale de esta sala mientras sus referentes no activen la difusión, y si lo hacen, lo digo aquí.
    Para empezar, quien modera escribe `!setup`; `!help` muestra el resto. · _In English:_ `!setup`_, then answer “en”._
intro-direct = ¡Hola! Soy **glocal**, el bot de tu comunidad. Aquí te pregunto cosas en privado; `!help` muestra lo que sé hacer y `!me` lo que sé de ti.
intro-back = Ya estoy de vuelta en **{ $community }**. `!help` muestra lo que sé hacer.
room-lost = Me sacaron de la sala “{ $room }”. Sus encuestas, eventos y recordatorios quedan en pausa hasta que me inviten otra vez.
room-closed = La sala “{ $room }” se cerró. Sus encuestas, eventos y recordatorios quedan en pausa hasta que se abra otra vez.
room-back = Ya estoy de vuelta en la sala “{ $room }”. Sus encuestas, eventos y recordatorios continúan.
room-moved = Esta sala se mudó y yo con ella. Encuestas, eventos y ajustes vinieron conmigo.
room-unreadable = No puedo leer algunos mensajes cifrados de aquí porque no recibí sus claves. Si alguno era para mí, envíalo otra vez.
    Si sigue pasando: en los ajustes de tu aplicación, permite enviar claves a sesiones sin verificar. Solo lo digo esta vez.
private-hint = No lo entendí. `!help` muestra lo que sé hacer aquí.
right-missing-for-bot = En “{ $room }” no pude hacer algo: me falta el permiso “{ $right }”. Dámelo en los ajustes de la sala; hasta entonces, esa parte no funciona.
help-title = **Lo que puedes pedirme aquí**
help-foot = `!help` con el nombre de un comando muestra un ejemplo. Si falta algo, te lo pregunto; escribe `cancelar` para dejarlo.
help-example = Por ejemplo: `{ $example }`
who-anyone = Para todo el mundo.
who-connector = Para referentes y moderación.
who-coordinator = Para la coordinación de la red.
who-admin = Para la moderación de esta sala.
cmd-help = Lo que sé hacer aquí
example-help = !help poll
cmd-cancel = Cancela lo que te estoy preguntando
example-cancel = !cancel
cmd-check = Revisa mis permisos aquí
example-check = !check
rights-asked = Estoy revisando; la respuesta sale aquí.
rights-complete = Tengo todos los permisos que necesito aquí.
rights-missing = En “{ $room }” me faltan estos permisos:
rights-line = • **{ $name }**: { $breaks }
rights-again = Quien administra este espacio puede dármelos; `!check` los revisa otra vez.
rights-breaks-read = no veo lo que se dice, así que no me llegan ni comandos ni reacciones
rights-breaks-send = no puedo decir nada aquí
rights-breaks-history = no puedo leer lo que se dijo mientras no estaba, ni un mensaje para compartir
rights-breaks-react = reacciones: no puedo poner las mías ni ver las tuyas, así que no llevan nada a la red
rights-breaks-edit-others = no puedo quitar mensajes de otras personas cuando me lo piden
rights-breaks-embed = no se ven las vistas previas ni los textos con marco
rights-breaks-attach = faltan los archivos en lo que comparto, y los eventos no traen archivo para tu calendario
rights-breaks-threads = no puedo responder en los hilos
rights-breaks-events = los eventos no aparecen en el calendario de este espacio
rights-breaks-panels = las fichas son mensajes sencillos, sin colores ni columnas
rights-breaks-members = no veo quién entra, así que nadie recibe la bienvenida
rights-breaks-commands = mis comandos no aparecen en la lista
rights-breaks-content = solo veo los comandos con / y los botones, así que no se puede compartir ningún mensaje desde aquí
rights-breaks-moderate = no puedo dejar entrar a quien lo pide
rights-breaks-polls = encuestas de esta plataforma: no puedo abrir ninguna
start-here = ¡Hola! `!help` muestra lo que sé hacer aquí.
