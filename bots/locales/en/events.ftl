# Events: drafts, cards, answers, reminders, changes.

event-preview = **Shall I announce this?** { $title }
event-when = 📅 { $when }
event-where = 📍 { $place }
event-link = 🔗 { $link }
event-about = 📝 { $text }
event-from = { $start }
event-from-to = { $start }, until { $end }
event-preview-reminders = ⏰ Reminders: { $reminders }
event-preview-no-reminders = ⏰ No reminders.
event-preview-moved = The clocks change then and that hour does not exist, so I took the next one.
event-preview-how = Type `yes` (or ✅) to announce it, `no` (or ❌) to drop it. I’ll wait a day.
event-that-morning = that morning
event-confirm = Announce it
event-drop = Drop it
event-confirmed = ✅ Event { $number } is planned: { $title }.
event-confirmed-there = ✅ Event { $number } ({ $title }) is planned and announced in “{ $room }”.
event-confirmed-already = That’s already planned, as event { $number }. To cancel it, type `!event cancel { $number }`.
event-draft-confirmed = ✅ Planned as event { $number }: { $title }
event-draft-dropped = Dropped; nothing was announced.
event-draft-gone = This preview is no longer waiting. Please type the event again, for example: `!event Potluck friday 7pm at the garden`
event-draft-late = That would have started already: { $at }. Please type it again with a later time, for example: `!event Potluck friday 7pm at the garden`
event-many-planned = There are { $limit } events to come already. `!event list` shows them, and `!event cancel` cancels one. What comes again and again fits into one: `!event Potluck friday 7pm every week`
event-draft-not-yours = Only the person who typed this, or a connector, can decide on it.
event-draft-hint = Your event is still waiting: type `yes` to announce it or `no` to drop it. You can also type another time, or for example `place: the library`.

event-card-planned = **Event { $number }: { $title }**
event-card-over = **Event { $number }: { $title }** · _it’s over_
event-card-cancelled = 🚫 **Cancelled** · Event { $number }: { $title }
event-reason = > { $reason }
event-who-yes = ✅ { $count } coming: { $names }
event-who-maybe = 🤔 { $count } maybe: { $names }
event-who-no = ❌ { $count ->
        [one] 1 can’t
       *[other] { $count } can’t
    }{ $names }
event-who-none = No one has answered yet.
event-names-more = { $names } +{ $more }
rsvp-yes = Coming
rsvp-maybe = Maybe
rsvp-no = Can’t
rsvp-noted-yes = You’re going to “{ $title }”. You can change your answer until it’s over.
rsvp-noted-maybe = You’re a maybe for “{ $title }”. You can change your answer until it’s over.
rsvp-noted-no = You can’t make “{ $title }”. You can change your answer until it’s over.
rsvp-toast-yes = ✅ { $short }
rsvp-toast-maybe = 🤔 { $short }
rsvp-toast-no = ❌ { $short }
rsvp-unreadable = Are you coming? Answer `yes`, `maybe` or `no`.
rsvp-withdrawn = I’ve taken your answer to “{ $title }” back.
rsvp-none = You haven’t answered “{ $title }”, so there is nothing to take back.
event-is-cancelled = Event { $number } ({ $title }) is cancelled. `!event list` shows what’s coming up.
event-is-over = Event { $number } ({ $title }) is over. `!event list` shows what’s coming up.
event-title-long = That title is too long ({ $length } characters, { $limit } at most). For example: `!event Potluck friday 7pm at the garden`
event-place-long = That place is too long ({ $length } characters, { $limit } at most). For example: `!event Potluck friday 7pm at the garden`
event-link-long = That link is too long ({ $length } characters, { $limit } at most).
event-description-long = That description is too long ({ $length } characters, { $limit } at most).
event-no-date-yours = When is it? Answer with a day and an hour, or type it all again, for example: `!event { $example }`
event-no-date-part = friday 7pm
event-no-time-yours = At what time, { $given }? Answer with an hour, or type it all again, for example: `!event { $example }`
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
event-reminder-late = _Sorry this is late: I was offline when it was due._
event-for = For { $names }
event-for-many = For the { $count } people who said yes or maybe.

event-cancelled = 🚫 **{ $title }** is cancelled. It was planned for { $when }.
event-moved = 📅 **{ $title }** has moved.
    Old: { $old }
    New: { $new }
event-moved-answers = Your answers stay. If the new time doesn’t suit you, change yours below the event, or type `!rsvp { $number } no`.
event-told = Done. I told everyone who’s coming, in “{ $room }”.
event-told-here = Done. Everyone who’s coming will see it.
event-move-when = When should it be instead? For example: `saturday 7pm`, or `8pm` on the same day. In one go: `!event move { $number } saturday 7pm`
event-move-unreadable = I can’t read `{ $given }` as a time. For example: `!event move { $number } saturday 7pm`, or `!event move { $number } 8pm` on the same day.
event-move-same = It’s already at that time: { $at }. For another one, type for example `!event move { $number } saturday 7pm`.
event-unknown = There is no event { $number } here. `!event list` shows what’s coming up.
event-number-unreadable = Which event is `{ $given }`? Please type its number; `!event list` shows it.
event-none = Nothing is planned here. A connector can plan something, for example: `!event Potluck friday 7pm at the garden`
event-which = Which one? Please type its number, or words of its title:
    { $events }
event-list-title = **Coming up**
event-line = **{ $number }** { $title } · { $at } · ✅ { $yes } 🤔 { $maybe }

cmd-event = Plan an event in one line: what, when, where
example-event = !event Potluck friday 7pm at the garden
ask-event-what = What, when and where? For example: `Potluck friday 7pm at the garden`
cmd-event-list = What’s coming up
example-event-list = !event list
cmd-event-show = Repost an event with its replies
example-event-show = !event show 4
cmd-event-move = Reschedule an event; attendees are notified
example-event-move = !event move 4 saturday 7pm
cmd-event-cancel = Cancel an event; attendees are notified
example-event-cancel = !event cancel 4 It rains
cmd-rsvp = Answer an invitation
example-rsvp = !rsvp 4 yes
event-mirrored = Event { $number }. Please answer where it was announced.
event-to-calendar = To my calendar
event-on-platform = On the server
event-file = 📆 “{ $title }” for your own calendar:
event-file-below = The file is in the room.
event-stays-cancelled = Event { $number } ({ $title }) is cancelled, so it can’t be changed. To bring it back, type `!event reopen { $number }`.
event-stays-over = Event { $number } ({ $title }) is over, so it can’t be changed any more. To do it again, plan a new one, for example: `!event { $title } friday 7pm`
event-not-cancelled = Event { $number } ({ $title }) isn’t cancelled: it’s on. `!event show { $number }` shows it.
event-reopen-late = { $title } would have started already: { $at }. Plan a new one instead, for example: `!event { $title } friday 7pm`
event-none-cancelled = No cancelled event is still ahead. `!event list` shows what’s coming up.
event-reopened = ✅ **{ $title }** is on after all: { $when }
event-cancel-ask = { $count ->
        [one] One person said yes or maybe
       *[other] { $count } people said yes or maybe
    } to **{ $title }** on { $when }. Shall I cancel it and tell them?
event-cancel-yes = Cancel the event
event-cancel-no = Keep it
event-move-ask = { $count ->
        [one] One person said yes or maybe
       *[other] { $count } people said yes or maybe
    } to **{ $title }**. Shall I move it and tell them?
    Old: { $old }
    New: { $new }
event-move-yes = Move the event
event-move-no = Leave it as it is
event-kept = OK, “{ $title }” stays as it is.
event-edit-what = What should change about “{ $title }”? Type for example `place: the library`, `title: Big potluck`, `link: …` or `description: …`, or send a picture.
event-edit-picture = Send me the picture for “{ $title }” here. `none` removes the one it has.
event-edit-unreadable = I don’t know what `{ $given }` should change. Begin with `title`, `place`, `link`, `description` or `picture`, for example: `!event edit { $number } place the library`
event-edit-same = That’s how it is already: nothing about “{ $title }” has changed.
event-edited = ✏️ **{ $title }** (event { $number }): { $changes }
event-edited-title = new title
event-edited-before = {" "}(before: “{ $before }”)
event-edited-place = the place is now { $place }
event-edited-place-none = no place given any more
event-edited-link = new link: { $link }
event-edited-link-none = the link is gone
event-edited-description = new description
event-edited-description-none = the description is gone
event-edited-here = Done. The event is up to date.
event-edited-there = Done. The event in “{ $room }” is up to date.
event-title-empty = An event needs a title. For example: `Big potluck`
event-link-unreadable = `{ $given }` doesn’t look like a link. For example: `https://meet.example.org/garden`
event-field-title = title, name
event-rename-words = rename
event-field-place = place, location, address, where
event-field-link = link, url
event-field-description = description, details, about, text
event-field-picture = picture, image, photo
cmd-event-reopen = Bring a cancelled event back; attendees are notified
example-event-reopen = !event reopen 4
cmd-event-edit = Change an event’s title, place, link, description or picture
example-event-edit = !event edit 4 place the library
event-in-digest = **{ $community }**: { $title }, { $when }
event-in-digest-reader = {", "}{ $at } your time
event-in-digest-link = {" · "}{ $link }
event-in-digest-open = see the event
event-given-date = { $given }
event-in-digest-own = { $title }, { $when }
event-share-over = Event { $number } (“{ $title }”) is over or cancelled, so there is nothing to share.
event-shared-cancelled = **Cancelled**
event-share-audience = Event { $number } (“{ $title }”) isn’t for everybody, so I don’t share it.
