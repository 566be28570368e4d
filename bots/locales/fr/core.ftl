# Les phrases du cœur : refus, dialogues, pannes.

addressed = {" :"} { "" }
too-fast = C’est plus que je ne peux faire d’un coup. Attendez une minute, s’il vous plaît : ce que vous venez d’envoyer n’a pas été pris en compte.
card-further-down = _La version à jour est plus bas._
error-ours = Désolé, quelque chose a mal tourné de mon côté. C’est noté et rien de ce que vous avez écrit n’est perdu ; réessayez dans un instant.
button-unknown = Ce bouton ne marche plus.
answer-not-asked = Je ne vous le demande pas en ce moment. `!help` montre ce que vous pouvez faire ici.
answer-too-late = Ma réponse privée arrive trop tard pour s’afficher ici. Je n’ai pas pu vous écrire non plus : autorisez les messages privés pour ce serveur, puis redemandez-moi.
not-in-server = Seules mes commandes sont sur ce serveur, moi non. Une personne qui le gère peut m’y amener ici : { $link }
command-unknown = Je ne connais pas `{ $given }`. Vouliez-vous dire { $nearest } ? Écrivez `!help` pour voir tout ce que je sais faire.
command-unknown-bare = Je ne connais pas `{ $given }`. Écrivez `!help` pour voir tout ce que je sais faire.
argument-extra = Je n’ai pas compris `{ $given }` ici. `!help { $command }` montre un exemple.
argument-choice = `{ $given }` n’est pas possible ici. Choisissez parmi : { $choices }.
text-too-long = C’est trop long ({ $length } caractères). Restez en dessous de { $limit }, s’il vous plaît.
room-unknown = Je ne connais pas encore ce salon. Retirez-moi de ce salon et invitez-moi de nouveau, s’il vous plaît.
room-not-set-up = Ce salon n’a pas encore de communauté. Une personne qui modère ce salon peut écrire `!setup` ; ensuite `!{ $command }` marchera.
not-in-private = `!{ $command }` s’écrit dans le salon de la communauté.
room-without-network = Ce salon n’est encore dans aucun réseau. Écrivez `!link CODE` avec le code donné par la coordination de votre réseau, ou `!network create` dans le salon qui sera celui du réseau.
right-anyone = Vous ne pouvez pas faire cela ici.
right-connector = Seul un connecteur de cette communauté, ou une personne qui modère ce salon, peut utiliser `!{ $command }`. { $count ->
        [0] Une personne qui modère peut vous donner ce rôle avec `!connector add` et votre nom.
       *[other] Demandez à { $names }.
    }
right-coordinator = Seule la coordination du réseau, ou une personne qui modère son salon, peut utiliser `!{ $command }`. { $count ->
        [0] Demandez à la modération de ce salon.
       *[other] Demandez à { $names }.
    }
right-admin = Seule une personne qui gère ce salon (sur Matrix : modération, niveau 50 au moins) peut utiliser `!{ $command }`. Demandez-lui de l’écrire, ou de vous donner ce droit.
dialog-cancelled = C’est annulé.
cancel-nothing = Rien n’est en cours ici : il n’y a rien à annuler.
cancel-what = Rien n’est en cours ici : il n’y a rien à annuler. Pour annuler un événement, écrivez { $event } ; pour supprimer un sondage, `!poll delete 3`.
page-of = _Page { $page } sur { $pages }_
page-back = Retour
page-on = Suite
verb-unknown = Je ne connais pas `{ $given }`. Il y a { $listed }. `!help` explique chacune.
verb-or-title = « { $given } » ressemble à { $command }, qui demande un numéro. Si votre titre commence vraiment ainsi, mettez-le entre guillemets : { $example }
command-edited = Modifier ce message ne change plus rien. Envoyez la commande dans un nouveau message, s’il vous plaît.
