# Les rituels : des questions qui reviennent, et ce qu’on y répond.

cmd-ritual = Poser régulièrement une question au salon
example-ritual = !ritual "Quels sont vos objectifs cette semaine ?" chaque lundi 9h
cmd-ritual-list = Les rituels de cette communauté
example-ritual-list = !ritual list
cmd-ritual-edit = Changer ce qu’un rituel demande, ou quand
example-ritual-edit = !ritual edit 2 chaque vendredi 17h
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
ritual-stop-ask = Faut-il mettre fin au rituel { $number } (**{ $title }**) ? C’est définitif ; `!ritual pause { $number }` le met seulement en pause.
ritual-stop-yes = Mettre fin au rituel
ritual-stopped = Le rituel **{ $title }** est terminé. Les réponses que je n’avais pas rassemblées sont effacées.
ritual-templates = Quel rituel voulez-vous commencer ? Vous le voyez avant.
ritual-templates-own = Ou écrivez le vôtre : `!ritual "Quels sont vos objectifs cette semaine ?" chaque lundi 9h`
ritual-template-name-goals = Objectifs du lundi
ritual-template-goals = "Quels sont vos objectifs cette semaine ?" chaque lundi 9h
ritual-template-name-thanks = Mercis du vendredi
ritual-template-thanks = "Qui voulez-vous remercier cette semaine, et pourquoi ?" chaque vendredi 17h
ritual-template-name-newcomers = Cercle d’accueil
ritual-template-newcomers = "Vous venez d’arriver ? Dites qui vous êtes et ce qui vous amène." le premier mardi de chaque mois 18h
ritual-template-name-host = Hôte de la semaine
ritual-template-host = "Qui anime cette semaine : lance la discussion et répond aux questions ?" chaque lundi 10h
