# Les sondages d’un réseau, montrés dans ses communautés.

poll-goes-to = { $count ->
        [one] Il paraît aussitôt dans une communauté du réseau { $network }. Ce qui a été vu ne s’efface pas des mémoires.
       *[other] Il paraît aussitôt dans { $count } communautés du réseau { $network }. Ce qui a été vu ne s’efface pas des mémoires.
    }
poll-of-network = 🌐 Sondage du réseau { $network } : toutes ses communautés votent ensemble, une voix par personne.
poll-to-nobody = Aucune communauté du réseau { $network } ne montre ce que publie le réseau : il n’y a personne à qui demander. Enlevez `vers` pour demander dans ce salon.
poll-network-none = Ce salon n’appartient à aucun réseau. Enlevez `vers` pour demander ici.
poll-network-homeless = { $network } n’a pas de salon, personne ne pourrait donc suivre le sondage. Sa coordination peut lui en donner un : `!room join { $network }` dans un nouveau salon.
poll-not-here = Le sondage { $number } (« { $question } ») ne compte plus de voix ici : cette communauté n’écoute plus le réseau qui pose la question. Les voix déjà données restent comptées.
poll-gone-here = « { $question } » : cette communauté n’écoute plus le réseau qui pose la question, on ne vote donc plus ici. Les voix déjà données restent comptées.
poll-number-twice = Deux sondages ouverts portent le numéro { $number } : un de cette communauté, un d’un réseau. Touchez les boutons de celui dont il s’agit, ou répondez-lui avec la commande.
arg-poll-to = À toutes les communautés du réseau
choice-communities = communautés
poll-of-communities = 🌐 Sondage du réseau { $network } : chacune de ses communautés a une voix.
poll-rule-communities = La voix d’une communauté est l’option que le plus de personnes y choisissent ; une égalité, ou moins de { $count } votants, ne fait pas de voix. Personne ne vote pour d’autres ; qui vote dans deux communautés compte là où son dernier vote a été donné.
poll-count-network = `compte` va avec un sondage dans toutes les communautés d’un réseau. Ajoutez `pour=réseau`, ou enlevez `compte`.
poll-count-anonymous = Un sondage anonyme ne garde qu’un total, je ne peux donc pas compter par communauté. Enlevez `anonyme` ou `compte` ; `masqué=oui` cache les chiffres jusqu’à la clôture.
poll-vote-at-home = Au sondage { $number }, chaque communauté a une voix : votez dans le salon de votre communauté.
poll-result-abstained = **Sondage { $number } : { $question }** Aucune communauté n’a décidé, il n’y a donc pas de résultat.
poll-communities-voted = { $count ->
        [0] Aucune communauté n’a voté
        [one] Une communauté a voté
       *[other] { $count } communautés ont voté
    }, abstentions : { $abstained } (égalité, ou moins de { $least } votants).
poll-by-community = **Par communauté**
poll-community-line = { $community } (votants : { $count }) : { $choice }
poll-community-votes = { $community } (votants : { $count }) : pour { $choice }
poll-community-abstains = { $community } (votants : { $count }) : s’abstient, égalité de { $choice }
poll-communities-hidden = { $shown ->
        [0] Pas de chiffres par communauté : là où moins de cinq personnes ont voté, ils en diraient trop.
       *[other] Sans chiffres, pour que personne ne devine comment quelques personnes ont voté : { $count } de plus.
    }
arg-poll-counting = Compter par personne ou par communauté
argname-counting = compte
choice-people = personnes
arglike-counting = décompte
