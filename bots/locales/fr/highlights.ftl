# Les messages qui voyagent vers le réseau.

highlight-from = **{ $community }** · { $author }
highlight-from-somebody = **{ $community }** · quelqu’un
highlight-heard = Réseau **{ $network }** · { $origin }
highlight-attachments = { $count ->
        [one] (avec une pièce jointe)
       *[other] (avec { $count } pièces jointes)
    }
highlight-foot = { $link } · { $count ->
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
highlight-stop-not-yours = Seules la personne qui a écrit ce message, celles qui animent sa communauté et la coordination du réseau peuvent le retirer.
highlight-name-not-yours = Seule la personne qui a écrit ce message peut y montrer son nom.
highlight-relaying-off = Le relais est désactivé dans ce salon, rien n’en sort. Qui l’anime peut l’activer avec `!relay oui`.
highlight-no-reply = Répondez au message à partager, et écrivez `!highlight` dans cette réponse.
highlight-stop-no-reply = Répondez au message qui doit rester ici, et écrivez `!highlight stop` dans cette réponse.
highlight-stop-nothing = Ce message n’allait nulle part.
highlight-is-held = Ce message est déjà en route.
highlight-is-published = Ce message est déjà montré dans le réseau.
highlight-is-withdrawn = Ce message a été retiré et reste ici.
highlight-is-refused = Ce message reste ici : il ne peut pas être partagé.
relay-notice = **Le relais est activé.** Désormais, je partage avec le réseau **{ $network }** un message d’ici auquel { $threshold ->
        [one] une personne réagit
       *[other] { $threshold } personnes réagissent
    }, ou que propose une personne qui anime ce salon. Je l’annonce d’abord ici, { $minutes ->
        [0] juste avant
        [one] une minute avant
       *[other] { $minutes } minutes avant
    }. Les messages plus anciens restent ici. Votre nom n’apparaît que si vous le voulez.
    Le récapitulatif du réseau cite les événements prévus ici à partir de maintenant, les résultats des sondages et le nombre d’arrivées.
    `!me relay non` : aucun de vos messages ne sort d’ici · `!me relay nommé` : avec votre nom · `!relay non` : l’animation le désactive
relay-now-off = Le relais est désactivé : plus rien ne sort de ce salon.
relay-is-on = Le relais vers le réseau { $network } est activé : à partir de { $threshold ->
        [one] une réaction
       *[other] { $threshold } réactions
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
ask-me-relay-consent = Vos messages peuvent-ils être partagés avec le réseau ? Répondez `nommé`, `anonyme` ou `non`.
relay-keeps = Cette plateforme ne me redonne pas un message plus tard : je garde donc ce qui se dit ici pendant { $hours } heures, pas davantage.
menu-highlight = Proposer pour le réseau
relay-encrypted = Ce salon est chiffré ; ce qui est partagé se lit dans le salon du réseau, et je le garde lisible de mon côté.
