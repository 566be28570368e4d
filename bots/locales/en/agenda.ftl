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
