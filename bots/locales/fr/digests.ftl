# Les récapitulatifs des réseaux et des communautés.

digest-title = **Ce qui s’est passé dans { $network }**
digest-highlights = **À retenir**
digest-highlight = **{ $community }** : « { $text } » ({ $link })
digest-newcomers = **Nouvelles têtes**
digest-newcomers-of = **{ $community }** : { $count ->
        [one] une personne arrivée
       *[other] { $count } personnes arrivées
    }
digest-newcomers-few = **{ $community }** : quelques arrivées
digest-polls = **Décidé**
digest-poll = **{ $community }** : { $question } → { $result }
digest-poll-empty = **{ $community }** : { $question } → personne n’a voté
digest-events = **Bientôt**
digest-more = … et { $count } de plus
digest-empty = **{ $place }** : rien à raconter pour l’instant. Le prochain récapitulatif est prévu le { $at } ; s’il n’y a rien, il n’est pas envoyé.
cmd-digest = Ce que dirait le prochain récapitulatif
example-digest = !digest
digest-taken-back = Ce récapitulatif du réseau { $network } a été retiré.
digest-never = Le réseau **{ $network }** n’a pas de récapitulatif. `!config récapitulatif hebdomadaire`, dans son salon, le rétablit.
digest-highlight-own = « { $text } » ({ $link })
digest-newcomers-of-own = { $count ->
        [one] Une personne arrivée
       *[other] { $count } personnes arrivées
    }
digest-newcomers-few-own = Quelques arrivées
digest-poll-own = { $question } → { $result }
digest-poll-empty-own = { $question } → personne n’a voté
digest-figures = **En chiffres**
figure-events = { $count ->
        [one] un événement
       *[other] { $count } événements
    }
figure-guests = { $count ->
        [one] une personne est venue
       *[other] { $count } personnes sont venues aux événements
    }
figure-polls = { $count ->
        [one] un sondage terminé
       *[other] { $count } sondages terminés
    }
figure-votes = { $count ->
        [one] un vote
       *[other] { $count } votes
    }
figure-highlights = { $count ->
        [one] un message à retenir
       *[other] { $count } messages à retenir
    }
figure-newcomers = { $count ->
        [one] une personne arrivée
       *[other] { $count } personnes arrivées
    }
digest-change-more = {", "}{ $count } de plus que { $before }
digest-change-less = {", "}{ $count } de moins que { $before }
digest-change-same = {", "}autant que { $before }
digest-change-about = {", "}à peu près autant que { $before }
digest-before-daily = la veille
digest-before-weekly = la semaine précédente
digest-before-monthly = le mois précédent
digest-collecting = J’additionne les chiffres de nombreuses communautés. L’aperçu arrive ici dans un instant.
digest-off = Cette communauté n’a pas de récapitulatif. `!config récapitulatif hebdomadaire` en apporte un chaque dimanche.
digest-footer = `!digest remove 1` retire une ligne, ou la remet ; `!digest add`, suivi de vos mots, en ajoute une. `!digest skip` laisse tomber tout le récapitulatif.
digest-footer-due = Il paraît le { $at }.
digest-footer-skipped = Il n’est pas envoyé cette fois. Retapez `!digest skip` pour qu’il le soit.
digest-cut = Retirer { $number }
digest-put-back = Remettre { $number }
digest-line-removed = (retirée) { $line }
digest-line-cut = Retirée du prochain récapitulatif. Refaites-le pour la remettre.
digest-line-back = La ligne est de nouveau dans le prochain récapitulatif.
digest-added = Votre ligne est dans le prochain récapitulatif de **{ $place }**. `!digest` le montre.
digest-add-empty = Que doit dire la ligne ?
digest-add-long = Cela fait { $length } caractères ; une ligne en a { $limit } au plus. Raccourcissez-la.
digest-add-many = Ce récapitulatif a déjà { $limit } lignes ajoutées. Retirez-en une d’abord : `!digest` montre leurs numéros.
digest-too-many-removed = { $limit } lignes sont déjà retirées. `!digest skip` laisse tomber tout le récapitulatif.
digest-no-line = Il n’y a pas de ligne `{ $given }` : le prochain récapitulatif en a { $count }. `!digest` les montre avec leurs numéros.
digest-skipped = Le prochain récapitulatif ne sera pas envoyé.
digest-kept = Le prochain récapitulatif sera bien envoyé.
digest-gone-out = Ce récapitulatif est déjà parti.
digest-no-room = **{ $place }** n’a pas de salon où son récapitulatif puisse paraître.
digest-send-ask = Le récapitulatif de **{ $place }** part maintenant, à la place du prochain prévu. Je l’envoie ?
digest-sent = Le récapitulatif du réseau **{ $network }** est parti.
digest-review-title = 📋 **Le prochain récapitulatif, avant son envoi**
digest-review-due = Sans réponse, il part le { $at }.
digest-review-waits = Il attend votre réponse.
digest-review-sent = Le récapitulatif du réseau **{ $network }** est parti.
digest-review-skipped = Le récapitulatif du réseau **{ $network }** n’a pas été envoyé cette fois.
digest-review-empty = Il n’y avait rien à raconter sur **{ $network }** : aucun récapitulatif n’a été envoyé.
digest-do-send = Envoyer maintenant
digest-do-skip = Sauter celui-ci
digest-do-edit = Modifier
digest-do-keep = L’envoyer quand même
cmd-digest-add = Ajouter une ligne au prochain récapitulatif
example-digest-add = !digest add Le jardin ouvre en mai
ask-digest-add-text = Que doit dire la ligne ?
cmd-digest-remove = Retirer une ligne du prochain récapitulatif, ou la remettre
example-digest-remove = !digest remove 2
ask-digest-remove-number = Quelle ligne ? `!digest` montre leurs numéros.
cmd-digest-skip = Sauter le prochain récapitulatif, ou finalement pas
example-digest-skip = !digest skip
cmd-digest-send = Envoyer le prochain récapitulatif maintenant
example-digest-send = !digest send
cmd-me-digest = Recevoir en privé le récapitulatif de ce que vous manquez en votre absence
example-me-digest = !me digest hebdomadaire
ask-me-digest-how = À quel rythme voulez-vous un récapitulatif ? Répondez `quotidien`, `hebdomadaire` ou `non`.
cmd-me-timezone = Choisir le fuseau horaire de votre récapitulatif
example-me-timezone = !me timezone Paris
ask-me-timezone-zone = Dans quelle ville êtes-vous, ou dans quel fuseau horaire ?
me-timezone-set = Votre fuseau horaire est maintenant { $zone } : il y est { $now }.
me-digest-daily = Chaque soir, je vous écris en privé ce qui s’est passé dans { $places }, si vous étiez en retrait ce jour-là et s’il y a eu quelque chose ; la première fois le { $at }. En retrait : je n’ai vu de vous ni message, ni réaction, ni commande. `!me timezone` et votre ville changent l’heure, `!me digest non` arrête tout.
me-digest-weekly = Le dimanche soir, je vous écris en privé ce qui s’est passé dans { $places }, si vous étiez en retrait cette semaine-là et s’il y a eu quelque chose ; la première fois le { $at }. En retrait : je n’ai vu de vous ni message, ni réaction, ni commande. `!me timezone` et votre ville changent l’heure, `!me digest non` arrête tout.
me-digest-off = Vous ne recevez plus de récapitulatif personnel, et je ne note plus si vous étiez en retrait.
me-digest-nowhere = Je ne connais aucune communauté dont vous faites partie. Écrivez quelque chose dans son salon, puis tapez-y `!me digest hebdomadaire`.
me-digest-open = Ouvrir la discussion
me-digest-footer = Vous étiez en retrait : voici ce que vous avez manqué. `!me digest non` arrête ces messages.
me-digest-taken-back = Le contenu de ce récapitulatif a été retiré.
me-shown-zone = {" "}Votre fuseau horaire : { $zone }.
me-shown-digest-daily = {" "}Vous recevez un récapitulatif les jours où vous étiez en retrait.
me-shown-digest-weekly = {" "}Vous recevez un récapitulatif des semaines où vous étiez en retrait.
digest-highlight-kept = **{ $community }** : { $link }
digest-page-title = Nouvelles de { $place }
digest-page-empty = Il n’y a pas encore de récapitulatif.
cmd-digest-file = Recevoir le dernier récapitulatif dans un fichier
example-digest-file = !digest file
digest-file = Le dernier récapitulatif de **{ $place }**, sous forme de page. Les messages à retenir n’y sont que des liens : un fichier ne se reprend pas.
digest-file-none = **{ $place }** n’a pas encore envoyé de récapitulatif. `!digest` montre le prochain.
digest-file-cannot = Je ne peux pas envoyer de fichiers ici. `!digest feed oui` donne plutôt une adresse web aux récapitulatifs.
cmd-digest-feed = Lire les récapitulatifs sur le web, à une adresse secrète
example-digest-feed = !digest feed oui
ask-digest-feed-how = Que dois-je faire ? Répondez `oui`, `renouveler`, `non` ou `état`.
digest-feed-on = Toute personne qui a cette adresse lit les récapitulatifs de **{ $place }**, sans les messages à retenir ni les nouvelles des communautés sans adresse à elles. Page : { $page } Flux : { $feed } `!digest feed renouveler` rend l’adresse invalide et en donne une autre, `!digest feed non` y met fin.
digest-feed-renewed = L’ancienne adresse de **{ $place }** ne fonctionne plus. Page : { $page } Flux : { $feed }
digest-feed-off = Les récapitulatifs de **{ $place }** ne sont pas sur le web.
digest-feed-none = Les récapitulatifs de **{ $place }** ne sont pas sur le web. `!digest feed oui` leur donne une adresse secrète.
digest-feed-no-web = La personne qui m’héberge ne m’a pas ouvert d’adresse web : les récapitulatifs ne peuvent pas y être (`monitoring.address` dans mes réglages). `!digest file` donne le dernier en fichier.
cmd-digest-chart = Montrer en image combien ont participé chaque jour
example-digest-chart = !digest chart oui
ask-digest-chart-how = Avec une image ou sans ? Répondez `oui`, `non` ou `état`.
digest-chart-on = Les récapitulatifs de **{ $place }** montrent maintenant en image combien ont participé chaque jour. `!digest chart` en donne les nombres.
digest-chart-off = Les récapitulatifs de **{ $place }** viennent sans image.
digest-chart-none = Il n’y a encore rien à dessiner pour **{ $place }** : aucun sondage ni événement avec cinq personnes dans les jours du dernier récapitulatif.
digest-chart-title = { $place } : votes, participations et arrivées
digest-added-gone = La ligne ajoutée est supprimée. `!digest add` en ajoute une autre.
