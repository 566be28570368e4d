# Comunidades y redes.

setup-done = **{ $community } ya está en marcha.** Hora local: { $now }. Tienes el rol de referente.
    Prueba con: `!poll "¿Dónde nos vemos?" "Jardín" "Biblioteca"` · `!event Cena compartida viernes 19:00 en el jardín`
    Doy la bienvenida a quien llega; ponle tus palabras con `!config reglas …`, `!config pregunta …` y `!config bienvenida …`.
    `!link CÓDIGO` para unirse a una red; `!help` para todo lo demás.
setup-plan-event = Planear un evento
setup-open-poll = Abrir una encuesta
setup-check-rights = Comprobar mis permisos
setup-see-settings = Ajustes
setup-already = Esta ya es la sala de { $community }. `!config` muestra y cambia sus ajustes.
network-own-room = Una red necesita su propia sala, y esta es de { $community }. Crea una sala nueva, invítame y escribe allí `!network create`.
setup-is-network = Esta sala es de la red { $network }; una comunidad necesita su propia sala. Invítame a otra sala y escríbelo allí.
room-of-network = `!{ $command }` funciona en la sala de una comunidad, y esta sala es de la red **{ $network }**. `!help` muestra lo que funciona aquí.
place-name-doubt = No tengo claro dónde acaba el nombre. Si es **{ $name }**, escribe `!{ $command } "{ $name }" { $rest }`; si es **{ $whole }**, escribe `!{ $command } "{ $whole }"`.
place-name-words = de, en, es
ask-setup-name = ¿Cómo se llama tu comunidad?
ask-setup-locale = ¿Qué idioma se habla aquí? Responde con uno de estos: { $languages }.
ask-setup-zone = ¿En qué zona horaria estás? Basta una ciudad, por ejemplo `Madrid` o `America/Bogota`.
cmd-setup = Convierte esta sala en la de una comunidad
example-setup = !setup "Madrid Lavapiés" es Europe/Madrid
name-empty = Hace falta un nombre, por ejemplo “Madrid Lavapiés”.
name-too-long = Ese nombre es demasiado largo ({ $length } caracteres). El máximo es { $limit }.
locale-unknown = Todavía no hablo `{ $given }`. Responde con uno de estos: { $languages }.
zone-unknown-bare = No conozco la zona horaria `{ $given }`. Dime una ciudad grande cercana o una zona como `Europe/Madrid`.
network-left = **{ $place }** salió de la red.
cmd-network-accept = Acepta una comunidad que pide entrar
example-network-accept = !network accept Lyon
network-remove-which = ¿Qué solicitud rechazas, o quién debe dejar **{ $network }**? Responde con un nombre. Piden entrar: { $waiting }. En la red: { $members }.
network-remove-ask = **{ $place }** dejará de formar parte de **{ $network }**: no compartirá nada aquí ni recibirá destacados. Lo publicado se queda. ¿La saco?
network-remove-confirm = Sacar
network-removed = **{ $place }** ya no forma parte de la red.
network-removed-you = La coordinación de **{ $network }** sacó a **{ $place }** de la red. Ya no se comparte allí nada de **{ $place }**.
cmd-network-remove = Saca una comunidad de la red o rechaza su solicitud
example-network-remove = !network remove Lyon
link-pending = Ya hay una solicitud a **{ $network }** y falta la respuesta. `!unlink` la retira.
link-no-room = **{ $network }** no tiene ahora una sala donde alguien pueda responder. Inténtalo más tarde.
link-ask = La comunidad **{ $place }** pide entrar en esta red. Lo pide { $who } (`{ $user }`) en “{ $room }”, en { $platform }.
    Cualquiera puede ponerse cualquier nombre: acepta solo a quien conozcas.
link-ask-child = La red **{ $place }** pide formar parte de esta. Lo pide { $who } (`{ $user }`) en “{ $room }”, en { $platform }.
    Cualquiera puede ponerse cualquier nombre: acepta solo a quien conozcas.
link-accept = Aceptar
link-decline = Rechazar
link-accepted = **{ $place }** fue aceptada.
link-declined = La solicitud de **{ $place }** fue rechazada.
link-withdrawn = **{ $place }** retiró su solicitud.
link-declined-you = **{ $network }** rechazó la solicitud.
link-decided = Eso ya está decidido.
link-none-waits = Ahora mismo nadie espera para entrar en { $network }. `!network invite` crea una invitación.
link-which-waits = ¿Quién puede entrar? Responde con un nombre: { $names }
link-not-pending = Aquí no espera ninguna solicitud de `{ $given }`. Responde con uno de estos nombres: { $names }
link-several-wait = Varias solicitudes llevan el nombre `{ $given }`: usa los botones que tienen debajo.
unlink-withdrawn = La solicitud a { $network } queda retirada.
name-reserved = `{ $given }` se parece a mi propio nombre. Elige otro, por favor.
name-taken = `{ $given }` se parece a { $other }, de la misma red. Elige un nombre que nadie pueda confundir.
network-joined = **{ $place }** se unió a la red.
network-shown = **{ $network }**: { $count ->
        [0] aún sin comunidades
        [one] una comunidad
       *[other] { $count } comunidades
    }
network-shown-networks = **{ $network }**: { $networks ->
        [one] una red
       *[other] { $networks } redes
    }
network-shown-both = **{ $network }**: { $networks ->
        [one] una red
       *[other] { $networks } redes
    } y { $count ->
        [one] una comunidad
       *[other] { $count } comunidades
    }
network-circle = { $parent } ya forma parte de { $network }; una red no puede ser su propia red superior.
network-parent-set = **{ $child }** ahora forma parte de **{ $network }**. Aún no llega nada allí: `!relay sí` lo activa.
ask-network-create-name = ¿Cómo se llama la red?
ask-network-create-locale = ¿Qué idioma se habla en esta sala? Responde con uno de estos: { $languages }.
ask-network-create-zone = ¿En qué zona horaria termina el día de la red? Por ejemplo `Madrid` o `UTC`.
ask-network-parent-code = ¿Cuál es el código de la red superior?
cmd-network-create = Crea una red; esta será su sala de destacados
example-network-create = !network create "Barrios Vivos" es Europe/Madrid
example-network-show = !network show
cmd-network-parent = Pide que esta red forme parte de otra mayor
example-network-parent = !network parent abcd2345
link-done = Esta comunidad ya está en la red **{ $network }**. De momento nada sale de esta sala: `!relay sí` activa la difusión.
    La coordinación de la red ve cómo os va: cuántas personas llegaron y recibieron un saludo (ningún número menor que cinco), eventos, encuestas, cuándo estuvo activa por última vez una persona referente, y salas perdidas; ni nombres ni mensajes. Con `!network share situación no` eso queda en casa.
link-already = Esta sala ya forma parte de la red { $network }.
cmd-link = Pide entrar en una red con su código
example-link = !link abcd2345
unlink-done = Esta comunidad salió de { $network }. Ya no se comparte nada allí.
cmd-unlink = Sal de la red
example-unlink = !unlink
config-title = **Ajustes de { $name }**
config-footer = `!config { $key }` explica un ajuste, `!config { $key } { $value }` lo cambia. `ninguno` vacía un texto.
config-one = `{ $key }`: { $value }
    { $about } Para cambiarlo, escribe ahora el valor nuevo, o más tarde `!config { $key } …`.
config-set = Listo. `{ $key }` ahora es: { $value }
config-zone-set = Listo. La zona horaria ahora es { $value }. Los eventos ya previstos no se mueven; los nuevos siguen esta zona.
config-back = Para volver atrás: `!config { $key } { $value }`
config-back-text =
    Antes era: { $value }
    Para volver atrás, envía `!config { $key }` con ese texto.
config-empty = ninguno
config-unknown = No hay ningún ajuste `{ $given }`. ¿Quisiste decir `{ $nearest }`? Los ajustes son: { $keys }.
config-choice = `{ $given }` no vale. Elige entre: { $choices }.
config-number = `{ $given }` no vale: hace falta un número entero de { $least } a { $most }.
cmd-config = Muestra o cambia los ajustes
example-config = !config bienvenida El té está a la izquierda, ¡toma asiento!
room-join-done = Esta sala ahora es de **{ $community }**. Con `!room role eventos`, los eventos se anuncian aquí.
room-join-unknown = No te conozco ninguna comunidad `{ $given }`. Eres referente de: { $names }.
room-join-none = Solo sus referentes pueden añadir una sala a una comunidad. Para crear una nueva, escribe `!setup`.
ask-room-join-name = ¿De qué comunidad es esta sala?
cmd-room-join = Añade esta sala a una de tus comunidades
example-room-join = !room join Lavapiés
room-leave-ask = Esta sala dejará de formar parte de **{ $community }**: sus encuestas y eventos se quedan aquí como están, ya no se da la bienvenida y nada sale de esta sala. ¿La saco?
room-leave-ask-last = Es la única sala de **{ $community }**. Sin ella, la comunidad no puede hacer nada hasta que `!room join` le devuelva una. ¿La saco?
room-left = Esta sala ya no forma parte de **{ $community }**. Quien la gestiona puede escribir `!setup` o `!room join`.
cmd-room-leave = Saca esta sala de su comunidad
example-room-leave = !room leave
room-role-home = Esta es una sala principal de la comunidad: aquí doy la bienvenida a quien llega.
room-role-events = Desde ahora anuncio los eventos en esta sala.
ask-room-role-role = ¿Para qué es esta sala? Responde `principal` o `eventos`.
cmd-room-role = Di para qué es esta sala
example-room-role = !room role eventos
person-unknown = Aún no conozco a `{ $given }`. Da su identificador completo o menciona a la persona, o pídele que escriba antes `!help` en esta sala.
person-one-by-one = No sé con seguridad quién es “{ $given }”. Nombra a las personas de una en una, con una mención o su nombre completo.
person-which = ¿A quién te refieres con `{ $given }`? Cualquiera puede ponerse cualquier nombre; fíjate en el identificador:
person-here = { $name } – `{ $user }`, última vez en “{ $room }”
person-elsewhere = { $name } – `{ $user }`, nunca en esta comunidad
connector-added = { $name } ahora es referente.
connector-already = { $name } ya es referente.
connector-removed = { $name } ya no es referente.
connector-not = { $name } no es referente.
connector-departed = { $name } se ha ido y ya no es referente aquí.
connector-departed-last = { $name } se ha ido y era la última persona referente aquí. Quien administra esta sala puede elegir a otra: `!connector add`.
connector-last = { $name } es la única persona con el rol de referente; dáselo antes a otra, para que alguien cuide de la comunidad.
connector-list = { $count ->
        [one] Referente
       *[other] Referentes
    }: { $names }
connector-none = No hay referentes en esta plataforma.
ask-connector-add-person = ¿Quién será referente? Menciona a la persona o pon su nombre completo.
ask-connector-remove-person = ¿Quién deja de ser referente?
cmd-connector-add = Nombra referente a alguien
example-connector-add = !connector add @anna:example.org
cmd-connector-remove = Retira a alguien el rol de referente
example-connector-remove = !connector remove @anna:example.org
cmd-connector-list = Quiénes son referentes
example-connector-list = !connector list
greeter-added = Avisaré a { $name } cada vez que llegue alguien.
greeter-already = { $name } ya está en el equipo de bienvenida.
greeter-removed = { $name } ya no está en el equipo de bienvenida.
greeter-not = { $name } no está en el equipo de bienvenida.
greeter-list = { $count ->
        [one] Equipo de bienvenida
       *[other] Equipo de bienvenida
    }: { $names }
greeter-none = Aún no hay equipo de bienvenida: cuando llega alguien, aviso a cada referente.
ask-greeter-add-person = ¿Quién saludará a la gente nueva? Menciona a la persona o pon su nombre completo.
ask-greeter-remove-person = ¿Quién deja el equipo de bienvenida?
cmd-greeter-add = Elige a quién aviso cuando llega alguien
example-greeter-add = !greeter add @anna:example.org
cmd-greeter-remove = Deja de avisar a alguien de las llegadas
example-greeter-remove = !greeter remove @anna:example.org
cmd-greeter-list = Quién saluda a la gente nueva
example-greeter-list = !greeter list
me-shown = Lo que sé de ti, { $name }: tu cuenta { $accounts }; tu rol aquí: { $roles }; tu idioma: { $language }.
    Tus mensajes compartidos con la red: { $relay } (se cambia con `!me relay firmado|anónimo|no`).
me-relay-word-named = con tu nombre
me-relay-word-unnamed = sin tu nombre
me-relay-word-off = nunca
role-member = miembro
role-connector = referente
role-coordinator = coordinación
role-greeter = equipo de bienvenida
me-language-set = Anotado: en privado te hablo en español.
ask-me-language-locale = ¿Qué idioma? Responde con uno de estos: { $languages }.
cmd-me = Lo que sé de ti
example-me = !me
cmd-me-language = Elige en qué idioma te hablo en privado
example-me-language = !me language es
config-switch = `{ $given }` no vale: responde `sí` o `no`.
unlink-ask = **{ $place }** saldrá de **{ $network }**: no se compartirá allí nada más ni llegarán sus destacados. Lo publicado se queda. ¿Sigo adelante?
leave-confirm = Salir
unlink-done-network = Esta red salió de { $network }.
network-leave-ask = **{ $place }** saldrá de **{ $network }**, y avisaré allí. ¿Sigo adelante?
cmd-network-leave = Sal de la red, o saca esta red de la red mayor
example-network-leave = !network leave
rules-shown = **Las reglas de { $community }:**
    { $rules }
rules-none = Aquí no hay reglas escritas. Sus referentes las escriben con `!config reglas`.
cmd-rules = Lee otra vez las reglas de la comunidad
example-rules = !rules
role-moderator = moderación
config-value = : { $value }
config-change = Cambiar
ask-config-value = { $about }
    ¿Qué pongo en `{ $key }`?
about-name = el nombre que ven los demás, 60 caracteres como máximo
about-locale = el idioma que hablo en sus salas
about-zone = la zona horaria de las fechas; los eventos ya previstos no se mueven
about-welcome = lo que digo al dar la bienvenida, después de los nombres
about-rules = lo que se lee y acepta primero al llegar; `!rules` las muestra otra vez
about-question = lo que pregunto a quien llega; quien saluda ve la respuesta
about-greeting-seconds = cuánto espero a que llegue más gente, para saludarla junta
about-greeter-minutes = cuándo aviso otra vez al equipo de bienvenida si nadie ha saludado
about-poll-style = cómo se ven las encuestas en Matrix: `nativa` es la encuesta de la aplicación con una línea debajo, `tarjeta` es mi mensaje con reacciones, `ambas` muestra las dos
about-quiet-hours = cuándo no aviso a nadie ni comparto nada, por ejemplo `22-8`; todo espera hasta el final
about-holidays = los festivos de qué país saltan los eventos que se repiten, por ejemplo `ES` o `ES-CT`; `ninguno`: el país de la zona horaria
about-next-date = con cuántos días de antelación aparece la próxima fecha de un evento que se repite; 0: cuando la anterior ha pasado
about-reminders = cuándo recuerdo un evento: `1 día antes, 1 hora antes, al empezar`, o más corto `1d, 1h, 0`
about-after-events = lo que digo tras los eventos: nada, gracias y una petición de fotos, o también una pregunta sobre qué tal estuvo
about-threshold = cuántas personas reaccionan antes de que un mensaje vaya a la red, sin contar a quien lo escribió: un número como `5`, o una parte de la gente activa aquí, como `10%`
about-hold-back = cuánto espera un destacado; mientras tanto se puede parar
about-listening = si esta sala muestra también los destacados de otras comunidades
about-digest-hour = a qué hora aparece el resumen; si no hay nada que contar, no se envía
unit-seconds = { $count ->
        [one] 1 segundo
       *[other] { $count } segundos
    }
unit-minutes = { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }
unit-days = { $count ->
        [one] 1 día
       *[other] { $count } días
    }
unit-people = { $count ->
        [one] 1 persona
       *[other] { $count } personas
    }
unit-hour = { $count }:00
config-none = sin definir
network-which = Tu comunidad está en varias redes: { $names }. Escríbelo en la sala de la red que quieras.
network-several = **Tus redes**
network-line-above = ↑ **{ $network }** · { $rises }
network-line-network = ▪ **{ $place }** (red) · { $rises }
network-line-community = • { $place } · { $rises }
rises-everything = comparte destacados
rises-curated = la coordinación elige
rises-digest = solo en el resumen
rises-nothing = no comparte nada
network-above-none = **{ $place }** aún no forma parte de ninguna red. Con el código de una, `!link CÓDIGO` pide entrar.
network-above-which = **{ $place }** forma parte de varias redes. ¿De cuál se trata? Responde con una de estas: { $names }.
network-above-unknown = **{ $place }** no forma parte de ninguna red `{ $given }`. Está en: { $names }.
network-part-unknown = En { $network } no hay nada con el nombre `{ $given }`. Están: { $names }.
network-parts-more = … ({ $count } más)
cmd-network-take = Elegir qué toma esta red de una de sus partes
example-network-take = !network take selección Lavapiés
ask-network-take-what = ¿Qué toma la red? Responde `todo`, `selección`, `resumen` o `nada`.
ask-network-take-name = ¿De qué comunidad o red?
take-everything = **{ $network }** muestra todo lo que **{ $place }** comparte.
take-curated = Lo que **{ $place }** comparte aparece antes en el círculo, donde la coordinación elige qué muestra **{ $network }**.
take-digest = Lo que **{ $place }** comparte solo aparece en el resumen de **{ $network }**.
take-nothing = **{ $network }** ya no muestra nada de **{ $place }**. Lo publicado se queda.
taken-everything = **{ $network }** muestra desde ahora todo lo que **{ $place }** comparte con ella.
taken-curated = La coordinación de **{ $network }** elige desde ahora qué muestra de **{ $place }**.
taken-digest = **{ $network }** menciona desde ahora a **{ $place }** solo en su resumen.
taken-nothing = **{ $network }** ya no muestra nada de **{ $place }**. Lo publicado se queda.
take-needs-circle = Para elegir hace falta una sala solo para la coordinación. Invítame a una, escribe allí `!room join { $network }` e inténtalo de nuevo.
cmd-network-listen = Mostrar aquí los destacados de una red, o no
example-network-listen = !network listen sí
ask-network-listen-switch = ¿Muestro aquí sus destacados? Responde `sí` o `no`.
listen-on = **{ $place }** muestra desde ahora los destacados de **{ $network }**.
listen-off = **{ $place }** ya no muestra los destacados de **{ $network }**.
room-join-network = Esta sala es ahora un círculo de **{ $network }**: aquí aparecen las solicitudes y los destacados por elegir. Con `!room role escaparate` muestra los destacados.
room-leave-ask-network = Esta sala dejará de formar parte de **{ $network }**: nada de la red se mostrará ni se decidirá aquí. ¿La saco?
room-role-highlights = Esta sala muestra ahora los destacados de la red y su resumen.
room-role-circle = Esta sala es ahora un círculo: aquí aparecen las solicitudes y los destacados por elegir, pero no los compartidos.
room-role-other = `{ $given }` no vale para esta sala. Elige entre: { $choices }.
about-consent = cómo consiente quien escribe: con `preguntar` nada sale sin su sí; `aviso` lo anuncia y deja tiempo para pararlo
me-relay-word-ask = se te pregunta cada vez
network-line-here = • **{ $place }** (estás aquí) · { $rises }
about-digest = cada cuánto aparece el resumen: `diario`, `semanal` los domingos, `mensual` el día uno, o `nunca`
about-highlight-age = hasta qué edad de un mensaje cuentan las reacciones, por ejemplo `2 días`; tus referentes pueden proponer uno más antiguo
about-highlight-emoji = qué reacciones cuentan, por ejemplo `⭐ 🔥`; con `cualquiera` cuentan todas
unit-percent = el { $count } % de la gente activa
words-percent = por ciento
config-threshold = `{ $given }` no vale: hace falta un número entero de 1 a { $most }, o una parte de la gente activa, como `10%`.
config-age = `{ $given }` no es una duración que entienda. Escribe por ejemplo `2 días` o `12 horas`, o `cualquiera`.
config-emoji = No encuentro emojis en `{ $given }`. Escribe hasta { $limit }, separados por espacios, por ejemplo `⭐ 🔥`, o `cualquiera`.
room-excluded = Desde ahora, nada de lo que se dice en esta sala se comparte. Lo ya compartido se queda donde está. Con `!room include` la sala vuelve a participar.
room-included = Esta sala vuelve a participar: lo que se diga aquí desde ahora se puede compartir.
room-excluded-already = De esta sala ya no se comparte nada. Con `!room include` vuelve a participar.
room-included-already = Esta sala ya participa. `!room exclude` la deja fuera.
cmd-room-exclude = No compartir nada de lo que se dice en esta sala
example-room-exclude = !room exclude
cmd-room-include = Dejar que esta sala vuelva a participar
example-room-include = !room include
cmd-highlight-exclude = No compartir nada de lo que alguien escribe aquí
example-highlight-exclude = !highlight exclude @anna:example.org
ask-highlight-exclude-person = ¿De quién deben quedarse aquí los mensajes?
cmd-highlight-include = Permitir de nuevo que se compartan los mensajes de alguien
example-highlight-include = !highlight include @anna:example.org
ask-highlight-include-person = ¿De quién se pueden volver a compartir los mensajes?
highlight-exclude-ask = Nada de lo que { $name } escriba en **{ $community }** se compartirá, y lo ya compartido se retira para siempre. ¿Lo hago?
highlight-exclude-confirm = Dejar fuera
highlight-excluded = Hecho: nada de { $name } se comparte. `!highlight include` lo deshace.
highlight-excluded-already = Ya no se comparte nada de { $name }.
highlight-included = Lo que escriba { $name } se puede volver a compartir, si está de acuerdo.
highlight-not-excluded = Los mensajes de { $name } no están excluidos.
coordinator-added = { $name } ahora es parte de la coordinación de esta red.
coordinator-already = { $name } ya es parte de la coordinación de esta red.
coordinator-removed = { $name } ya no es parte de la coordinación de esta red.
coordinator-not = { $name } no es parte de la coordinación de esta red.
coordinator-last = { $name } es la única persona en la coordinación. Añade antes a otra, para que alguien cuide de la red.
coordinator-list = { $count ->
        [one] Coordinación
       *[other] Coordinación
    }: { $names }
coordinator-none = No hay nadie de la coordinación en esta plataforma.
cmd-network-share = Dejar que la coordinación de una red vea cómo os va, o no
example-network-share = !network share situación no
ask-network-share-what = ¿De qué se trata? Responde `situación`.
ask-network-share-switch = ¿Puede ver la coordinación de la red cómo os va? Responde `sí` o `no`.
network-share-on = La coordinación de **{ $network }** ve ahora cómo le va a **{ $place }**: cuántas personas llegaron y recibieron un saludo (ningún número menor que cinco), eventos, encuestas, cuándo estuvo activa por última vez una persona referente, y salas perdidas. No ve nombres ni mensajes.
network-share-off = La coordinación de **{ $network }** ya no ve cómo le va a **{ $place }**.
about-digest-review = cuánto antes del resumen lo ve el círculo, por ejemplo `12h`, para cambiarlo o saltarlo; `ninguno`: no lo ve
about-digest-waits = si el resumen espera la respuesta del círculo; si no, sale tal cual
digest-review-needs-circle = El resumen se muestra primero en un círculo: una sala solo para la coordinación. Invítame a una, escribe allí `!room join { $network }` y vuelve a intentarlo.
config-review-length = `{ $given }` no es una duración de hasta siete días. Ejemplos: `12h`, `1 día`, `ninguno`.
about-auto-pick = a cuántas personas tiene que gustar lo que espera en la cola para que se muestre sin la coordinación, por ejemplo `20`; con `nunca` la elección queda en tus manos
