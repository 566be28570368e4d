# Events of a network that its communities show.

event-goes-to = { $count ->
        [one] 🌐 One community of { $network } is asked whether it shows this. Nobody there sees it as an event before its connectors accept.
       *[other] 🌐 { $count } communities of { $network } are asked whether they show this. Nobody there sees it as an event before their connectors accept.
    }
event-to-nobody = No community of { $network } shows what the network posts, so there is nobody to ask. Leave `to` out to plan it for this room alone.
event-network-none = This room belongs to no network. Leave `to` out to plan it here.
event-of-network = 🌐 Event of the network { $network }, for all its communities. Its coordinators see who comes; by name, this room shows only people from here.
event-of-network-by = 🌐 Event of { $host } for all communities of { $network }. The hosts see who comes; by name, this room shows only people from here.
event-of-network-host = 🌐 For all communities of { $network } that want to show it. By name, this room shows only people who replied here; `!event guests` has them all.
event-line-of = { $title } · { $at } · hosted by { $host }
event-names-elsewhere = { $more } elsewhere
event-names-and-more = { $names } and { $more } more
event-gone-here = { $title }: this community no longer shows this event, so you can’t reply here any more. Replies from before still count.
event-not-here = This community no longer shows { $title }, so you can’t reply here. What you replied before still counts.
event-reply-rests = You left “{ $room }”, so you no longer count as coming to **{ $title }**. Are you still coming? Then press ✅ on it in another room that shows it.
event-number-twice = Two events have the number { $number }: one of this community, one of a network. Press the buttons of the one you mean, or reply to it with the command.
event-ask = 🌐 **{ $network }** invites you to **{ $title }**. Shall it be shown here?
event-ask-by = 🌐 **{ $host }** invites all communities of **{ $network }** to **{ $title }**. Shall it be shown here?
event-ask-who = A connector decides. Without an answer nothing is shown.
event-ask-series = A connector decides, once for all dates. Without an answer nothing is shown.
event-ask-show = Show
event-ask-always = Always show events from { $network }
event-ask-decline = Not this time
event-ask-stop = Stop showing it
event-ask-shown = 🌐 { $title } is shown in this community.
event-ask-declined = 🌐 { $title } is not shown in this community.
event-ask-over = 🌐 { $title }: this question is over.
event-ask-gone = { $title } can no longer be shown here: this community no longer hears the network, or its host has left it.
event-ask-now-show = { $title } is shown here now. To take it down again: `!event decline`
event-ask-now-always = { $title } is shown here now, and so is what comes later. To be asked again: `!network events ask`
event-ask-now-no = { $title } is not shown here. If you change your mind: `!event accept`
event-asked-none = No network asks you to show an event at the moment.
event-asked-which = Which one do you mean? Add its number, or reply to its message. { $events }
cmd-event-accept = Show an event of a network here
example-event-accept = !event accept 3
cmd-event-decline = Don’t show an event of a network here, or no longer
example-event-decline = !event decline 3
arg-event-accept-number = The event’s number
arg-event-decline-number = The event’s number
arg-event-to = Ask all communities of the network to show it
cmd-network-events = Be asked about a network’s events, show them all, or none
example-network-events = !network events ask
ask-network-events-what = What shall I do with its events? Answer `ask`, `show` or `off`.
arg-network-events-what = ask, show or off
arg-network-events-network = Which network, if you are in several
network-events-ask = I’ll ask in **{ $community }** before it shows an event of **{ $network }**. What is shown already stays.
network-events-show = **{ $community }** shows the events of **{ $network }** from now on, without a question.
network-events-off = **{ $community }** shows no events of **{ $network }** any more, and isn’t asked about them.
