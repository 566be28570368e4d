# Listes ouvertes : chacun ajoute des options à un sondage.

poll-add = Ajouter une option
poll-rule-additions = Liste ouverte : chaque personne peut ajouter { $count ->
        [one] une option
       *[other] jusqu’à { $count } options
    }.
poll-how-add = Pour ajouter une option : `!poll add { $number } Mon idée`.
poll-how-full = La liste est pleine : on ne peut plus ajouter d’option.
poll-option-added = « { $option } » est maintenant dans le sondage { $number }. Les voix restent comme elles sont.
poll-option-there = « { $option } » est déjà dans la liste : votez pour elle avec { $emoji }.
poll-option-empty = Quelle est l’option ? Par exemple : `!poll add 3 Au parc`
poll-option-gone = Cette option a été retirée du sondage { $number }. Choisissez-en une autre.
poll-option-unknown = Il n’y a pas d’option `{ $given }`. Il y a : { $options }
poll-not-open-list = Les options du sondage { $number } sont fixes. Pour un sondage où chacun ajoute des options, lancez-en un avec `ajouts=oui`.
poll-additions-kind = Ce type de sondage a des options fixes. Enlevez `ajouts`.
poll-list-full = Le sondage { $number } a déjà les { $limit } options possibles. Votez pour l’une d’elles, ou demandez un nouveau sondage à un connecteur.
poll-added-enough = Vous avez ajouté { $limit } options au sondage { $number } ; c’est maintenant au tour des autres.
poll-remove-sure = Retirer « { $option } » du sondage { $number } ? Ses voix ne comptent plus, et le sondage le dit. On ne peut pas revenir là-dessus.
poll-remove-yes = Retirer
poll-remove-few = Un sondage a besoin de deux options au moins, je ne peux donc pas retirer celle-ci du sondage { $number }. Ajoutez-en d’abord une autre.
poll-option-removed = « { $option } » n’est plus dans le sondage { $number }. Ses voix ne comptent plus.
poll-option-was-removed = Une option a été retirée le { $at }. Ses voix ne comptent plus ; si vous l’aviez choisie, votez à nouveau.
ask-poll-add-option = Quelle option ajoutez-vous ?
ask-poll-remove-option = Quelle option retirer ? Son nom ou son numéro.
cmd-poll-add = Ajouter une option à une liste ouverte
example-poll-add = !poll add 3 Au parc
cmd-poll-remove = Retirer une option d’une liste ouverte
example-poll-remove = !poll remove 3 Au parc
arg-poll-add-number = Le numéro du sondage
arg-poll-add-option = L’option
arg-poll-remove-number = Le numéro du sondage
arg-poll-remove-option = L’option, ou son numéro
arg-poll-additions = Liste ouverte : chacun ajoute des options
argname-additions = ajouts
argname-option = option
arglike-additions = propositions
