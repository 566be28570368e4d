# Rituals: prompts that come again and again, and what people reply to them.

cmd-ritual = Ask the room something again and again
example-ritual = !ritual "What are your goals this week?" every monday 9:00
cmd-ritual-list = The rituals of this community
example-ritual-list = !ritual list
cmd-ritual-edit = Change what a ritual asks, or when
example-ritual-edit = !ritual edit 2 every friday 17:00
cmd-ritual-pause = Let a ritual rest
example-ritual-pause = !ritual pause 2
cmd-ritual-resume = Let a ritual go on
example-ritual-resume = !ritual resume 2
cmd-ritual-stop = End a ritual
example-ritual-stop = !ritual stop 2
ask-ritual-what = What shall I ask, and how often? Put the words in quotes, for example `"What are your goals this week?" every monday 9:00`.
ritual-how = I need the words in quotes and how often I shall ask them. For example: `!ritual "What are your goals this week?" every monday 9:00`
ritual-no-prompt = What shall I ask? Put the words in quotes, for example `"What are your goals this week?" every monday 9:00`.
ritual-too-long = That’s too long for a prompt: it may have { $limit } letters.
ritual-too-many = There are { $limit } rituals already. `!ritual list` shows them, and `!ritual stop` ends one.
ritual-no-dates = No date is left for this ritual. `!ritual edit` gives it other dates.
ritual-ask = Shall I ask this in { $room } again and again?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-yes = Start
ritual-begun = Ritual { $number } begins { $when }. `!ritual pause { $number }` lets it rest.
ritual-prompt = 🔁 **{ $prompt }**
    Reply to this message; I’ll gather the replies in one post.
ritual-gathered = { $count ->
        [one] 🧺 **{ $title }**: one answer
       *[other] 🧺 **{ $title }**: { $count } answers
    }
ritual-gathered-by = { $name }:
ritual-gathered-more = { $count ->
        [one] One more person replied.
       *[other] { $count } more people replied.
    }
ritual-silent = ritual { $number } (**{ $title }**) got no reply { $count } times in a row, so I no longer ask. `!ritual resume { $number }` starts it again, `!ritual edit { $number }` changes it, `!ritual stop { $number }` ends it.
ritual-none = There is no ritual here. For example: `!ritual "What are your goals this week?" every monday 9:00`
ritual-unknown = There is no ritual { $given } here. `!ritual list` shows all.
ritual-which = Which ritual? `!ritual list` shows their numbers; type for example `2`.
ritual-list-title = **Rituals**
ritual-line = { $number }. **{ $title }** · { $rule } · { $state }
ritual-next = next { $when }
ritual-state-active = goes on
ritual-state-paused = ⏸️ rests
ritual-state-silent = 🤫 silent: nobody replied
ritual-paused = Ritual { $number } (**{ $title }**) rests. `!ritual resume { $number }` lets it go on.
ritual-resumed = Ritual { $number } (**{ $title }**) comes next { $when }.
ritual-edit-how = What shall change? Type new words in quotes, when it comes, or both: `!ritual edit { $number } "What went well?" every friday 17:00`
ritual-edit-ask = Shall ritual { $number } become this?
    💬 **{ $prompt }**
    🔁 { $rule }
    { $dates }
ritual-edit-yes = Change it
ritual-stop-ask = Shall ritual { $number } (**{ $title }**) end? This can’t be undone; `!ritual pause { $number }` only lets it rest.
ritual-stop-yes = End the ritual
ritual-stopped = The ritual **{ $title }** has ended. Replies that I hadn’t gathered are deleted.
ritual-templates = Which ritual do you want to start? You see it before it begins.
ritual-templates-own = Or type your own: `!ritual "What are your goals this week?" every monday 9:00`
ritual-template-name-goals = Monday goals
ritual-template-goals = "What are your goals this week?" every monday 9:00
ritual-template-name-thanks = Friday thanks
ritual-template-thanks = "Whom do you want to thank this week, and for what?" every friday 17:00
ritual-template-name-newcomers = Newcomers’ circle
ritual-template-newcomers = "New here? Say who you are and what brings you." first tuesday of every month 18:00
ritual-template-name-host = Host of the week
ritual-template-host = "Who hosts this week: opens the round and answers questions?" every monday 10:00
