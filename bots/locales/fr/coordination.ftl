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
network-part-words = pour, sur, de, à, du, des, concernant
network-names-many = C’est trop d’un coup. Citez { $limit } noms au plus.
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
tag-own-footer = `!tag refuse vélo` en refuse une, `!tag allow vélo` la permet à nouveau.
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
communities-footer = `!communities Lyon` en montre une, `!communities calme` ou `!communities étiquette=vélo langue=fr plateforme=matrix taille=5-50` certaines.
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
size-few = Je ne compte pas les groupes de moins de cinq personnes et ne peux donc pas choisir d’après `{ $given }`. Écrivez par exemple `taille:-4` pour toutes les communautés de moins de cinq personnes, ou `taille:5-50`.
filter-size-unclear = Je ne lis pas de taille dans `{ $given }`. Écrivez par exemple `taille:5-50`, `taille:50-` ou `taille:-10`.
private-list-sent = Je vous l’ai envoyé en privé : seule la coordination doit le lire.
private-list-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, ou demandez dans le cercle du réseau.
private-list-where = Dans le cercle du réseau, je peux vous montrer toutes les pages.
cmd-alerts = Ce que je dis à la coordination sur ses communautés
example-alerts = !alerts connecteur 21 jours
alerts-title = **Ce que je dis à la coordination du réseau { $network }**, après les connecteurs de la communauté
alerts-line-connector = • `{ $kind }` : aucun signe d’un connecteur depuis { $span }
alerts-line-newcomer = • `{ $kind }` : quelqu’un attend un bonjour depuis { $span }
alerts-line-room = • `{ $kind }` : un salon perdu depuis { $span }
alerts-line-off = • `{ $kind }` : désactivé
alerts-line-untold = • désactivé pour : { $names }
alerts-footer = `!alerts connecteur 21 jours` en change une, `!alerts arrivée non` la désactive, `!alerts non` les désactive toutes, `!alerts non Lyon` toutes celles d’une communauté.
alerts-of-network = **{ $given }** est un réseau : c’est sa propre coordination qui apprend ce qui touche ses communautés. Indiquez une communauté.
alerts-length = Je ne lis pas de durée pour `{ $kind }` dans `{ $given }`. Écrivez par exemple `21 jours` ou `12 heures` (deux heures au moins, deux jours pour les connecteurs ; un an au plus), `oui` ou `non`.
alert-connector = **{ $place }** : { $count ->
        [one] aucun signe d’un connecteur depuis un jour.
       *[other] aucun signe d’un connecteur depuis { $count } jours.
    } Un message de votre part peut aider.
alert-nobody = **{ $place }** n’a plus de connecteur.
alert-nobody-footer = `!network handover` permet d’y proposer quelqu’un. Si rien ne change, je le redirai dans { $days } jours ; `!alerts` change ce que je signale.
alert-newcomer = **{ $place }** : quelqu’un attend un bonjour depuis { $since }.
alert-room = **{ $place }** : j’ai perdu l’un de ses salons ; je l’ai remarqué { $since }. Quelqu’un là-bas peut m’inviter à nouveau.
alert-footer = Ses connecteurs le savent. Si cela dure, je le redirai dans { $days } jours ; `!alerts` change ce que je dis.
alert-more = D’autres communautés du réseau **{ $network }** ont peut-être besoin d’un coup de main. `!communities` les montre toutes, les plus pressées d’abord.
alert-over-connector = ✅ **{ $place }** : un connecteur est de retour.
alert-over-newcomer = ✅ **{ $place }** : tout le monde a été accueilli.
alert-over-room = ✅ **{ $place }** : je suis à nouveau dans tous ses salons.
alert-dropped = **{ $place }** : je ne surveille plus cela.
alert-own-connector = { $count ->
        [one] aucun connecteur de { $place } n’a rien écrit ni fait ici depuis un jour. Un mot de l’un de vous suffit.
       *[other] aucun connecteur de { $place } n’a rien écrit ni fait ici depuis { $count } jours. Un mot de l’un de vous suffit.
    }
alert-own-newcomer = quelqu’un attend un bonjour depuis { $since }.
alert-own-room = je ne suis plus dans l’un des salons de { $place }. Invitez-moi à nouveau, ou écrivez-y `!help` si j’y suis encore.
alert-own-footer = Si rien ne change, je le dirai à la coordination du réseau **{ $network }**, pour qu’elle puisse aider. `!network share état non` garde ces choses ici.
choice-connector = connecteur
choicelike-connector = connecteurs
choice-newcomer = arrivée
choicelike-newcomer = arrivées, arrivants, nouveaux
choice-room = salon
choicelike-room = salons
cmd-handover = Demander à quelqu’un de reprendre, ou de partager, votre rôle
example-handover = !handover @anna:example.org
ask-handover-person = Qui doit s’occuper de cette communauté ? Mentionnez la personne, ou donnez son nom complet.
cmd-network-handover = Proposer un connecteur pour une communauté qui n’en a plus
example-network-handover = !network handover Lyon anna
ask-network-handover-name = Quelle communauté a besoin d’un connecteur ?
ask-network-handover-person = Qui proposez-vous parmi ses membres ? Donnez son nom complet.
handover-not-yours = Seul un connecteur de { $community } peut la transmettre. Une personne qui modère ce salon peut en nommer un avec `!connector add`.
handover-network = { $network } peut avoir plusieurs personnes à sa coordination : `!connector add` et un nom ajoute quelqu’un à vos côtés, puis `!connector remove` et votre propre nom vous en retire.
handover-self = C’est vous : vous avez déjà ce rôle. Dites qui doit s’occuper de la communauté avec vous.
handover-already = { $name } a déjà le rôle de connecteur. Pour vous retirer, écrivez `!connector remove` avec votre nom.
handover-ask = { $name } : { $who } vous demande de vous occuper de **{ $community }** comme connecteur. Vous aurez ce rôle ensemble, jusqu’à ce que l’un de vous se retire.
handover-accept = Je veux bien
handover-decline = Plutôt pas
handover-over = C’est déjà décidé.
handover-done = { $name } a maintenant le rôle de connecteur de **{ $community }**.
handover-declined = { $name } préfère ne pas devenir connecteur de **{ $community }**.
handover-objected = { $name } ne devient pas connecteur de **{ $community }** : un membre s’y est opposé.
handover-ended = La demande faite à { $name } pour **{ $community }** est restée sans suite.
handover-step-ask = { $who } : { $name } a maintenant le rôle de connecteur. Vous retirez-vous, ou restez-vous aussi ?
handover-step-back = Je me retire
handover-stay = Je reste
handover-stays = Très bien : vous avez ce rôle ensemble.
handover-stepped = Vous n’avez plus le rôle de connecteur. Merci d’avoir pris soin de cette communauté !
handover-stepped-already = Vous n’avez déjà plus ce rôle.
proposal-posted = J’ai demandé dans le salon de **{ $community }** : { $name } devient connecteur si cette personne accepte et si une personne qui modère le salon est d’accord, ou si personne ne s’y oppose en { $days } jours.
proposal-held-back = **{ $community }** garde son état pour elle. C’est à ses membres et à ceux qui modèrent son salon de dire qui s’en occupe.
proposal-has-connector = **{ $community }** a un connecteur, vu il y a peu. Demandez-lui : il peut la transmettre avec `!handover`.
proposal-open = Quelqu’un a déjà été sollicité dans **{ $community }** et n’a pas encore répondu.
proposal-objected-before = Un membre de **{ $community }** s’est opposé à la dernière proposition. Vous pourrez proposer à nouveau quelqu’un à partir de : { $at }.
proposal-no-room = **{ $community }** n’a pas de salon où ses membres pourraient lire et s’opposer.
proposal-not-member = { $name } n’a pas été vu·e dans **{ $community }**. Proposez une personne de cette communauté.
proposal-ask = { $name } : la coordination du réseau **{ $network }** vous propose comme connecteur de **{ $community }**, puisqu’aucun connecteur n’a donné signe depuis longtemps.
    Il faut votre oui, et l’accord d’une personne qui modère ce salon. Sans réponse de celle-ci, cela vaut à partir de : { $at }, sauf si un membre de ce salon s’y oppose.
proposal-ask-willing = { $name } veut bien s’occuper de **{ $community }** comme connecteur, comme le propose la coordination du réseau **{ $network }**, puisqu’aucun connecteur n’a donné signe depuis longtemps.
    Une personne qui modère ce salon peut donner son accord. Sans réponse, cela vaut à partir de : { $at }, sauf si un membre de ce salon s’y oppose.
proposal-take = Je veux bien
proposal-agree = D’accord (modération)
proposal-object = Je m’y oppose
proposal-objected = C’est noté : cela ne se fera pas. Je dis à la coordination qu’un membre s’y est opposé, pas qui.
proposal-noted = C’est noté.
proposal-moderator = Seule une personne qui modère ce salon peut donner son accord. Comme membre, vous pouvez vous y opposer.
proposal-done = **{ $community }** a de nouveau un connecteur, comme vous l’avez proposé.
proposal-declined = **{ $community }** : la personne proposée préfère ne pas le faire.
proposal-ended = **{ $community }** : votre proposition est restée sans suite. Personne n’a accepté, ou un connecteur est de retour.
proposal-objected-told = **{ $community }** : un membre s’est opposé à votre proposition ; elle ne se fera pas.
