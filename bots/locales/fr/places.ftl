# Les places d’un événement, la liste d’attente, et qui vient avec qui.

event-places = 🎟️ { $taken } sur { $capacity } { $capacity ->
        [one] place
       *[other] places
    }{ $waiting ->
        [0] {""}
       *[other] , { $waiting } en attente
    }
event-places-limit = 🎟️ { $capacity ->
        [one] { $capacity } place
       *[other] { $capacity } places
    }
event-who-waiting = ⏳ { $count } en attente : { $names }
event-waiting-asked = { $name } (à confirmer)
rsvp-wait = Liste d’attente
rsvp-waiting = En attente
rsvp-noted-waiting = « { $title } » est complet. Vous êtes en position { $position } sur la liste d’attente ; je vous préviendrai dès qu’une place se libère.
rsvp-toast-waiting = ⏳ Liste d’attente : { $short }
event-place-offered = 🎟️ Une place se libère pour vous : **{ $title }** ({ $start }). Elle est à vous si vous dites oui avant { $until } ; ensuite, elle ira à la personne suivante.
event-place-take = Oui, je viens
event-place-leave = Non, au suivant
event-place-yours = 🎟️ Vous avez une place : **{ $title }** ({ $start }). Si finalement vous ne venez pas, dites-le sous l’événement : la personne suivante pourra venir.
event-place-lost = Votre place pour **{ $title }** est allée à la personne suivante, car je n’ai pas eu de réponse. Pour reprendre la file, répondez sous l’événement.
event-place-sent-back = Il y a maintenant moins de places que de monde pour **{ $title }** ({ $start }) : vous êtes en liste d’attente, parmi les premiers. Je vous préviendrai dès qu’une place se libère.
event-place-gone = Aucune place ne vous est réservée en ce moment pour « { $title } ». Pour venir, répondez sous l’événement.
event-place-automatic = Inscrivez-moi sans demander
event-automatic-noted = C’est noté : dès qu’une place se libère pour « { $title } », elle est à vous, et je vous préviendrai.

event-limit-words = limité à, limitée à, limite, limite de, limite à
event-limit-short-words = max, max., maximum, au maximum, au plus, jusqu’à
event-place-words = places, place, personnes, personne, participants, participantes, inscrits
event-unlimited-words = sans limite, illimité, pas de limite
event-limit-what = Combien de personnes peuvent venir à « { $title } » ? Par exemple `12`, ou `aucun` pour ne pas limiter.
event-limit-unreadable = Combien de places, `{ $given }` ? Répondez par un nombre, par exemple `12`, ou `aucun` pour ne pas limiter.
event-limit-range = Il peut y avoir de 1 à { $limit } places. Par exemple : `12`
event-limit-below = « { $title } » a déjà { $taken } places prises, soit { $more } de trop. Répondez `garder` si toutes restent (personne d’autre tant qu’aucune place n’est libre), ou `attendre` pour mettre les dernières en liste d’attente et les prévenir. `annuler` ne change rien.
event-limit-set = « { $title } » a maintenant { $capacity ->
        [one] { $capacity } place
       *[other] { $capacity } places
    }.
event-limit-kept = « { $title } » a maintenant { $capacity ->
        [one] { $capacity } place
       *[other] { $capacity } places
    }. Celles et ceux qui en avaient une la gardent ; les suivants attendent.
event-limit-waits = « { $title } » a maintenant { $capacity ->
        [one] { $capacity } place
       *[other] { $capacity } places
    }. Les dernières personnes sont en liste d’attente, et je les ai prévenues.
event-limit-none = « { $title } » n’a plus de limite. Toutes les personnes en attente ont une place.
cmd-event-limit = Limiter le nombre de places
example-event-limit = !event limit 4 12
