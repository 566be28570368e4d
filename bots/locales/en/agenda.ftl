# The agenda
agenda-title = **{ $month }**
agenda-title-coming = **Until { $last }**
agenda-day = **{ $day }**
agenda-line = { $when } · **{ $number }** { $title }{ $place }
agenda-line-later = { $when } · { $title }{ $place }
agenda-line-of = { $when } · { $title } ({ $community }){ $place }
agenda-all-day = all day
agenda-until = until { $day }
agenda-empty = { $span }: nothing is planned yet. `!agenda december` shows another month, `!event list` all that is ahead.
agenda-title-tagged = { $title } · 🏷️ { $tag }
agenda-empty-tag = { $span }: nothing with this tag is planned. `!agenda` shows all there is.
event-tags = 🏷️ { $tags }
event-tags-many = That’s too many tags: an event has { $limit } at most.
agenda-month-unreadable = I can’t read `{ $given }` as a month. Type for example `december`, `december 2027` or `next month`.
agenda-words-this = this month, this
agenda-words-next = next month, next
cmd-agenda = The coming month, day by day, or another one
example-agenda = !agenda december

# The calendar on the web
cmd-event-feed = The calendar for phones and programs, at a secret address
example-event-feed = !event feed on
ask-event-feed-how = What shall I do? Answer `on`, `renew`, `off`, `status` or `file`.
event-feed-on = Add this address to your calendar program as a subscription: { $feed } Whoever has it reads the events of **{ $place }** that are open to all members, of the last year and all to come, without hidden links. `!event feed renew` replaces it, `!event feed off` ends it.
event-feed-renewed = The old address of **{ $place }** no longer works. The new one: { $feed }
event-feed-renew-ask = Replace the address of the calendar of **{ $place }**? Everybody who subscribed to it has to enter the new one.
event-feed-renew-yes = Replace it
event-feed-off-ask = Take the calendar of **{ $place }** from the web? The address ends for everybody who subscribed to it, and doesn’t come back.
event-feed-off-yes = Take it off
event-feed-off = The calendar of **{ $place }** is not on the web.
event-feed-none = The calendar of **{ $place }** is not on the web. `!event feed on` gives it a secret address, `!event feed file` sends it as a file.
event-feed-no-web = My operator hasn’t opened a web address for me, so the calendar can’t be there (`monitoring.address` in my settings). `!event feed file` sends it as a file.
event-feed-sent = I’ve sent you the address in private.
event-feed-unreachable = I can’t write to you in private. Send me a private message first, then type `!event feed` again.
event-feed-file = 📆 The calendar of **{ $place }**, as it is now:
event-feed-cannot = I can’t send files of that size here. `!event feed on` gives the calendar a web address instead.

# One's own calendar
cmd-me-calendar = Your events as a calendar for your phone
example-me-calendar = !me calendar
ask-me-calendar-how = What shall I do? Answer `on`, `renew`, `off` or `file`.
own-calendar-name = My events
own-calendar-on = Add this address to your calendar program as a subscription: { $feed } It has the events to which you said yes or maybe, in all your communities, with the links that are only for those who come. So keep it to yourself. `!me calendar renew` replaces it, `!me calendar off` ends it.
own-calendar-renewed = The old address of your calendar no longer works. The new one: { $feed }
own-calendar-renew-ask = Replace the address of your calendar? Where you subscribed to it you’ll have to enter the new one.
own-calendar-off-ask = Take your calendar from the web? Its address ends and doesn’t come back.
own-calendar-off = Your calendar is not on the web.
own-calendar-none = Your calendar is not on the web. `!me calendar` gives it a secret address, `!me calendar file` sends it as a file.
own-calendar-no-web = My operator hasn’t opened a web address for me, so your calendar can’t be there (`monitoring.address` in my settings). `!me calendar file` sends it as a file.
own-calendar-sent = I’ve sent it to you in private.
own-calendar-unreachable = I can’t write to you in private. Send me a private message first, then type `!me calendar` again.
own-calendar-file = 📆 The events to which you said yes or maybe, as they are now:
own-calendar-cannot = I can’t send files of that size here. `!me calendar` gives you a web address instead.
