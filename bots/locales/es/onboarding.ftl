# El camino de quien llega.

onboarding-welcome = ¡Damos la bienvenida a { $names }! Qué alegría ver caras nuevas en **{ $community }**.
onboarding-welcome-more = ¡Damos la bienvenida a { $names } y { $more } más! Qué alegría ver caras nuevas en **{ $community }**.
onboarding-welcome-own = ¡Damos la bienvenida a { $names }!
    { $welcome }
onboarding-welcome-own-more = ¡Damos la bienvenida a { $names } y { $more } más!
    { $welcome }
onboarding-rules = **Antes de participar en { $community }, estas son las reglas:**
    { $rules }

    ¿Las aceptas?
onboarding-accept = Acepto
onboarding-accepted-already = Ya aceptaste las reglas, gracias.
onboarding-question = **{ $question }**
    Escribe tu respuesta aquí; se la paso a la gente de { $community } para que sepa a quién saluda.
onboarding-here = { $name }, no pude escribirte en privado, así que te pregunto aquí.{" "}
onboarding-outside = { $greeters }: { $name } pide entrar y no puedo escribirle. Toca aceptar o rechazar su solicitud a mano; si la repite, puedo volver a intentarlo.
onboarding-thanks = ¡Gracias! Ya avisé al resto; enseguida te saluda alguien.
onboarding-greeter = { $greeters }: { $name } acaba de llegar. ¿Quién saluda?
onboarding-greeter-answer = { $greeters }: { $name } acaba de llegar y dice:
    > { $answer }
    ¿Quién saluda?
onboarding-somebody = Para todo el mundo
onboarding-wave = Saludo yo
onboarding-greeted = { $greeter } saludó a { $name }.
onboarding-gone = { $name } se fue.
onboarding-late = { $greeters }: { $minutes ->
        [one] hace un minuto
       *[other] hace { $minutes } minutos
    } que { $name } espera un saludo. Basta con unas palabras.
onboarding-not-yours = Estas reglas son para otra persona; las tuyas te llegan en tu propio mensaje.
onboarding-room-lost = Ahora mismo no estoy en la sala de la que se trata. Prueba otra vez cuando vuelva, o pregunta a sus referentes.
onboarding-wave-yourself = Enseguida te saludará alguien; espera un momento.
newcomers-none = No hay nadie esperando: ya saludamos a toda la gente nueva.
newcomers-list = { $count ->
        [one] Una persona nueva
       *[other] { $count } personas nuevas
    }
onboarding-raid = { $greeters }: han llegado { $count } personas en pocos minutos. Les he dado la bienvenida en un solo mensaje, sin escribir a nadie en privado; dentro de una hora vuelvo a saludar a quien llegue. Si no las esperabais, revisad quién puede entrar.
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
onboarding-relaying = La difusión a **{ $network }** está activada: los mensajes que gustan aquí pueden mostrarse allí, sin tu nombre. Con `!me relay no`, los tuyos se quedan aquí.
