# Les annonces : ce qu’un réseau dit à ses communautés.

cmd-announce = Dire quelque chose aux communautés du réseau
example-announce = !announce "Le local ouvre lundi" pour=langue:fr quand=demain 9h
ask-announce-text = Que doivent lire les communautés ? Rien ne part avant que vous ayez vu un aperçu.
cmd-announce-text = Donner à une annonce un texte dans une autre langue
example-announce-text = !announce text 3 en "The shed opens on Monday"
ask-announce-text-language = Dans quelle langue ? Par exemple `en` ou `Deutsch`.
ask-announce-text-text = Que doivent lire les communautés qui la parlent ?
cmd-announce-edit = Modifier une annonce, même déjà envoyée
example-announce-edit = !announce edit 3 Le local ouvre mardi
ask-announce-edit-text = Que doit-elle dire à la place ?
ask-announce-edit-at = Quand doit-elle partir ? Par exemple `demain 9h`.
cmd-announce-recall = Retirer une annonce partout
example-announce-recall = !announce recall 3
cmd-announce-list = Les annonces passées et à venir
example-announce-list = !announce list
cmd-announce-show = Ce qu’est devenue une annonce
example-announce-show = !announce show 3
cmd-announce-accept = Afficher une annonce ici, avec une ligne de vous si vous voulez
example-announce-accept = !announce accept 3 Nous y serons aussi !
cmd-announce-decline = Ne pas afficher une annonce ici, ou la décrocher
example-announce-decline = !announce decline 3 Nous l’avons dit la semaine dernière
cmd-announce-answer = Dire quelque chose à la coordination à propos d’une annonce
example-announce-answer = !announce answer 3 Comptez sur nous
ask-announce-answer-text = Que doit lire la coordination ?

# Ce que voit une communauté

announce-card = 📢 Annonce du réseau **{ $network }** :
announce-card-through = 📢 Annonce du réseau **{ $network }**, par le réseau **{ $through }** :
announce-card-line = **{ $community } :** { $line }
announce-card-changed = _Le texte a été modifié._
announce-card-footer = _Les réponses restent dans ce salon. Pour dire quelque chose à la coordination, utilisez ✉️._
announce-answer-button = À la coordination
announce-changed-afar = _Le réseau { $network } a modifié son annonce. Ce salon ne le suit plus : le nouveau texte n’apparaît pas ici._
announce-recalled-here = _Le réseau { $network } a retiré cette annonce._

# L’aperçu

announce-many-unsent = { $limit } annonces attendent déjà. `!announce list` les montre, et `!announce recall` en retire une.
announce-preview-draft = **Annonce { $number }** · réseau **{ $network }** · pas encore envoyée
announce-preview-scheduled = **Annonce { $number }** · réseau **{ $network }** · programmée
announce-preview-text = { $language } :
announce-preview-goes = Pour { $count ->
        [one] une communauté
       *[other] { $count } communautés
    } ({ $audience })
announce-preview-nobody = Aucune communauté ne la recevrait ({ $audience }).
announce-preview-language = • en { $language } : { $count ->
        [one] une
       *[other] { $count }
    } ({ $names })
announce-out-deaf = Sans celles qui n’écoutent pas le réseau : { $count } ({ $names })
announce-out-off = Sans celles qui ont coupé les annonces : { $count } ({ $names })
announce-out-homeless = Sans celles qui n’ont pas de salon : { $count } ({ $names })
announce-preview-asks = { $count ->
        [one] Dans l’une d’elles, un connecteur décide d’abord
       *[other] Dans { $count } d’entre elles, un connecteur décide d’abord
    } (sous { $hours } heures).
announce-preview-quiet = { $count ->
        [one] Dans l’une d’elles, elle attend la fin des heures calmes.
       *[other] Dans { $count } d’entre elles, elle attend la fin des heures calmes.
    }
announce-preview-urgent = ❗ Urgent : { $count ->
        [one] elle dérange les heures calmes d’une communauté.
       *[other] elle dérange les heures calmes de { $count } communautés.
    }
announce-preview-urgent-only = ❗ Urgent : elle s’affiche même pendant les heures calmes.
announce-preview-deep = Aussi dans les communautés de : { $names }
announce-preview-shallow = Aucun réseau en dessous n’écoute celui-ci : elle ne descend pas plus bas. Leur coordination peut le changer chez elle : `!network listen oui`.
announce-preview-now = Elle part quand vous appuyez sur ✅.
announce-preview-at = Date : { $at }
announce-more = et { $count } de plus
announce-send = Envoyer
announce-send-now = Envoyer maintenant
announce-confirm = Programmer
announce-schedule = Choisir l’heure
announce-edit = Modifier
announce-add = Ajouter { $language }
announce-urgent-on = Urgent
announce-urgent-off = Pas urgent
announce-deep-on = Descendre plus bas
announce-deep-off = Rester en haut
announce-discard = Abandonner
announce-unschedule = Ne pas envoyer
announce-sent = L’annonce { $number } part vers { $count ->
        [one] une communauté
       *[other] { $count } communautés
    }. `!announce show { $number }` dit où elle en est, `!announce recall { $number }` la retire.
announce-scheduled = L’annonce { $number } est programmée : { $at }. `!announce recall { $number }` l’arrête.
announce-missed = L’annonce { $number } devait partir ({ $at }), mais j’étais hors ligne. Je ne l’ai pas envoyée : `!announce show { $number }` redonne l’aperçu.
announce-sent-card = **L’annonce { $number }** est envoyée ({ $at }). Communautés qui l’affichent : { $count } sur { $total }. { $about }
announce-card-recalled = L’annonce { $number } a été retirée.
announce-card-dropped = L’annonce { $number } n’est pas envoyée, et j’ai oublié son texte.

# Ce qui n’est pas possible

announce-elsewhere = Une annonce se fait dans un salon du réseau ({ $names }). Écrivez-la là-bas.
announce-unknown = Le réseau { $network } n’a pas d’annonce { $given }. `!announce list` les montre.
announce-none = Le réseau { $network } n’a encore rien annoncé. Commencez par `!announce` et votre texte.
announce-is-draft = L’annonce { $number } n’est pas encore envoyée.
announce-is-scheduled = L’annonce { $number } n’est pas encore envoyée.
announce-is-sent = L’annonce { $number } est déjà envoyée. `!announce edit { $number }` la modifie, `!announce recall { $number }` la retire.
announce-is-recalled = L’annonce { $number } a été retirée. Son texte est effacé.
announce-is-dropped = L’annonce { $number } a été abandonnée. Son texte est effacé.
announce-nobody = Aucune communauté ne recevrait l’annonce { $number }. `!announce edit { $number } pour=toutes` en choisit d’autres.
announce-too-late = L’heure de l’annonce { $number } ({ $at }) est passée. Choisissez-en une autre.
announce-edit-what = Que doit dire l’annonce { $number } à la place ? Écrivez le nouveau texte, ou par exemple `!announce edit { $number } quand=vendredi 9h`.
announce-edit-sent = L’annonce { $number } est déjà envoyée : seul son texte peut encore changer.
announce-to-mixed = Je ne sais pas qui désigne `{ $given }`. Donnez soit des noms, comme `Lyon, Paris`, soit des conditions, comme `langue:fr taille:20+`.
announce-to-unknown = Je ne connais pas de communauté `{ $given }`. Il y a : { $names }. Ou écrivez `toutes`, `étiquette:vélo`, `langue:fr`, `plateforme:telegram` ou `taille:20+`.
announce-size = `{ $given }` n’est pas une taille. Écrivez `taille:20+` pour au moins 20 personnes, `taille:-50` pour 50 au plus, ou `taille:20-50`.
announce-platform = Je ne suis pas sur `{ $given }`. Il y a : { $names }.

# Modifier et retirer

announce-change-ask = L’annonce { $number } ({ $language }) dira :
    { $about }
    { $count ->
        [0] Aucune communauté ne l’affiche. Elle changera partout où ce texte s’afficherait. On y va ?
        [one] Elle est visible dans une communauté et changera partout où ce texte est affiché. On y va ?
       *[other] Elle est visible dans { $count } communautés et changera partout où ce texte est affiché. On y va ?
    }
announce-change-yes = Modifier
announce-changed = L’annonce { $number } change maintenant partout.
announce-recall-ask = L’annonce { $number } ({ $about }) { $count ->
        [0] n’est affichée nulle part, et n’arrivera pas là où elle est encore en route
        [one] va disparaître d’une communauté, et de partout où elle est encore en route
       *[other] va disparaître de { $count } communautés, et de partout où elle est encore en route
    }. C’est sans retour. On y va ?
announce-drop-ask = L’annonce { $number } ({ $about }) n’est pas encore partie. Si je l’abandonne, son texte est perdu. Je l’abandonne ?
announce-recall-yes = La retirer
announce-recalled = Je retire l’annonce { $number } partout.

# Ce que décident les connecteurs

announce-ask-show = Annonce du réseau **{ $network }**. L’afficher dans **{ $community }** ?
    { $about }
    Sans réponse d’ici là ({ $at }), je l’afficherai.
announce-ask-decline = Annonce du réseau **{ $network }**. L’afficher dans **{ $community }** ?
    { $about }
    Sans réponse d’ici là ({ $at }), je ne l’afficherai pas.
announce-ask-waiting = Une annonce du réseau **{ $network }** apparaîtra dans **{ $community }** ({ $at }) :
    { $about }
announce-ask-shown = **{ $community }** affiche cette annonce du réseau **{ $network }** :
    { $about }
announce-ask-declined = **{ $community }** n’affiche pas cette annonce du réseau **{ $network }** :
    { $about }
announce-ask-over = Il n’y a plus rien à décider sur cette annonce du réseau **{ $network }** dans **{ $community }**.
    { $about }
announce-show-button = Afficher
announce-line-button = Ajouter une ligne
announce-later-button = Plus tard
announce-decline-button = Ne pas afficher
announce-down-button = La décrocher
announce-ask-line = Que doit lire { $community } en dessous ? Une ligne, 300 caractères au plus ; `aucun` pour ne rien ajouter.
announce-ask-when = Quand l’afficher dans { $community } ? Par exemple `ce soir 20h` ou `vendredi 9h`.
announce-ask-reason = { $community } ne l’affiche pas. Voulez-vous dire pourquoi à la coordination ? Écrivez-le, ou `non`.
announce-reason-kept = Merci. La coordination le verra dans son rapport.
announce-reason-none = Entendu, sans raison.
announce-now-shown = { $community } l’affiche maintenant.
announce-now-waiting = { $community } l’affichera plus tard : { $at }.
announce-now-declined = { $community } ne l’affiche pas.
announce-ask-over-short = Elle ne peut plus être affichée dans { $community }.
announce-wait-too-long = C’est trop loin : { $days } jours au plus.
announce-not-yours = Seuls les connecteurs de { $community } en décident.
announce-shown-already = Elle est déjà affichée.
announce-over = Il n’y a plus rien à décider sur cette annonce.
announce-over-recalled = Cette annonce a été retirée.
announce-here-none = Aucune annonce n’est encore arrivée à { $community }.
announce-here-unknown = Aucune annonce `{ $given }` n’est arrivée ici. `!announce list` les montre.
announce-here-which = Plusieurs réseaux ont une annonce { $given } : { $names }. Écrivez la commande en réponse à celle que vous voulez dire.

# Réponses

announce-answer-circle-named = Que dois-je transmettre à la coordination du réseau **{ $network }** ? Votre prochain message ici ira dans son cercle, avec votre nom et votre communauté. Avec `annuler`, tout reste ici.
announce-answer-circle-unnamed = Que dois-je transmettre à la coordination du réseau **{ $network }** ? Votre prochain message ici ira dans son cercle, avec votre communauté mais sans votre nom. Avec `annuler`, tout reste ici.
announce-answer-room-named = Que dois-je transmettre au réseau **{ $network }** ? Votre prochain message ici ira dans le salon du réseau, où tout le monde le lira, avec votre nom et votre communauté. Avec `annuler`, tout reste ici.
announce-answer-room-unnamed = Que dois-je transmettre au réseau **{ $network }** ? Votre prochain message ici ira dans le salon du réseau, où tout le monde le lira, avec votre communauté mais sans votre nom. Avec `annuler`, tout reste ici.
announce-answered-circle = Transmis à la coordination du réseau { $network }.
announce-answered-room = Transmis au salon du réseau { $network }.
announce-take-back = Retirer
announce-answer-card = ✉️ Annonce { $number }, { $who } de **{ $community }** :
    { $about }
announce-answer-gone = _Une réponse a été retirée._
announce-answer-back = C’est retiré, et oublié.
announce-answer-not-yours = Seule la personne qui l’a écrite peut la retirer.
announce-somebody = quelqu’un

# Listes et rapport

announce-list-title = **Annonces du réseau { $network }**
announce-list-footer = `!announce show { $number }` dit ce qu’est devenue une annonce.
announce-line-draft = **{ $number }** · brouillon : { $about }
announce-line-scheduled = **{ $number }** · programmée, { $at } : { $about }
announce-line-sent = **{ $number }** · envoyée, { $at } : { $about }
announce-received-title = **Annonces · { $community }**
announce-received-footer = `!announce decline 3` en décroche une, `!announce accept 3` l’affiche.
announce-received = **{ $number }** · { $network } · { $state } : { $about }
announce-state-asked = attend un connecteur
announce-state-waiting = pour plus tard
announce-state-shown = affichée
announce-state-declined = pas affichée
announce-state-failed = impossible à publier
announce-state-deaf = vous n’écoutez pas
announce-state-off = annonces coupées
announce-state-homeless = pas de salon
announce-state-left = réseau quitté
announce-report-private = Je vous envoie en privé le rapport sur l’annonce { $number }.
announce-report-unreachable = Je ne peux pas vous écrire en privé, et le rapport n’est pas pour tout le monde. Envoyez-moi d’abord un message privé, ou demandez-le dans le cercle du réseau.
announce-report-title = **Annonce { $number }**, envoyée, { $at } ({ $audience }) : { $about }
announce-report-shown = ✅ Affichée dans { $count ->
        [one] une communauté
       *[other] { $count } communautés
    } : { $names }
announce-report-asked = ❓ Un connecteur doit encore décider dans { $count ->
        [one] une communauté
       *[other] { $count } communautés
    } : { $names }
announce-report-waiting = ⏰ Plus tard dans { $count ->
        [one] une communauté
       *[other] { $count } communautés
    } : { $names }
announce-report-declined = ❌ Pas affichée dans { $count ->
        [one] une communauté
       *[other] { $count } communautés
    } : { $names }
announce-report-failed = ⚠️ Impossible à publier dans { $count ->
        [one] une communauté
       *[other] { $count } communautés
    } : { $names }
announce-report-deaf = N’écoutent pas : { $count } ({ $names })
announce-report-off = Annonces coupées : { $count } ({ $names })
announce-report-homeless = Sans salon : { $count } ({ $names })
announce-report-left = Parties avant l’affichage : { $count } ({ $names })
announce-place-silent = { $community } (sans réponse)
announce-place-reason = { $community } (« { $reason } »)
announce-place-until = { $community } (jusqu’à : { $at })
announce-place-gone = { $community } (je ne suis plus dans ce salon)
announce-reactions-few = Réactions : de moins de cinq personnes
announce-reactions = Réactions de { $count } personnes : { $emojis }
announce-reactions-of = • { $community } : { $emojis }
announce-answers = { $count ->
        [one] Une réponse :
       *[other] { $count } réponses :
    }
announce-answer-line = • { $who }, { $community } : { $text }

# Pour qui elle est

audience-words-all = toutes tous tout
audience-words-tag = étiquette étiquettes tag
audience-words-language = langue langues
audience-words-platform = plateforme plateformes
audience-words-size = taille personnes
audience-all = toutes
audience-tags = étiquette : { $names }
audience-languages = langue : { $names }
audience-platforms = plateforme : { $names }
audience-least = au moins { $count ->
        [one] une personne
       *[other] { $count } personnes
    }
audience-most = { $count ->
        [one] une personne
       *[other] { $count } personnes
    } au plus

# Réglages

about-announcements = ce que deviennent les annonces de vos réseaux : les `afficher` aussitôt, `demander` d’abord aux connecteurs, ou `non`
about-unanswered = ce que devient une annonce si aucun connecteur ne répond à temps : `afficher` ou `refuser`
about-answer-hours = combien d’heures les connecteurs ont pour décider d’une annonce
unit-hours = { $count ->
        [one] 1 heure
       *[other] { $count } heures
    }
