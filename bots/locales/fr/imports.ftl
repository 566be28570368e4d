# Les événements d’autres agendas

cmd-event-import = Reprendre les événements d’un autre agenda
example-event-import = !event import https://example.org/agenda.ics
event-import-what = Quel agenda ? Tapez son adresse (elle finit souvent par `.ics`), ou envoyez-moi le fichier.
event-import-address = `{ $given }` n’est pas l’adresse d’un agenda. Elle commence par `https://` ou `webcal://` ; les agendas la donnent sous « iCal » ou « ICS ». Par exemple : `!event import https://example.org/agenda.ics`
event-import-many = Je peux suivre { $limit } agendas ici. `!event import non` en arrête d’abord un.
event-import-reading = Je lis l’agenda…
event-import-busy = Je suis encore en train de lire un agenda ici. Réessaie dans deux minutes.
event-import-again = Je relis **{ $name }**.
event-import-nothing = L’agenda est lisible, mais rien n’y est encore à venir. Ce qui y est marqué comme privé reste de côté.
event-import-nothing-new = Tout ce qui y est encore à venir est déjà ici.
event-import-preview = { $count ->
        [one] **{ $name }** : un événement.
       *[other] **{ $name }** : { $count } événements. Les prochains :
    }
event-import-line-entry = • { $when } · { $title }
event-import-skipped = { $count ->
        [one] Une entrée illisible reste de côté.
       *[other] { $count } entrées illisibles restent de côté.
    }
event-import-ask = Dois-je les importer ? Tout le monde ici les verra, et je suivrai leurs changements.
event-import-ask-file = Dois-je les importer ? Tout le monde ici les verra. Je ne peux pas suivre les changements d’un fichier.
event-import-yes = Les importer
event-import-begun = Je les importe.
event-imported = { $count ->
        [0] 📥 Rien de nouveau dans **{ $name }**.
        [one] 📥 Un événement est arrivé de **{ $name }**. Sa fiche paraît une semaine avant ; `!event list` le montre déjà.
       *[other] 📥 { $count } événements sont arrivés de **{ $name }**. Leurs fiches paraissent une semaine avant ; `!event list` les montre déjà.
    }
event-imported-more = { $count ->
        [one] 📥 **{ $name }** a un événement de plus : `!event list`
       *[other] 📥 **{ $name }** a { $count } événements de plus : `!event list`
    }
event-import-gone = Il n’est plus dans l’agenda { $name }
event-import-trouble = ⚠️ Depuis un moment je n’arrive pas à lire **{ $name }**. { $why } Je continue d’essayer ; `!event import non` y met fin.
event-import-none = Aucun agenda n’est importé ici. `!event import` suivi d’une adresse le fait.
event-import-status = **Agendas importés**
event-import-line = **{ $number }** { $name } ({ $host }) : { $count ->
        [one] { $count } événement à venir
       *[other] { $count } événements à venir
    }, lu { $at }
event-import-line-file = **{ $number }** { $name } (fichier) : { $count ->
        [one] { $count } événement à venir
       *[other] { $count } événements à venir
    }
event-import-line-problem = **{ $number }** { $name } ({ $host }) : { $count ->
        [one] { $count } événement à venir
       *[other] { $count } événements à venir
    }. ⚠️ { $why }
event-import-which = Lequel ? `!event import état` montre leurs numéros, par exemple : `!event import non 2`
event-import-off-ask = Ne plus suivre **{ $name }** ? Ses événements restent ici tels quels ; je ne lis simplement plus l’agenda.
event-import-off-yes = Ne plus suivre
event-import-off = Je ne lis plus **{ $name }**. Ses événements sont à vous maintenant : `!event list`
event-import-problem-unreachable = Je n’arrive pas à joindre l’agenda à cette adresse. S’ouvre-t-elle dans un navigateur sans se connecter ?
event-import-problem-private = Cette adresse mène à un réseau privé, que je ne lis pas.
event-import-problem-gone = Il n’y a pas (ou plus) d’agenda à cette adresse.
event-import-problem-refused = Le serveur ne me laisse pas lire l’agenda. Est-il public, ou y a-t-il une adresse pour le partager ?
event-import-problem-large = L’agenda est trop gros pour moi : 5 Mo au plus. Pouvez-vous n’exporter que ce qui est à venir ?
event-import-problem-slow = La lecture de l’agenda prend trop de temps. Réessayez plus tard.
event-import-problem-unreadable = Ce n’est pas un fichier d’agenda (ICS). Cherchez « iCal » ou « ICS » là où l’agenda se partage.
event-source = 📥 De l’agenda « { $name } »
