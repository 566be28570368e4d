# Types de sondages, bulletins remplis en privé, et raisons.

poll-native-plain = Un sondage de la plateforme ne sait pas compter ce type. Enlevez `natif`.
poll-options-fixed = Ce type de sondage apporte ses propres options. Écrivez seulement la question, par exemple : `!poll consent "On se retrouve le lundi"`
poll-points = `{ $given }` ne convient pas : un nombre de 1 à { $most }, par exemple `points=5`.
poll-agree = D’accord
poll-abstain = Abstention
poll-disagree = Pas d’accord
poll-block = Objection
poll-vote = Voter
poll-how-consent = Une objection arrête la proposition : je vous en demande alors la raison en privé. Un désaccord est entendu et n’arrête rien.
poll-how-score = Touchez 🗳️ et notez chaque option, en privé. Vous pouvez changer d’avis jusqu’à la clôture.
poll-how-reactions-score = Réagissez avec 🗳️ et je vous envoie votre bulletin en privé : une note par option. Vous pouvez changer d’avis jusqu’à la clôture.
poll-how-dots = Touchez 🗳️ et répartissez vos gommettes, en privé. Vous pouvez changer d’avis jusqu’à la clôture.
poll-how-reactions-dots = Réagissez avec 🗳️ et je vous envoie votre bulletin en privé : des gommettes à répartir. Vous pouvez changer d’avis jusqu’à la clôture.
poll-how-ranked = Touchez 🗳️ et classez les options, en privé. Vous pouvez changer d’avis jusqu’à la clôture.
poll-how-reactions-ranked = Réagissez avec 🗳️ et je vous envoie votre bulletin en privé : classez les options. Vous pouvez changer d’avis jusqu’à la clôture.
poll-about-consent = Consentement : d’accord, abstention, pas d’accord, ou objection avec sa raison. C’est adopté si quelqu’un est d’accord et que personne n’objecte.
poll-about-score = Notes : chacun donne de 0 à { $points } à chaque option.
poll-about-dots = Gommettes : chacun répartit { $points } gommettes entre les options.
poll-about-ranked = Classement : chacun range les options, la meilleure d’abord.
poll-consent-reached = **Sondage { $number } : { $question }** Il y a consentement : personne n’objecte.
poll-consent-blocked = **Sondage { $number } : { $question }** Il n’y a pas consentement : { $count ->
        [one] une personne objecte.
       *[other] { $count } personnes objectent.
    }
poll-consent-unsupported = **Sondage { $number } : { $question }** Il n’y a pas consentement : personne n’objecte, mais personne n’est d’accord non plus.
poll-by-pairs = Comparaison deux à deux : face à chaque autre option, plus de personnes placent { $winner } devant que derrière.
poll-by-runoff = { $count ->
        [one] Vote alternatif, décidé en un tour :
       *[other] Vote alternatif, décidé en { $count } tours ; à chaque tour la dernière option sort, et ses bulletins comptent pour leur choix suivant :
    }
poll-by-runoff-circle = Comparées deux à deux, aucune option ne bat toutes les autres (elles tournent en rond) ; le vote alternatif décide :
poll-no-champion = Comparées deux à deux, aucune option ne battrait toutes les autres.
poll-champion = Comparée deux à deux, { $option } battrait chaque autre option.
poll-round = { $round }. { $figures }
poll-round-out = { $round }. { $figures } → sortie : { $removed }
ballot-unread = Je n’ai pas compris ce bulletin. Écrivez les options ou leurs numéros, de 1 à { $most }, par exemple `2 1`.
ballot-points-unread = Je n’ai pas compris ce bulletin. Écrivez un nombre pour chacune des { $most } options, ou des paires comme `1=5, 2=3`.
ballot-points = Une option peut recevoir { $most } points au plus. Écrivez-les à nouveau, s’il vous plaît.
ballot-dots = Vous avez { $most } gommettes, et cela en fait { $given }. Retirez-en, s’il vous plaît.
ballot-twice = Une option est deux fois dans ce classement. Écrivez chaque numéro une seule fois, par exemple `2 1 3`.
ballot-sent = Votre bulletin est dans notre discussion privée.
ballot-sent-toast = Votre bulletin est dans notre discussion privée.
ballot-kept = C’est noté.
ballot-nothing-yet = Vous n’avez pas encore voté.
ballot-counts = C’est noté : { $choice }
ballot-how-score = Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-typed-score = Écrivez vos notes ici, de 0 à { $points } pour chaque option dans l’ordre, par exemple `{ $example }`, ou quelques-unes seulement : `1=5`. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-dots = Chaque touche ajoute une gommette. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-typed-dots = Vous avez { $points } gommettes. Écrivez ici combien chaque option en reçoit, dans l’ordre, par exemple `{ $example }`, ou quelques-unes seulement : `1=3`. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-ranked = Touchez les options dans votre ordre, la meilleure d’abord ; touchez-en une à nouveau pour la retirer. Laissez de côté ce qui vous est égal. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-how-typed-ranked = Réagissez avec les numéros dans votre ordre, le meilleur d’abord, ou écrivez-les ici : `{ $example }`. Laissez de côté ce qui vous est égal. Vous pouvez changer d’avis jusqu’à la clôture.
ballot-score-next = Quelle note pour **{ $option }**, de 0 à { $points } ?
ballot-dots-left = { $count ->
        [0] Vous avez utilisé toutes vos gommettes.
        [one] Il reste une gommette.
       *[other] Il reste { $count } gommettes.
    }
ballot-reset = Recommencer
ballot-open-chat = Ouvrir la discussion
ballot-cannot-write = { $name }, je ne peux pas encore vous écrire en privé. Ouvrez une discussion avec moi, dites bonjour, puis touchez 🗳️ à nouveau.
reason-ask = Vous objectez au sondage { $number } (« { $question } »). Quelle est votre raison ? Votre prochain message ici sera montré avec le résultat, sans votre nom sauf si vous le voulez.
reason-asked = Objection notée. Je vous en demande la raison.
reason-type = Votre objection compte. Dites pourquoi, s’il vous plaît : `!poll reason { $number } la raison`. Elle est montrée sans votre nom ; ajoutez `signé=oui` pour le montrer.
reason-kept = Merci. Votre raison est montrée avec le résultat du sondage { $number }, sans votre nom.
reason-kept-named = Merci. Votre raison est montrée avec le résultat du sondage { $number }, avec votre nom.
reason-show-name = Montrer mon nom
reason-without-block = Une raison accompagne une objection, et vous n’objectez pas au sondage { $number }.
reason-long = C’est trop long ({ $length } caractères). { $limit } au plus, s’il vous plaît.
reason-by = { $name } objecte :
reason-by-somebody = Quelqu’un objecte :
cmd-poll-reason = Dire pourquoi vous objectez à une proposition
example-poll-reason = !poll reason 3 "La peinture est toxique" signé=oui
ask-poll-reason-reason = Quelle est votre raison ?
arg-poll-kind = Choix, oui/non, consentement, notes…
arg-poll-points = La note maximale, ou les gommettes de chacun
arg-poll-method = Comment les classements sont comptés
arg-poll-reason-number = Le numéro du sondage
arg-poll-reason-reason = Votre raison
arg-poll-reason-named = Montrer votre nom à côté ?
argname-kind = type
argname-points = points
argname-method = méthode
argname-named = signé
arglike-kind = genre mode
arglike-named = nom
choice-choice = choix
choice-yesno = oui/non
choice-dates = dates
choice-consent = consentement
choice-score = notes
choice-dots = gommettes
choice-ranked = classement
choice-runoff = alternatif
choice-pairs = duels
name-reason = raison
ballot-typing = Vous pouvez aussi écrire : `{ $example }`
ballot-type = Écrire
cmd-poll-vote = Écrire votre bulletin dans un sondage
example-poll-vote = !poll vote 3 2 1
ask-poll-vote-ballot = Quel est votre bulletin ? Les numéros des options dans votre ordre, ou un nombre de points pour chacune.
arg-poll-vote-number = Le numéro du sondage
arg-poll-vote-ballot = Noms ou numéros, ou points pour chacune
argname-ballot = bulletin
name-vote = voter
ballots-united = Vous aviez voté avec plusieurs comptes. Seul votre vote le plus récent compte désormais : { $polls }
