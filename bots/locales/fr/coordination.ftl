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
