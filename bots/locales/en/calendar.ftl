# Dates, times and zones that could not be read. The slugs are those of bots/dates.

event-too-long = That is too long for one line (more than { $limit } characters). For example: `!event Potluck friday 7pm at the garden`
event-no-date = When is it? Add a day and an hour, for example: `!event Potluck friday 7pm at the garden`
event-no-time = At what time, { $given }? Add an hour, for example: `!event Potluck friday 7pm at the garden`
event-no-title = What is it called? Put the title first, for example: `!event Potluck friday 7pm at the garden`
event-several-days = `{ $given }` is more than one day. When does it start? Give one day and an hour, for example `friday 7pm`, or both ends: `friday 7pm to sunday 5pm`. If it is part of the title, put the title in quotes.
event-day-unsure = Which day do you mean by `{ $given }`? Give one day and an hour, for example `friday 7pm`. If it is part of the title, put the title in quotes.
event-hour-unsure = Which hour is `{ $given }`? Type it in figures, for example `friday 8:50pm`.
event-several-hours = `{ $given }` is more than one hour. When does it start? Give one hour, for example `friday 7pm`, or start and end: `friday 7pm to 9pm`. If it is part of the title, put the title in quotes.
event-hour-half = Is `{ $given }` in the morning or in the evening? Type the hour again, for example `friday 8pm`.
event-day-misspelt = Did you mean `{ $nearest }` by `{ $given }`? Type the day again. If it is part of the title, put the title in quotes.
end-before-start = The end ({ $end }) lies before the start ({ $at }). For example: `!event Picnic saturday from 12:00 to 15:00`
date-past = That is in the past: { $at }. Please give a time that is still to come, for example `friday 7pm`.
event-year-unsure = `{ $given }` was a few days ago. Give a day to come, or add the year: `{ $full }`.
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

# What comes again
event-rule-unclear = I’m not sure how often `{ $given }` is. Type it for example `every tuesday`, `every 2 weeks on friday` or `first saturday of every month`. If it is part of the title, put the title in quotes.
event-rule-which = `{ $given }` can mean two things. Type it for example `every 3 weeks on tuesday` or `third tuesday of every month`.
event-rule-day = `{ $given }`: on which day? For example `tuesday 7pm`.
event-rule-month-day = Which day of the month do you mean by `{ $given }`? For example `first sunday of every month` or `the 15th of every month`.
event-rule-limit = I can’t read `{ $given }` as a date. Type for example `until 30 june`, `10 times` or `except 24 december`.
event-rule-vacations = I don’t know your school holidays (`{ $given }`). Name the dates or months instead, for example `except august` or `except 24 december`. Public holidays I know: `except public holidays`.
event-rule-left-out = `{ $given }` isn’t one of the dates, so there is nothing to leave out. Type the exception again, for example `except 24 december`.
event-rule-unreadable = I can’t read `{ $given }` as a rule. Type for example `every tuesday until june`.
event-rule-empty = No date is left by that rule. For example: `!event Yoga every tuesday 6pm until june`
event-several-weekly = `{ $given }`: every week? Type `yes`, or give both ends of one event, for example `friday 7pm to sunday 5pm`. If it is part of the title, put the title in quotes.
holidays-unknown = I don’t know the public holidays of `{ $given }`. Type a country or its code, for example `FR`, `Germany` or `DE-BY` for Bavaria.
holidays-region-unknown = I don’t know the region `{ $given }`. The regions I know: { $regions }.

# A rule in words
rule-day = { $every ->
        [1] every day
       *[other] every { $every } days
    }
rule-workdays = every weekday (Monday to Friday)
rule-on-weekday = { $day }
rule-week = { $every ->
        [1] every { $days }
       *[other] every { $every } weeks on { $days }
    }
rule-month = { $every ->
        [1] { $days } of every month
       *[other] { $days }, every { $every } months
    }
rule-place = { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
       *[other] last
    }
rule-nth = the { rule-place } { $day }
rule-nth-workday = the { rule-place } working day
rule-monthday = { $form ->
        [one] the { $day }st
        [two] the { $day }nd
        [few] the { $day }rd
        [last] the last day
       *[other] the { $day }th
    }
rule-year = { $every ->
        [1] every year on { $date }
       *[other] every { $every } years on { $date }
    }
rule-year-nth = { $every ->
        [1] every year on { $days } of { $month }
       *[other] every { $every } years on { $days } of { $month }
    }
rule-not-in = except in { $months }
rule-only-in = only in { $months }
rule-short-months = in the months that have that day
rule-left-out = not on { $dates }
rule-no-holidays = not on public holidays ({ $place })
rule-until = until { $date }
rule-count = { $count ->
        [one] once
       *[other] { $count } times
    }
