# Les messages qui voyagent vers le réseau.

highlight-from = **{ $community }** · { $author }
highlight-somebody = quelqu’un là-bas
highlight-attachments =
    { $count ->
        [one] (avec une pièce jointe)
       *[other] (avec { $count } pièces jointes)
    }
highlight-foot =
    { $link } · { $count ->
        [0] pas encore de réaction
        [one] une personne a aimé
       *[other] { $count } personnes ont aimé
    }
highlight-link = voir à la source
highlight-no-link = dit dans leur salon
highlight-held =
    À partager avec **{ $network }** :
    { $about }
    Ce message y sera montré dans { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
    } ({ $at }), signé « { $author } ». Son auteur peut le garder ici, ou y ajouter son nom.
highlight-published =
    Montré maintenant dans **{ $network }** :
    { $about }
highlight-let-go =
    Finalement, ceci reste ici :
    { $about }
highlight-stopped = Un message reste ici et n’est montré nulle part ailleurs.
highlight-stop = Le garder ici
highlight-name = Montrer mon nom
highlight-refused = Ce message reste ici : il ne peut pas être relayé.
highlight-nominated = C’est noté. Il sera annoncé ici avant de partir.
highlight-named = Votre nom y figure.
highlight-stopped-by-you = Il reste ici. Les copies faites ailleurs sont retirées.
highlight-stop-not-yours = Seuls l’auteur du message ou une connectrice, un connecteur peuvent le garder ici.
highlight-name-not-yours = Seul l’auteur peut faire montrer son nom.
highlight-relaying-off = Le relais est éteint dans ce salon, rien n’en sort. Un connecteur peut d’abord écrire `!relay on`.
highlight-no-reply = Répondez au message à partager, et écrivez `!highlight` dans cette réponse.
highlight-stop-no-reply = Répondez au message qui doit rester ici, et écrivez `!highlight stop` dans cette réponse.
highlight-stop-nothing = Ce message n’allait nulle part.
highlight-is-held = Ce message est déjà en route.
highlight-is-published = Ce message est déjà montré dans le réseau.
highlight-is-withdrawn = Ce message a été retiré et reste ici.
highlight-is-refused = Ce message reste ici : il ne peut pas être relayé.
relay-notice = **Le relais est allumé.** Désormais, un message d’ici auquel { $threshold ->
        [one] une personne réagit
       *[other] { $threshold } personnes réagissent
    }, ou qu’un connecteur propose, est montré au réseau **{ $network }** après { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
    } d’annonce ici. Les messages plus anciens restent ici. Votre nom n’apparaît que si vous le voulez.
    `!me relay off` : rien de vous ne sort d’ici · `!me relay named` : avec votre nom · `!relay off` : le connecteur l’éteint
relay-now-off = Le relais est éteint : plus rien ne sort de ce salon.
relay-is-on = Le relais vers { $network } est allumé : à partir de { $threshold } réactions, après { $minutes } minutes d’annonce. `!relay off` l’éteint.
relay-is-off = Le relais est éteint : rien ne sort de ce salon. `!relay on` l’allume.
relay-needs-network = Cette communauté n’est encore liée à aucun réseau. Demandez le code à sa coordination, puis écrivez `!link CODE`.
me-relay-named = C’est noté : vos messages partagés avec le réseau portent votre nom.
me-relay-unnamed = C’est noté : vos messages peuvent être partagés avec le réseau, sans votre nom.
me-relay-off = C’est noté : rien de vous ne sort de son salon. Ce qui avait été partagé est retiré.
cmd-relay = Allumer ou éteindre le relais vers le réseau
example-relay = !relay on
cmd-highlight = Proposer un message au réseau (en réponse à ce message)
example-highlight = !highlight
cmd-highlight-stop = Garder un message ici, ou le retirer (en réponse à ce message)
example-highlight-stop = !highlight stop
cmd-me-relay = Vos messages peuvent-ils être partagés avec le réseau
example-me-relay = !me relay named
ask-me-relay-consent = Vos messages peuvent-ils être partagés avec le réseau ? Répondez `named`, `unnamed` ou `off`.
