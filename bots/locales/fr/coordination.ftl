# Coordination : ce que voient et font les coordinateurs d’un réseau pour ses communautés.

cmd-tag-add = Donner une étiquette à une communauté, pour la retrouver
example-tag-add = !tag add vélo Lyon
ask-tag-add-tag = Quelle étiquette ? Un seul mot, par exemple `vélo`.
ask-tag-add-name = À quelle communauté ? S’il y en a plusieurs, séparez-les par des virgules.
cmd-tag-remove = Retirer une étiquette à une communauté
example-tag-remove = !tag remove vélo Lyon
ask-tag-remove-tag = Quelle étiquette ?
ask-tag-remove-name = À quelle communauté la retirer ? S’il y en a plusieurs, séparez-les par des virgules.
cmd-tag-list = Les étiquettes en usage, ou celles d’une communauté
example-tag-list = !tag list
cmd-tag-refuse = Refuser une étiquette donnée par un réseau
example-tag-refuse = !tag refuse vélo
ask-tag-refuse-tag = Quelle étiquette ne voulez-vous pas ?
cmd-tag-allow = Permettre à nouveau une étiquette refusée
example-tag-allow = !tag allow vélo
ask-tag-allow-tag = Quelle étiquette peuvent-ils utiliser à nouveau ?
tag-unreadable = `{ $given }` n’est pas une étiquette. Choisissez un seul mot, avec des lettres et des chiffres, par exemple `vélo` ou `grande-ville`.
tag-too-long = Cette étiquette est trop longue. Restez en dessous de { $limit } lettres.
tag-names-many = C’est trop d’un coup. Citez { $limit } noms au plus.
tag-too-many = **{ $place }** a déjà { $limit } étiquettes. Retirez-en une d’abord.
tag-added = **{ $place }** porte maintenant l’étiquette `{ $tag }`. Je l’ai dit là-bas, et on peut y refuser cette étiquette.
tag-already = **{ $place }** porte déjà l’étiquette `{ $tag }`.
tag-refused-already = **{ $place }** ne veut pas de l’étiquette `{ $tag }`. Seuls ses connecteurs peuvent la permettre.
tag-removed = **{ $place }** ne porte plus l’étiquette `{ $tag }`.
tag-not = **{ $place }** ne porte pas l’étiquette `{ $tag }`.
tag-told = La coordination du réseau **{ $network }** a donné à **{ $place }** l’étiquette `{ $tag }`, pour la retrouver parmi ses communautés. `!tag refuse { $tag }` la retire, `!tag list` montre vos étiquettes.
tag-list-title = **Étiquettes du réseau { $network }**
tag-line = `{ $tag }` · { $count ->
        [one] une communauté
       *[other] { $count } communautés
    }
tag-list-part = Étiquettes de **{ $place }** : { $tags }.
tag-list-part-none = **{ $place }** n’a pas d’étiquette.
tag-none-used = Le réseau **{ $network }** n’a pas encore d’étiquettes. `!tag add vélo Lyon` en donne une à une communauté.
tag-own-title = **Étiquettes de { $place }**
tag-own-line = • `{ $tag }` dans { $network }
tag-own-refused = • `{ $tag }` dans { $network } : refusée
tag-own-foot = `!tag refuse vélo` en refuse une, `!tag allow vélo` la permet à nouveau.
tag-none-given = Aucun réseau n’a donné d’étiquette à **{ $place }**.
tag-not-given = **{ $place }** n’a pas l’étiquette `{ $tag }`. Il y a : { $tags }.
tag-refused = C’est noté : le réseau **{ $network }** ne peut plus utiliser l’étiquette `{ $tag }` pour vous. `!tag allow { $tag }` la permet à nouveau.
tag-refused-before = Vous avez déjà refusé l’étiquette `{ $tag }`.
tag-not-refused = Vous n’avez pas refusé l’étiquette `{ $tag }`.
tag-allowed = C’est noté : le réseau **{ $network }** peut à nouveau utiliser l’étiquette `{ $tag }` pour vous.
cmd-communities = Comment vont les communautés du réseau
example-communities = !communities tag:vélo
communities-title = **{ $network }**, { $days } derniers jours{ $count ->
        [0] : personne n’a besoin d’un coup de main.
        [one] : une communauté a peut-être besoin d’un coup de main.
       *[other] : { $count } communautés ont peut-être besoin d’un coup de main.
    }
communities-filtered = **{ $network }**, { $days } derniers jours, `{ $filter }`
communities-foot = `!communities Lyon` en montre une, `!communities calme` ou `!communities étiquette=vélo langue=fr plateforme=matrix taille=5-50` certaines.
communities-elsewhere = Je montre cela dans le salon du réseau, où sa coordination le lit : { $names }.
communities-none = Aucune communauté ne correspond à `{ $filter }`.
communities-filter-long = { $count } communautés correspondent, c’est plus d’une page, et le filtre est trop long pour tourner les pages. Précisez-le ou enlevez-en une partie.
communities-network = ▪ **{ $place }** (réseau) · { $count ->
        [one] une communauté
       *[other] { $count } communautés
    }
communities-held-back = • { $place } : garde son état pour elle
communities-line = • **{ $place }** – { $state }
communities-line-hand = ⚠️ **{ $place }** – { $state }
communities-sheet = **{ $place }**, { $days } derniers jours
communities-sheet-held = • événements tenus : { $events } · sondages : { $polls }
communities-sheet-rooms = • salons : { $active } · salons perdus : { $lost }
communities-few-newcomers = moins de cinq arrivées
communities-newcomers = arrivées : { $arrived }, accueillies : { $greeted }
communities-newcomers-few-greeted = arrivées : { $arrived }, moins de cinq accueillies
communities-newcomers-most-greeted = arrivées : { $arrived }, la plupart accueillies
communities-events = { $count ->
        [one] un événement
       *[other] { $count } événements
    }
communities-polls = { $count ->
        [one] un sondage
       *[other] { $count } sondages
    }
need-room = { $count ->
        [one] un salon a été perdu
       *[other] { $count } salons ont été perdus
    }
need-room-none = elle n’a plus de salon
need-connector = { $count ->
        [one] aucun signe d’un connecteur depuis un jour
       *[other] aucun signe d’un connecteur depuis { $count } jours
    }
need-connector-none = elle n’a pas de connecteur
need-newcomer = quelqu’un attend un bonjour depuis hier ou plus longtemps
seen-today = signe d’un connecteur aujourd’hui
seen-days = { $count ->
        [one] signe d’un connecteur hier
       *[other] signe d’un connecteur il y a { $count } jours
    }
seen-not-yet = aucun signe d’un connecteur pour l’instant
filter-tag = étiquette
filter-lang = langue
filter-platform = plateforme
filter-size = taille
filter-quiet = calme
filter-unknown = Je ne sais pas choisir par `{ $given }`. On choisit par `étiquette:vélo`, `langue:fr`, `plateforme:matrix` et `taille:5-50`.
filter-size-unclear = Je ne lis pas de taille dans `{ $given }`. Écrivez par exemple `taille:5-50`, `taille:50-` ou `taille:-10`.
discreet-sent = Je vous l’ai envoyé en privé : seule la coordination doit le lire.
discreet-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, ou demandez dans le cercle du réseau.
discreet-where = Dans le cercle du réseau, je peux vous montrer toutes les pages.
