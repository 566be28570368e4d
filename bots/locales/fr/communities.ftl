# Communautés et réseaux.

setup-done = La communauté **{ $community }** est prête. Ici, il est { $now } ; vous avez maintenant le rôle de connecteur.
    Essayez : `!poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque"` · `!event Auberge espagnole vendredi 19h au jardin`
    Les personnes qui arrivent sont accueillies ; avec `!config règles …`, `!config question …` et `!config bienvenue …`, elles le sont avec vos mots.
    `!link CODE` pour rejoindre un réseau ; `!help` pour tout le reste.
setup-plan-event = Prévoir un événement
setup-open-poll = Lancer un sondage
setup-check-rights = Vérifier mes droits
setup-see-settings = Réglages
setup-already = Ce salon est déjà celui de { $community }. `!config` montre et change ses réglages.
network-own-room = Un réseau a besoin de son propre salon, et celui-ci est à { $community }. Créez un nouveau salon, invitez-moi et écrivez-y `!network create`.
setup-is-network = Ce salon appartient au réseau { $network } ; une communauté a besoin de son propre salon. Invitez-moi dans un autre salon et écrivez-le là-bas.
room-of-network = `!{ $command }` fonctionne dans le salon d’une communauté, et ce salon est celui du réseau **{ $network }**. `!help` montre ce qui fonctionne ici.
place-name-doubt = Je ne sais pas où s’arrête le nom. Si c’est **{ $name }**, tapez `!{ $command } "{ $name }" { $rest }` ; si c’est **{ $whole }**, tapez `!{ $command } "{ $whole }"`.
place-name-words = de, en
ask-setup-name = Comment s’appelle votre communauté ?
ask-setup-locale = Quelle langue parle-t-on ici ? Répondez par l’une de ces langues : { $languages }.
ask-setup-zone = Dans quel fuseau horaire êtes-vous ? Une ville suffit, par exemple `Paris` ou `Europe/Paris`.
cmd-setup = Faire de ce salon celui d’une communauté
example-setup = !setup "Lyon Croix-Rousse" fr Europe/Paris
name-empty = Il faut un nom, par exemple « Lyon Croix-Rousse ».
name-too-long = Ce nom est trop long ({ $length } caractères). { $limit } au plus, s’il vous plaît.
locale-unknown = Je ne parle pas encore `{ $given }`. Répondez par l’une de ces langues : { $languages }.
zone-unknown-bare = Je ne connais pas le fuseau `{ $given }`. Nommez une grande ville proche ou un fuseau comme `Europe/Paris`.
network-left = **{ $place }** a quitté le réseau.
cmd-network-accept = Accepter une communauté qui demande à rejoindre le réseau
example-network-accept = !network accept Lyon
network-remove-which = Quelle demande refusez-vous, ou qui doit quitter le réseau **{ $network }** ? Répondez par un nom. Demandes en attente : { $waiting }. Dans le réseau : { $members }.
network-remove-ask = **{ $place }** quittera **{ $network }** : elle ne partagera plus rien ici et ne recevra plus rien. Ce qui est publié reste. On y va ?
network-remove-confirm = Retirer
network-removed = **{ $place }** ne fait plus partie du réseau.
network-removed-you = La coordination du réseau **{ $network }** en a retiré **{ $place }**. Plus rien de chez vous n’y est partagé.
cmd-network-remove = Retirer une communauté du réseau, ou refuser sa demande
example-network-remove = !network remove Lyon
link-pending = J’ai déjà demandé au réseau **{ $network }**, qui n’a pas encore répondu. `!unlink` retire la demande.
link-no-room = **{ $network }** n’a pas de salon en ce moment où quelqu’un pourrait répondre. Réessayez plus tard.
link-ask = La communauté **{ $place }** demande à rejoindre ce réseau. Demande faite par { $who } (`{ $user }`), dans « { $room } » sur { $platform }.
    Chacun choisit librement son nom : acceptez seulement si vous connaissez ces personnes.
link-ask-child = Le réseau **{ $place }** demande à faire partie de celui-ci. Demande faite par { $who } (`{ $user }`), dans « { $room } » sur { $platform }.
    Chacun choisit librement son nom : acceptez seulement si vous connaissez ces personnes.
link-accept = Accepter
link-decline = Refuser
link-accepted = La demande de **{ $place }** a été acceptée.
link-declined = La demande de **{ $place }** a été refusée.
link-withdrawn = **{ $place }** a retiré sa demande.
link-declined-you = Le réseau **{ $network }** a refusé votre demande.
link-decided = C’est déjà décidé.
link-none-waits = Personne n’attend de rejoindre { $network } en ce moment. `!network invite` crée une invitation.
link-which-waits = Qui peut rejoindre le réseau ? Répondez par un nom : { $names }
link-not-pending = Aucune demande de `{ $given }` n’attend ici. Répondez par un de ces noms : { $names }
link-several-wait = Plusieurs demandes portent le nom `{ $given }` : servez-vous des boutons sous chacune.
unlink-withdrawn = J’ai retiré la demande faite au réseau { $network }.
name-reserved = `{ $given }` ressemble à mon propre nom. Choisissez-en un autre, s’il vous plaît.
name-taken = `{ $given }` ressemble à { $other }, du même réseau. Choisissez un nom que personne ne puisse confondre.
network-joined = **{ $place }** a rejoint le réseau.
network-shown = **{ $network }** : { $count ->
        [0] aucune communauté pour l’instant
        [one] une communauté
       *[other] { $count } communautés
    }
network-shown-networks = **{ $network }** : { $networks ->
        [one] un réseau
       *[other] { $networks } réseaux
    }
network-shown-both = **{ $network }** : { $networks ->
        [one] un réseau
       *[other] { $networks } réseaux
    } et { $count ->
        [one] une communauté
       *[other] { $count } communautés
    }
network-circle = Le réseau { $parent } fait déjà partie du réseau { $network } ; un réseau ne peut pas être son propre parent.
network-parent-set = Le réseau **{ $child }** fait maintenant partie du réseau **{ $network }**. Rien n’y monte encore : `!relay oui` l’active.
ask-network-create-name = Comment s’appelle le réseau ?
ask-network-create-locale = Quelle langue parle-t-on dans ce salon ? Répondez par l’une de ces langues : { $languages }.
ask-network-create-zone = Dans quel fuseau horaire finit la journée du réseau ? Par exemple `Paris` ou `UTC`.
ask-network-parent-code = Quel est le code du réseau parent ?
cmd-network-create = Créer un réseau ; ce salon devient le sien
example-network-create = !network create "Les Passeurs" fr Europe/Paris
example-network-show = !network show
cmd-network-parent = Demander à faire partie d’un réseau plus grand
example-network-parent = !network parent abcd2345
link-done = Relié au réseau **{ $network }**. Rien ne sort encore de ce salon : `!relay oui` active le partage.
    La coordination du réseau voit comment vous allez : combien de personnes sont arrivées et ont été accueillies (aucun nombre en dessous de cinq), les événements, les sondages, la dernière activité d’un connecteur et les salons perdus ; ni noms ni messages. `!network share état non` garde tout cela entre vous.
link-already = Vous faites déjà partie du réseau { $network }.
cmd-link = Demander à rejoindre un réseau, avec son code
example-link = !link abcd2345
unlink-done = Cette communauté a quitté le réseau { $network }. Plus rien n’y est partagé.
cmd-unlink = Quitter le réseau
example-unlink = !unlink
config-title = **Réglages · { $name }**
config-footer = `!config { $key }` en explique un, `!config { $key } { $value }` le change. `aucun` vide un texte.
config-one = `{ $key }` : { $value }
    { $about } Pour changer, écrivez la nouvelle valeur maintenant, ou `!config { $key } …` plus tard.
config-set = C’est enregistré : `{ $key }` : { $value }
config-zone-set = C’est enregistré : le fuseau est { $value }. Les événements déjà prévus ne bougent pas ; les nouveaux sont lus dans ce fuseau.
config-back = Pour revenir en arrière : `!config { $key } { $value }`
config-back-text =
    Avant, c’était : { $value }
    Pour revenir en arrière, envoyez `!config { $key }` suivi de ce texte.
config-empty = aucun
config-unknown = Il n’y a pas de réglage `{ $given }`. Vouliez-vous dire `{ $nearest }` ? Voici les réglages : { $keys }.
config-choice = `{ $given }` ne convient pas. Choisissez parmi : { $choices }.
config-number = `{ $given }` ne convient pas : il faut un nombre entier de { $least } à { $most }.
cmd-config = Montrer ou changer les réglages
example-config = !config bienvenue Le thé est à gauche, prenez place !
room-join-done = Ce salon appartient maintenant à **{ $community }**. `!room role événements` en fait celui des événements.
room-join-unknown = Vous n’êtes connecteur d’aucune communauté `{ $given }`. Vous l’êtes de : { $names }.
room-join-none = Seul un connecteur peut ajouter un salon à sa communauté. Pour créer une nouvelle communauté, écrivez `!setup`.
ask-room-join-name = À quelle communauté ce salon doit-il appartenir ?
cmd-room-join = Ajouter ce salon à une de vos communautés
example-room-join = !room join Lyon
room-leave-ask = Ce salon ne fera plus partie de **{ $community }** : ses sondages et événements y restent tels quels, je n’y accueille plus personne et rien n’en sort. On y va ?
room-leave-ask-last = C’est le seul salon de **{ $community }**. Sans lui, la communauté ne peut plus rien faire avant qu’un `!room join` lui en rende un. On y va ?
room-left = Ce salon ne fait plus partie de **{ $community }**. Une personne qui le gère peut écrire `!setup` ou `!room join`.
cmd-room-leave = Retirer ce salon de sa communauté
example-room-leave = !room leave
room-role-home = Ce salon est maintenant un foyer de la communauté : j’y accueille les personnes qui arrivent.
room-role-events = J’annonce désormais les événements dans ce salon.
ask-room-role-role = À quoi sert ce salon ? Répondez `foyer` ou `événements`.
cmd-room-role = Dire à quoi sert ce salon
example-room-role = !room role événements
person-unknown = Je n’ai pas encore rencontré `{ $given }`. Donnez son identifiant complet ou mentionnez la personne, ou demandez-lui d’écrire d’abord `!help` dans ce salon.
person-one-by-one = Je ne sais pas exactement qui est « { $given } ». Nommez une seule personne à la fois, par une mention ou son nom complet.
person-which = De qui parlez-vous avec `{ $given }` ? Chaque personne choisit librement son nom : regardez l’identifiant.
person-here = { $name } – `{ $user }`, dernier passage dans « { $room } »
person-elsewhere = { $name } – `{ $user }`, aucun passage dans cette communauté
connector-added = { $name } a maintenant le rôle de connecteur.
connector-already = { $name } a déjà le rôle de connecteur.
connector-removed = { $name } n’a plus le rôle de connecteur.
connector-not = { $name } n’a pas le rôle de connecteur.
connector-departed = { $name } a quitté le groupe et n’y a plus le rôle de connecteur.
connector-departed-last = { $name } a quitté le groupe, qui n’a plus de connecteur. Qui gère ce salon peut en choisir un autre : `!connector add`.
connector-last = { $name } est la dernière personne à avoir ce rôle ; donnez-le d’abord à quelqu’un d’autre, pour que la communauté ne reste pas sans connecteur.
connector-list = { $count ->
        [one] Connecteur
       *[other] Connecteurs
    } : { $names }
connector-none = Il n’y a pas de connecteur sur cette plateforme.
ask-connector-add-person = À qui donner le rôle de connecteur ? Mentionnez la personne, ou donnez son nom complet.
ask-connector-remove-person = À qui retirer le rôle de connecteur ?
cmd-connector-add = Donner à quelqu’un le rôle de connecteur
example-connector-add = !connector add @anna:example.org
cmd-connector-remove = Retirer à quelqu’un le rôle de connecteur
example-connector-remove = !connector remove @anna:example.org
cmd-connector-list = Qui sont les connecteurs
example-connector-list = !connector list
greeter-added = Je préviendrai { $name } à chaque arrivée.
greeter-already = { $name } est déjà à l’accueil.
greeter-removed = Je ne préviendrai plus { $name } des arrivées.
greeter-not = { $name } n’est pas à l’accueil.
greeter-list = { $count ->
        [one] À l’accueil
       *[other] À l’accueil
    } : { $names }
greeter-none = Personne n’est encore à l’accueil : à chaque arrivée, je préviens les connecteurs.
ask-greeter-add-person = Qui accueillera les personnes qui arrivent ? Mentionnez la personne, ou donnez son nom complet.
ask-greeter-remove-person = Qui ne doit plus être à l’accueil ?
cmd-greeter-add = Choisir qui est prévenu à chaque arrivée
example-greeter-add = !greeter add @anna:example.org
cmd-greeter-remove = Ne plus prévenir quelqu’un des arrivées
example-greeter-remove = !greeter remove @anna:example.org
cmd-greeter-list = Qui est à l’accueil
example-greeter-list = !greeter list
me-shown = Ce que je sais de vous, { $name } : votre compte { $accounts } ; votre rôle ici : { $roles } ; votre langue : { $language }.
    Quand un message de vous est partagé avec le réseau : { $relay } (`!me relay nommé|anonyme|non` le change).
me-relay-word-named = avec votre nom
me-relay-word-unnamed = sans votre nom
me-relay-word-off = jamais
role-member = membre
role-connector = connecteur
role-coordinator = coordination
role-greeter = accueil
me-language-set = C’est noté : en privé, je vous parle français.
ask-me-language-locale = Quelle langue ? Répondez par l’une de ces langues : { $languages }.
cmd-me = Ce que je sais de vous
example-me = !me
cmd-me-language = Choisir la langue dans laquelle je vous parle en privé
example-me-language = !me language fr
config-switch = `{ $given }` ne convient pas : répondez `oui` ou `non`.
unlink-ask = **{ $place }** quittera **{ $network }** : plus rien n’y sera partagé, et vous n’en recevrez plus rien. Ce qui est publié reste. On y va ?
leave-confirm = Quitter
unlink-done-network = Ce réseau a quitté le réseau { $network }.
network-leave-ask = **{ $place }** quittera **{ $network }**, et je le dirai là-bas. On y va ?
cmd-network-leave = Quitter le réseau, ou le réseau plus grand dont celui-ci fait partie
example-network-leave = !network leave
rules-shown = **Les règles de { $community } :**
    { $rules }
rules-none = Il n’y a pas de règles écrites ici. Les connecteurs les écrivent avec `!config règles`.
cmd-rules = Relire les règles de la communauté
example-rules = !rules
role-moderator = modération
config-value = {" :"} { $value }
config-change = Changer
ask-config-value = { $about }
    Que mettre pour `{ $key }` ?
about-name = le nom que voient les autres, 60 caractères au plus
about-locale = la langue que je parle dans ses salons
about-zone = le fuseau horaire des dates ; les événements prévus ne bougent pas
about-welcome = ce que dit mon accueil après le nom des personnes qui arrivent
about-rules = ce qu’on lit et accepte d’abord en arrivant ; `!rules` les remontre
about-question = ce que je demande en arrivant ; la personne qui accueille voit la réponse
about-greeting-seconds = combien de temps j’attends d’autres arrivées, pour les accueillir ensemble
about-greeter-minutes = quand je relance l’équipe d’accueil si personne n’a dit bonjour
about-poll-style = comment les sondages s’affichent sur Matrix : `natif` est le sondage de l’application avec une ligne en dessous, `carte` mon message avec des réactions, `les deux` montre l’un et l’autre
about-quiet-hours = quand je ne préviens personne et ne partage rien, par exemple `22h-8h` ; tout attend la fin
about-holidays = les jours fériés de quel pays un événement répété saute, par exemple `FR` ou `CH-GE` ; `aucun` : le pays du fuseau horaire
about-next-date = combien de jours à l’avance apparaît la prochaine date d’un événement répété ; 0 : quand la précédente est passée
about-reminders = quand je rappelle un événement : `1 jour avant, 1 heure avant, au début`, ou en abrégé `1d, 1h, 0`
about-after-events = ce que je dis après les événements : rien, merci et un appel aux photos, ou aussi une question sur ce qu’on en a pensé
about-threshold = combien de personnes réagissent avant qu’un message parte au réseau, sans compter son auteur : un nombre comme `5`, ou une part des personnes actives ici, comme `10%`
about-hold-back = l’attente avant qu’un message parte, pendant laquelle on peut l’arrêter
about-listening = si ce salon montre aussi les messages à retenir des autres communautés
about-digest-hour = à quelle heure paraît le récapitulatif ; s’il n’y a rien à dire, il n’y en a pas
unit-seconds = { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
unit-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
unit-days = { $count ->
        [one] 1 jour
       *[other] { $count } jours
    }
unit-people = { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
unit-hour = { $count } h
config-none = non défini
network-which = Votre communauté est dans plusieurs réseaux : { $names }. Écrivez-le dans le salon de celui dont il s’agit.
network-several = **Vos réseaux**
network-line-above = ↑ **{ $network }** · { $rises }
network-line-network = ▪ **{ $place }** (réseau) · { $rises }
network-line-community = • { $place } · { $rises }
rises-everything = partage ses messages
rises-curated = la coordination choisit
rises-digest = récapitulatif seulement
rises-nothing = ne partage rien
network-above-none = **{ $place }** ne fait encore partie d’aucun réseau. Avec le code d’un réseau, `!link CODE` demande à y entrer.
network-above-which = **{ $place }** fait partie de plusieurs réseaux. Duquel s’agit-il ? Répondez par l’un d’eux : { $names }.
network-above-unknown = **{ $place }** ne fait partie d’aucun réseau `{ $given }`. Ses réseaux : { $names }.
network-part-unknown = Rien ne s’appelle `{ $given }` dans { $network }. Il y a : { $names }.
network-parts-more = … ({ $count } autres)
cmd-network-take = Choisir ce que ce réseau prend d’une de ses parties
example-network-take = !network take choisi Lyon
ask-network-take-what = Que prend le réseau ? Répondez `tout`, `choisi`, `récapitulatif` ou `rien`.
ask-network-take-name = De quelle communauté ou de quel réseau ?
take-everything = **{ $network }** montre tout ce que **{ $place }** partage.
take-curated = Ce que **{ $place }** partage apparaît d’abord dans le cercle, où vous choisissez ce que **{ $network }** montre.
take-digest = Seul le récapitulatif du réseau **{ $network }** cite ce que **{ $place }** partage.
take-nothing = **{ $network }** ne montre plus rien de **{ $place }**. Ce qui est publié reste.
taken-everything = **{ $network }** montre désormais tout ce que **{ $place }** lui partage.
taken-curated = La coordination du réseau **{ $network }** choisit désormais ce qu’elle montre de **{ $place }**.
taken-digest = **{ $network }** ne cite désormais **{ $place }** que dans son récapitulatif.
taken-nothing = **{ $network }** ne montre plus rien de **{ $place }**. Ce qui est publié reste.
take-needs-circle = Pour choisir, il faut un salon réservé à la coordination. Invitez-moi dans un tel salon, écrivez-y `!room join { $network }`, puis recommencez.
cmd-network-listen = Montrer ici les messages d’un réseau, ou non
example-network-listen = !network listen oui
ask-network-listen-switch = Faut-il en montrer les messages ici ? Répondez `oui` ou `non`.
listen-on = **{ $place }** montre désormais les messages du réseau **{ $network }**.
listen-off = **{ $place }** ne montre plus les messages du réseau **{ $network }**.
room-join-network = Ce salon est maintenant un cercle du réseau **{ $network }** : les demandes d’entrée et les messages à choisir y apparaissent. Avec `!room role vitrine`, il montre les messages partagés.
room-leave-ask-network = Ce salon ne fera plus partie du réseau **{ $network }** : plus rien du réseau n’y sera montré ni décidé. On y va ?
room-role-highlights = Ce salon montre maintenant les messages du réseau et son récapitulatif.
room-role-circle = Ce salon est maintenant un cercle : les demandes d’entrée et les messages à choisir y apparaissent, sans les messages partagés.
room-role-other = `{ $given }` ne convient pas à ce salon. Choisissez parmi : { $choices }.
about-consent = comment les auteurs donnent leur accord : avec `demander`, rien ne part sans leur oui ; `annonce` prévient et laisse le temps d’arrêter
me-relay-word-ask = on vous le demande à chaque fois
network-line-here = • **{ $place }** (vous êtes ici) · { $rises }
about-digest = à quelle fréquence paraît le récapitulatif : `quotidien`, `hebdomadaire` le dimanche, `mensuel` le premier du mois, ou `jamais`
about-highlight-age = jusqu’à quel âge d’un message les réactions comptent, par exemple `2 jours` ; un connecteur peut toujours en proposer un plus ancien
about-highlight-emoji = quelles réactions comptent, par exemple `⭐ 🔥` ; `indifférent` les compte toutes
unit-percent = { $count } % des personnes actives
words-percent = pour cent, pourcent
config-threshold = `{ $given }` ne convient pas : il faut un nombre entier de 1 à { $most }, ou une part des personnes actives, comme `10%`.
config-age = `{ $given }` n’est pas une durée que je comprends. Écrivez par exemple `2 jours` ou `12 heures`, ou `indifférent`.
config-emoji = Je ne trouve pas d’émojis dans `{ $given }`. Écrivez-en jusqu’à { $limit }, séparés par des espaces, par exemple `⭐ 🔥`, ou `indifférent`.
room-excluded = Désormais, rien de ce qui se dit dans ce salon n’est partagé. Ce qui l’a été reste où il est. `!room include` le fait de nouveau participer.
room-included = Ce salon participe de nouveau : ce qui s’y dit à partir de maintenant peut être partagé.
room-excluded-already = Rien de ce qui se dit dans ce salon n’est partagé. `!room include` le fait de nouveau participer.
room-included-already = Ce salon participe déjà. `!room exclude` le laisse de côté.
cmd-room-exclude = Ne rien partager de ce qui se dit dans ce salon
example-room-exclude = !room exclude
cmd-room-include = Faire de nouveau participer ce salon au partage
example-room-include = !room include
cmd-highlight-exclude = Ne rien partager de ce qu’une personne écrit ici
example-highlight-exclude = !highlight exclude @anna:example.org
ask-highlight-exclude-person = De qui les messages doivent-ils rester ici ?
cmd-highlight-include = Permettre de nouveau le partage des messages d’une personne
example-highlight-include = !highlight include @anna:example.org
ask-highlight-include-person = De qui les messages peuvent-ils de nouveau être partagés ?
highlight-exclude-ask = Rien de ce que { $name } écrit dans **{ $community }** ne sera plus partagé, et ce qui l’a été est retiré pour de bon. On y va ?
highlight-exclude-confirm = Laisser de côté
highlight-excluded = C’est fait : rien de { $name } n’est partagé. `!highlight include` l’annule.
highlight-excluded-already = Rien de { $name } n’est partagé de toute façon.
highlight-included = Ce que { $name } écrit peut de nouveau être partagé, avec son accord.
highlight-not-excluded = Les messages de { $name } ne sont pas laissés de côté.
coordinator-added = { $name } fait maintenant partie de la coordination de ce réseau.
coordinator-already = { $name } fait déjà partie de la coordination de ce réseau.
coordinator-removed = { $name } ne fait plus partie de la coordination de ce réseau.
coordinator-not = { $name } ne fait pas partie de la coordination de ce réseau.
coordinator-last = { $name } est la dernière personne de la coordination. Ajoutez d’abord quelqu’un, pour que le réseau ne reste pas seul.
coordinator-list = { $count ->
        [one] Coordination
       *[other] Coordination
    } : { $names }
coordinator-none = Personne de la coordination n’est sur cette plateforme.
cmd-network-share = Laisser voir à la coordination d’un réseau comment vous allez, ou non
example-network-share = !network share état non
ask-network-share-what = De quoi s’agit-il ? Répondez `état`.
ask-network-share-switch = La coordination du réseau peut-elle voir comment vous allez ? Répondez `oui` ou `non`.
network-share-on = La coordination du réseau **{ $network }** voit maintenant comment va **{ $place }** : combien de personnes sont arrivées et ont été accueillies (aucun nombre en dessous de cinq), les événements, les sondages, la dernière activité d’un connecteur et les salons perdus. Elle ne voit ni noms ni messages.
network-share-off = La coordination du réseau **{ $network }** ne voit plus comment va **{ $place }**.
about-digest-review = combien de temps avant le récapitulatif le cercle le voit, par exemple `12h`, pour le modifier ou le sauter ; `aucun` : pas du tout
about-digest-waits = si le récapitulatif attend la réponse du cercle ; sinon il part tel quel
digest-review-needs-circle = Le récapitulatif est d’abord montré dans un cercle : un salon réservé à la coordination. Invitez-moi dans un tel salon, tapez-y `!room join { $network }`, puis réessayez.
config-review-length = `{ $given }` n’est pas une durée de sept jours au plus. Exemples : `12h`, `1 jour`, `aucun`.
about-auto-pick = combien de personnes doivent aimer un message en attente pour qu’il soit montré sans la coordination, par exemple `20` ; avec `jamais`, le choix reste à vous
