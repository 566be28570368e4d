# Las frases del núcleo: negativas, diálogos, fallos.

addressed = {":"} { "" }
too-fast = Es más de lo que puedo hacer a la vez. Espera un minuto, por favor: lo que acabas de enviar no se ha hecho.
card-further-down = _La versión actual está más abajo._
error-ours = Perdón, algo falló de mi lado. Quedó registrado y no se pierde nada de lo que escribiste; prueba otra vez en un momento.
button-unknown = Este botón ya no funciona.
answer-not-asked = Ahora no te estoy preguntando eso. `!help` muestra lo que puedes hacer aquí.
answer-too-late = Mi respuesta era solo para ti y llegó tarde para mostrarla aquí. Tampoco pude escribirte: permite los mensajes privados de este servidor y vuelve a preguntarme.
not-in-server = En este servidor están mis comandos, pero yo no. Quien lo administra puede traerme con este enlace: { $link }
command-unknown = No conozco `{ $given }`. ¿Quisiste decir { $nearest }? Escribe `!help` para ver todo lo que sé hacer.
command-unknown-bare = No conozco `{ $given }`. Escribe `!help` para ver todo lo que sé hacer.
argument-extra = No esperaba `{ $given }` aquí. `!help { $command }` muestra un ejemplo.
argument-choice = Aquí no vale `{ $given }`. Elige entre: { $choices }.
text-too-long = Es demasiado largo ({ $length } caracteres). El máximo es { $limit }.
room-unknown = Todavía no conozco esta sala. Sácame de ella y vuelve a invitarme, por favor.
room-not-set-up = Esta sala aún no tiene comunidad. Quien la modera puede crear una con `!setup`; después funcionará `!{ $command }`.
not-in-private = `!{ $command }` va en la sala de la comunidad; escríbelo allí.
room-without-network = Esta sala aún no está en ninguna red. Escribe `!link CÓDIGO` con el código que te dé la coordinación de tu red, o `!network create` en la sala que será la de la red.
right-anyone = Eso no lo puedes hacer aquí.
right-connector = `!{ $command }` es para referentes de esta comunidad y para quien modera esta sala. { $count ->
        [0] Quien modera puede darte ese rol con `!connector add` y tu nombre.
       *[other] Pídeselo a { $names }.
    }
right-coordinator = `!{ $command }` es para la coordinación de la red y para quien modera su sala de destacados. { $count ->
        [0] Pídeselo a la moderación de esa sala.
       *[other] Pídeselo a { $names }.
    }
right-admin = `!{ $command }` es solo para quien administra esta sala (en Matrix: moderación, nivel 50 o más). Pídele que lo escriba o que te dé ese permiso.
dialog-cancelled = Listo, lo dejamos.
cancel-nothing = Aquí no hay nada abierto que cancelar.
cancel-what = Aquí no hay nada abierto que cancelar. Para suspender un evento escribe { $event }; para borrar una encuesta, `!poll delete 3`.
page-of = _Página { $page } de { $pages }_
page-back = Anterior
page-on = Siguiente
verb-unknown = No conozco `{ $given }`. Hay { $listed }. `!help` explica cada uno.
verb-or-title = “{ $given }” suena a { $command }, que necesita un número. Si tu título empieza así de verdad, ponlo entre comillas: { $example }
command-edited = Editar este mensaje ya no cambia nada. Envía el comando en un mensaje nuevo, por favor.
