# Sondages.

poll-voters = Sondage { $number } · { $count ->
        [0] personne n’a encore voté
        [one] une personne a voté
       *[other] { $count } personnes ont voté
    }
poll-closes = Ouvert jusqu’au { $at }.
poll-how = Une voix par personne, modifiable. Seuls les totaux s’affichent.
poll-how-several = Jusqu’à { $most } options par personne, modifiables. Seuls les totaux s’affichent.
poll-how-reactions = Votez dans le sondage ci-dessus ou réagissez avec un numéro. Une réaction montre votre nom.
poll-how-reactions-several = Votez dans le sondage ci-dessus ou réagissez avec jusqu’à { $most } numéros. Une réaction montre votre nom.
poll-line-open = Sondage { $number }
poll-line-until = Sondage { $number }, ouvert jusqu’au { $at }
poll-line-beside = hors du sondage ci-dessus : { $votes }
poll-line-how = pas de sondage ci-dessus ? Réagissez ici à « { $question } » avec { $choices }
poll-line-how-several = pas de sondage ci-dessus ? Réagissez ici à « { $question } » avec { $most } réponses au plus parmi { $choices }
poll-line-closed = Le sondage { $number } est clos ; le résultat est plus bas.
poll-voted-beside = Cela comprend des voix que le sondage ci-dessus ne compte pas : { $votes }.
poll-how-card = Réagissez avec un numéro pour voter. Le dernier compte, et une réaction montre votre nom.
poll-how-card-several = Réagissez avec jusqu’à { $most } numéros pour voter. Une réaction montre votre nom.
poll-native = { $question }
poll-footer-closed = Le sondage { $number } est clos.
poll-voted = { $count ->
        [0] Personne n’a voté.
        [one] Une personne a voté.
       *[other] { $count } personnes ont voté.
    }
poll-result = **Sondage { $number } : { $question }** La réponse est : **{ $winners }**.
poll-result-tie = **Sondage { $number } : { $question }** Égalité : { $winners }.
poll-result-none = **Sondage { $number } : { $question }** Personne n’a voté.
ballot-counted = C’est noté : { $choice }. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-toast = ✅ { $short }
ballot-empty = Votre voix est retirée.
poll-closed = Le sondage { $number } (« { $question } ») est clos, le vote est terminé. `!poll results { $number }` montre le résultat.
poll-too-many = Vous pouvez en choisir { $most } au plus. Retirez-en une d’abord.
poll-question-empty = Quelle est la question ? Par exemple : `!poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque"`
poll-question-long = Cette question est trop longue ({ $length } caractères). { $limit } au plus, s’il vous plaît.
poll-options-few = Un sondage a besoin d’au moins deux options. Par exemple : `Jardin, Bibliothèque`
poll-options-many = { $count } options, c’est trop ; { $limit } au plus.
poll-option-long = Une option est trop longue ({ $length } caractères). { $limit } au plus, s’il vous plaît.
poll-option-twice = « { $option } » y est deux fois. Donnez des options différentes, par exemple : `Jardin, Bibliothèque`
poll-choices = `{ $given }` ne convient pas : combien d’options par personne ? Un nombre de 1 à { $most }, par exemple `choix=2`.
poll-number-unknown = Il n’y a pas de sondage `{ $given }` ici. `!poll list` montre ceux qui sont ouverts.
poll-none-open = Aucun sondage n’est ouvert. Un connecteur en ouvre un avec `!poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque"`
poll-many-running = Il y a déjà { $limit } sondages ouverts ou à venir. `!poll list` les montre, `!poll close` en clôt un et `!poll delete` en supprime un.
poll-which = Quel sondage ? Plusieurs sont ouverts : { $numbers }. Écrivez son numéro, ou des mots de la question.
poll-list-title = **Sondages ouverts**
poll-list-open = { $number } : { $question }
poll-list-closing = { $number } : { $question } – jusqu’au { $at }
ask-poll-question = Quelle est la question ?
ask-poll-options = Quelles options ? Une par ligne, ou avec des virgules : `Jardin, Bibliothèque`
cmd-poll = Poser une question au salon
example-poll = !poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque" clôture=2h
cmd-poll-close = Clore un sondage et publier le résultat, maintenant ou plus tard
example-poll-close = !poll close 3
cmd-poll-list = Les sondages ouverts
example-poll-list = !poll list
cmd-poll-results = Où en est un sondage, ou son résultat
example-poll-results = !poll results 3
poll-native-not = Les sondages de cette plateforme ne sont pas possibles ici, ou pas avec ces options ({ $limit } au plus, une seule par personne). Enlevez `natif`.
argument-name = Je ne connais pas `{ $given }`. Vouliez-vous dire `{ $right }` ?
poll-menu = { $most ->
        [one] Choisissez une option
       *[other] Choisissez jusqu’à { $most } options
    }
poll-yes = Oui
poll-no = Non
arglike-close = fin ferme fermeture clos échéance limite termine
arglike-choices = max maximum multiple réponses voix
arglike-native = plateforme
arglike-options = option réponse propositions
arglike-question = titre q
poll-corrected = Une faute de frappe a été corrigée le { $at }.
poll-changed = Le sondage { $number } vient de changer. Regardez-le à nouveau, puis votez.
poll-preview = Est-ce bien le sondage que vous voulez ?
poll-preview-several = Jusqu’à { $most } options par personne.
poll-preview-how = Réagissez avec ✅ pour le publier, ✏️ pour le changer ou ❌ pour l’abandonner. Vous pouvez aussi écrire oui ou non.
poll-publish = Publier
poll-change = Modifier
poll-drop = Annuler
poll-published = Le sondage { $number } est publié.
poll-draft-dropped = D’accord, pas de sondage.
poll-draft-gone = Cet aperçu n’est pas le vôtre, ou il n’attend plus de réponse. Pour interroger le salon, écrivez le sondage à nouveau : `!poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque"`
poll-draft-late = Le sondage serait déjà clos ({ $at }). Touchez Modifier et laissez-lui plus de temps.
poll-draft-hint = Votre sondage attend encore : réagissez avec ✅ pour le publier ou avec ❌ pour l’abandonner.
poll-rewrite = Envoyez-moi le sondage tel qu’il doit être : d’abord la question, puis une option par ligne. Pour l’instant :
poll-edited = Le sondage { $number } est modifié.
poll-edited-both = Le sondage { $number } est modifié, ainsi que le sondage { $next } qui le suit.
poll-edit-voted = Des personnes ont déjà voté au sondage { $number } : seules les fautes de frappe se corrigent encore. Pour d’autres options, fermez-le avec `!poll close { $number }` et lancez-en un nouveau.
poll-delete-sure = Supprimer le sondage { $number } (« { $question } ») ? { $count ->
        [0] Personne n’a encore voté.
        [one] Une voix sera perdue.
       *[other] { $count } voix seront perdues.
    } C’est définitif.
poll-delete-yes = Supprimer
poll-delete-no = Garder
poll-deleted = Le sondage { $number } est supprimé.
poll-is-open = Le sondage { $number } (« { $question } ») est déjà ouvert.
poll-reopened = Le sondage { $number } est de nouveau ouvert.
poll-none-closed = Il n’y a pas de sondage clos ici. `!poll list` montre ceux qui sont ouverts.
cmd-poll-edit = Modifier un sondage ; après le premier vote, corriger les fautes de frappe
example-poll-edit = !poll edit 3 "Où mange-t-on ?" "Jardin" "Bibliothèque"
cmd-poll-delete = Supprimer un sondage et ses voix
example-poll-delete = !poll delete 3
cmd-poll-reopen = Rouvrir un sondage clos ; ses voix comptent encore
example-poll-reopen = !poll reopen 3 vendredi 18h
ask-poll-edit-question = Quelle doit être la question ?
poll-share-open = Le sondage { $number } (« { $question } ») est encore ouvert. Ses résultats pourront être partagés après la clôture : `!poll close { $number }`.
poll-shared-open = Le vote a repris.
poll-shared-few = Moins de { $least } personnes ont voté : il n’y a pas de chiffres.
poll-shared-agreed = La proposition est acceptée.
poll-shared-not-agreed = La proposition n’est pas acceptée.
poll-shared-chosen = Choix : { $winners }
