# Events of other people's calendars

cmd-event-import = Take over the events of another calendar
example-event-import = !event import https://example.org/events.ics
event-import-what = Which calendar? Type its address (it often ends in `.ics`), or send me the file.
event-import-address = `{ $given }` is no address of a calendar. It begins with `https://` or `webcal://`; calendar programs give it as “iCal” or “ICS”. For example: `!event import https://example.org/events.ics`
event-import-many = I can follow { $limit } calendars here. `!event import off` ends one of them first.
event-import-reading = I’m reading the calendar …
event-import-busy = I’m still reading another calendar here. Try again in two minutes.
event-import-again = I’m reading **{ $name }** again.
event-import-nothing = The calendar can be read, but nothing in it is still to come. Entries that are marked as private stay out.
event-import-nothing-new = Everything in it that is still to come is here already.
event-import-preview = { $count ->
        [one] **{ $name }**: one event.
       *[other] **{ $name }**: { $count } events. The next ones:
    }
event-import-line-entry = • { $when } · { $title }
event-import-skipped = { $count ->
        [one] One entry can’t be read and stays out.
       *[other] { $count } entries can’t be read and stay out.
    }
event-import-ask = Shall I import them? Everybody here will see them, and I’ll follow their changes.
event-import-ask-file = Shall I import them? Everybody here will see them. I can’t follow later changes in a file.
event-import-yes = Import them
event-import-begun = I’m importing them.
event-imported = { $count ->
        [0] 📥 Nothing new in **{ $name }**.
        [one] 📥 One event is here from **{ $name }**. Its card appears a week before; `!event list` shows it now.
       *[other] 📥 { $count } events are here from **{ $name }**. Their cards appear a week before; `!event list` shows them now.
    }
event-imported-more = { $count ->
        [one] 📥 **{ $name }** has one more event: `!event list`
       *[other] 📥 **{ $name }** has { $count } more events: `!event list`
    }
event-import-gone = It is no longer in the calendar { $name }
event-import-trouble = ⚠️ I haven’t been able to read **{ $name }** for some time. { $why } I go on trying; `!event import off` ends it.
event-import-none = No calendar is imported here. `!event import` and an address does that.
event-import-status = **Imported calendars**
event-import-line = **{ $number }** { $name } ({ $host }): { $count ->
        [one] one event ahead
       *[other] { $count } events ahead
    }, read { $at }
event-import-line-file = **{ $number }** { $name } (file): { $count ->
        [one] one event ahead
       *[other] { $count } events ahead
    }
event-import-line-problem = **{ $number }** { $name } ({ $host }): { $count ->
        [one] one event ahead
       *[other] { $count } events ahead
    }. ⚠️ { $why }
event-import-which = Which one? `!event import status` shows their numbers, for example: `!event import off 2`
event-import-off-ask = No longer follow **{ $name }**? Its events stay here as they are; I just don’t read the calendar any more.
event-import-off-yes = Stop following
event-import-off = I no longer read **{ $name }**. Its events are yours now: `!event list`
event-import-problem-unreachable = I can’t reach the calendar at that address. Does it open in a browser without signing in?
event-import-problem-private = That address leads into a private network, which I don’t read.
event-import-problem-gone = There is no calendar at that address (any more).
event-import-problem-refused = The server doesn’t let me read the calendar. Is it public, or is there an address to share it?
event-import-problem-large = The calendar is too large for me: 5 MB at most. Can you export just what is to come?
event-import-problem-slow = Reading the calendar takes too long. Please try again later.
event-import-problem-unreadable = That is no calendar file (ICS). Look for “iCal” or “ICS” where the calendar can be shared.
event-source = 📥 From the calendar “{ $name }”
