# Events: drafts, cards, answers, reminders, changes.

event-preview = **Shall I announce this?** { $title }
event-when = 📅 { $when }
event-where = 📍 { $place }
event-from = { $start }
event-from-to = { $start }, until { $end }
event-preview-reminders = ⏰ Reminders: { $reminders }
event-preview-no-reminders = ⏰ No reminder will go out.
event-preview-moved = The clocks change then and that hour does not exist, so I took the next one.
event-preview-leftover = I left this out: “{ $words }”
event-preview-how = ✅ or `yes` announces it, ❌ or `no` drops it. It waits for a day.
event-before = { $span } before
event-at-start = at the start
event-that-morning = that morning
event-span-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
event-span-hours = { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
event-span-minutes = { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
event-confirm = Announce it
event-drop = Drop it
event-confirmed = It is planned as event { $number }: { $title }.
event-confirmed-there = It is planned as event { $number } ({ $title }) and announced in “{ $room }”.
event-confirmed-already = That is planned already, as event { $number }. To call it off, type `!event cancel { $number }`.
event-draft-confirmed = ✅ Planned as event { $number }: { $title }
event-draft-dropped = Dropped; nothing was announced.
event-draft-gone = That draft is gone. Please type it again, for example: `!event Potluck friday 7pm at the garden`
event-draft-late = It would have begun already: { $at }. Please type it again with a later time, for example: `!event Potluck friday 7pm at the garden`
event-draft-not-yours = Only the person who typed it, or a connector, can decide on this draft.
event-draft-hint = Your event still waits: type `yes` to announce it or `no` to drop it, or use ✅ and ❌ below it.

event-card-planned = **Event { $number }: { $title }**
event-card-over = **Event { $number }: { $title }** · _it is over_
event-card-cancelled = 🚫 **Cancelled** · Event { $number }: { $title }
event-reason = > { $reason }
event-who-yes = ✅ { $count } coming: { $names }
event-who-maybe = 🤔 { $count } maybe: { $names }
event-who-no = ❌ { $count ->
        [one] 1 can’t
       *[other] { $count } can’t
    }{ $names }
event-who-none = Nobody has answered yet.
event-names = { $names }
event-names-more = { $names } +{ $more }
rsvp-yes = Coming
rsvp-maybe = Maybe
rsvp-no = Can’t
rsvp-noted-yes = Noted: you come to “{ $title }”. You can change it until it is over.
rsvp-noted-maybe = Noted: you may come to “{ $title }”. You can change it until it is over.
rsvp-noted-no = Noted: you can’t come to “{ $title }”. You can change it until it is over.
rsvp-toast-yes = ✅ { $short }
rsvp-toast-maybe = 🤔 { $short }
rsvp-toast-no = ❌ { $short }
rsvp-unreadable = Do you come? Answer `yes`, `maybe` or `no`, for example: `!rsvp 4 yes`
event-is-cancelled = Event { $number } ({ $title }) is cancelled; nothing about it changes any more. `!event list` shows what is coming.
event-is-over = Event { $number } ({ $title }) is over; nothing about it changes any more. `!event list` shows what is coming.
event-title-long = That title is too long ({ $length } characters, { $limit } at most). For example: `!event Potluck friday 7pm at the garden`
event-place-long = That place is too long ({ $length } characters, { $limit } at most). For example: `!event Potluck friday 7pm at the garden`
event-no-date-yours = When is it? Add a day and an hour, for example: `!event { $example }`
event-no-date-part = friday 7pm
event-no-time-yours = At what time on { $given }? Add an hour, for example: `!event { $example }`
event-no-time-part = 7pm

event-reminder-days = ⏰ **{ $title }** (event { $number }) { $count ->
        [one] is tomorrow
       *[other] is in { $count } days
    }: { $start }
event-reminder-hours = ⏰ **{ $title }** (event { $number }) begins { $count ->
        [one] in 1 hour
       *[other] in { $count } hours
    }: { $start }
event-reminder-minutes = ⏰ **{ $title }** (event { $number }) begins { $count ->
        [one] in 1 minute
       *[other] in { $count } minutes
    }: { $start }
event-reminder-today = ⏰ **{ $title }** (event { $number }) is today: { $start }
event-reminder-now = 🔔 **{ $title }** (event { $number }) begins now: { $start }
event-reminder-begun = 🔔 **{ $title }** (event { $number }) began { $count ->
        [one] 1 minute ago
       *[other] { $count } minutes ago
    }: { $start }
event-reminder-late = _Sorry, this comes late: I was away when it was due._
event-for = For { $names }
event-for-many = For the { $count } people who said yes or maybe.

event-cancelled = 🚫 **{ $title }** is cancelled; it was to be on { $when }.
event-moved = 📅 **{ $title }** has a new date.
    Old: { $old }
    New: { $new }
event-moved-answers = Your answers stay. If the new date does not suit you, change yours below the event, or type `!rsvp { $number } no`.
event-told = Done. I told those who come in “{ $room }”.
event-told-here = Done. Those who come are told.
event-move-when = To when? For example: `!event move 4 saturday 7pm`
event-move-unreadable = I can’t read `{ $given }` as a time. For example: `!event move 4 saturday 7pm`, or `!event move 4 8pm` on the same day.
event-move-same = It is at that time already: { $at }. For another one, type for example `!event move 4 saturday 7pm`.
event-unknown = There is no event { $number } here. `!event list` shows the numbers; then for example: `!event show 4`
event-number-unreadable = Which event is `{ $given }`? Give its number, for example: `!event show 4`. `!event list` shows them.
event-none = Nothing is planned here. A connector can plan something, for example: `!event Potluck friday 7pm at the garden`
event-which = Which one? Please add its number:
    { $events }
event-list-title = **What is coming**
event-line = **{ $number }** { $title } · { $at } · ✅ { $yes } 🤔 { $maybe }

cmd-event = Plan an event in one line: what, when, where
example-event = !event Potluck friday 7pm at the garden
ask-event-what = What, when and where? For example: `Potluck friday 7pm at the garden`
cmd-event-list = What is coming
example-event-list = !event list
cmd-event-show = Show an event again, with who comes
example-event-show = !event show 4
cmd-event-move = Give an event another time; those who come are told
example-event-move = !event move 4 saturday 7pm
cmd-event-cancel = Cancel an event; those who come are told
example-event-cancel = !event cancel 4 It rains
cmd-rsvp = Say whether you come
example-rsvp = !rsvp 4 yes
event-mirrored = Event { $number }. Say whether you come where it was announced.
event-to-calendar = To my calendar
event-on-platform = On the server
event-file = 📆 “{ $title }” for your own calendar:
event-file-below = The file is in the room.
