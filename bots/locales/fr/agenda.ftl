# L’agenda
agenda-title = **{ $month }**
agenda-title-coming = **Jusqu’au { $last }**
agenda-day = **{ $day }**
agenda-line = { $when } · **{ $number }** { $title }{ $place }
agenda-line-later = { $when } · { $title }{ $place }
agenda-line-of = { $when } · { $title } ({ $community }){ $place }
agenda-all-day = toute la journée
agenda-until = jusqu’au { $day }
agenda-empty = { $span } : rien n’est encore prévu. `!agenda décembre` montre un autre mois, `!event list` tout ce qui est à venir.
agenda-month-unreadable = Je n’arrive pas à lire `{ $given }` comme un mois. Écrivez par exemple `décembre`, `décembre 2027` ou `mois prochain`.
agenda-words-this = ce mois, ce mois-ci
agenda-words-next = mois prochain, le mois prochain, prochain
cmd-agenda = Le mois à venir, jour par jour, ou un autre
example-agenda = !agenda décembre

# Le calendrier sur le web
cmd-event-feed = Le calendrier pour téléphones et logiciels, à une adresse secrète
example-event-feed = !event feed oui
ask-event-feed-how = Que dois-je faire ? Répondez `oui`, `renouveler`, `non`, `état` ou `fichier`.
event-feed-on = Ajoutez cette adresse comme abonnement dans votre agenda : { $feed } Toute personne qui l’a lit les événements de **{ $place }** ouverts à tous les membres, ceux de l’année passée et tous ceux à venir, sans les liens masqués. `!event feed renouveler` la remplace, `!event feed non` y met fin.
event-feed-renewed = L’ancienne adresse de **{ $place }** ne fonctionne plus. La nouvelle : { $feed }
event-feed-renew-ask = Remplacer l’adresse du calendrier de **{ $place }** ? Toutes les personnes abonnées devront saisir la nouvelle.
event-feed-renew-yes = La remplacer
event-feed-off-ask = Retirer du web le calendrier de **{ $place }** ? L’adresse cesse de fonctionner pour toutes les personnes abonnées et ne reviendra pas.
event-feed-off-yes = Le retirer
event-feed-off = Le calendrier de **{ $place }** n’est pas sur le web.
event-feed-none = Le calendrier de **{ $place }** n’est pas sur le web. `!event feed oui` lui donne une adresse secrète, `!event feed fichier` l’envoie en fichier.
event-feed-no-web = La personne qui m’héberge ne m’a pas ouvert d’adresse web : le calendrier ne peut pas y être (`monitoring.address` dans mes réglages). `!event feed fichier` l’envoie en fichier.
event-feed-sent = Je vous ai envoyé l’adresse en privé.
event-feed-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, puis tapez de nouveau `!event feed`.
event-feed-file = 📆 Le calendrier de **{ $place }**, tel qu’il est maintenant :
event-feed-cannot = Je ne peux pas envoyer ici de fichiers de cette taille. `!event feed oui` donne plutôt une adresse web au calendrier.
