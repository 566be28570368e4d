# Réponses aux questions de tous les jours.

inquiry-none = Rien n’est prévu pour l’instant.
inquiry-none-then = Rien n’est prévu à ce moment-là. La suite :
inquiry-event = **{ $title }**
inquiry-line = **{ $title }** : { $when }
inquiry-no-place = Je ne connais pas encore le lieu. Demandez aux personnes qui organisent.
inquiry-more = `!event list` montre le reste.
inquiry-join = Pour dire que vous venez, touchez ✅ sous l’événement, ou répondez-lui « je viens ».
inquiry-vote = Pour voter, touchez un choix sous le sondage, ou réagissez avec son numéro. `!poll results` réaffiche un sondage.
inquiry-vote-private = On vote dans le salon, juste sous le sondage.
