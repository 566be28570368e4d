# Le parcours d’une personne qui arrive.

onboarding-welcome = Bienvenue { $names } ! **{ $community }** se réjouit de vous accueillir.
onboarding-welcome-more = Bienvenue { $names } et { $more } autres ! **{ $community }** se réjouit de vous accueillir.
onboarding-welcome-own = Bienvenue { $names } !
    { $welcome }
onboarding-welcome-own-more = Bienvenue { $names } et { $more } autres !
    { $welcome }
onboarding-where = La suite se passe en privé : cherchez-moi dans vos messages directs ou vos invitations.
onboarding-where-link = La suite vous attend dans notre conversation privée : le bouton ci-dessous l’ouvre.
onboarding-go-on = Ouvrir la conversation
onboarding-back = Bon retour parmi nous, { $names } !
onboarding-back-more = Bon retour parmi nous, { $names } et { $more } autres !
onboarding-rules = **Avant de participer, voici les règles de { $community } :**
    { $rules }

    Les acceptez-vous ? Appuyez sur le bouton, ou écrivez _oui_.
onboarding-accept = J’accepte
onboarding-accepted-already = Vous avez déjà accepté les règles, merci.
onboarding-rules-unclear = J’attends votre oui aux règles ci-dessus : appuyez sur le bouton, ou écrivez _oui_. Pour toute question à leur sujet, demandez aux membres de { $community }.
onboarding-rules-declined = Pas de souci, rien ne se fait sans votre oui. Si vous changez d’avis, écrivez _oui_ ici. Si une règle vous gêne, parlez-en aux membres de { $community }.
onboarding-question = **{ $question }**
    Écrivez simplement votre réponse ici ; je la transmets aux membres de { $community }, pour qu’ils sachent qui ils accueillent.
onboarding-here = { $name }, je n’ai pas pu vous joindre en privé, je vous le demande donc ici.{" "}
onboarding-outside = { $greeters } : { $name } demande à entrer, et je ne peux pas lui écrire. À vous d’accepter ou de refuser la demande ; si elle est faite une nouvelle fois, je pourrai réessayer.
onboarding-thanks = Merci ! J’ai prévenu les autres, quelqu’un va vous dire bonjour.
onboarding-thanks-later = Merci ! Ce sont les heures calmes ici : je préviendrai les autres à { $at }, puis quelqu’un vous dira bonjour.
onboarding-thanks-admitted = Merci ! Vous pouvez entrer.
onboarding-greeter = { $greeters } : { $name } vient d’arriver. Un petit bonjour ?
onboarding-greeter-answer = { $greeters } : { $name } vient d’arriver et nous dit :
    > { $answer }
    Un petit bonjour ?
onboarding-greeter-one = { $greeters } : { $names } vient d’arriver.
onboarding-greeter-several = { $greeters } : { $names } viennent d’arriver.
onboarding-greeter-head = { $greeters } :
onboarding-greeter-says = { $name } vient d’arriver et nous dit :
    > { $answer }
onboarding-greeter-ask = Un petit bonjour ?
onboarding-says = { $name } nous dit :
    > { $answer }
onboarding-somebody = À tout le monde
onboarding-wave = Je dis bonjour
onboarding-greeted = { $greeter } a accueilli { $name }.
onboarding-greeted-several = { $greeter } a accueilli { $name }.
onboarding-gone = Départ de { $name }.
onboarding-gone-several = Départ de { $name }.
onboarding-late = { $greeters } : { $hours ->
        [0] { $minutes ->
            [one] depuis une minute
           *[other] depuis { $minutes } minutes
        }
        [one] depuis une heure
       *[other] depuis { $hours } heures
    }, personne n’a dit bonjour à { $name }. Un petit mot de votre part suffit.
onboarding-not-yours = Ces règles étaient pour quelqu’un d’autre ; les vôtres arrivent dans un message à votre nom.
onboarding-room-lost = Je ne suis plus dans ce salon pour le moment. Réessayez à mon retour, ou demandez à l’un de ses connecteurs.
onboarding-wave-yourself = Quelqu’un va vous dire bonjour, un petit instant.
onboarding-next = Vous connaissez maintenant quelqu’un à **{ $community }**. Et ensuite :
onboarding-next-here = { $names }, voici la suite :
onboarding-next-event = • bientôt : **{ $title }**, { $at }
onboarding-next-poll = • sondage en cours : **{ $question }**
onboarding-next-ask = • Une question ? Posez-la dans le salon. `!help` montre ce que je sais faire.
onboarding-next-ask-here = • Une question ? Posez-la ici. `!help` montre ce que je sais faire.
newcomers-none = Personne n’attend : toutes les personnes arrivées ont été accueillies.
newcomers-list = { $count ->
        [one] Une personne arrive
       *[other] { $count } personnes arrivent
    }
onboarding-raid = { $greeters } : { $count } personnes sont arrivées en quelques minutes. Je les ai accueillies ensemble, sans écrire à personne en privé ; je reprends l’accueil dans une heure. Si vous ne les attendiez pas, vérifiez qui peut entrer.
newcomers-joined = { $name } : vient d’arriver ({ $since })
newcomers-rules = { $name } : n’a pas encore accepté les règles ({ $since })
newcomers-question = { $name } : n’a pas encore répondu à la question ({ $since })
newcomers-greeter = { $name } : attend un bonjour ({ $since })
cmd-newcomers = Qui vient d’arriver, et où chacun en est
example-newcomers = !newcomers
onboarding-in-private = Répondre en privé
newcomers-admitted = { $name } : peut entrer, n’est pas encore là ({ $since })
onboarding-request = { $greeters } : { $name } demande à entrer. La décision vous revient ; pour refuser, passez par la liste des demandes du groupe.
onboarding-admit = Accepter
onboarding-admitted = { $name } peut entrer.
onboarding-admit-who = Seuls l’accueil, les connecteurs et les personnes qui modèrent ce salon peuvent accepter une demande.
newcomers-requested = { $name } : demande à entrer ({ $since })
onboarding-relaying-ask = Le relais vers le réseau **{ $network }** est activé : quand un de vos messages plaît ici, je vous demande s’il peut y être montré. Sans votre oui, il reste ici. `!me relay non` : je ne vous demande jamais rien.
onboarding-relaying = Le relais vers le réseau **{ $network }** est activé : des messages appréciés ici peuvent y être montrés, sans votre nom. `!me relay non` garde les vôtres ici.
quiet-hours-unclear = Je ne lis pas d’heures calmes dans `{ $given }`. Écrivez un début et une fin, par exemple `22h-8h` ; `aucun` si je peux prévenir à toute heure.
newcomers-figures = **Arrivées dans { $network }**, { $days } derniers jours
newcomers-in = • { $community } : { $count }
newcomers-few-in = • { $community } : moins de cinq
newcomers-no-figures = Aucune communauté du réseau **{ $network }** ne montre ses chiffres ici. Ses connecteurs l’activent avec `!network share état oui`.
