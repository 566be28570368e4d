# Sondages.

poll-voters = Sondage { $number } · { $count ->
        [0] personne n’a encore voté
        [one] une personne a voté
       *[other] { $count } personnes ont voté
    }
poll-closes = Ouvert jusqu’à { $at }.
poll-how = Une voix par personne ; touchez une autre option pour changer. Le salon ne voit que les totaux ; je garde qui a voté, pour ne compter chacun qu’une fois.
poll-how-several = Jusqu’à { $most } options par personne ; touchez à nouveau pour en retirer une. Le salon ne voit que les totaux ; je garde qui a voté, pour ne compter chacun qu’une fois.
poll-how-reactions = Votez dans le sondage ci-dessus, ou réagissez ici avec son numéro ; une voix par personne, la dernière compte. Les totaux sont affichés ; je garde qui a voté pour ne compter chacun qu’une fois, et une réaction montre votre nom.
poll-how-reactions-several = Votez dans le sondage ci-dessus, ou réagissez ici avec jusqu’à { $most } numéros ; retirez une réaction pour renoncer. Les totaux sont affichés ; je garde qui a voté pour ne compter chacun qu’une fois, et une réaction montre votre nom.
poll-line-open = Sondage { $number }
poll-line-until = Sondage { $number }, ouvert jusqu’au { $at }
poll-line-beside = hors du sondage ci-dessus : { $votes }
poll-line-how = pas de sondage ci-dessus ? Réagissez ici à « { $question } » avec { $choices }
poll-line-how-several = pas de sondage ci-dessus ? Réagissez ici à « { $question } » avec { $most } réponses au plus parmi { $choices }
poll-line-closed = Le sondage { $number } est clos ; le résultat est plus bas.
poll-voted-beside = Cela comprend des voix que le sondage ci-dessus ne compte pas : { $votes }.
poll-how-card = Pour voter, réagissez avec un numéro ; retirez-le pour annuler. Une voix par personne, la dernière compte. Seuls les totaux sont affichés ici, mais une réaction montre votre nom.
poll-how-card-several = Pour voter, réagissez avec { $most } numéros au plus ; retirez-en un pour annuler. Seuls les totaux sont affichés ici, mais une réaction montre votre nom.
poll-native = { $question }
poll-foot-closed = Le sondage { $number } est clos.
poll-voted = { $count ->
        [0] Personne n’a voté.
        [one] Une personne a voté.
       *[other] { $count } personnes ont voté.
    }
poll-result = **Sondage { $number } : { $question }** La réponse est : **{ $winners }**.
poll-result-tie = **Sondage { $number } : { $question }** Égalité entre { $winners }.
poll-result-none = **Sondage { $number } : { $question }** Personne n’a voté.
ballot-counted = C’est noté : { $choice }. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-toast = ✅ { $short }
ballot-empty = Votre voix est retirée.
poll-closed = Le sondage { $number } (« { $question } ») est clos ; les voix ne comptent plus. `!poll results { $number }` montre le résultat.
poll-too-many = Vous pouvez en choisir { $most } au plus. Retirez-en une d’abord.
poll-question-empty = Quelle est la question ? Par exemple : `!poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque"`
poll-question-long = Cette question est trop longue ({ $length } caractères). { $limit } au plus, s’il vous plaît.
poll-options-few = Un sondage a besoin d’au moins deux options. Par exemple : `Jardin, Bibliothèque`
poll-options-many = { $count } options, c’est trop ; { $limit } au plus.
poll-option-long = Une option est trop longue ({ $length } caractères). { $limit } au plus, s’il vous plaît.
poll-option-twice = « { $option } » y est deux fois. Donnez des options différentes, par exemple : `Jardin, Bibliothèque`
poll-choices = `{ $given }` ne va pas : combien d’options par personne ? Un nombre de 1 à { $most }, par exemple `choices=2`.
poll-number-unknown = Il n’y a pas de sondage `{ $given }` ici. `!poll list` montre ceux qui sont ouverts.
poll-none-open = Aucun sondage n’est ouvert. Un connecteur en ouvre un avec `!poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque"`
poll-which = Quel sondage ? Plusieurs sont ouverts : { $numbers }. Ajoutez son numéro, par exemple `!poll close 3`.
poll-list-title = **Sondages ouverts**
poll-list-open = { $number } : { $question }
poll-list-closing = { $number } : { $question } – jusqu’à { $at }
ask-poll-question = Quelle est la question ?
ask-poll-options = Quelles options ? Séparez-les par des virgules, par exemple : `Jardin, Bibliothèque`
cmd-poll = Poser une question au salon
example-poll = !poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque" close=2h
cmd-poll-close = Clore un sondage et publier le résultat
example-poll-close = !poll close 3
cmd-poll-list = Quels sondages sont ouverts
example-poll-list = !poll list
cmd-poll-results = Où en est un sondage, ou son résultat
example-poll-results = !poll results 3
poll-native-not = Un sondage propre à cette plateforme n’est pas possible ici, ou pas avec ces options ({ $limit } au plus, une seule par personne). Enlevez `native`.
