# Rituals: prompts that come again and again, and what people reply to them.

cmd-ritual = Ask the room something again and again
example-ritual = !ritual "What are your goals this week?" every monday 9:00
cmd-ritual-list = The rituals of this community
example-ritual-list = !ritual list
cmd-ritual-edit = Change what a ritual asks, or when
example-ritual-edit = !ritual edit 2 every friday 17:00
cmd-ritual-set = Choose who hosts a ritual, and when it goes silent
example-ritual-set = !ritual set 2 host=volunteers silence=5
cmd-ritual-host = Volunteer to host a ritual, or not any more
example-ritual-host = !ritual host 2
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
ritual-set-now = Ritual { $number } (**{ $title }**):
ritual-set-how = To change that: `!ritual set { $number } host=volunteers`, `!ritual set { $number } host=nobody`, `!ritual set { $number } silence=5`, `!ritual set { $number } silence=never`
ritual-rotates = 🙋 Volunteers host it in turn; the bot draws one for each round.
ritual-rotates-not = 🙋 Nobody hosts the rounds.
ritual-silence-after = { $count ->
        [one] 🤫 After a round without a reply I no longer ask.
       *[other] 🤫 After { $count } rounds without a reply I no longer ask.
    }
ritual-silence-never = 🤫 I go on asking, even if nobody replies.
ritual-host-unreadable = I can’t tell from “{ $given }” who hosts. Type `host=volunteers` or `host=nobody`.
ritual-silence-unreadable = “{ $given }” is no number of rounds. Type one from 1 to { $limit }, for example `silence=5`, or `silence=never`.
ritual-host = 🙋 { $name } hosts this round. You’d like to host one too? `!ritual host { $number }`
ritual-host-nobody = 🙋 Nobody hosts this round yet. Will you? `!ritual host { $number }`
ritual-volunteer = I’ll host one
ritual-volunteer-toast = Noted, thanks!
ritual-volunteered = Thanks! You’re among the hosts of **{ $title }**: I’ll write to you when it’s your turn. `!ritual host { $number } no` takes you off again.
ritual-withdrawn = Noted: I no longer draw you for **{ $title }**. `!ritual host { $number }` puts you back.
ritual-no-volunteer = You aren’t among the hosts of **{ $title }**. `!ritual host { $number }` puts you there.
ritual-host-how = Type `!ritual host { $number }` to host rounds, or `!ritual host { $number } no` to host none any more.
ritual-not-rotating = Nobody is drawn to host ritual { $number }. A connector turns that on: `!ritual set { $number } host=volunteers`
ritual-enough-hosts = { $limit } people have volunteered already, and I draw from no more. Thanks all the same!
ritual-you-host = 🙋 It’s your turn to host **{ $title }** in { $room }: open the round, and answer who replies. If you can’t, press 🙅 and the next one is asked. To be drawn no more, type `!ritual host { $number } no` there.
ritual-pass = I can’t this time
ritual-passed = Noted, somebody else hosts **{ $title }** this time. You stay on the list.
ritual-not-host = You don’t host this round, or it is over.
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
ritual-template-host = "How is your week going, and what do you need a hand with?" every monday 10:00
