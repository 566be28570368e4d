# Combien de temps une communauté garde son passé
setting-history = historique
choice-always = toujours
about-history = combien de temps je garde les sondages, événements et messages à retenir qui sont passés : une durée comme `1 an`, ou `toujours`
about-network-history = combien de temps je garde les sondages et événements du réseau qui sont passés : une durée comme `1 an`, ou `toujours`
config-history = Je ne comprends pas `{ $given }` comme durée. Écrivez par exemple `1 an`, `6 mois`, `90 jours` (au moins { $least }), ou `toujours`.
history-months = mois
history-years = an, ans, année, années
history-ask = Garder les sondages, événements et messages à retenir seulement { $length } après leur fin ? Plus anciens à ce jour : { $polls ->
        [one] { $polls } sondage
       *[other] { $polls } sondages
    }, { $events ->
        [one] { $events } événement
       *[other] { $events } événements
    } et { $highlights ->
        [one] { $highlights } message à retenir
       *[other] { $highlights } messages à retenir
    }. Dès demain, j’efface chaque jour ce qui est plus ancien : textes, votes, réponses et décisions, et je retire les messages à retenir des réseaux. Personne ne pourra le faire revenir. Les messages dans vos salons y restent.
history-yes = Garder cette durée
history-no = Ne rien changer
history-set = Dès demain, je garde les sondages, événements et messages à retenir { $length } après leur fin. D’ici là, `!config historique toujours` arrête cela.
history-ask-network = Garder les sondages et événements du réseau seulement { $length } après leur fin ? Plus anciens à ce jour : { $polls ->
        [one] { $polls } sondage
       *[other] { $polls } sondages
    } et { $events ->
        [one] { $events } événement
       *[other] { $events } événements
    }. Dans une semaine, je commence à effacer chaque jour ce qui est plus ancien : textes, votes, réponses et décisions, aussi des listes des communautés qui y ont pris part. Personne ne pourra le faire revenir. Les messages dans les salons y restent. Je préviens dès maintenant les communautés, pour qu’elles puissent en garder une copie.
history-set-network = Dans une semaine, je ne garde plus les sondages et événements du réseau que { $length } après leur fin. Les communautés sont prévenues. D’ici là, `!config historique toujours` arrête cela.
history-news = **{ $network }** gardera ses sondages et ses événements { $length } après leur fin. Ce qui sera plus ancien disparaîtra aussi d’ici (`!decisions`), au plus tôt dans une semaine. D’ici là, `!decisions export` vous en donne une copie.
unit-months = { $count } mois
unit-years = { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
