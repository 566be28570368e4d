# Places at an event, the waiting list, and who brings whom.

event-places = 🎟️ { $taken } of { $capacity } { $capacity ->
        [one] place
       *[other] places
    }{ $waiting ->
        [0] {""}
        [one] , 1 waiting
       *[other] , { $waiting } waiting
    }
event-places-limit = 🎟️ { $capacity ->
        [one] 1 place
       *[other] { $capacity } places
    }
event-who-waiting = ⏳ { $count } waiting: { $names }
event-waiting-asked = { $name } (asked)
rsvp-wait = Waiting list
rsvp-waiting = Waiting
rsvp-noted-waiting = All places at “{ $title }” are taken. You’re number { $position } on the waiting list, and I’ll tell you when a place is free.
rsvp-toast-waiting = ⏳ Waiting list: { $short }
event-place-offered = 🎟️ A place is free for you at **{ $title }** ({ $start }). It’s yours if you say yes by { $until }; then it goes to the next person.
event-place-take = Yes, I’m coming
event-place-leave = No, pass it on
event-place-yours = 🎟️ You have a place at **{ $title }** ({ $start }). If you can’t come after all, please say so below the event, so the next person can.
event-place-lost = Your place at **{ $title }** went to the next person, as I had no answer from you. To queue again, answer below the event.
event-place-sent-back = **{ $title }** ({ $start }) now has fewer places than people, so you’re on the waiting list, near the front. I’ll tell you when a place is free.
event-place-gone = No place at “{ $title }” is held for you right now. To come, answer below the event.
event-place-automatic = Don’t ask me, just add me
event-automatic-noted = OK: as soon as a place at “{ $title }” is free, it’s yours, and I’ll tell you.

event-limit-words = limit, limited to, limited at
event-limit-short-words = max, max., maximum, up to, at most, only
event-place-words = places, place, spots, spot, seats, seat, people, persons, participants, guests
event-unlimited-words = no limit, unlimited, without limit
event-limit-what = How many people can come to “{ $title }”? For example `12`, or `none` for no limit.
event-limit-unreadable = How many places is `{ $given }`? Answer with a number, for example `12`, or `none` for no limit.
event-limit-range = There can be 1 to { $limit } places. For example: `12`
event-limit-below = { $taken } places at “{ $title }” are taken, { $more } more than that. Answer `keep` if they all stay (nobody new until places are free), or `wait` to put the last ones on the waiting list and tell them. `cancel` leaves it as it is.
event-limit-set = “{ $title }” has { $capacity ->
        [one] 1 place
       *[other] { $capacity } places
    } now.
event-limit-kept = “{ $title }” has { $capacity ->
        [one] 1 place
       *[other] { $capacity } places
    } now. Everybody who had one stays; new people wait.
event-limit-waits = “{ $title }” has { $capacity ->
        [one] 1 place
       *[other] { $capacity } places
    } now. I put the last ones on the waiting list and told them.
event-limit-none = “{ $title }” has no limit now. Everybody who waited has a place.
cmd-event-limit = Limit how many people can come
example-event-limit = !event limit 4 12
