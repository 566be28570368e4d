# Les messages qui voyagent vers le réseau.

highlight-from = **{ $community }** · { $author }
highlight-somebody = quelqu’un de là-bas
highlight-attachments = { $count ->
        [one] (avec une pièce jointe)
       *[other] (avec { $count } pièces jointes)
    }
highlight-foot = { $link } · { $count ->
        [0] pas encore de réaction
        [one] une personne a aimé
       *[other] { $count } personnes ont aimé
    }
highlight-link = voir le message d’origine
highlight-no-link = dit dans son salon
highlight-held = { $who }, votre message mérite d’être partagé avec **{ $network }** :
    { $about }
    Ce message y sera montré dans { $minutes ->
        [0] un instant
        [one] une minute
       *[other] { $minutes } minutes
    } ({ $at }), signé « { $author } ». Vous pouvez le garder ici, ou y ajouter votre nom.
highlight-published = C’est maintenant visible dans **{ $network }** :
    { $about }
highlight-let-go = Finalement, ceci reste ici :
    { $about }
highlight-stopped = Un message reste ici ; il n’est montré nulle part ailleurs.
highlight-stop = Le garder ici
highlight-name = Montrer mon nom
highlight-refused = Ce message reste ici : il ne peut pas être relayé.
highlight-nominated = C’est noté. Il sera annoncé ici avant de partir.
highlight-named = Votre nom y figure.
highlight-stopped-by-you = Ce message reste ici. Les copies faites ailleurs sont retirées.
highlight-stopped-from-afar = Ce message est retiré d’ici et d’ailleurs ; il reste dans son propre salon.
highlight-stop-not-yours = Seule la personne qui a écrit ce message, un connecteur de sa communauté ou la coordination du réseau peut le retirer.
highlight-name-not-yours = Seule la personne qui a écrit ce message peut y montrer son nom.
highlight-relaying-off = Le relais est désactivé dans ce salon, rien n’en sort. Un connecteur peut l’activer avec `!relay oui`.
highlight-no-reply = Répondez au message à partager, et écrivez `!highlight` dans cette réponse.
highlight-stop-no-reply = Répondez au message qui doit rester ici, et écrivez `!highlight stop` dans cette réponse.
highlight-stop-nothing = Ce message n’allait nulle part.
highlight-is-held = Ce message est déjà en route.
highlight-is-published = Ce message est déjà montré dans le réseau.
highlight-is-withdrawn = Ce message a été retiré et reste ici.
highlight-is-refused = Ce message reste ici : il ne peut pas être relayé.
relay-notice = **Le relais est activé.** Désormais, un message d’ici auquel { $threshold ->
        [one] une personne réagit
       *[other] { $threshold } personnes réagissent
    }, ou qu’un connecteur propose, est montré au réseau **{ $network }** après { $minutes ->
        [0] un instant
        [one] une minute
       *[other] { $minutes } minutes
    } d’annonce ici. Les messages plus anciens restent ici. Votre nom n’apparaît que si vous le voulez.
    Le résumé du réseau cite les événements prévus ici à partir de maintenant, les résultats des sondages et le nombre d’arrivées.
    `!me relay non` : aucun de vos messages ne sort d’ici · `!me relay nommé` : avec votre nom · `!relay non` : un connecteur le désactive
relay-now-off = Le relais est désactivé : plus rien ne sort de ce salon.
relay-is-on = Le relais vers { $network } est activé : à partir de { $threshold } réactions, après { $minutes } minutes d’annonce. `!relay non` le désactive.
relay-is-off = Le relais est désactivé : rien ne sort de ce salon. `!relay oui` l’active.
relay-needs-network = Cette communauté n’est encore reliée à aucun réseau. Demandez le code à sa coordination, puis écrivez `!link CODE`.
me-relay-named = C’est noté : vos messages partagés avec le réseau portent votre nom.
me-relay-unnamed = C’est noté : vos messages peuvent être partagés avec le réseau, sans votre nom.
me-relay-off = C’est noté : aucun de vos messages ne sort de son salon. Ce qui avait été partagé est retiré.
cmd-relay = Activer ou désactiver le relais vers le réseau
example-relay = !relay oui
cmd-highlight = Proposer un message au réseau (en réponse à ce message)
example-highlight = !highlight
cmd-highlight-stop = Garder un message ici, ou le retirer (en réponse à ce message)
example-highlight-stop = !highlight stop
cmd-me-relay = Dire si vos messages peuvent être partagés avec le réseau
example-me-relay = !me relay nommé
ask-me-relay-consent = Vos messages peuvent-ils être partagés avec le réseau ? Répondez `nommé`, `anonyme` ou `non`.
highlight-heard = Du côté de **{ $network }** : **{ $community }** · { $author }
relay-keeps = On ne peut pas redemander un message à cette plateforme : je garde donc ce qui se dit ici pendant { $hours } heures, pas davantage.
menu-highlight = Proposer pour le réseau
relay-encrypted = Ce salon est chiffré ; ce qui est partagé se lit dans le salon du réseau, et je le garde lisible de mon côté.
