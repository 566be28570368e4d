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
event-limit-small-words = to, at, for, of
event-unlimited-words = no limit, unlimited, without limit
event-limit-what = How many people can come to “{ $title }”? For example `12`, or `none` for no limit.
event-limit-unreadable = How many places is `{ $given }`? Answer with a number, for example `12`, or `none` for no limit.
event-limit-range = There can be 1 to { $limit } places. For example: `12`
event-limit-below = { $taken ->
        [one] One place at “{ $title }” is taken
       *[other] { $taken } places at “{ $title }” are taken
    }, { $more } more than that. Answer `keep` if they all stay (nobody new until places are free), or `wait` to put the last ones on the waiting list and tell them. `cancel` leaves it as it is.
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

# Guests, who may come, until when, and what the hosts ask.

audience-everybody = everybody
audience-members = members
audience-greeters = greeters
audience-connectors = connectors
event-for-members = 👥 For members; newcomers are greeted first
event-for-greeters = 👥 For greeters and connectors
event-for-connectors = 👥 For connectors
event-guests-line = ➕ { $count ->
        [one] You may bring 1 guest
       *[other] You may bring up to { $count } guests
    }
event-reply-by = ⏳ Reply by { $at }
event-replies-over = ⏳ Replies ended { $at }. You can still cancel.
event-asks = ❓ The hosts ask whoever comes: { $question }
event-names-hidden = 🙈 Only the hosts see who comes
event-who-some = ✅ { $count } coming
event-who-few = ✅ Some are coming. I show the number from { $least } on.
event-line-hidden = **{ $number }** { $title } · { $at }
event-guest-more = Bring a guest
event-guest-less = One guest less
event-guests-noted = { $count ->
        [0] You’re going to “{ $title }”, without guests.
        [one] You’re going to “{ $title }” with 1 guest.
       *[other] You’re going to “{ $title }” with { $count } guests.
    }
event-guests-toast = ✅ You + { $count }
event-guests-none = “{ $title }” is without guests; they can answer for themselves below the event.
event-guests-most = At “{ $title }” you may bring { $limit ->
        [one] 1 guest
       *[other] { $limit } guests
    } at most.
event-guests-full = { $free ->
        [0] There is no place left for another guest at “{ $title }”.
        [one] “{ $title }” has a place left for 1 guest of yours.
       *[other] “{ $title }” has places left for { $free } guests of yours.
    } Your own place is safe.
event-only-members = “{ $title }” is for members. Once somebody here has greeted you, you can come too.
event-only-greeters = “{ $title }” is for the greeters and connectors of this community.
event-only-connectors = “{ $title }” is for the connectors of this community.
event-replies-closed = Replies to “{ $title }” ended { $at }. Please ask the hosts.
event-guests-unreadable = How many guests may each bring? `{ $given }` isn’t a number from 0 to { $limit }. For example: `guests=1`
event-audience-unreadable = Who may come? Not `{ $given }`, but `everybody`, `members`, `greeters` or `connectors`.
event-list-unreadable = `{ $given }` is neither `shown` nor `hidden`. For example: `list=hidden`
event-deadline-unreadable = Until when should people reply? I can’t read `{ $given }`. For example `1d` (a day before), or `thursday 6pm`.
event-deadline-late = The last moment to reply must be ahead, and before the start; that would be { $at }. For example: `1d`
event-words-long = That question is too long ({ $limit } characters at most).
event-private = 🔒 Stays here: networks and calendars don’t show it
event-carries = ♻️ Whoever came last time is counted as coming; if you can’t, press ❌
event-visibility-unreadable = I don’t know the visibility “{ $given }”. Type `public`, or `members` if it is to stay here.
event-visibility-network = “{ $title }” is shown in the communities of a network, so it can’t stay here. Leave `visibility` out, or announce it without `to=network`.
event-carry-unreadable = I can’t tell from “{ $given }” whether replies carry over. Type `carry=on` or `carry=off`.
event-carry-single = “{ $title }” takes place once, so no reply can carry over. `!event repeat { $number } every tuesday` makes it come again.
event-share-private = “{ $title }” stays here. `!event set { $number } visibility=public` changes that.
event-carried = You came to **{ $title }** last time, so I count you as coming again: { $start }. If you can’t, press ❌ or type `!rsvp { $number } no` there. After a no I won’t count you until you say yes again.
event-carried-waiting = You came to **{ $title }** last time, but for { $start } the places are taken: you’re on the waiting list. If you can’t come, press ❌ or type `!rsvp { $number } no` there.
event-set-now = This is how “{ $title }” is set:
event-set-done = Done. “{ $title }” now:
event-set-nothing = Everybody may come, and reply until it’s over.
event-set-how = Change it like this: `!event set { $number } guests=1`, `for=members`, `deadline=1d`, `list=hidden`, `question="Any allergies?"`, `visibility=members`, `carry=on`. `none` takes one away; `!event limit { $number } 12` limits the places.
event-question = { $waits ->
        [yes] If you get a place at **{ $title }**, its hosts would like to know: { $question }
       *[no] You’re coming to **{ $title }**, and its hosts ask: { $question }
    } Just write your answer here; only they read it.
event-question-form = The hosts ask: { $question } Only they read your answer.
event-question-noted = Noted for the hosts of “{ $title }”; nobody else reads it. I forget it some weeks after the event.
event-question-none = The hosts of “{ $title }” ask nothing.
event-question-first = Please say first that you come to “{ $title }”.
event-guests-nobody = Nobody has answered “{ $title }” yet.
event-guests-title = **Who comes to { $title }**
event-guests-more = There are more: `!event guests { $number } file` sends all as a table.
event-guests-came = { $came } came, { $missing } of those expected didn’t. Only you see this.
event-guests-no-files = I can’t send files here. `!event guests` shows the list.
event-guests-file = Who comes to “{ $title }”: { $count ->
        [one] one answer
       *[other] { $count } answers
    }. Please delete the file when you no longer need it.
event-guests-sent = I’ve sent you the list in private.
event-guests-unreachable = I can’t write to you in private. Please open a chat with me first, then ask again.
event-column-name = Name
event-column-answer = Answer
event-column-guests = Guests
event-column-here = Was there
event-column-note = Note
event-status-yes = coming
event-status-maybe = maybe
event-status-no = not coming
event-status-waiting = waiting
event-checkin = **Who is here: { $title }** · for the hosts: press a name
cmd-event-set = Set guests, audience, deadline, question
example-event-set = !event set 4 guests=1 deadline=1d
cmd-event-guests = See or export who comes, in private
example-event-guests = !event guests 4 file
cmd-event-checkin = Tick off who is there
example-event-checkin = !event checkin 4
cmd-event-answer = Answer the hosts’ question
example-event-answer = !event answer 4 No nuts, please
ask-event-answer-answer = What should the hosts know?

# Reminders of one's own, the link for those who come, and what follows an event.

event-remind-own = I’ll remind you in private of the events you come to: { $times }. `!me remind off` stops that.
event-remind-off = I won’t remind you of events. `!me remind 1d 1h` does.
event-remind-room = I remind you in the room with the others. To be reminded in private instead: `!me remind 1d 1h`, or `!me remind off` for never.
event-remind-one-own = I’ll remind you of “{ $title }” in private: { $times }.
event-remind-one-off = I won’t remind you of “{ $title }”.
event-remind-one-room = I remind you of “{ $title }” in the room with the others. For a time of your own: `!event remind 3h`
event-remind-unreadable = When should I remind you? I can’t read `{ $given }`. For example `1d 1h` (a day and an hour before), `off`, or `room` for the room’s reminders.
event-remind-many = That’s a lot of reminders: { $limit } at most. For example: `1d 1h`
event-remind-room-words = room, default, normal, standard
event-link-hidden = 🔗 Whoever comes is told the link in private
event-link-yours = 🔗 The link for **{ $title }**: { $link } Please keep it to yourself.
event-link-now = 🔔 **{ $title }** begins now: { $link }
event-cost = 💶 { $cost }
event-where-map = 📍 { $place } ({ $map })
event-map = map
event-after = 💛 Thank you all for coming to **{ $title }**! Do you have pictures? Reply to this message with them.
event-after-ask = How was it? The numbers appear from five answers on.
event-after-totals = 🙂 { $good } · 😐 { $fair } · 🙁 { $poor }
event-feeling-good = Loved it
event-feeling-fair = It was OK
event-feeling-poor = Not for me
event-feeling-noted = Thank you, noted.
event-feeling-guests = That question is for those who came to “{ $title }”.
cmd-event-remind = Be reminded of an event, in private
example-event-remind = !event remind 4 3h
cmd-me-remind = Choose when you’re reminded of events
example-me-remind = !me remind 1d 1h
event-moved-to = 📅 **{ $title }** has moved: { $when }
event-reminder-private = ⏰ You’re expected at **{ $title }**: { $when }

cmd-event-host = Host an event, ask someone to, or stop
example-event-host = !event host 4 @anna:example.org
ask-event-host-person = Who should host it? Mention them or type their whole name; `no` if nobody does.
event-host-line = 🙋 Hosted by { $name }
event-host-ask = { $name }: would you host **{ $title }** ({ $at })? Your name then stands on its card, in this community only.
event-host-yes = I’ll host it
event-host-no = I can’t
event-host-is = { $name } hosts **{ $title }**.
event-host-nobody = Nobody hosts **{ $title }** so far. `!event host { $number }` and it’s you.
event-host-you = You host **{ $title }**: your name is on its card. `!event host { $number } no` takes it off.
event-host-taken = { $name } hosts **{ $title }** already.
