# Les sondages d’un réseau, montrés dans ses communautés.

poll-goes-to = { $count ->
        [one] Il paraît aussitôt dans une communauté de { $network }. Ce qui a été vu ne s’efface pas des mémoires.
       *[other] Il paraît aussitôt dans { $count } communautés de { $network }. Ce qui a été vu ne s’efface pas des mémoires.
    }
poll-of-network = 🌐 Sondage du réseau { $network } : toutes ses communautés votent ensemble, une voix par personne.
poll-to-nobody = Aucune communauté de { $network } ne montre ce que publie le réseau : il n’y a personne à qui demander. Enlevez `vers` pour demander dans ce salon.
poll-network-none = Ce salon n’appartient à aucun réseau. Enlevez `vers` pour demander ici.
poll-network-homeless = { $network } n’a pas de salon, personne ne pourrait donc suivre le sondage. Sa coordination peut lui en donner un : `!room join { $network }` dans un nouveau salon.
poll-not-here = Le sondage { $number } (« { $question } ») ne compte plus de voix ici : cette communauté n’écoute plus le réseau qui pose la question. Les voix déjà données restent comptées.
poll-gone-here = « { $question } » : cette communauté n’écoute plus le réseau qui pose la question, on ne vote donc plus ici. Les voix déjà données restent comptées.
poll-number-twice = Deux sondages ouverts portent le numéro { $number } : un de cette communauté, un d’un réseau. Touchez les boutons de celui dont il s’agit, ou répondez-lui avec la commande.
arg-poll-to = À toutes les communautés du réseau
choice-communities = communautés
