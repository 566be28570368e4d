# Les invitations aux réseaux : en créer, les voir, les révoquer ; rejoindre un réseau avec un code.

network-created = Le réseau **{ $network }** est prêt, et ce salon est le sien : les messages à retenir arrivent ici, et un récapitulatif chaque jour à { $hour } h.
    Les connecteurs demandent à entrer avec une invitation. J’ai envoyé la première à la personne qui a créé le réseau ; `!network invite` en crée une autre. La coordination confirme ici chaque communauté.
network-footer = `!network invite` crée une invitation pour une autre communauté.
network-empty = Aucune communauté n’est encore reliée au réseau **{ $network }**. `!network invite` crée une invitation pour la première.
cmd-network-show = Les communautés reliées, et ce qui en monte
cmd-network-invite = Créer une invitation à ce réseau, en privé
example-network-invite = !network invite unique pour 7 jours les jardins
choicelike-once = une fois, une seule fois, à usage unique, usage unique
choicelike-lasting = toujours, pour toujours, illimitée, durable
cmd-network-invites = Les invitations encore valables ; en révoquer une
example-network-invites = !network invites
network-code = Voici le code d’une invitation au réseau **{ $network }** : `{ $code }`. Un connecteur d’une autre communauté écrit `!link { $code }` dans son salon, et la coordination du réseau confirme.
network-code-network = Voici le code d’une invitation au réseau **{ $network }** : `{ $code }`. La coordination d’un autre réseau écrit `!link { $code }` dans son salon, et celle d’ici confirme.
invite-note = Avec cette note : { $note }
invite-terms = { $once ->
        [yes] L’invitation sert une fois
       *[no] L’invitation sert autant de fois qu’il le faut
    }{ $ends ->
        [yes] , jusqu’au { $until }.
       *[no] { "," } sans date de fin.
    } `!network invites` montre les invitations encore valables et permet de les révoquer.
network-code-sent = Je vous envoie le code en privé.
network-code-sent-or-circle = Je vous envoie le code en privé. Si je n’y arrive pas, il apparaît dans « { $room } ».
network-code-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, puis écrivez de nouveau `!network invite` ici.
invite-too-many = **{ $network }** a trop d’invitations encore valables. Révoquez-en avec `!network invites`, ou créez-en une qui sert autant de fois qu’il le faut : `!network invite permanente`.
invites-title = **Invitations encore valables**
invites-line = { $number } : `{ $code }` · { $network } · { $once ->
        [yes] une fois
       *[no] sans limite d’usage
    } · { $ends ->
        [yes] jusqu’au { $until }
       *[no] sans date de fin
    } · par { $who }{ $note }
invites-footer = `!network invite` en crée une autre.
invites-none = Vous n’avez aucune invitation encore valable. `!network invite` en crée une.
invite-revoke = Révoquer { $number }
invite-revoke-ask = Avec l’invitation { $number } au réseau **{ $network }**, une demande attend encore une réponse : { $names }. Si je révoque l’invitation, la demande est refusée. On y va ?
invite-revoke-confirm = Révoquer
invite-revoked = L’invitation { $number } est révoquée : elle ne permet plus de demander à entrer.
invite-over = L’invitation { $number } n’est de toute façon plus valable.
code-unknown = Je ne connais aucun réseau avec le code `{ $given }`. Redonnez le code, ou demandez une invitation à la coordination du réseau : `!network invite` en crée une.
code-too-many = Il y a eu trop de codes erronés. Réessayez après { $at }.
code-used = Cette invitation au réseau **{ $network }** a déjà servi. Pour en recevoir une autre, adressez-vous à : { $names }.
code-expired = Cette invitation au réseau **{ $network }** a pris fin le { $at }. Pour en recevoir une autre, adressez-vous à : { $names }.
code-revoked = Cette invitation au réseau **{ $network }** a été révoquée. Pour en recevoir une autre, adressez-vous à : { $names }.
code-for-community = Cette invitation au réseau **{ $network }** est pour une communauté, pas pour un réseau. Demandez-en une autre.
code-for-network = Cette invitation au réseau **{ $network }** est pour un réseau, pas pour une communauté. Demandez-en une autre.
ask-link-code = Quel est le code de votre invitation ? La coordination du réseau en crée une avec `!network invite`.
link-preview = Le réseau **{ $network }** invite **{ $place }**. À sa coordination : { $names }. { $count ->
        [0] Aucune communauté n’en fait encore partie.
        [one] Une communauté en fait partie.
       *[other] { $count } communautés en font partie.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } Ce qu’il montre peut aussi monter vers : { $wider }.
    }
    Rien ne sort de ce salon quand vous le rejoignez : cela ne commence que si un connecteur écrit `!relay oui` ici. La coordination du réseau doit vous accepter, et vous pouvez le quitter quand vous voulez avec `!unlink`.
link-preview-network = Le réseau **{ $network }** invite le réseau **{ $place }**. À sa coordination : { $names }. { $count ->
        [0] Aucune communauté n’en fait directement partie.
        [one] Une communauté en fait directement partie.
       *[other] { $count } communautés en font directement partie.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } Il fait lui-même partie de : { $wider }.
    }
    Rien ne monte quand vous le rejoignez : cela ne commence que si vous écrivez `!relay oui` ici. Sa coordination doit vous accepter, et vous pouvez le quitter quand vous voulez avec `!network leave`.
link-join = Rejoindre
link-not-now = Pas maintenant
link-requested = J’ai demandé au réseau **{ $network }** de vous accueillir. La coordination répond dans le salon du réseau, et je vous le dirai ici. Sans réponse au bout de { $days } jours, la demande prend fin.
link-withdraw = Retirer la demande
link-decline-why = Refuser et dire pourquoi
link-why-ask = Pourquoi refusez-vous **{ $place }** ? Votre prochain message leur est transmis comme motif. `cancel` laisse la demande en attente.
link-declined-why = Le réseau **{ $network }** a refusé votre demande. Son motif : { $reason }
link-expired = Personne n’a répondu à la demande de **{ $place }** : elle a pris fin.
link-expired-you = Le réseau **{ $network }** n’a pas répondu à votre demande : elle a pris fin. Vous pouvez redemander avec une invitation.
