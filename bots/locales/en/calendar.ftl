# Dates, times and zones that could not be read. The slugs are those of bots/dates.

event-too-long = That is too long for one line (more than { $limit } characters). For example: `!event Potluck friday 7pm at the garden`
event-no-date = When is it? Add a day and an hour, for example: `!event Potluck friday 7pm at the garden`
event-no-time = At what time, { $given }? Add an hour, for example: `!event Potluck friday 7pm at the garden`
event-no-title = What is it called? Put the title first, for example: `!event Potluck friday 7pm at the garden`
event-repeats = I can’t repeat events yet, and `{ $given }` sounds like one that does. Give one date, for example: `!event Potluck friday 7pm at the garden`. If it is part of the title, put the title in quotes.
event-several-days = `{ $given }` is more than one day. When does it start? Give one day and an hour, for example `friday 7pm`, or both ends: `friday 7pm to sunday 5pm`. If it is part of the title, put the title in quotes.
event-day-unsure = Which day do you mean by `{ $given }`? Give one day and an hour, for example `friday 7pm`. If it is part of the title, put the title in quotes.
event-hour-unsure = Which hour is `{ $given }`? Type it in figures, for example `friday 8:50pm`.
event-hour-half = Is `{ $given }` in the morning or in the evening? Type the hour again, for example `friday 8pm`.
event-day-misspelt = Did you mean `{ $nearest }` by `{ $given }`? Type the day again. If it is part of the title, put the title in quotes.
end-before-start = The end ({ $end }) lies before the start ({ $at }). For example: `!event Picnic saturday from 12:00 to 15:00`
date-past = That is in the past: { $at }. Please give a time that is still to come, for example `friday 7pm`.
date-too-far = { $at } is more than { $years } years ahead. Please give an earlier date, for example `friday 7pm`.
date-impossible = There is no such day: `{ $given }`. For example: `friday 7pm` or `3 march 18:30`.
date-order-unsure = Is `{ $given }` the day first, or the month? Write the month’s name, for example `3 march 7pm`.
weekday-mismatch = `{ $given }` does not fit: that day is { $at }. Please give the weekday or the date, for example `friday 7pm`.
when-unreadable = I can’t read `{ $given }` as a time. For example: `2h`, `tomorrow 18:00` or `friday 7pm`.
span-unreadable = I can’t read `{ $given }` as a length of time. For example: `1 day, 2h, 30 min`.
zone-offset = `{ $given }` is the same all year, but clocks change in summer. Name a city, for example { $nearest }.
zone-unknown = I don’t know the time zone `{ $given }`. Did you mean { $nearest }? A city will do, for example `Paris`.

# Whole days
whole-day = { $day }, all day
whole-days = { $first } to { $last }, all day

lead-before = { $span } before
lead-none = at the start
lead-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
lead-hours = { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
lead-minutes = { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
