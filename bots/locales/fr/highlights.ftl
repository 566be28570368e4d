# Les messages qui voyagent vers le réseau.

highlight-from = **{ $community }** · { $author }
highlight-from-somebody = **{ $community }** · quelqu’un
highlight-heard = Réseau **{ $network }** · { $origin }
highlight-attachments = { $count ->
        [one] (avec une pièce jointe)
       *[other] (avec { $count } pièces jointes)
    }
highlight-footer = { $link } · { $count ->
        [0] pas encore de réaction
        [one] une personne a aimé
       *[other] { $count } personnes ont aimé
    }
highlight-link = message d’origine
highlight-no-link = message d’origine sans lien
highlight-held = { $who }, votre message sera partagé avec **{ $network }** { $minutes ->
        [0] dans un instant
        [one] dans une minute
       *[other] dans { $minutes } minutes
    } ({ $at }), { $signed } :
    { $about }
highlight-held-later = { $who }, votre message sera partagé avec **{ $network }** à { $at }, après les heures calmes, { $signed } :
    { $about }
highlight-with-name = avec votre nom
highlight-without-name = sans nom
highlight-published = C’est maintenant visible dans **{ $network }** :
    { $about }
highlight-let-go = Finalement non partagé :
    { $about }
highlight-stopped = Un message n’a pas été partagé.
highlight-stop = Le garder ici
highlight-take-back = Le retirer
highlight-name = Montrer mon nom
highlight-refused = Ce message reste ici : il ne peut pas être partagé.
highlight-nominated = C’est noté. Je l’annoncerai ici avant qu’il parte.
highlight-nominated-later = C’est noté. Ce sont les heures calmes ici : je l’annoncerai à { $at }, avant qu’il parte.
highlight-named = Votre nom y figure.
highlight-stopped-by-you = Ce message reste ici. Je retire les copies faites ailleurs.
highlight-stopped-from-afar = Je retire ce message d’ici et d’ailleurs ; il reste dans son propre salon.
highlight-stop-not-yours = Seuls la personne qui a écrit ce message, les connecteurs de sa communauté et la coordination du réseau peuvent le retirer.
highlight-name-not-yours = Seule la personne qui a écrit ce message peut y montrer son nom.
highlight-relaying-off = Le relais est désactivé dans ce salon, rien n’en sort. Un connecteur peut l’activer avec `!relay oui`.
highlight-nowhere = Aucun réseau ne montre de messages d’ici en ce moment. `!network` liste les réseaux et ce qui monte vers chacun.
highlight-no-reply = Répondez au message à partager, et écrivez `!highlight` dans cette réponse.
highlight-stop-no-reply = Répondez au message qui doit rester ici, et écrivez `!highlight stop` dans cette réponse.
highlight-stop-nothing = Ce message n’allait nulle part.
highlight-is-asked = J’ai déjà posé la question à la personne qui a écrit ce message. Sans son oui, il reste ici.
highlight-is-held = Ce message est déjà en route.
highlight-is-published = Ce message est déjà montré dans le réseau.
highlight-is-withdrawn = Ce message a été retiré et reste ici.
highlight-is-refused = Ce message reste ici : il ne peut pas être partagé.
relay-notice = **Le relais est activé.** Désormais, je partage avec **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}et, par là, avec **{ $wider }**
    } un message d’ici auquel { $threshold ->
        [one] une personne réagit
       *[other] { $threshold } personnes réagissent
    }, ou qu’un connecteur propose. Je l’annonce d’abord ici, { $minutes ->
        [0] juste avant
        [one] une minute avant
       *[other] { $minutes } minutes avant
    }. Les messages plus anciens restent ici. Votre nom n’apparaît que si vous le voulez.
    Le récapitulatif cite les événements prévus ici à partir de maintenant, les résultats des sondages et le nombre d’arrivées.
    `!me relay non` : aucun de vos messages ne sort d’ici · `!me relay nommé` : avec votre nom · `!relay non` : un connecteur le désactive
relay-now-off = Le relais est désactivé : plus rien ne sort de ce salon.
relay-is-on = Le relais vers le réseau { $network } est activé : à partir de { $threshold ->
        [one] une réaction
       *[other] { $threshold } réactions
    }{ $asks ->
        [yes] {", si la personne qui l’a écrit dit oui"}
       *[no] {""}
    }, { $minutes ->
        [0] sans attendre
        [one] annoncé une minute avant
       *[other] annoncé { $minutes } minutes avant
    }. `!relay non` le désactive.
relay-is-off = Le relais est désactivé : rien ne sort de ce salon. `!relay oui` l’active.
relay-needs-network = Cette communauté n’est encore reliée à aucun réseau. Demandez le code à sa coordination, puis écrivez `!link CODE`.
me-relay-named = C’est noté : vos messages partagés avec le réseau portent votre nom.
me-relay-unnamed = C’est noté : vos messages peuvent être partagés avec le réseau, sans votre nom.
me-relay-off = C’est noté : aucun de vos messages ne sort de son salon. Je retire ce qui avait été partagé.
cmd-relay = Activer ou désactiver le relais vers le réseau
example-relay = !relay oui
cmd-highlight = Proposer un message au réseau (en réponse à ce message)
example-highlight = !highlight
cmd-highlight-stop = Garder un message ici, ou le retirer (en réponse à ce message)
example-highlight-stop = !highlight stop
cmd-me-relay = Dire si vos messages peuvent être partagés avec le réseau
example-me-relay = !me relay nommé
ask-me-relay-consent = Vos messages peuvent-ils être partagés avec le réseau ? Répondez `nommé`, `anonyme`, `non`, ou `demander` pour qu’on vous le demande à chaque fois.
relay-keeps = Cette plateforme ne me redonne pas un message plus tard : je garde donc ce qui se dit ici pendant { $hours ->
        [one] une heure
       *[other] { $hours } heures
    }, pas davantage.
menu-highlight = Proposer pour le réseau
menu-highlight-conversation = Partager la suite d’ici
relay-encrypted = Ce salon est chiffré ; ce qui est partagé se lit dans le salon du réseau, et je le garde lisible de mon côté.
relay-notice-ask = **Le relais est activé.** Quand { $threshold ->
        [one] une personne réagit à un message d’ici
       *[other] { $threshold } personnes réagissent à un message d’ici
    }, ou qu’un connecteur le propose, je demande à qui l’a écrit si je peux le partager avec **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}et, par là, avec **{ $wider }**
    }, avec ou sans son nom. Sans un oui, rien ne sort de ce salon. Les messages plus anciens restent ici.
    Le récapitulatif cite les événements prévus ici à partir de maintenant, les résultats des sondages et le nombre d’arrivées.
    `!me relay non` : je ne vous demande jamais rien, et rien de vous ne sort · `!me relay nommé` : toujours oui, avec votre nom · `!relay non` : un connecteur le désactive
relay-wider = Désormais, ce que montre **{ $place }** peut aussi monter vers **{ $network }**, y compris des messages de ce salon. Ce qui est plus ancien reste où il est. `!relay non` garde tout ici.
relay-network-everything = Désormais, les messages montrés par **{ $place }** montent aussi vers **{ $network }**. Je le dis à ses communautés.
relay-network-curated = Désormais, la coordination du réseau **{ $network }** choisit parmi les messages de **{ $place }**. Je le dis à ses communautés.
relay-network-digest = Désormais, le récapitulatif du réseau **{ $network }** cite les messages de **{ $place }**. Je le dis à ses communautés.
relay-off-to = Plus rien de nouveau ne va de **{ $place }** vers **{ $network }**.
highlight-asked = { $who }, { $count ->
        [0] un connecteur aimerait partager votre message
        [one] une personne a aimé votre message
       *[other] { $count } personnes ont aimé votre message
    }. Puis-je le partager avec **{ $network }** ? Sans votre réponse, il reste ici.
    { $about }
highlight-yes-named = Oui, avec mon nom
highlight-yes = Oui, sans mon nom
highlight-not-this = Pas celui-ci
highlight-never-mine = Jamais les miens
highlight-always = Toujours ainsi
highlight-agreed = Merci ! Je le partage sans votre nom.
highlight-agreed-named = Merci ! Je le partage avec votre nom.
highlight-always-named = C’est noté : ici, toujours avec votre nom.
highlight-always-unnamed = C’est noté : ici, toujours sans votre nom.
highlight-never = C’est noté : rien de vous ne sort d’ici.
highlight-consent-not-yours = Seule la personne qui a écrit ce message peut répondre.
highlight-waiting = Proposé à **{ $network }**, où la coordination décide :
    { $about }
highlight-in-digest = À lire dans le récapitulatif du réseau **{ $network }** :
    { $about }
highlight-declined = **{ $network }** ne montre pas celui-ci :
    { $about }
queue-ask = **{ $community }** propose ce message. Le réseau le montre-t-il ?
    { $about }
queue-accept = Le montrer
queue-decline = Ne pas le montrer
queue-decline-why = Ne pas le montrer et dire pourquoi
queue-after-all = Montrer finalement
queue-why-ask = Pourquoi l’écartez-vous ? Votre prochain message sera lu comme motif par la personne qui l’a écrit et par tout **{ $community }**. `cancel` le laisse en attente.
queue-reason = Le motif : { $reason }
highlight-left-out = Pourquoi **{ $network }** ne l’a pas retenu : { $reason }
queue-passed = Montré dans le réseau, de **{ $community }** :
    { $about }
queue-declined = Non retenu, de **{ $community }** :
    { $about }
queue-elsewhere = La file d’attente se lit dans un cercle du réseau **{ $network }**, où tout le monde ne lit pas. Écrivez-y `!network queue` ; `!room join { $network }` fait d’un salon un cercle.
queue-empty = Rien n’attend le réseau **{ $network }**.
queue-shown = Le réseau montre déjà celui-ci.
cmd-network-queue = Les messages qui attendent la coordination
example-network-queue = !network queue
me-relay-ask = C’est noté : je vous demande avant de partager un message de vous.
relay-counts-share = Ce nombre suit l’activité d’ici : c’est { $percent } % des personnes qui ont fait quelque chose dans les { $days } derniers jours, et au moins { $least }. Pour cela, je note le dernier jour d’activité de chaque personne, pendant { $days } jours au plus.
relay-counts-emoji = Seules ces réactions comptent : { $emoji }
relay-counts-age = Les réactions à un message de plus de { $span } ne comptent pas.
relay-without-rooms = Rien n’est partagé depuis : { $rooms }.
relay-without-people = Un connecteur a laissé de côté les messages de certaines personnes.
relay-without-named = Messages laissés de côté par un connecteur : { $names }.
highlight-room-excluded = Rien de ce qui se dit dans ce salon n’est partagé. Un connecteur peut d’abord écrire `!room include`.
highlight-echo = ❤️ { $count ->
        [0] personne encore
        [one] une personne
       *[other] { $count } personnes
    } dans { $places ->
        [0] d’autres lieux
        [one] un autre lieu
       *[other] { $places } autres lieux
    }{ $named ->
        [0] {""}
       *[other] {" "}({ $detail })
    }, { $replies ->
        [0] aucune réponse
        [one] une réponse
       *[other] { $replies } réponses
    }
highlight-echo-place = { $place } : { $count }
queue-carried = Montré dans le réseau, de **{ $community }**, parce qu’il plaît à assez de personnes :
    { $about }
cmd-highlight-poll = Partager les résultats d’un sondage avec le réseau
example-highlight-poll = !highlight poll 4
cmd-highlight-event = Partager un événement avec le réseau
example-highlight-event = !highlight event 3
share-object = Partager avec le réseau
highlight-object-ask = Voici ce qui se verra dans **{ $network }**, sans le nom de personne. Je le partage ?
    { $about }
highlight-object-yes = Partager
highlight-object-held = Ceci sera partagé avec **{ $network }** { $minutes ->
        [0] dans un instant
        [one] dans 1 minute
       *[other] dans { $minutes } minutes
    } ({ $at }) :
    { $about }
highlight-object-held-later = Ceci sera partagé avec **{ $network }** à { $at }, après les heures calmes :
    { $about }
highlight-from-poll = **{ $community }** a demandé
highlight-from-event = **{ $community }** invite
highlight-own = partagé par la communauté
cmd-translation = Traduire un message partagé (en réponse à ce message)
example-translation = !translation en We planted 40 trees!
ask-translation-language = Vers quelle langue ? Répondez par exemple `en`.
ask-translation-text = Écrivez votre traduction dans votre prochain message. Elle accompagnera le message dans tous les salons de cette langue.
translation-button = Traduire
translation-name = Montrer mon nom
translation-somebody = une personne du réseau
translation-by = traduction par { $who } ; l’original :
translation-held = Une traduction par { $who } ({ $language }) se verra à partir de { $at } dans les salons de cette langue :
translation-shown = Une traduction par { $who } ({ $language }) se voit dans les salons de cette langue :
translation-noted = Merci ! Je l’annonce d’abord ici.
translation-taken-back = La traduction est retirée.
translation-no-reply = Répondez au message que vous traduisez, et écrivez `!translation en …` dans cette réponse.
translation-nothing = Seul un message partagé, ou sur le point de l’être, se traduit. Répondez à ce message, à ma note ou à une copie.
translation-same = L’original vient d’un salon où l’on parle { $language }. Dans quelle autre langue est votre traduction ?
translation-exists = Quelqu’un l’a déjà traduit ({ $language }).
translation-opted-out = Rien de vous ne sort de son salon, selon votre choix ou celui d’un connecteur. `!me relay demander` change le vôtre.
translation-empty = Écrivez votre traduction après la langue.
translation-name-not-yours = Seule la personne qui a traduit peut montrer son nom.
highlight-voice = Voix { $number }
highlight-from-conversation = Une conversation dans **{ $community }**
highlight-conversation-ask = { $who }, puis-je partager cette conversation de { $count } messages avec **{ $network }** ? Elle ne sort d’ici que si tout le monde est d’accord : un seul non la garde ici en entier.
    { $about }
highlight-conversation-held = { $who }, cette conversation de { $count } messages sera partagée avec **{ $network }** à { $at }. Si l’un de vous garde ses mots ici, elle reste ici en entier :
    { $about }
highlight-conversation-agreed = Merci ! On attend le oui de tout le monde.
highlight-conversation-not = Pas celle-ci
highlight-conversation-stop = La garder ici
highlight-conversation-back = La retirer
highlight-conversation-kept = La conversation reste ici en entier.
highlight-conversation-own-back = Je retire vos mots partout.
highlight-conversation-complete = Merci ! Tout le monde est d’accord.
highlight-conversation-stopped = Une conversation est restée dans ce salon.
highlight-conversation-line = **{ $who }** : { $text }
highlight-conversation-noted = C’est noté : { $count } messages, annoncés ici.
highlight-conversation-reading = Je relis ces messages, puis les annonce ici.
highlight-conversation-no-reply = Répondez au premier message de la conversation, et écrivez `!highlight conversation` dans cette réponse. `!highlight last 4` prend les quatre derniers.
highlight-conversation-unknown = Je n’ai plus ce message, ou la personne qui l’a écrit veut qu’il reste ici. `!highlight last 4` prend les quatre derniers messages qui peuvent être partagés.
highlight-conversation-unread = Ici, je ne peux pas lire les messages précédents, et donc pas réunir une conversation. Dans les réglages de ce salon, quelqu’un peut me donner accès à l’historique.
highlight-conversation-short = Une conversation compte au moins deux messages. Pour en proposer un seul, répondez-y avec `!highlight`.
highlight-conversation-overlaps = Un de ces messages a déjà été proposé ou retiré, et chacun n’est partagé qu’une fois. Prenez-en moins avec `!highlight last 3`.
highlight-conversation-refused = Un de ces messages doit rester ici, donc la conversation aussi. Prenez-en moins avec `!highlight last 3`.
highlight-conversation-count = Il me faut un nombre de 2 à 10, par exemple `!highlight last 4`.
cmd-highlight-conversation = Proposer un message et ceux qui le suivent, comme une conversation
example-highlight-conversation = !highlight conversation
cmd-highlight-last = Proposer les derniers messages, comme une conversation
example-highlight-last = !highlight last 4
ask-highlight-last-count = Combien de messages, en remontant depuis le dernier ? De 2 à 10.
