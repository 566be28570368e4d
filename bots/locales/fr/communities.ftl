# Communautés et réseaux.

setup-done = **{ $community } est prête.** Ici, il est { $now } ; vous avez maintenant le rôle de connecteur.
    Essayez : `!poll "Où se retrouve-t-on ?" "Jardin" "Bibliothèque"` · `!event Auberge espagnole vendredi 19h au jardin`
    Les personnes qui arrivent sont accueillies ; avec `!config règles …`, `!config question …` et `!config bienvenue …`, elles le sont avec vos mots.
    `!link CODE` pour rejoindre un réseau ; `!help` pour tout le reste.
setup-plan-event = Prévoir un événement
setup-open-poll = Lancer un sondage
setup-check-rights = Vérifier mes droits
setup-see-settings = Réglages
setup-already = Ce salon est déjà celui de { $community }. `!config` montre et change ses réglages.
setup-is-network = Ce salon est celui du réseau { $network } ; une communauté a besoin de son propre salon.
ask-setup-name = Comment s’appelle votre communauté ?
ask-setup-locale = Quelle langue parle-t-on ici ? Répondez par l’une de ces langues : { $languages }.
ask-setup-zone = Dans quel fuseau horaire êtes-vous ? Une ville suffit, par exemple `Paris` ou `Europe/Paris`.
cmd-setup = Faire de ce salon celui d’une communauté
example-setup = !setup "Lyon Croix-Rousse" fr Europe/Paris
name-empty = Il faut un nom, par exemple « Lyon Croix-Rousse ».
name-too-long = Ce nom est trop long ({ $length } caractères). { $limit } au plus, s’il vous plaît.
locale-unknown = Je ne parle pas encore `{ $given }`. Répondez par l’une de ces langues : { $languages }.
zone-unknown-bare = Je ne connais pas le fuseau `{ $given }`. Nommez une grande ville proche ou un fuseau comme `Europe/Paris`.
code-unknown = Je ne connais aucun réseau avec le code `{ $given }`. Demandez-le à sa coordination : `!network code` l’affiche dans le salon du réseau.
network-created = **{ $network }** est fondé, et ce salon est le sien : les messages à retenir arrivent ici, et un récapitulatif chaque jour à { $hour } h.
    On demande à le rejoindre avec son code, que j’ai envoyé à la personne qui l’a fondé ; `!network code` le redonne. La coordination confirme ici chaque communauté.
network-foot = `!network code` donne aux connecteurs le code pour une autre communauté.
network-left = **{ $community }** a quitté le réseau.
network-code-sent = Je vous envoie le code en privé.
network-code-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, puis écrivez de nouveau `!network code` ici.
cmd-network-code = Me donner le code du réseau, en privé
example-network-code = !network code
network-renew-ask = Le code de **{ $network }** va changer, et l’ancien ne marchera plus. Les communautés reliées le restent. On y va ?
network-renew-confirm = Nouveau code
cmd-network-renew = Changer le code du réseau
example-network-renew = !network renew
ask-network-accept-name = Quelle communauté peut rejoindre le réseau ?
cmd-network-accept = Accepter une communauté qui demande à rejoindre le réseau
example-network-accept = !network accept Lyon
ask-network-remove-name = Quelle communauté doit quitter le réseau ?
network-remove-ask = **{ $place }** ne fera plus partie de **{ $network }** : elle ne partagera plus rien ici et ne recevra plus rien. Ce qui est publié reste. On y va ?
network-remove-confirm = Retirer
network-remove-unknown = Rien ne s’appelle `{ $given }` dans { $network }. Il y a : { $names }.
network-removed = **{ $place }** ne fait plus partie du réseau.
network-removed-you = **{ $place }** ne fait plus partie du réseau **{ $network }** : sa coordination l’en a retirée. Plus rien n’y est partagé.
cmd-network-remove = Retirer une communauté du réseau, ou refuser sa demande
example-network-remove = !network remove Lyon
link-requested = J’ai demandé à **{ $network }** de vous accueillir. La coordination répond dans le salon du réseau, et je vous le dirai ici.
link-pending = La demande à **{ $network }** est déjà faite et attend sa réponse. `!unlink` la retire.
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
link-declined-you = **{ $network }** a refusé votre demande.
link-decided = C’est déjà décidé.
link-not-pending = Aucune demande de `{ $given }` n’attend ici, ou il y en a plusieurs : servez-vous des boutons.
unlink-withdrawn = La demande à { $network } est retirée.
name-reserved = `{ $given }` ressemble à mon propre nom. Choisissez-en un autre, s’il vous plaît.
name-taken = `{ $given }` ressemble à { $other }, du même réseau. Choisissez un nom que personne ne puisse confondre.
network-joined = **{ $community }** a rejoint le réseau.
network-shown = **{ $network }** : { $count ->
        [one] une communauté
       *[other] { $count } communautés
    }
network-code = Le code de **{ $network }** est `{ $code }`. Les connecteurs d’une autre communauté écrivent `!link { $code }` dans leur salon, et la coordination du réseau confirme.
network-empty = Aucune communauté n’est encore reliée à **{ $network }**. `!network code` donne le code pour la première.
network-circle = { $parent } est déjà sous { $network } ; un réseau ne peut pas être son propre parent.
network-parent-set = { $network } fait maintenant partie de { $parent }.
ask-network-create-name = Comment s’appelle le réseau ?
ask-network-create-locale = Quelle langue parle-t-on dans ce salon ? Répondez par l’une de ces langues : { $languages }.
ask-network-create-zone = Dans quel fuseau horaire finit la journée du réseau ? Par exemple `Paris` ou `UTC`.
ask-network-parent-code = Quel est le code du réseau parent ?
cmd-network-create = Fonder un réseau ; ce salon devient le sien
example-network-create = !network create "Les Passeurs" fr Europe/Paris
cmd-network-show = Quelles communautés sont reliées
example-network-show = !network show
cmd-network-parent = Demander à rattacher ce réseau à un plus grand
example-network-parent = !network parent abcd2345
link-done = Relié à **{ $network }**. Rien ne sort encore de ce salon : `!relay oui` active le relais.
link-already = Cette communauté est déjà reliée à { $network }.
ask-link-code = Quel est le code du réseau ? Sa coordination le trouve avec `!network code`.
cmd-link = Demander à rejoindre un réseau, avec son code
example-link = !link abcd2345
unlink-done = Cette communauté a quitté { $network }. Plus rien n’est relayé.
unlink-nothing = Cette communauté n’appartient à aucun réseau.
cmd-unlink = Quitter le réseau
example-unlink = !unlink
config-title = **Réglages de { $name }**
config-foot = `!config CLÉ VALEUR` en change un, par exemple `!config seuil 5`. `aucun` vide un texte.
config-one = `{ $key }` vaut : { $value }
config-set = C’est fait. `{ $key }` vaut maintenant : { $value }
config-zone-set = C’est fait. Le fuseau est maintenant { $value }. Les événements déjà prévus ne bougent pas ; les nouveaux sont lus dans ce fuseau.
config-unknown = Il n’y a pas de réglage `{ $given }`. Vouliez-vous dire `{ $nearest }` ? Voici les réglages : { $keys }.
config-number = `{ $given }` ne va pas : il faut un nombre entier de { $least } à { $most }.
cmd-config = Montrer ou changer les réglages
example-config = !config bienvenue Le thé est à gauche, prenez place !
room-join-done = Ce salon appartient maintenant à **{ $community }**. `!room role événements` en fait celui des événements.
room-join-unknown = Je ne vous connais pas de communauté `{ $given }`. Vous animez : { $names }.
room-join-none = Seul un connecteur peut ajouter un salon à sa communauté. Pour fonder une nouvelle communauté, écrivez `!setup`.
ask-room-join-name = À quelle communauté ce salon doit-il appartenir ?
cmd-room-join = Ajouter ce salon à une de vos communautés
example-room-join = !room join Lyon
room-leave-ask = Ce salon ne fera plus partie de **{ $community }** : ses sondages et événements y restent tels quels, personne n’y est plus accueilli et rien n’en sort. On y va ?
room-leave-ask-last = C’est le seul salon de **{ $community }**. Sans lui, la communauté ne peut plus rien faire avant qu’un `!room join` lui en rende un. On y va ?
room-leave-confirm = Quitter
room-left = Ce salon ne fait plus partie de **{ $community }**. Une personne qui le gère peut écrire `!setup` ou `!room join`.
cmd-room-leave = Retirer ce salon de sa communauté
example-room-leave = !room leave
room-role-home = Ce salon est un foyer de la communauté : les personnes qui arrivent y sont accueillies.
room-role-events = Les événements sont désormais annoncés dans ce salon.
ask-room-role-role = À quoi sert ce salon ? Répondez `foyer` ou `événements`.
cmd-room-role = Dire à quoi sert ce salon
example-room-role = !room role événements
person-unknown = Je n’ai pas encore rencontré `{ $given }`. Donnez son identifiant complet ou mentionnez la personne, ou demandez-lui d’écrire d’abord `!help` dans ce salon.
person-which = De qui parlez-vous avec `{ $given }` ? Chaque personne choisit librement son nom : regardez l’identifiant.
person-here = { $name } – `{ $user }`, dernier passage dans « { $room } »
person-elsewhere = { $name } – `{ $user }`, aucun passage dans cette communauté
connector-added = { $name } a maintenant le rôle de connecteur.
connector-already = { $name } a déjà le rôle de connecteur.
connector-removed = { $name } n’a plus le rôle de connecteur.
connector-not = { $name } n’a pas le rôle de connecteur.
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
greeter-removed = { $name } n’est plus à l’accueil.
greeter-not = { $name } n’est pas à l’accueil.
greeter-list = { $count ->
        [one] À l’accueil
       *[other] À l’accueil
    } : { $names }
greeter-none = Personne n’est à l’accueil ; je préviens les connecteurs à chaque arrivée.
ask-greeter-add-person = Qui accueillera les personnes qui arrivent ? Mentionnez la personne, ou donnez son nom complet.
ask-greeter-remove-person = Qui ne doit plus être à l’accueil ?
cmd-greeter-add = Faire prévenir quelqu’un à chaque arrivée
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
cmd-me-language = Dans quelle langue je vous parle en privé
example-me-language = !me language fr
config-switch = `{ $given }` ne convient pas : répondez `oui` ou `non`.
