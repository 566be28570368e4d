# Les règles d’un sondage, et ce qu’elles deviennent.

poll-threshold = `{ $given }` ne convient pas. Que faut-il pour l’emporter ? Par exemple `seuil=2/3`, `seuil=60%`, `seuil=unanimité` ou un nombre de voix.
poll-threshold-kind = Un seuil va avec un choix, oui/non ou un consentement. Enlevez `seuil`.
poll-number = `{ $given }` ne convient pas : un nombre de 1 à { $most }.
poll-span = `{ $given }` ne convient pas : une durée, par exemple `3h` ou `2j`.
poll-emoji = Donnez { $count } emojis différents, un par option, par exemple `emoji="🍕 🥗"`.
poll-only-connectors = Seuls les connecteurs votent au sondage { $number }.
poll-only-greeters = Seuls l’accueil et les connecteurs votent au sondage { $number }.
poll-only-known = Le sondage { $number } s’adresse aux personnes que je connaissais depuis { $days ->
        [one] un jour
       *[other] { $days } jours
    } quand il a commencé.
poll-waiting = Le sondage { $number } ouvre le { $at }.
poll-waits = Le sondage { $number } (« { $question } ») ouvre le { $at }. `!poll delete { $number }` l’abandonne.
poll-list-waiting = { $number } : { $question } – ouvre le { $at }
poll-starts = Ouvre le { $at }.
poll-anonymous-over = Le sondage { $number } était anonyme : je ne sais plus qui a voté, il ne peut donc pas rouvrir. `!poll again { $number }` repose la question.
poll-how-secret = Une voix par personne, { $most ->
        [one] une option
       *[other] { $most } options au plus
    }, modifiable. Personne ici ne voit ce que vous touchez.
poll-how-emoji = Réagissez avec un des emojis ci-dessus pour voter. Une réaction montre votre nom.
poll-how-choice = Touchez 🗳️ pour recevoir votre bulletin en privé.
poll-how-reactions-choice = Réagissez avec 🗳️ et je vous envoie votre bulletin en privé. Vous pouvez changer d’avis jusqu’à la clôture.
poll-rule-anonymous = Anonyme : personne n’apprend qui a choisi quoi, et les chiffres viennent à la clôture. Je garde votre bulletin jusqu’à un jour après, pour que vous puissiez changer d’avis ; puis seulement les totaux. D’ici là, la personne qui me fait tourner pourrait regarder.
poll-rule-anonymous-reactions = Anonyme : les autres voient qui prend un bulletin, pas ce qu’il dit, et les chiffres viennent à la clôture. Je garde votre bulletin jusqu’à un jour après ; puis seulement les totaux. D’ici là, la personne qui me fait tourner pourrait regarder.
poll-rule-hidden = Les chiffres viennent à la clôture.
poll-rule-connectors = Seuls les connecteurs votent.
poll-rule-greeters = Seuls l’accueil et les connecteurs votent.
poll-rule-since = Pour les personnes que je connais depuis { $days ->
        [one] un jour
       *[other] { $days } jours
    }.
poll-rule-quorum = Compte si { $count ->
        [one] une personne vote.
       *[other] { $count } personnes votent.
    }
poll-rule-early-all = Se ferme dès que toutes les personnes que je connais ici ont voté.
poll-rule-early = Se ferme dès que { $count ->
        [one] une personne a voté
       *[other] { $count } personnes ont voté
    }.
poll-rule-remind = Qui n’a pas voté reçoit un seul rappel privé, { $hours ->
        [one] une heure
       *[other] { $hours } heures
    } avant la clôture.
poll-winner-needs-all = Il faut toutes les voix pour l’emporter.
poll-winner-needs-half = Il faut plus de la moitié des voix pour l’emporter.
poll-winner-needs-votes = Il faut { $count ->
        [one] une voix
       *[other] { $count } voix
    } pour l’emporter.
poll-winner-needs-share = Il faut { $share } des voix pour l’emporter.
poll-consent-needs-all = Toutes les personnes qui ne s’abstiennent pas doivent être d’accord.
poll-consent-needs-half = Plus de la moitié de celles qui ne s’abstiennent pas doivent être d’accord.
poll-consent-needs-votes = { $count ->
        [one] Une personne doit
       *[other] { $count } personnes doivent
    } être d’accord.
poll-consent-needs-share = { $share } de celles qui ne s’abstiennent pas doivent être d’accord.
poll-missed-quorum = Votants : { $count } ; il en aurait fallu { $needed }.
poll-result-undecided = **Sondage { $number } : { $question }** Rien n’est décidé. En tête : { $winners }.
poll-anonymous-for-good = Une fois le sondage publié, on ne peut pas revenir là-dessus.
poll-set-anonymous = Anonyme
poll-set-named = Pas anonyme
poll-set-hidden = Masquer les chiffres
poll-set-live = Montrer les chiffres
poll-why = Dire pourquoi
poll-nudge = **{ $room }** vote : sondage { $number }, « { $question } », jusqu’au { $at }. Vous n’avez pas encore voté.
poll-nudge-stop = Plus de rappels
poll-nudge-again = Me le rappeler à nouveau
poll-nudges-off = D’accord, je ne vous rappellerai plus les sondages.
poll-nudges-on = D’accord, je vous rappellerai à nouveau les sondages.
ballot-not-here = D’autres peuvent lire cela, je ne le compte donc pas : le sondage { $number } est secret. Retirez votre message, touchez 🗳️ ou réagissez avec 🗳️ sur le sondage, et votez en privé.
ballot-how-choice = Touchez votre choix ; touchez encore pour le retirer. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-typed-choice = Réagissez avec le signe de votre choix, ou écrivez son numéro ici : `{ $example }`. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-consent = Touchez votre position ; touchez encore pour la retirer. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-typed-consent = Réagissez avec le signe de votre position. Vous pouvez changer d’avis jusqu’à la clôture.
reason-ask-vote = Pourquoi avez-vous voté ainsi au sondage { $number } (« { $question } ») ? Votre prochain message ici sera montré avec le résultat, sans votre nom sauf si vous le voulez.
reason-asked-vote = Je vous l’ai demandé en privé.
reason-type-vote = Dites pourquoi, s’il vous plaît : `!poll reason { $number } la raison`. Elle est montrée sans votre nom ; ajoutez `signé=oui` pour le montrer.
reason-without-vote = Votez d’abord au sondage { $number } ; dites ensuite pourquoi.
reason-for = { $name }, pour { $choice } :
reason-for-somebody = Quelqu’un, pour { $choice } :
reason-more = … et d’autres encore.
cmd-poll-again = Reposer un sondage, avec ses règles
example-poll-again = !poll again 3
arg-poll-again-number = Le numéro du sondage
arg-poll-anonymous = Personne n’apprend qui a choisi quoi
arg-poll-hidden = Pas de chiffres avant la clôture
arg-poll-quorum = Combien de personnes doivent voter
arg-poll-threshold = Ce qu’il faut : 2/3, 60%, unanimité
arg-poll-voters = Qui peut voter
arg-poll-since = Connu depuis combien de temps : 30j
arg-poll-reasons = On peut dire pourquoi
arg-poll-emoji = Un emoji par option
arg-poll-remind = Rappeler combien avant la clôture : 1j
arg-poll-early = Clore quand tous, ou tant, ont voté
arg-poll-start = L’ouverture : demain 9h
argname-anonymous = anonyme
argname-hidden = masqué
argname-quorum = quorum
argname-threshold = seuil
argname-voters = votants
argname-since = depuis
argname-reasons = raisons
argname-emoji = emoji
argname-remind = rappel
argname-early = anticipé
argname-start = début
arglike-anonymous = secret
arglike-start = ouvre ouverture commence
arglike-remind = rappeler
choice-everybody = tous
choice-connectors = connecteurs
choice-greeters = accueil
name-again = reposer
poll-about-dates = Chaque option est une date ; avec le résultat, la meilleure peut devenir un événement. Vérifiez le jour et l’heure.
poll-make-event = Créer l’événement : { $date }
poll-close-before = Le sondage se fermerait le { $at }, alors qu’il n’ouvre que le { $start }. Donnez une clôture après, par exemple `2h` : une durée compte à partir de l’ouverture.
poll-date-past = `{ $given }` est déjà passé. Donnez des dates à venir, par exemple `sam 5 déc 15h / dim 6 déc 11h`.
poll-set-open = Liste ouverte
poll-set-fixed = Options fixes
poll-anonymous-stays = Un sondage anonyme le reste : des personnes ont voté, ou comptent le faire, pour cette raison. `!poll again` repose la question autrement.
poll-edit-rules-voted = Des personnes ont voté au sondage { $number } selon ses règles ; seuls `clôture`, `rappel`, `anticipé`, `raisons` et `ajouts` peuvent encore changer. `!poll again { $number }` repose la question avec d’autres règles.
poll-edit-fixed = `{ $given }` se choisit avant l’ouverture d’un sondage et ne change plus ensuite. `!poll again { $number }` en fait un nouveau brouillon, que vous pouvez modifier avant que quiconque le voie.
arg-poll-edit-emoji = Un emoji par option
arg-poll-edit-anonymous = Personne n’apprend qui a choisi quoi
arg-poll-edit-hidden = Pas de chiffres avant la clôture
arg-poll-edit-quorum = Combien de personnes doivent voter
arg-poll-edit-threshold = Ce qu’il faut : 2/3, 60%, unanimité
arg-poll-edit-reasons = On peut dire pourquoi
arg-poll-edit-remind = Rappeler combien avant la clôture : 1j
arg-poll-edit-early = Clore quand tous, ou tant, ont voté
arg-poll-edit-additions = Liste ouverte : chacun ajoute des options
poll-rule-repeats = Revient : { $rule }.
poll-comes-again = Il revient le { $at }, comme sondage { $number }. `!poll delete { $number }` l’arrête ; `!poll list` le montre.
poll-silent = sondage { $number } (**{ $question }**) : personne n’a voté { $count } fois de suite, alors je ne demande plus. `!poll again { $number }` le relance, avec sa règle.
poll-repeat-how = Je ne comprends pas `{ $given }` : le sondage revient tous les combien ? Par exemple `répétition="tous les vendredis à 9h"` ou `répétition="le premier lundi du mois"`.
poll-repeat-not = Un sondage de dates, ou dans toutes les communautés d’un réseau, ne peut pas revenir tout seul. Enlevez `répétition` ; `!poll again` repose la question.
arg-poll-repeat = Reposer : tous les vendredis à 9h
argname-repeat = répétition
poll-set-more = Autres règles
poll-step-close = { $count ->
    [0] Sans échéance
    [one] Ouvert un jour
   *[other] Ouvert { $count } jours
    }
poll-step-quorum = { $count ->
    [0] Sans quorum
   *[other] Quorum : { $count }
    }
poll-step-threshold-none = Sans seuil
poll-step-threshold-half = Plus de la moitié
poll-step-threshold-all = Unanimité
poll-step-threshold-share = Il faut { $share }
poll-step-voters-connectors = Seuls les connecteurs votent
poll-step-voters-everybody = Tout le monde vote
poll-step-since = { $count ->
    [0] Les nouveaux votent aussi
   *[other] Connus depuis { $count } jours
    }
poll-step-reasons-yes = Avec des raisons
poll-step-reasons-no = Sans raisons
poll-step-early-yes = Clore quand tout le monde a voté
poll-step-early-no = Ouvert jusqu’à la fin
poll-step-remind = { $count ->
    [0] Sans rappel
    [one] Rappel 1 heure avant
   *[other] Rappel { $count } heures avant
    }
poll-ask-emoji = Nos propres emojis
poll-ask-start = Ouvrir plus tard
poll-ask-repeat = Revient
poll-request-emoji = Quels emojis pour les options ? Envoyez-en { $count }, dans cet ordre : { $options }. Écrivez `aucun` pour les enlever.
poll-request-start = Quand le sondage ouvre-t-il ? Par exemple `demain 9h`. Écrivez `aucun` pour l’ouvrir tout de suite.
poll-request-repeat = Le sondage revient tous les combien ? Par exemple `tous les vendredis à 9h`. Écrivez `aucun` pour une seule fois.
