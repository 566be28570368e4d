# El camino de quien llega.

onboarding-welcome = ¡Damos la bienvenida a { $names }! Qué alegría ver caras nuevas en **{ $community }**.
onboarding-welcome-more = ¡Damos la bienvenida a { $names } y { $more } más! Qué alegría ver caras nuevas en **{ $community }**.
onboarding-welcome-own = ¡Damos la bienvenida a { $names }!
    { $welcome }
onboarding-welcome-own-more = ¡Damos la bienvenida a { $names } y { $more } más!
    { $welcome }
onboarding-where = Seguimos en privado: búscame entre tus mensajes directos o invitaciones.
onboarding-where-link = Seguimos en nuestro chat privado: el botón de abajo lo abre.
onboarding-go-on = Abrir el chat
onboarding-back = ¡Qué alegría volver a ver por aquí a { $names }!
onboarding-back-more = ¡Qué alegría volver a ver por aquí a { $names } y { $more } más!
onboarding-rules = **Antes de participar en { $community }, estas son las reglas:**
    { $rules }

    ¿Las aceptas? Pulsa el botón o escribe _sí_.
onboarding-accept = Acepto
onboarding-accepted-already = Ya aceptaste las reglas, gracias.
onboarding-rules-unclear = Espero tu sí a las reglas de arriba: pulsa el botón o escribe _sí_. Si tienes alguna duda, pregunta a la gente de { $community }.
onboarding-rules-declined = No pasa nada: sin tu sí no se hace nada. Si cambias de idea, escribe _sí_ aquí. Si te incomoda alguna regla, háblalo con la gente de { $community }.
onboarding-question = **{ $question }**
    Escribe tu respuesta aquí; se la paso a la gente de { $community } para que sepa a quién saluda.
onboarding-here = { $name }, no pude escribirte en privado, así que te pregunto aquí.{" "}
onboarding-outside = { $greeters }: { $name } pide entrar y no puedo escribirle. Hay que aceptar o rechazar su solicitud a mano; si la repite, vuelvo a intentarlo.
onboarding-thanks = ¡Gracias! Ya avisé al resto; enseguida te saluda alguien.
onboarding-thanks-later = ¡Gracias! Aquí es hora de descanso: avisaré al resto a las { $at } y alguien te saludará.
onboarding-thanks-admitted = ¡Gracias! Ya puedes entrar.
onboarding-greeter = { $greeters }: { $name } acaba de llegar. ¿Quién saluda?
onboarding-greeter-answer = { $greeters }: { $name } acaba de llegar y dice:
    > { $answer }
    ¿Quién saluda?
onboarding-greeter-one = { $greeters }: { $names } acaba de llegar.
onboarding-greeter-several = { $greeters }: { $names } acaban de llegar.
onboarding-greeter-head = { $greeters }:
onboarding-greeter-says = { $name } acaba de llegar y dice:
    > { $answer }
onboarding-greeter-ask = ¿Quién saluda?
onboarding-says = { $name } dice:
    > { $answer }
onboarding-somebody = Para todo el mundo
onboarding-wave = Saludo yo
onboarding-greeted = { $greeter } saludó a { $name }.
onboarding-greeted-several = { $greeter } saludó a { $name }.
onboarding-gone = { $name } se fue.
onboarding-gone-several = { $name } se fueron.
onboarding-late = { $greeters }: { $hours ->
        [0] { $minutes ->
            [one] hace un minuto
           *[other] hace { $minutes } minutos
        }
        [one] hace una hora
       *[other] hace { $hours } horas
    } que nadie saluda a { $name }. Basta con unas palabras.
onboarding-not-yours = Estas reglas son para otra persona; las tuyas te llegan en tu propio mensaje.
onboarding-room-lost = Ahora mismo no estoy en esa sala. Prueba otra vez cuando vuelva, o pregunta a sus referentes.
onboarding-wave-yourself = Enseguida te saludará alguien; espera un momento.
onboarding-next = Ya conoces a alguien en **{ $community }**. Y ahora:
onboarding-next-here = { $names }, y ahora:
onboarding-next-event = • próximamente: **{ $title }**, { $at }
onboarding-next-poll = • encuesta abierta: **{ $question }**
onboarding-next-ask = • ¿Alguna duda? Pregunta en la sala. `!help` muestra lo que sé hacer.
onboarding-next-ask-here = • ¿Alguna duda? Pregunta aquí. `!help` muestra lo que sé hacer.
newcomers-none = No hay nadie esperando: ya saludamos a toda la gente nueva.
newcomers-list = { $count ->
        [one] Una persona nueva
       *[other] { $count } personas nuevas
    }
onboarding-raid = { $greeters }: han llegado { $count } personas en pocos minutos. Les he dado la bienvenida en un solo mensaje, sin escribir a nadie en privado; dentro de una hora vuelvo a saludar a quien llegue. Si nadie las esperaba, conviene revisar quién puede entrar.
newcomers-joined = { $name }: acaba de llegar ({ $since })
newcomers-rules = { $name }: aún no ha aceptado las reglas ({ $since })
newcomers-question = { $name }: aún no ha respondido a la pregunta ({ $since })
newcomers-greeter = { $name }: espera un saludo ({ $since })
cmd-newcomers = Quién acaba de llegar y en qué paso está
example-newcomers = !newcomers
onboarding-in-private = Responder en privado
newcomers-admitted = { $name }: ya puede entrar y aún no ha llegado ({ $since })
onboarding-request = { $greeters }: { $name } pide entrar. ¿Dejamos que entre? Para rechazar está la lista de solicitudes del grupo.
onboarding-admit = Dejar entrar
onboarding-admitted = { $name } ya puede entrar.
onboarding-admit-who = Solo quien da la bienvenida, es referente o modera esta sala puede dejar entrar a alguien.
newcomers-requested = { $name }: pide entrar ({ $since })
onboarding-relaying-ask = Se comparte con **{ $network }**: cuando un mensaje tuyo gusta aquí, te pregunto si puede mostrarse allí. Sin tu sí, se queda aquí. Con `!me relay no` nunca te pregunto.
onboarding-relaying = Se comparte con **{ $network }**: los mensajes que gustan aquí pueden mostrarse allí, sin tu nombre. Con `!me relay no`, los tuyos se quedan aquí.
quiet-hours-unclear = No entiendo las horas tranquilas en `{ $given }`. Escribe un comienzo y un final, por ejemplo `22-8`; `ninguna` si puedo avisar a cualquier hora.
newcomers-figures = **Llegadas en { $network }**, últimos { $days } días
newcomers-in = • { $community }: { $count }
newcomers-few-in = • { $community }: menos de cinco
newcomers-no-figures = Ninguna comunidad de **{ $network }** muestra aquí sus cifras. Sus referentes lo activan con `!network share situación sí`.
