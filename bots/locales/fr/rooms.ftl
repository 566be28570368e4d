# Le robot dans un salon.

intro =
    Bonjour ! Je suis **glocal**. J’accueille les personnes qui arrivent, j’organise des sondages et des événements, et je vous les rappelle ; ce qui mérite d’être partagé, je le transmets à votre réseau.
    Je garde les votes, les réponses et les dates, pas vos conversations. Rien ne sort de ce salon tant qu’un connecteur n’active pas le relais, et vous en serez alors prévenus.
    Une personne qui modère écrit `!setup` pour commencer ; `!help` montre le reste.
intro-direct = Bonjour ! Je suis **glocal**, le robot de votre communauté. Ici, je vous parle en privé ; `!help` montre ce que je sais faire, `!me` ce que je sais de vous.
intro-back = Me revoilà à **{ $community }**. `!help` montre ce que je sais faire.
room-lost = On m’a retiré du salon « { $room } ». Ses sondages, événements et rappels attendent qu’on m’y invite à nouveau.
room-moved = Ce salon a déménagé ; j’ai suivi. Les sondages, les événements et les réglages m’ont suivi.
room-unreadable =
    Je ne peux pas lire certains messages chiffrés ici, car je n’ai pas reçu leurs clés. Merci de renvoyer ce qui m’était destiné.
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
