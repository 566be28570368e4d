# Events that come again: rules, dates, and changes of one or all of them.

event-rule = 🔁 { $rule }
event-rule-dates = 📆 Next: { $dates }
event-rule-no-dates = 📆 No date is left.
event-rule-once = Only once? Type `once`.
event-holidays-which = Which country’s public holidays? I can’t tell from your time zone. Type for example `!config holidays FR`, and then the event again.
event-repeats = I can’t read `{ $given }` as a rule. Type it for example `every tuesday`, `every 2 weeks on friday` or `first saturday of every month`. If it is part of the title, put the title in quotes.
event-scope-one = Only this date
event-scope-following = This and all following
event-scope-all = All dates
event-scope-one-words = one, this, only this, just this, this one, this date, only this one, just this one
event-scope-following-words = following, this and following, the following, from now on, this and the following
event-scope-all-words = all, every, all of them, every date, the whole series, series
event-scope-how = Type `this`, `following` or `all`; `no` leaves everything as it is.
event-scope-cancel = **{ $title }** comes again: { $rule }. Which dates shall I cancel? This one is { $when }.
    This and all following: the series ends. All dates: also those before this one that aren’t over.
event-scope-move = **{ $title }** comes again: { $rule }. Which dates shall I move?
    Only this date: { $old } → { $new }
    This and all following, or all: { $all }
event-scope-edit = **{ $title }** comes again: { $rule }. Which dates shall I change?
event-scope-told = { $count ->
        [one] One person said yes or maybe to this date; I’ll tell them.
       *[other] { $count } people said yes or maybe to this date; I’ll tell them.
    }
event-series-ended = No more dates follow.
event-series-next = The next date is { $when }.
event-repeat-how = How often? For example `every tuesday`, `every 2 weeks on friday` or `first saturday of every month`; `once` ends it.
event-repeat-unreadable = I can’t read `{ $given }` as a rule. For example: `!event repeat { $number } every tuesday until june`
event-repeat-ask = **{ $title }** is to come again. Shall I do that? The date that is planned stays.
    🔁 { $rule }
event-repeat-yes = Repeat the event
event-repeat-stop-ask = Shall no date of **{ $title }** follow { $when }?
event-repeat-stop = End the series
event-repeat-single = { $title } doesn’t come again. To repeat it, type for example `!event repeat { $number } every tuesday`.
event-repeats-now = **{ $title }** comes again: { $rule }
event-repeats-no-more = **{ $title }**: no more dates follow.
cmd-event-repeat = Let an event come again, or change how often
example-event-repeat = !event repeat 4 every tuesday
event-zone-changed = 🕰️ The clocks of its time zone have changed: **{ $title }** is still at { $when } there. In other places the hour may be another one.
