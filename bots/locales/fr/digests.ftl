# Le récapitulatif quotidien d’un réseau.

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
digest-empty = Rien à raconter pour l’instant. Le prochain récapitulatif est prévu le { $at } ; s’il n’y a rien, il n’est pas envoyé.
cmd-digest = Ce que dirait le prochain récapitulatif
example-digest = !digest
digest-taken-back = Ce récapitulatif du réseau { $network } a été retiré.
digest-never = Le réseau **{ $network }** n’a pas de récapitulatif. `!config récapitulatif hebdomadaire`, dans son salon, le rétablit.
