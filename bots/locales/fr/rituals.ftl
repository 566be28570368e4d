# Les rituels : des questions qui reviennent, et ce qu’on y répond.

cmd-ritual = Poser régulièrement une question au salon
example-ritual = !ritual "Quels sont vos objectifs cette semaine ?" chaque lundi 9h
cmd-ritual-list = Les rituels de cette communauté
example-ritual-list = !ritual list
cmd-ritual-edit = Changer ce qu’un rituel demande, ou quand
example-ritual-edit = !ritual edit 2 chaque vendredi 17h
cmd-ritual-set = Choisir qui anime un rituel, et quand il se tait
example-ritual-set = !ritual set 2 hôte=volontaires silence=5
cmd-ritual-host = Se proposer pour animer un rituel, ou arrêter
example-ritual-host = !ritual host 2
cmd-ritual-pause = Mettre un rituel en pause
example-ritual-pause = !ritual pause 2
cmd-ritual-resume = Reprendre un rituel
example-ritual-resume = !ritual resume 2
cmd-ritual-stop = Mettre fin à un rituel
example-ritual-stop = !ritual stop 2
ask-ritual-what = Que dois-je demander, et à quel rythme ? Mettez les mots entre guillemets, par exemple `"Quels sont vos objectifs cette semaine ?" chaque lundi 9h`.
ritual-how = Il me faut la question entre guillemets, et le rythme. Par exemple : `!ritual "Quels sont vos objectifs cette semaine ?" chaque lundi 9h`
ritual-no-prompt = Que dois-je demander ? Mettez les mots entre guillemets, par exemple `"Quels sont vos objectifs cette semaine ?" chaque lundi 9h`.
ritual-too-long = C’est trop long pour un rituel : { $limit } lettres au plus.
ritual-too-many = Il y a déjà { $limit } rituels. `!ritual list` les montre, et `!ritual stop` met fin à l’un d’eux.
ritual-no-dates = Il ne reste aucune date à ce rituel. `!ritual edit` lui en donne d’autres.
ritual-ask = Dois-je demander ceci régulièrement dans { $room } ?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-yes = Commencer
ritual-begun = Le rituel { $number } commence { $when }. `!ritual pause { $number }` le met en pause.
ritual-prompt = 🔁 **{ $prompt }**
    Répondez à ce message ; je rassemblerai les réponses en un seul.
ritual-gathered = { $count ->
        [one] 🧺 **{ $title }** : une réponse
       *[other] 🧺 **{ $title }** : { $count } réponses
    }
ritual-gathered-by = { $name } :
ritual-gathered-more = { $count ->
        [one] Une autre personne a répondu.
       *[other] { $count } autres personnes ont répondu.
    }
ritual-silent = le rituel { $number } (**{ $title }**) est resté sans réponse { $count } fois de suite, alors je ne demande plus. `!ritual resume { $number }` le relance, `!ritual edit { $number }` le change, `!ritual stop { $number }` y met fin.
ritual-none = Il n’y a pas de rituel ici. Par exemple : `!ritual "Quels sont vos objectifs cette semaine ?" chaque lundi 9h`
ritual-unknown = Il n’y a pas de rituel { $given } ici. `!ritual list` les montre tous.
ritual-which = Quel rituel ? `!ritual list` montre leurs numéros ; écrivez par exemple `2`.
ritual-list-title = **Rituels**
ritual-line = { $number }. **{ $title }** · { $rule } · { $state }
ritual-next = prochaine fois { $when }
ritual-state-active = en cours
ritual-state-paused = ⏸️ en pause
ritual-state-silent = 🤫 silencieux : personne n’a répondu
ritual-paused = Le rituel { $number } (**{ $title }**) est en pause. `!ritual resume { $number }` le reprend.
ritual-resumed = Le rituel { $number } (**{ $title }**) revient { $when }.
ritual-edit-how = Que faut-il changer ? Écrivez de nouveaux mots entre guillemets, le rythme, ou les deux : `!ritual edit { $number } "Qu’est-ce qui a bien marché ?" chaque vendredi 17h`
ritual-edit-ask = Le rituel { $number } doit-il devenir ceci ?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-edit-yes = Le changer
ritual-set-now = Rituel { $number } (**{ $title }**) :
ritual-set-how = Pour changer : `!ritual set { $number } hôte=volontaires`, `!ritual set { $number } hôte=personne`, `!ritual set { $number } silence=5`, `!ritual set { $number } silence=jamais`
ritual-rotates = 🙋 Des volontaires l’animent à tour de rôle ; le bot en tire un à chaque fois.
ritual-rotates-not = 🙋 Personne ne l’anime.
ritual-silence-after = { $count ->
        [one] 🤫 Après une fois sans réponse, je ne demande plus.
       *[other] 🤫 Après { $count } fois sans réponse, je ne demande plus.
    }
ritual-silence-never = 🤫 Je continue de demander, même si personne ne répond.
ritual-host-unreadable = Je ne comprends pas qui anime d’après « { $given } ». Écrivez `hôte=volontaires` ou `hôte=personne`.
ritual-silence-unreadable = « { $given } » n’est pas un nombre de fois. Écrivez-en un de 1 à { $limit }, par exemple `silence=5`, ou `silence=jamais`.
ritual-host = 🙋 { $name } anime cette fois. Envie d’animer aussi ? `!ritual host { $number }`
ritual-host-nobody = 🙋 Personne n’anime encore cette fois. Vous voulez bien ? `!ritual host { $number }`
ritual-volunteer = J’anime une fois
ritual-volunteer-toast = C’est noté, merci !
ritual-volunteered = Merci ! Vous êtes parmi les hôtes de **{ $title }** : je vous écrirai quand ce sera votre tour. `!ritual host { $number } non` vous retire.
ritual-withdrawn = C’est noté : je ne vous tire plus au sort pour **{ $title }**. `!ritual host { $number }` vous remet sur la liste.
ritual-no-volunteer = Vous n’êtes pas parmi les hôtes de **{ $title }**. `!ritual host { $number }` vous y met.
ritual-host-how = Écrivez `!ritual host { $number }` pour animer, ou `!ritual host { $number } non` pour ne plus animer.
ritual-not-rotating = Personne n’est tiré au sort pour animer le rituel { $number }. Un connecteur peut l’activer : `!ritual set { $number } hôte=volontaires`
ritual-enough-hosts = { $limit } personnes se sont déjà proposées, c’est le maximum. Merci quand même !
ritual-you-host = 🙋 C’est à vous d’animer **{ $title }** dans { $room } : lancez la discussion et répondez à qui participe. Si vous ne pouvez pas, appuyez sur 🙅 et je demande à quelqu’un d’autre. Pour ne plus être sur la liste, écrivez-y `!ritual host { $number } non`.
ritual-pass = Pas cette fois
ritual-passed = C’est noté, quelqu’un d’autre anime **{ $title }** cette fois. Vous restez sur la liste.
ritual-not-host = Vous n’animez pas cette fois-là, ou elle est passée.
ritual-stop-ask = Faut-il mettre fin au rituel { $number } (**{ $title }**) ? C’est définitif ; `!ritual pause { $number }` le met seulement en pause.
ritual-stop-yes = Mettre fin au rituel
ritual-stopped = Le rituel **{ $title }** est terminé. Les réponses que je n’avais pas rassemblées sont effacées.
ritual-templates = Quel rituel voulez-vous commencer ? Vous le voyez avant.
ritual-templates-own = Ou écrivez le vôtre : `!ritual "Quels sont vos objectifs cette semaine ?" chaque lundi 9h`
ritual-template-name-goals = Objectifs du lundi
ritual-template-goals = "Quels sont vos objectifs cette semaine ?" chaque lundi 9h
ritual-template-name-thanks = Mercis du vendredi
ritual-template-thanks = "Qui voulez-vous remercier cette semaine, et pourquoi ?" chaque vendredi 17h
ritual-template-name-newcomers = Cercle d’accueil
ritual-template-newcomers = "Vous venez d’arriver ? Dites qui vous êtes et ce qui vous amène." le premier mardi de chaque mois 18h
ritual-template-name-host = Hôte de la semaine
ritual-template-host = "Comment va votre semaine, et où vous faut-il un coup de main ?" chaque lundi 10h
