# Le robot dans un salon.

intro = Bonjour ! Je suis **glocal**. J’accueille les personnes qui arrivent, j’organise des sondages et des événements, et je vous les rappelle ; ce qui mérite d’être partagé, je le transmets à votre réseau.
    Je garde les votes, les réponses et les dates, pas vos conversations. Rien ne sort de ce salon tant qu’un connecteur n’active pas le relais, et vous en serez alors prévenus.
    Une personne qui modère écrit `!setup` pour commencer ; `!help` montre le reste. · _In English:_ `!setup`_, then answer “en”._
intro-direct = Bonjour ! Je suis **glocal**, le robot de votre communauté. Ici, je vous parle en privé ; `!help` montre ce que je sais faire, `!me` ce que je sais de vous.
intro-back = Me revoilà à **{ $community }**. `!help` montre ce que je sais faire.
room-lost = On m’a retiré du salon « { $room } ». Ses sondages, événements et rappels attendent qu’on m’y invite à nouveau.
room-closed = Le salon « { $room } » a été fermé. Ses sondages, événements et rappels attendent qu’on le rouvre.
room-back = Me revoilà dans le salon « { $room } ». Ses sondages, événements et rappels reprennent.
room-moved = Ce salon a déménagé ; j’ai suivi. Les sondages, les événements et les réglages m’ont suivi.
room-unreadable = Je ne peux pas lire certains messages chiffrés ici, car je n’ai pas reçu leurs clés. Merci de renvoyer ce qui m’était destiné.
    Si cela continue : dans les réglages de votre application, autorisez l’envoi de clés aux sessions non vérifiées. Je ne le dis qu’une fois.
private-hint = Je n’ai pas compris. `!help` montre ce que je sais faire ici.
right-missing-for-bot = Dans « { $room } », on ne m’a pas laissé faire quelque chose : il me manque le droit « { $right } ». Donnez-le-moi dans les réglages du salon ; d’ici là, cette partie ne marche pas.
help-title = **Ce que vous pouvez me demander ici**
help-foot = `!help` suivi d’une commande montre un exemple. Je demande ce qui manque ; `annuler` y met fin.
help-example = Par exemple : `{ $example }`
who-anyone = Tout le monde le peut.
who-connector = Les connecteurs et la modération le peuvent.
who-coordinator = La coordination du réseau le peut.
who-admin = La modération de ce salon le peut.
cmd-help = Ce que je sais faire ici
example-help = !help poll
cmd-cancel = Oublier ce que je vous demande
example-cancel = !cancel
cmd-check = Vérifier que j’ai ici tous les droits qu’il me faut
example-check = !check
rights-asked = Je regarde ; la réponse s’affiche ici.
rights-complete = J’ai ici tous les droits qu’il me faut.
rights-missing = Dans « { $room } », il me manque ces droits :
rights-line = • **{ $name }** : { $breaks }
rights-again = Une personne qui gère ce lieu peut me les donner ; `!check` vérifie à nouveau.
rights-breaks-read = je ne vois pas ce qui se dit, les commandes et les réactions m’échappent
rights-breaks-send = je ne peux rien dire ici
rights-breaks-history = je ne peux lire ni ce qui s’est dit en mon absence, ni un message à partager
rights-breaks-react = les réactions : je ne peux ni proposer les miennes ni voir les vôtres, elles ne portent donc rien vers le réseau
rights-breaks-edit-others = je ne peux pas retirer les messages des autres quand on me le demande
rights-breaks-embed = les aperçus et les textes encadrés ne s’affichent pas
rights-breaks-attach = les fichiers manquent dans ce que je relaie, et les événements n’ont pas de fichier pour votre agenda
rights-breaks-threads = je ne peux pas répondre dans les fils
rights-breaks-events = les événements n’apparaissent pas dans le calendrier de ce lieu
rights-breaks-panels = les fiches sont de simples messages, sans couleurs ni colonnes
rights-breaks-members = je ne vois pas qui arrive, et personne n’est accueilli
rights-breaks-commands = mes commandes n’apparaissent pas dans la liste
rights-breaks-content = je ne vois que les commandes / et les boutons, aucun message ne peut donc être partagé d’ici
rights-breaks-moderate = je ne peux pas laisser entrer les personnes qui le demandent
rights-breaks-polls = les sondages de cette plateforme : je ne peux pas en ouvrir
start-here = Bonjour ! `!help` montre ce que je sais faire ici.
