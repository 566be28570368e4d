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
event-place-automatic = Inscrivez-moi d’office
event-automatic-noted = C’est noté : dès qu’une place se libère pour « { $title } », elle est à vous, et je vous préviendrai.

event-limit-words = limité à, limitée à, limite, limite de, limite à
event-limit-short-words = max, max., maximum, au maximum, au plus, jusqu’à
event-place-words = places, place, personnes, personne, participants, participantes, inscrits
event-limit-small-words = à, a, pour, de
event-unlimited-words = sans limite, illimité, pas de limite
event-limit-what = Combien de personnes peuvent venir à « { $title } » ? Par exemple `12`, ou `aucun` pour ne pas limiter.
event-limit-unreadable = Combien de places, `{ $given }` ? Répondez par un nombre, par exemple `12`, ou `aucun` pour ne pas limiter.
event-limit-range = Il peut y avoir de 1 à { $limit } places. Par exemple : `12`
event-limit-below = « { $title } » a déjà { $taken ->
        [one] une place prise
       *[other] { $taken } places prises
    }, soit { $more } de trop. Répondez `garder` si toutes restent (personne d’autre tant qu’aucune place n’est libre), ou `attendre` pour mettre les dernières en liste d’attente et les prévenir. `annuler` ne change rien.
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

# Les invités, qui peut venir, jusqu’à quand, et ce que demandent les hôtes.

audience-everybody = tous
audience-members = membres
audience-greeters = accueil
audience-connectors = connecteurs
event-for-members = 👥 Pour les membres ; on accueille d’abord les nouveaux
event-for-greeters = 👥 Pour l’accueil et les connecteurs
event-for-connectors = 👥 Pour les connecteurs
event-guests-line = ➕ { $count ->
        [one] Vous pouvez amener { $count } personne
       *[other] Vous pouvez amener jusqu’à { $count } personnes
    }
event-reply-by = ⏳ Réponse jusqu’au { $at }
event-replies-over = ⏳ Les réponses sont closes depuis le { $at }. Vous pouvez encore vous désister.
event-asks = ❓ Les hôtes demandent à qui vient : { $question }
event-names-hidden = 🙈 Seuls les hôtes voient qui vient
event-who-some = ✅ { $count ->
        [one] une personne vient
       *[other] { $count } viennent
    }
event-who-few = ✅ Il y a déjà des inscrits. Je montre le nombre à partir de { $least }.
event-line-hidden = **{ $number }** { $title } · { $at }
event-guest-more = J’amène quelqu’un
event-guest-less = Une personne de moins
event-guests-noted = { $count ->
        [0] C’est noté : vous venez à « { $title } », sans personne d’autre.
        [one] C’est noté : vous venez à « { $title } » avec { $count } personne.
       *[other] C’est noté : vous venez à « { $title } » avec { $count } personnes.
    }
event-guests-toast = ✅ Vous + { $count }
event-guests-none = « { $title } » est sans invités ; chacun peut répondre pour soi sous l’événement.
event-guests-most = Pour « { $title } », vous pouvez amener { $limit ->
        [one] { $limit } personne
       *[other] { $limit } personnes
    } au plus.
event-guests-full = { $free ->
        [0] Il ne reste aucune place pour une personne de plus à « { $title } ».
        [one] Il reste à « { $title } » une place pour { $free } personne avec vous.
       *[other] Il reste à « { $title } » des places pour { $free } personnes avec vous.
    } Votre place à vous est assurée.
event-only-members = « { $title } » est pour les membres. Dès que quelqu’un d’ici vous aura accueilli, vous pourrez venir aussi.
event-only-greeters = « { $title } » est pour l’accueil et les connecteurs de cette communauté.
event-only-connectors = « { $title } » est pour les connecteurs de cette communauté.
event-replies-closed = Les réponses à « { $title } » sont closes depuis le { $at }. Demandez aux hôtes.
event-guests-unreadable = Combien de personnes chacun peut-il amener ? `{ $given }` n’est pas un nombre de 0 à { $limit }. Par exemple : `invités=1`
event-audience-unreadable = Qui peut venir ? Pas `{ $given }`, mais `tous`, `membres`, `accueil` ou `connecteurs`.
event-list-unreadable = `{ $given }` n’est ni `visible` ni `masquée`. Par exemple : `participants=masquée`
event-deadline-unreadable = Jusqu’à quand répondre ? Je ne lis pas `{ $given }`. Par exemple `1j` (un jour avant), ou `jeudi 18h`.
event-deadline-late = La fin des réponses doit être à venir, et avant le début ; ce serait le { $at }. Par exemple : `1j`
event-words-long = Cette question est trop longue ({ $limit } caractères au plus).
event-private = 🔒 Reste ici : ni les réseaux ni les calendriers ne le montrent
event-carries = ♻️ Les personnes venues la dernière fois sont comptées ; si vous ne pouvez pas, appuyez sur ❌
event-visibility-unreadable = Je ne connais pas la visibilité « { $given } ». Écrivez `public`, ou `membres` s’il doit rester ici.
event-visibility-network = « { $title } » est montré dans les communautés d’un réseau, il ne peut donc pas rester ici. Omettez `visibilité`, ou annoncez-le sans `vers=réseau`.
event-carry-unreadable = Je ne comprends pas, d’après « { $given } », si les réponses sont reconduites. Écrivez `reconduire=oui` ou `reconduire=non`.
event-carry-single = « { $title } » n’a lieu qu’une fois : aucune réponse ne peut être reconduite. `!event repeat { $number } chaque mardi` le fait revenir.
event-share-private = « { $title } » reste ici. `!event set { $number } visibilité=public` le change.
event-carried = Vous êtes venu à **{ $title }** la dernière fois, alors je vous compte de nouveau : { $start }. Si vous ne pouvez pas, appuyez sur ❌ ou écrivez-y `!rsvp { $number } non`. Après un non, je ne vous compte plus avant un nouveau oui.
event-carried-waiting = Vous êtes venu à **{ $title }** la dernière fois, mais pour { $start } c’est complet : vous êtes sur la liste d’attente. Si vous ne pouvez pas venir, appuyez sur ❌ ou écrivez-y `!rsvp { $number } non`.
event-set-now = « { $title } » est réglé ainsi :
event-set-done = C’est fait. « { $title } » maintenant :
event-set-nothing = Tout le monde peut venir, et répondre jusqu’à la fin.
event-set-how = Pour changer : `!event set { $number } invités=1`, `pour=membres`, `délai=1j`, `participants=masquée`, `question="Des allergies ?"`, `visibilité=membres`, `reconduire=oui`. `aucun` en retire un ; `!event limit { $number } 12` limite les places.
event-question = { $waits ->
        [yes] Si vous avez une place pour **{ $title }**, les hôtes aimeraient savoir : { $question }
       *[no] Vous venez à **{ $title }**, et les hôtes demandent : { $question }
    } Écrivez simplement votre réponse ici ; eux seuls la liront.
event-question-form = Les hôtes demandent : { $question } Eux seuls liront votre réponse.
event-question-noted = C’est noté pour les hôtes de « { $title } » ; personne d’autre ne le lit. Je l’oublie quelques semaines après l’événement.
event-question-none = Les hôtes de « { $title } » ne demandent rien.
event-question-first = Dites d’abord que vous venez à « { $title } ».
event-guests-nobody = Personne n’a encore répondu à « { $title } ».
event-guests-title = **Qui vient à { $title }**
event-guests-more = Il y en a d’autres : `!event guests { $number } fichier` envoie le tableau complet.
event-guests-came = { $came } sont venus, { $missing } des personnes attendues non. Vous seul voyez cela.
event-guests-no-files = Je ne peux pas envoyer de fichier ici. `!event guests` montre la liste.
event-guests-file = Qui vient à « { $title } » : { $count ->
        [one] une réponse
       *[other] { $count } réponses
    }. Supprimez le fichier quand vous n’en avez plus besoin.
event-guests-sent = Je vous ai envoyé la liste en privé.
event-guests-unreachable = Je ne peux pas vous écrire en privé. Ouvrez d’abord une conversation avec moi, puis redemandez.
event-column-name = Nom
event-column-answer = Réponse
event-column-guests = Invités
event-column-here = Venu
event-column-note = Note
event-status-yes = vient
event-status-maybe = peut-être
event-status-no = ne vient pas
event-status-waiting = en attente
event-checkin = **Qui est là : { $title }** · pour les hôtes : appuyez sur un nom
cmd-event-set = Régler invités, public, délai, question
example-event-set = !event set 4 invités=1 délai=1j
cmd-event-guests = Voir ou exporter qui vient, en privé
example-event-guests = !event guests 4 fichier
cmd-event-checkin = Pointer qui est là
example-event-checkin = !event checkin 4
cmd-event-answer = Répondre à la question des hôtes
example-event-answer = !event answer 4 Sans noix, merci
ask-event-answer-answer = Que doivent savoir les hôtes ?

# Les rappels de chacun, le lien pour qui vient, et ce qui suit un événement.

event-remind-own = Je vous rappelle en privé les événements où vous venez : { $times }. `!me remind non` arrête.
event-remind-off = Je ne vous rappelle pas les événements. `!me remind 1j 1h` le fait.
event-remind-room = Je vous rappelle dans le salon avec les autres. En privé plutôt : `!me remind 1j 1h`, ou `!me remind non` pour jamais.
event-remind-one-own = Je vous rappelle « { $title } » en privé : { $times }.
event-remind-one-off = Je ne vous rappelle pas « { $title } ».
event-remind-one-room = Je vous rappelle « { $title } » dans le salon avec les autres. Pour choisir : `!event remind 3h`
event-remind-unreadable = Quand vous le rappeler ? Je ne lis pas `{ $given }`. Par exemple `1j 1h` (un jour et une heure avant), `non`, ou `salon` pour les rappels du salon.
event-remind-many = C’est beaucoup de rappels : { $limit } au plus. Par exemple : `1j 1h`
event-remind-room-words = salon, défaut, par défaut, normal
event-link-hidden = 🔗 Le lien est donné en privé à qui vient
event-link-yours = 🔗 Le lien pour **{ $title }** : { $link } Gardez-le pour vous.
event-link-now = 🔔 **{ $title }** commence : { $link }
event-cost = 💶 { $cost }
event-where-map = 📍 { $place } ({ $map })
event-map = plan
event-after = 💛 Merci d’être venus à **{ $title }** ! Vous avez des photos ? Répondez à ce message avec.
event-after-ask = C’était comment ? Les nombres apparaissent à partir de cinq réponses.
event-after-totals = 🙂 { $good } · 😐 { $fair } · 🙁 { $poor }
event-feeling-good = J’ai adoré
event-feeling-fair = C’était bien
event-feeling-poor = Pas pour moi
event-feeling-noted = Merci, c’est noté.
event-feeling-guests = Cette question est pour les personnes venues à « { $title } ».
cmd-event-remind = Recevoir un rappel d’un événement, en privé
example-event-remind = !event remind 4 3h
cmd-me-remind = Choisir quand on vous rappelle les événements
example-me-remind = !me remind 1j 1h
event-moved-to = 📅 **{ $title }** est déplacé : { $when }
event-reminder-private = ⏰ On vous attend à **{ $title }** : { $when }

cmd-event-host = Accueillir un événement, le demander à quelqu’un, ou arrêter
example-event-host = !event host 4 @anna:example.org
ask-event-host-person = Qui doit l’accueillir ? Mentionnez la personne ou écrivez son nom en entier ; `non` si c’est personne.
event-host-line = 🙋 Vous accueille : { $name }
event-host-ask = { $name }, voulez-vous accueillir **{ $title }** ({ $at }) ? Votre nom figurera sur sa carte, dans cette communauté seulement.
event-host-yes = Je m’en charge
event-host-no = Je ne peux pas
event-host-is = **{ $title }** : c’est { $name } qui accueille.
event-host-nobody = Personne n’accueille **{ $title }** pour l’instant. Avec `!event host { $number }`, c’est vous.
event-host-you = C’est vous qui accueillez **{ $title }** : votre nom figure sur sa carte. `!event host { $number } non` l’enlève.
event-host-taken = **{ $title }** : c’est déjà { $name } qui accueille.
