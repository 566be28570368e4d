# How long a community keeps its past
setting-history = history
choice-always = always
about-history = how long I keep polls, events and highlights that are over: a length such as `1 year`, or `always`
about-network-history = how long I keep the network’s polls and events that are over: a length such as `1 year`, or `always`
config-history = I can’t read `{ $given }` as a time to keep things. Type for example `1 year`, `6 months`, `90 days` ({ $least } at least), or `always`.
history-months = month, months
history-years = year, years
history-ask = Keep polls, events and highlights only for { $length } after they are over? Older today: { $polls ->
        [one] 1 poll
       *[other] { $polls } polls
    }, { $events ->
        [one] 1 event
       *[other] { $events } events
    } and { $highlights ->
        [one] 1 highlight
       *[other] { $highlights } highlights
    }. From tomorrow on I erase, each day, what is older: words, votes, replies and decisions, and I take highlights back from the networks. Nobody can bring that back. Messages in your rooms stay there.
history-yes = Keep it so long
history-no = Leave it as it is
history-set = From tomorrow on I keep polls, events and highlights for { $length } after they are over. Until then `!config history always` stops that.
history-ask-network = Keep the network’s polls and events only for { $length } after they are over? Older today: { $polls ->
        [one] 1 poll
       *[other] { $polls } polls
    } and { $events ->
        [one] 1 event
       *[other] { $events } events
    }. Starting in a week I erase, each day, what is older: words, votes, replies and decisions, also from the lists of the communities that took part. Nobody can bring that back. Messages in the rooms stay there. I tell the communities now, so that they can save a copy first.
history-set-network = Starting in a week, I keep the network’s polls and events for { $length } after they are over. The communities know. Until then `!config history always` stops that.
history-news = **{ $network }** will keep its polls and events for { $length } after they are over. What is older then also goes from `!decisions` here, in a week at the earliest. `!decisions export` gives you a copy before that.
unit-months = { $count ->
        [one] 1 month
       *[other] { $count } months
    }
unit-years = { $count ->
        [one] 1 year
       *[other] { $count } years
    }
