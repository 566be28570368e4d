# Les événements d’un réseau, montrés dans ses communautés.

event-goes-to = { $count ->
        [one] 🌐 Une communauté du réseau { $network } est invitée à le montrer. Personne n’y répond avant l’accord de ses connecteurs.
       *[other] 🌐 { $count } communautés du réseau { $network } sont invitées à le montrer. Personne n’y répond avant l’accord de leurs connecteurs.
    }
event-to-nobody = Aucune communauté du réseau { $network } ne montre ce que publie le réseau : il n’y a personne à inviter. Enlevez `vers` pour le prévoir dans ce seul salon.
event-network-none = Ce salon n’appartient à aucun réseau. Enlevez `vers` pour le prévoir ici.
event-of-network = 🌐 Événement du réseau { $network }, pour toutes ses communautés. Sa coordination voit qui vient ; ce salon ne nomme que les gens d’ici.
event-of-network-by = 🌐 Événement de { $host } pour toutes les communautés du réseau { $network }. Les hôtes voient qui vient ; ce salon ne nomme que les gens d’ici.
event-of-network-host = 🌐 Pour toutes les communautés du réseau { $network } qui veulent le montrer. Ce salon ne nomme que les gens qui ont répondu ici ; `!event guests` les donne tous.
event-line-of = { $title } · { $at } · organisé par { $host }
event-names-elsewhere = { $more } ailleurs
event-names-and-more = { $names } et { $more } de plus
event-gone-here = { $title } : cette communauté ne montre plus cet événement, on n’y répond donc plus ici. Les réponses d’avant restent comptées.
event-not-here = Cette communauté ne montre plus { $title }, vous ne pouvez donc pas répondre ici. Votre réponse d’avant reste comptée.
event-reply-rests = Vous avez quitté « { $room } » : vous ne comptez donc plus parmi les personnes qui viennent à **{ $title }**. Vous venez quand même ? Appuyez sur ✅ dans un autre salon qui le montre.
event-number-twice = Deux événements portent le numéro { $number } : un de cette communauté, un d’un réseau. Touchez les boutons de celui dont il s’agit, ou répondez-lui avec la commande.
event-ask = 🌐 **{ $network }** vous invite à **{ $title }**. Faut-il le montrer ici ?
event-ask-by = 🌐 **{ $host }** invite toutes les communautés du réseau **{ $network }** à **{ $title }**. Faut-il le montrer ici ?
event-ask-who = C’est à un connecteur de décider. Sans réponse, rien n’est montré.
event-ask-series = C’est à un connecteur de décider, une fois pour toutes les dates. Sans réponse, rien n’est montré.
event-ask-show = Montrer
event-ask-always = Toujours montrer ceux du réseau { $network }
event-ask-decline = Pas cette fois
event-ask-stop = Ne plus le montrer
event-ask-shown = 🌐 { $title } est montré dans cette communauté.
event-ask-declined = 🌐 { $title } n’est pas montré dans cette communauté.
event-ask-over = 🌐 { $title } : cette question est close.
event-ask-gone = { $title } ne peut plus être montré ici : cette communauté n’écoute plus le réseau, ou son hôte l’a quitté.
event-ask-now-show = { $title } est maintenant montré ici. Pour le retirer : `!event decline`
event-ask-now-always = { $title } est maintenant montré ici, et les suivants le seront aussi. Pour être consultés à nouveau : `!network events demander`
event-ask-now-no = { $title } n’est pas montré ici. Si vous changez d’avis : `!event accept`
event-asked-none = Aucun réseau ne vous demande de montrer un événement en ce moment.
event-asked-which = Duquel s’agit-il ? Ajoutez son numéro, ou répondez à son message. { $events }
cmd-event-accept = Montrer ici un événement d’un réseau
example-event-accept = !event accept 3
cmd-event-decline = Ne pas montrer ici un événement d’un réseau, ou le retirer
example-event-decline = !event decline 3
arg-event-accept-number = Le numéro de l’événement
arg-event-decline-number = Le numéro de l’événement
arg-event-to = Inviter les communautés du réseau
cmd-network-events = Être consulté sur les événements d’un réseau, les montrer tous, ou aucun
example-network-events = !network events demander
ask-network-events-what = Que faire de ses événements ? Répondez `demander`, `afficher` ou `non`.
arg-network-events-what = demander, afficher ou non
arg-network-events-network = Quel réseau, si vous en avez plusieurs
network-events-ask = Je demanderai à **{ $community }** avant de montrer un événement du réseau **{ $network }**. Ce qui est déjà montré reste.
network-events-show = **{ $community }** montre désormais les événements du réseau **{ $network }**, sans question.
network-events-off = **{ $community }** ne montre plus d’événements du réseau **{ $network }**, et n’est plus consultée.
