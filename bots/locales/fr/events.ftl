# Les événements : brouillons, annonces, réponses, rappels, changements.

event-preview = **Dois-je annoncer ceci ?** { $title }
event-when = 📅 { $when }
event-where = 📍 { $place }
event-link = 🔗 { $link }
event-about = 📝 { $text }
event-from = { $start }
event-from-to = { $start }, jusqu’à { $end }
event-preview-reminders = ⏰ Rappels : { $reminders }
event-preview-no-reminders = ⏰ Aucun rappel.
event-preview-moved = L’heure change à ce moment-là et celle-ci n’existe pas : j’ai pris la suivante.
event-preview-how = Écrivez `oui` (ou ✅) pour l’annoncer, `non` (ou ❌) pour l’abandonner. J’attends votre réponse pendant un jour.
event-that-morning = le matin même
event-confirm = Annoncer
event-drop = Abandonner
event-confirmed = ✅ L’événement { $number } est prévu : { $title }.
event-confirmed-there = ✅ L’événement { $number } ({ $title }) est prévu et annoncé dans « { $room } ».
event-confirmed-already = C’est déjà prévu, événement { $number }. Pour l’annuler, écrivez `!event cancel { $number }`.
event-draft-confirmed = ✅ Prévu, événement { $number } : { $title }
event-draft-dropped = Abandonné ; rien n’a été annoncé.
event-draft-gone = Cet aperçu n’attend plus de réponse. Écrivez l’événement de nouveau, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-draft-late = Cela aurait déjà commencé : { $at }. Écrivez-le de nouveau avec une heure à venir, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-many-planned = Il y a déjà { $limit } événements à venir. `!event list` les montre, et `!event cancel` en annule un. Ce qui revient tient en un seul : `!event Auberge espagnole vendredi 19h chaque semaine`
event-draft-not-yours = Seule la personne qui l’a écrit, ou un connecteur, peut en décider.
event-draft-hint = Votre événement attend encore : écrivez `oui` pour l’annoncer ou `non` pour l’abandonner. Vous pouvez aussi donner une autre heure ou, par exemple, `lieu : la bibliothèque`.

event-card-planned = **Événement { $number } : { $title }**
event-card-over = **Événement { $number } : { $title }** · _c’est passé_
event-card-cancelled = 🚫 **Annulé** · Événement { $number } : { $title }
event-reason = > { $reason }
event-who-yes = ✅ { $count ->
        [one] 1 vient
       *[other] { $count } viennent
    } : { $names }
event-who-maybe = 🤔 { $count } peut-être : { $names }
event-who-no = ❌ { $count ->
        [one] 1 ne peut pas
       *[other] { $count } ne peuvent pas
    }{ $names }
event-who-none = Personne n’a encore répondu.
event-names-more = { $names } +{ $more }
rsvp-yes = Je viens
rsvp-maybe = Peut-être
rsvp-no = Je ne peux pas
rsvp-noted-yes = C’est noté : vous venez à « { $title } ». Vous pouvez changer d’avis jusqu’à la fin.
rsvp-noted-maybe = C’est noté : vous viendrez peut-être à « { $title } ». Vous pouvez changer d’avis jusqu’à la fin.
rsvp-noted-no = C’est noté : vous ne venez pas à « { $title } ». Vous pouvez changer d’avis jusqu’à la fin.
rsvp-toast-yes = ✅ { $short }
rsvp-toast-maybe = 🤔 { $short }
rsvp-toast-no = ❌ { $short }
rsvp-unreadable = Venez-vous ? Répondez `oui`, `peut-être` ou `non`.
rsvp-withdrawn = Votre réponse à « { $title } » est retirée.
rsvp-none = Vous n’avez pas répondu à « { $title } » : il n’y a rien à retirer.
event-is-cancelled = L’événement { $number } ({ $title }) est annulé. `!event list` montre ce qui est prévu.
event-is-over = L’événement { $number } ({ $title }) est passé. `!event list` montre ce qui est prévu.
event-title-long = Ce titre est trop long ({ $length } caractères, { $limit } au plus). Par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-place-long = Ce lieu est trop long ({ $length } caractères, { $limit } au plus). Par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-link-long = Ce lien est trop long ({ $length } caractères, { $limit } au plus).
event-description-long = Cette description est trop longue ({ $length } caractères, { $limit } au plus).
event-no-date-yours = C’est quand ? Répondez par un jour et une heure, ou réécrivez le tout, par exemple : `!event { $example }`
event-no-date-part = vendredi 19h
event-no-time-yours = À quelle heure, { $given } ? Répondez par une heure, ou réécrivez le tout, par exemple : `!event { $example }`
event-no-time-part = 19h

event-reminder-days = ⏰ **{ $title }** (événement { $number }), { $count ->
        [one] c’est demain
       *[other] c’est dans { $count } jours
    } : { $start }
event-reminder-hours = ⏰ **{ $title }** (événement { $number }) commence { $count ->
        [one] dans 1 heure
       *[other] dans { $count } heures
    } : { $start }
event-reminder-minutes = ⏰ **{ $title }** (événement { $number }) commence { $count ->
        [one] dans 1 minute
       *[other] dans { $count } minutes
    } : { $start }
event-reminder-today = ⏰ **{ $title }** (événement { $number }), c’est aujourd’hui : { $start }
event-reminder-now = 🔔 **{ $title }** (événement { $number }) commence maintenant : { $start }
event-reminder-begun = 🔔 **{ $title }** (événement { $number }) a commencé { $count ->
        [one] il y a 1 minute
       *[other] il y a { $count } minutes
    } : { $start }
event-reminder-late = _Désolé pour le retard : j’étais hors ligne quand ce rappel devait partir._
event-for = Pour { $names }
event-for-many = Pour les { $count } personnes qui ont dit oui ou peut-être.

event-cancelled = 🚫 **{ $title }** est annulé ; c’était prévu le { $when }.
event-moved = 📅 **{ $title }** change de date.
    Avant : { $old }
    Maintenant : { $new }
event-moved-answers = Vos réponses restent. Si la nouvelle date ne vous convient pas, changez la vôtre sous l’événement, ou écrivez `!rsvp { $number } non`.
event-told = C’est fait. J’ai prévenu les personnes qui viennent, dans « { $room } ».
event-told-here = C’est fait. Les personnes qui viennent sont prévenues.
event-move-when = Quand, alors ? Par exemple : `samedi 19h`, ou `20h` pour le même jour. En une fois : `!event move { $number } samedi 19h`
event-move-unreadable = Je n’arrive pas à lire `{ $given }` comme une date ou une heure. Par exemple : `!event move { $number } samedi 19h`, ou `!event move { $number } 20h` pour le même jour.
event-move-same = C’est déjà à cette heure-là : { $at }. Pour une autre, écrivez par exemple `!event move { $number } samedi 19h`.
event-unknown = Il n’y a pas d’événement { $number } ici. `!event list` montre ce qui est prévu.
event-number-unreadable = Quel événement est `{ $given }` ? Écrivez son numéro ; `!event list` le montre.
event-none = Rien n’est prévu ici. Un connecteur peut prévoir quelque chose, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-which = Lequel ? Écrivez son numéro, ou des mots de son titre :
    { $events }
event-list-title = **À venir**
event-line = **{ $number }** { $title } · { $at } · ✅ { $yes } 🤔 { $maybe }

cmd-event = Prévoir un événement en une ligne : quoi, quand, où
example-event = !event Auberge espagnole vendredi 19h au jardin
ask-event-what = Quoi, quand et où ? Par exemple : `Auberge espagnole vendredi 19h au jardin`
cmd-event-list = Ce qui est prévu
example-event-list = !event list
cmd-event-show = Réafficher un événement et qui vient
example-event-show = !event show 4
cmd-event-move = Déplacer un événement ; les personnes qui viennent sont prévenues
example-event-move = !event move 4 samedi 19h
cmd-event-cancel = Annuler un événement ; les personnes qui viennent sont prévenues
example-event-cancel = !event cancel 4 Il pleut
cmd-rsvp = Répondre à une invitation
example-rsvp = !rsvp 4 oui
event-mirrored = Événement { $number }. Répondez là où il a été annoncé.
event-to-calendar = Dans mon agenda
event-on-platform = Sur le serveur
event-file = 📆 « { $title } » pour votre agenda :
event-file-below = Le fichier est dans le salon.
event-stays-cancelled = L’événement { $number } ({ $title }) est annulé, il ne peut donc plus être modifié. Pour le rétablir, écrivez `!event reopen { $number }`.
event-stays-over = L’événement { $number } ({ $title }) est passé, il ne peut donc plus être modifié. Pour recommencer, prévoyez-en un nouveau, par exemple : `!event { $title } vendredi 19h`
event-not-cancelled = L’événement { $number } ({ $title }) n’est pas annulé : il a bien lieu. `!event show { $number }` le montre.
event-reopen-late = { $title } aurait déjà commencé : { $at }. Prévoyez plutôt un nouvel événement, par exemple : `!event { $title } vendredi 19h`
event-none-cancelled = Aucun événement annulé n’est encore à venir. `!event list` montre ce qui est prévu.
event-reopened = ✅ **{ $title }** a bien lieu, finalement : { $when }
event-cancel-ask = { $count ->
        [one] Une personne a dit oui ou peut-être
       *[other] { $count } personnes ont dit oui ou peut-être
    } pour **{ $title }**, le { $when }. Faut-il l’annuler et { $count ->
        [one] la
       *[other] les
    } prévenir ?
event-cancel-yes = Annuler l’événement
event-cancel-no = Le maintenir
event-move-ask = { $count ->
        [one] Une personne a dit oui ou peut-être
       *[other] { $count } personnes ont dit oui ou peut-être
    } pour **{ $title }**. Faut-il le déplacer et { $count ->
        [one] la
       *[other] les
    } prévenir ?
    Avant : { $old }
    Maintenant : { $new }
event-move-yes = Déplacer l’événement
event-move-no = Ne rien changer
event-kept = D’accord, « { $title } » reste comme prévu.
event-edit-what = Que faut-il changer à « { $title } » ? Écrivez par exemple `lieu : la bibliothèque`, `titre : Grand repas`, `lien : …` ou `description : …`, ou envoyez une image.
event-edit-picture = Envoyez ici l’image pour « { $title } ». `aucune` enlève celle qu’il a.
event-edit-unreadable = Je ne sais pas ce que `{ $given }` doit changer. Commencez par `titre`, `lieu`, `lien`, `description` ou `image`, par exemple : `!event edit { $number } lieu la bibliothèque`
event-edit-same = C’est déjà ainsi : rien n’a changé pour « { $title } ».
event-edited = ✏️ **{ $title }** (événement { $number }) : { $changes }
event-edited-title = nouveau titre
event-edited-before = {" "}(avant : « { $before } »)
event-edited-place = nouveau lieu : { $place }
event-edited-place-none = plus de lieu indiqué
event-edited-link = nouveau lien : { $link }
event-edited-link-none = le lien est retiré
event-edited-description = nouvelle description
event-edited-description-none = la description est retirée
event-edited-here = C’est fait. L’événement est à jour.
event-edited-there = C’est fait. L’événement dans « { $room } » est à jour.
event-title-empty = Un événement a besoin d’un titre. Par exemple : `Grand repas`
event-link-unreadable = `{ $given }` ne ressemble pas à un lien. Par exemple : `https://meet.example.org/jardin`
event-field-title = titre, nom
event-rename-words = renommer, renomme, renommez
event-field-place = lieu, endroit, adresse, où
event-field-link = lien, url
event-field-description = description, détails, texte
event-field-picture = image, photo
cmd-event-reopen = Rétablir un événement annulé ; les personnes qui viennent sont prévenues
example-event-reopen = !event reopen 4
cmd-event-edit = Changer le titre, le lieu, le lien, la description ou l’image d’un événement
example-event-edit = !event edit 4 lieu la bibliothèque
event-in-digest = **{ $community }** : { $title }, { $when }
event-in-digest-reader = {", "}{ $at } chez vous
event-in-digest-link = {" · "}{ $link }
event-in-digest-open = voir l’événement
event-given-date = le { $given }
event-in-digest-own = { $title }, { $when }
event-share-over = L’événement { $number } (« { $title } ») est passé ou annulé : il n’y a rien à partager.
event-shared-cancelled = **Annulé**
event-share-audience = L’événement { $number } (« { $title } ») n’est pas ouvert à tout le monde : je ne le partage pas.
