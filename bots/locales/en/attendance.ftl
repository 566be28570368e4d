# Replies to invitations in people’s own words; small letters, with commas between.

attendance-yes-words = coming, i’m coming, i am coming, im coming, i’ll come, i will come, i’m in, im in, count me in, i’ll be there, i will be there, see you there, i’d love to come, me too, yes i’m coming, yes coming, yes i’ll be there, we’re coming, will be there
attendance-maybe-words = maybe coming, not sure yet, i might come, might come, i may come, maybe later, i’ll try, i will try, i’ll try to come, still unsure
attendance-no-words = i can’t, i cant, can’t make it, cannot make it, cant make it, i can’t make it, not coming, i’m not coming, im not coming, can’t come, i can’t come, cannot come, i won’t come, won’t make it, i won’t be there, count me out, i’m out, sorry i can’t, sorry can’t make it, no i can’t, can’t make it anymore, can’t make it any more, i can’t make it anymore, i can’t make it any more, can’t come anymore, i can’t come anymore, can’t come any more, i can’t come any more, i can’t anymore, sorry i can’t come, sorry can’t come, can’t make it after all, i can’t make it after all, i can’t come after all, i’m not coming after all, not coming after all
attendance-with-words = with, plus
attendance-guest-words = friend, friends, guest, guests, person, persons, people, others, more, kids, children
attendance-count-words = a 1, an 1, one 1, two 2, three 3, four 4, five 5
attendance-alone-words = alone, by myself, on my own
attendance-ask = Are you coming to “{ $title }”? Press a button below, or type `yes`, `maybe` or `no`.
attendance-ask-still = Do you mean “{ $title }” ({ $when })? Are you still coming? Press a button below, or type `yes`, `maybe` or `no`.
attendance-ask-guests = “{ $title }”: just you, or you and { $count ->
        [one] 1 guest
       *[other] { $count } guests
    }? Type `me`, or `+{ $count }` again.
attendance-me-words = me, just me, only me, alone
attendance-maybe-named-words = maybe, perhaps, possibly, not sure, not sure about, unsure, unsure about, i may make it, might make it, i might make it, might be there, i might be there
attendance-no-named-words = can’t, cannot, cant, can’t make, cannot make, cant make, i can’t make, i cannot make, can’t do, cant do, i can’t do, can’t attend, i can’t attend, won’t make, i won’t make, i won’t come, won’t come, i’m busy, i’m away, i’m not free, not free, i’m not available, not available, not around, i’m not around, i’m not there, i’m not in, doesn’t work for me, does not work for me, doesn’t work, won’t work, have to skip, i have to skip, i’ll skip, i’ll miss, i’ll have to miss, have to cancel, i have to cancel, i need to cancel, take me off, please take me off, cancel me
attendance-yes-named-words = yes, yeah, yep, yup, yes please, i’d like to come, i’m free, i can make, i can make it, can make it, sign me up, put me down, i’ll make it
attendance-small-words = to, on, this, for, the, at, next, coming, from, by
attendance-filler-words = sorry, soz, sry, unfortunately, sadly, anymore, any more, after all, please, actually, guys, everyone, all, folks, hi, hey, hello, oh no, i’m afraid, too
attendance-all-words = both, all, all of them, both of them, everything
attendance-which = Which one do you mean? Type its number, or `all`.
replies-united = You had replied with several accounts. Only your newest reply counts now: { $events }
