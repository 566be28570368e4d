# Le parcours d’une personne qui arrive.

onboarding-welcome = Bienvenue { $names } ! **{ $community }** se réjouit de vous accueillir.
onboarding-welcome-more = Bienvenue { $names } et { $more } autres ! **{ $community }** se réjouit de vous accueillir.
onboarding-welcome-own = Bienvenue { $names } !
    { $welcome }
onboarding-welcome-own-more = Bienvenue { $names } et { $more } autres !
    { $welcome }
onboarding-rules = **Avant de participer, voici les règles de { $community } :**
    { $rules }

    Les acceptez-vous ?
onboarding-accept = J’accepte
onboarding-accepted-already = Vous avez déjà accepté les règles, merci.
onboarding-question = **{ $question }**
    Écrivez simplement votre réponse ici ; je la transmets aux membres de { $community }, pour qu’ils sachent qui ils accueillent.
onboarding-here = { $name }, je n’ai pas pu vous joindre en privé, je vous le demande donc ici.{" "}
onboarding-outside = { $greeters } : { $name } demande à entrer, et je ne peux pas lui écrire. À vous d’accepter ou de refuser la demande ; si elle est faite une nouvelle fois, je pourrai réessayer.
onboarding-thanks = Merci ! J’ai prévenu les autres, quelqu’un va vous dire bonjour.
onboarding-greeter = { $greeters } : { $name } vient d’arriver. Un petit bonjour ?
onboarding-greeter-answer = { $greeters } : { $name } vient d’arriver et nous dit :
    > { $answer }
    Un petit bonjour ?
onboarding-somebody = À tout le monde
onboarding-wave = Je dis bonjour
onboarding-greeted = { $name } a été accueilli·e par { $greeter }.
onboarding-gone = { $name } est reparti·e.
onboarding-late = { $greeters } : depuis { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
    } personne n’a dit bonjour à { $name }. Un petit mot de votre part suffirait.
onboarding-not-yours = Ces règles étaient pour quelqu’un d’autre ; les vôtres arrivent dans un message à votre nom.
onboarding-room-lost = Je ne suis pas en ce moment dans le salon dont il s’agit. Réessayez quand j’y serai de retour, ou demandez à un de ses connecteurs.
onboarding-wave-yourself = Quelqu’un d’autre va vous saluer, un petit instant.
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
cmd-newcomers = Qui vient d’arriver, et ce que chacun attend
example-newcomers = !newcomers
onboarding-in-private = Répondre en privé
newcomers-admitted = { $name } : peut entrer, n’est pas encore là ({ $since })
onboarding-request = { $greeters } : { $name } demande à entrer. La décision vous revient ; pour refuser, passez par la liste des demandes du groupe.
onboarding-admit = Accepter
onboarding-admitted = { $name } peut entrer.
onboarding-admit-who = Seules les personnes qui accueillent, qui animent la communauté ou qui modèrent ce salon peuvent accepter une demande.
newcomers-requested = { $name } : demande à entrer ({ $since })
onboarding-relaying = Le relais vers **{ $network }** est activé : des messages appréciés ici peuvent y être montrés, sans votre nom. `!me relay non` garde les vôtres ici.
