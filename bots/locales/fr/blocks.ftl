# Les blocages : bloquer, faire appel, partager entre communautés ; les messages indésirables.

cmd-block = Empêcher une personne de participer ici avec moi
example-block = !block @anna:example.org pendant 30 jours : publicité
cmd-unblock = Lever un blocage
example-unblock = !unblock @anna:example.org
cmd-blocks = Qui est bloqué ici, pourquoi et par qui
example-blocks = !blocks
cmd-appeal = Dire pourquoi votre blocage est une erreur
example-appeal = !appeal C’était un malentendu, puis-je m’expliquer ?
cmd-network-blocks = Partager les blocages avec les communautés de votre réseau, ou reprendre les leurs
example-network-blocks = !network blocks accepter demander
ask-block-person = Qui faut-il bloquer ? Mentionnez la personne, ou donnez son identifiant complet.
ask-unblock-person = Quel blocage faut-il lever ? Mentionnez la personne, ou donnez son identifiant complet.
ask-appeal-text = Pourquoi ce blocage est-il une erreur ? Votre prochain message va aux connecteurs, une seule fois.
block-self = Vous ne pouvez pas vous bloquer vous-même.
block-connector = { $name } est connecteur ici. Retirez d’abord ce rôle : `!connector remove`.
block-done = { $name } ne peut plus participer ici{ $ends ->
        [yes] { " " }jusqu’au { $until }
       *[no] { "" }
    }{ $reasoned ->
        [yes] { " " }: { $reason }
       *[no] .
    }
    J’explique en privé à la personne comment faire appel. `!blocks` montre la liste, `!unblock` lève le blocage.
block-told = Les connecteurs de **{ $community }** vous ont bloqué l’accès{ $ends ->
        [yes] { " " }jusqu’au { $until }
       *[no] { "" }
    }. { $reasoned ->
        [yes] Leur motif : { $reason }
       *[no] Sans donner de motif.
    }
    Je ne vous y réponds plus, et vos messages, réactions, votes et réponses n’y comptent plus.{ $shared ->
        [yes] { " " }D’autres communautés de ses réseaux peuvent reprendre ce blocage.
       *[no] { "" }
    }
    Si c’est une erreur, dites-leur pourquoi, une fois : écrivez `!appeal` suivi de vos mots, ici ou là-bas.
block-not = Aucun blocage ici pour { $name }.
block-none = Personne n’est bloqué dans { $community }.
block-lifted = Le blocage de { $name } est levé.
block-lifted-you = **{ $community }** a levé votre blocage : vous pouvez de nouveau participer.
blocks-title = **Blocages dans { $community }**
blocks-line = { $number } { $name } · { $waiting ->
        [yes] proposé
       *[no] bloqué
    } le { $since } par { $who }{ $ends ->
        [yes] , jusqu’au { $until }
       *[no] { "" }
    }{ $shared ->
        [yes] , partagé par { $origin }
       *[no] { "" }
    }{ $reasoned ->
        [yes] { " · " }{ $reason }
       *[no] { "" }
    }{ $appealed ->
        [yes] { " · appel : " }{ $appeal }
       *[no] { "" }
    }
blocks-more = … et { $count } de plus. `!unblock` suivi d’un nom en lève n’importe lequel.
blocks-lift = Lever { $number }
blocks-sent = Je vous envoie la liste en privé : elle ne regarde personne d’autre.
blocks-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, puis écrivez de nouveau `!blocks` ici.
blocks-wait = Quelque chose au sujet d’une personne bloquée attend un connecteur : `!blocks` le montre.
blocks-policy = Blocages de cette communauté partagés avec ses réseaux : { $shares ->
        [yes] oui
       *[no] non
    }. Blocages des autres communautés repris ici : { $accepts }.
    `!network blocks partager oui|non` et `!network blocks accepter oui|non|demander` changent cela.
blocks-policy-missing = Répondez `oui` ou `non` ; ou `demander`, pour décider de chaque blocage partagé par d’autres.
blocks-share-choice = `{ $given }` n’est pas possible ici : répondez `oui` ou `non`.
appeal-none = Aucun blocage ne vous concerne ici.
appeal-once = Vous avez déjà fait appel. Les connecteurs en décident.
appeal-sent = J’ai transmis vos mots aux connecteurs de { $names }. Je vous dirai en privé ce qu’ils décident.
appeal-ask = { $name } est bloqué dans **{ $community }**{ $reasoned ->
        [yes] { " " }(motif : { $reason })
       *[no] { "" }
    }{ $ends ->
        [yes] { " " }jusqu’au { $until }
       *[no] { "" }
    } et fait appel : { $appeal }
appeal-lift = Lever le blocage
appeal-keep = Le maintenir
appeal-lifted = Le blocage de { $name } dans **{ $community }** est levé.
appeal-kept = Le blocage de { $name } dans **{ $community }** est maintenu.
appeal-kept-you = Les connecteurs de **{ $community }** ont lu votre appel, et le blocage est maintenu.
blockoffer-offered = **{ $origin }**, du même réseau, a bloqué { $name }{ $reasoned ->
        [yes] { " " }: { $reason }
       *[no] .
    }
    Faut-il un blocage dans **{ $community }** aussi ?
blockoffer-active = { $name } est bloqué dans **{ $community }**, comme dans **{ $origin }**{ $reasoned ->
        [yes] { " " }: { $reason }
       *[no] .
    }
    Si le blocage est levé là-bas, il prend fin ici aussi.
blockoffer-declined = **{ $community }** ne bloque pas { $name }, contrairement à **{ $origin }**.
blockoffer-lifted = { $name } n’est plus bloqué dans **{ $community }**. Le blocage venait de **{ $origin }**.
blockoffer-take = Bloquer ici aussi
blockoffer-leave = Non
highlight-spam = Indésirable
spam-ask = Le message reste ici. Faut-il aussi bloquer { $name } dans **{ $community }** ?
spam-block = Bloquer
spam-reason = message indésirable
spam-declined = Le message reste dans { $community }. Bloquer ou non son auteur revient aux connecteurs de là-bas.
