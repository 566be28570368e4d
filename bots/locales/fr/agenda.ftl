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
agenda-title-tagged = { $title } · 🏷️ { $tag }
agenda-empty-tag = { $span } : rien n’est prévu avec cette étiquette. `!agenda` montre tout ce qu’il y a.
event-tags = 🏷️ { $tags }
event-tags-many = C’est trop d’étiquettes : un événement en a { $limit } au plus.
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

# Son propre agenda
cmd-me-calendar = Vos événements dans l’agenda de votre téléphone
example-me-calendar = !me calendar
ask-me-calendar-how = Que dois-je faire ? Répondez `oui`, `renouveler`, `non` ou `fichier`.
own-calendar-name = Mes événements
own-calendar-on = Ajoutez cette adresse comme abonnement dans votre agenda : { $feed } On y trouve les événements auxquels vous avez répondu oui ou peut-être, dans toutes vos communautés, avec les liens réservés aux personnes qui viennent. Gardez-la donc pour vous. `!me calendar renouveler` la remplace, `!me calendar non` y met fin.
own-calendar-renewed = L’ancienne adresse de votre agenda ne fonctionne plus. La nouvelle : { $feed }
own-calendar-renew-ask = Remplacer l’adresse de votre agenda ? Partout où vous l’avez ajouté, il faudra saisir la nouvelle.
own-calendar-off-ask = Retirer votre agenda du web ? Son adresse cesse de fonctionner et ne reviendra pas.
own-calendar-off = Votre agenda n’est pas sur le web.
own-calendar-none = Votre agenda n’est pas sur le web. `!me calendar` lui donne une adresse secrète, `!me calendar fichier` l’envoie en fichier.
own-calendar-no-web = La personne qui m’héberge ne m’a pas ouvert d’adresse web : votre agenda ne peut pas y être (`monitoring.address` dans mes réglages). `!me calendar fichier` l’envoie en fichier.
own-calendar-sent = Je vous ai envoyé la réponse en privé.
own-calendar-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, puis tapez de nouveau `!me calendar`.
own-calendar-file = 📆 Les événements auxquels vous avez répondu oui ou peut-être, tels qu’ils sont maintenant :
own-calendar-cannot = Je ne peux pas envoyer ici de fichiers de cette taille. `!me calendar` vous donne plutôt une adresse web.
