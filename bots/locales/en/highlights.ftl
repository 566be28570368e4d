# Messages that travel to the network.

highlight-from = **{ $community }** · { $author }
highlight-from-somebody = Someone in **{ $community }**
highlight-heard = From **{ $network }**: { $origin }
highlight-attachments = { $count ->
        [one] (with one attachment)
       *[other] (with { $count } attachments)
    }
highlight-footer = { $link } · { $count ->
        [0] no reactions yet
        [one] one person liked it
       *[other] { $count } people liked it
    }
highlight-link = original message
highlight-no-link = original not linkable
highlight-held = { $who }, your message will be shared with **{ $network }** { $minutes ->
        [0] in a moment
        [one] in 1 minute
       *[other] in { $minutes } minutes
    } ({ $at }), { $signed }:
    { $about }
highlight-held-later = { $who }, your message will be shared with **{ $network }** at { $at }, when quiet hours are over, { $signed }:
    { $about }
highlight-with-name = with your name
highlight-without-name = without your name
highlight-published = Now shown in **{ $network }**:
    { $about }
highlight-let-go = Not shared after all:
    { $about }
highlight-stopped = One message was kept in this room.
highlight-stop = Keep it here
highlight-take-back = Take it back
highlight-name = Show my name
highlight-refused = That message stays here: it can’t be shared.
highlight-nominated = Noted. I’ll announce it here before it leaves.
highlight-nominated-later = Noted. It’s quiet hours here: I’ll announce it at { $at }, before it leaves.
highlight-named = Your name is shown with it.
highlight-stopped-by-you = It stays here. I take back the copies elsewhere.
highlight-stopped-from-afar = I take it back here and everywhere else; the message stays in its own room.
highlight-stop-not-yours = Only the author of the message, a connector of its community, or a coordinator of the network can take it back.
highlight-name-not-yours = Only the author can have their name shown.
highlight-relaying-off = Relaying is off in this room, so nothing leaves it. A connector can type `!relay on` first.
highlight-nowhere = No network shows messages from here at the moment. `!network` lists the networks and what rises to each.
highlight-no-reply = Reply to the message you want to share, and write `!highlight` in that reply.
highlight-stop-no-reply = Reply to the message that should stay here, and write `!highlight stop` in that reply.
highlight-stop-nothing = That message wasn’t going to be shared.
highlight-is-asked = I’ve already asked the author of that message. Without their yes it stays here.
highlight-is-held = That message is on its way already.
highlight-is-published = That message is shown in the network already.
highlight-is-withdrawn = That message was taken back and stays here.
highlight-is-refused = That message stays here: it can’t be shared.
relay-notice = **Relaying is on.** From now on, I share a message from here with **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}and, through it, with **{ $wider }**
    } when { $threshold ->
        [one] one person reacts to it
       *[other] { $threshold } people react to it
    } or a connector suggests it. I announce it here first, { $minutes ->
        [0] just before
        [one] one minute before
       *[other] { $minutes } minutes before
    }. Older messages stay here. Your name is left out unless you want it.
    The digest names the events planned here from now on, the results of polls, and how many people joined.
    `!me relay off`: nothing of yours ever leaves · `!me relay named`: with your name · `!relay off`: a connector turns it off
relay-now-off = Relaying is off: nothing leaves this room from now on.
relay-is-on = Relaying to { $network } is on: from { $threshold ->
        [one] one reaction
       *[other] { $threshold } reactions
    }{ $asks ->
        [yes] {", if the author says yes"}
       *[no] {""}
    }, { $minutes ->
        [0] without waiting
        [one] after one minute of notice
       *[other] after { $minutes } minutes of notice
    }. `!relay off` ends it.
relay-is-off = Relaying is off: nothing leaves this room. `!relay on` turns it on.
relay-needs-network = This community is not linked to a network yet. Ask its coordinator for the code and type `!link CODE` first.
me-relay-named = Noted: when I share a message of yours with the network, I show your name.
me-relay-unnamed = Noted: I may share messages of yours with the network, without your name.
me-relay-off = Noted: nothing of yours leaves its room. I take back what had been shared.
cmd-relay = Turn sharing with the network on or off
example-relay = !relay on
cmd-highlight = Suggest a message for the network (as a reply to it)
example-highlight = !highlight
cmd-highlight-stop = Keep a message here, or take it back (as a reply to it)
example-highlight-stop = !highlight stop
cmd-me-relay = Whether your messages may be shared with the network
example-me-relay = !me relay named
ask-me-relay-consent = May I share your messages with the network? Answer `named`, `unnamed`, `off`, or `ask` to be asked each time.
relay-keeps = This platform can’t give me a message later, so I keep what is said here for { $hours ->
        [one] an hour
       *[other] { $hours } hours
    }, and no longer.
menu-highlight = Suggest as highlight
menu-highlight-conversation = Share conversation from here
relay-encrypted = This room is encrypted. What I share can be read in the network’s room, and I keep it unencrypted.
relay-notice-ask = **Relaying is on.** When { $threshold ->
        [one] one person reacts to a message here
       *[other] { $threshold } people react to a message here
    } or a connector suggests it, I ask its author whether I may share it with **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}and, through it, with **{ $wider }**
    }, with or without their name. Without a yes nothing leaves this room. Older messages stay here.
    The digest names the events planned here from now on, the results of polls, and how many people joined.
    `!me relay off`: I never ask you, and nothing of yours leaves · `!me relay named`: always yes, with your name · `!relay off`: a connector turns it off
relay-wider = From now on, what **{ $place }** shows can also rise to **{ $network }**: highlights of this room too. What was posted before stays where it is. `!relay off` keeps everything here.
relay-network-everything = From now on, the highlights of **{ $place }** also rise to **{ $network }**. I tell its communities.
relay-network-curated = From now on, a coordinator of **{ $network }** picks among the highlights of **{ $place }**. I tell its communities.
relay-network-digest = From now on, the digest of **{ $network }** tells of the highlights of **{ $place }**. I tell its communities.
relay-off-to = Nothing new goes from **{ $place }** to **{ $network }** any longer.
highlight-asked = { $who }, { $count ->
        [0] a connector would like to share your message
        [one] one person liked your message
       *[other] { $count } people liked your message
    }. May I share it with **{ $network }**? Without your answer it stays here.
    { $about }
highlight-yes-named = Yes, with my name
highlight-yes = Yes, without it
highlight-not-this = Not this one
highlight-never-mine = Never mine
highlight-always = Always like this
highlight-agreed = Thank you! I share it without your name.
highlight-agreed-named = Thank you! I share it with your name.
highlight-always-named = Noted: here, always with your name.
highlight-always-unnamed = Noted: here, always without your name.
highlight-never = Noted: nothing you post here leaves it.
highlight-consent-not-yours = Only the author of the message can answer this.
highlight-waiting = Offered to **{ $network }**, where a coordinator decides:
    { $about }
highlight-in-digest = To be told in the digest of **{ $network }**:
    { $about }
highlight-declined = **{ $network }** doesn’t show this one:
    { $about }
queue-ask = **{ $community }** offers this. Shall the network show it?
    { $about }
queue-accept = Show it
queue-decline = Leave it out
queue-decline-why = Leave it out and say why
queue-after-all = Show it after all
queue-why-ask = Why do you leave it out? Whoever wrote it and everybody in **{ $community }** can read your next message as the reason. `cancel` leaves it waiting.
queue-reason = The reason: { $reason }
highlight-left-out = Why **{ $network }** left it out: { $reason }
queue-passed = Shown in the network, from **{ $community }**:
    { $about }
queue-declined = Left out, from **{ $community }**:
    { $about }
queue-elsewhere = The queue is shown in a circle of **{ $network }**, where not everybody reads along. Type `!network queue` there; `!room join { $network }` makes a room one.
queue-empty = Nothing is waiting for **{ $network }**.
queue-shown = The network shows that one already.
cmd-network-queue = Highlights that wait for a coordinator
example-network-queue = !network queue
me-relay-ask = Noted: I ask you each time before a message of yours is shared.
relay-counts-share = That number follows those who are active here: it is { $percent }% of the people who did something in the last { $days } days, and at least { $least }. For that I keep the day on which each of them was last active, no longer than { $days } days.
relay-counts-emoji = Only these reactions count: { $emoji }
relay-counts-age = Reactions to messages older than { $span } don’t count.
relay-without-rooms = Nothing is shared from: { $rooms }.
relay-without-people = A connector has left some people’s messages out.
relay-without-named = Left out by a connector: { $names }.
highlight-room-excluded = Nothing said in this room is shared. A connector can type `!room include` first.
highlight-echo = ❤️ { $count ->
        [0] nobody yet
        [one] one person
       *[other] { $count } people
    } in { $places ->
        [one] one other place
       *[other] { $places } other places
    }{ $named ->
        [0] {""}
       *[other] {" "}({ $detail })
    }, { $replies ->
        [0] no replies
        [one] one reply
       *[other] { $replies } replies
    }
highlight-echo-place = { $place }: { $count }
queue-carried = Shown in the network, from **{ $community }**, because enough people there like it:
    { $about }
cmd-highlight-poll = Share the results of a poll with the network
example-highlight-poll = !highlight poll 4
cmd-highlight-event = Share an event with the network
example-highlight-event = !highlight event 3
share-object = Share with the network
highlight-object-ask = This will be seen in **{ $network }**, without anybody’s name. Shall I share it?
    { $about }
highlight-object-yes = Share it
highlight-object-held = This will be shared with **{ $network }** { $minutes ->
        [0] in a moment
        [one] in 1 minute
       *[other] in { $minutes } minutes
    } ({ $at }):
    { $about }
highlight-object-held-later = This will be shared with **{ $network }** at { $at }, when quiet hours are over:
    { $about }
highlight-from-poll = **{ $community }** asked
highlight-from-event = **{ $community }** invites
highlight-own = shared by the community
cmd-translation = Translate a shared message (as a reply to it)
example-translation = !translation fr Nous avons planté 40 arbres !
ask-translation-language = Into which language? Answer with one such as `fr`.
ask-translation-text = Write your translation in your next message. It is shown with the message in all rooms of that language.
translation-button = Translate
translation-name = Show my name
translation-somebody = a member
translation-by = translated by { $who }; the original:
translation-held = A translation by { $who } ({ $language }) will be shown from { $at } in rooms of that language:
translation-shown = A translation by { $who } ({ $language }) is shown in rooms of that language:
translation-noted = Thank you! I announce it here first.
translation-taken-back = The translation is taken back.
translation-no-reply = Reply to the message that you translate, and write `!translation fr …` in that reply.
translation-nothing = Only a message that is shared, or about to be, can be translated. Reply to it, to my note about it, or to a copy.
translation-same = The original comes from a room that speaks { $language }. Which other language is your translation in?
translation-exists = Somebody has translated it already ({ $language }).
translation-opted-out = Nothing of yours leaves its room, as you said or a connector did. `!me relay ask` changes your own answer.
translation-empty = Write your translation after the language.
translation-name-not-yours = Only the translator can have their name shown.
highlight-voice = Person { $number }
highlight-from-conversation = A conversation in **{ $community }**
highlight-conversation-ask = { $who }, may I share this conversation of { $count } messages with **{ $network }**? It leaves only if all of you agree: one no keeps all of it here.
    { $about }
highlight-conversation-held = { $who }, this conversation of { $count } messages will be shared with **{ $network }** at { $at }. If one of you keeps their words here, all of it stays:
    { $about }
highlight-conversation-agreed = Thank you! It is shared once everybody has agreed.
highlight-conversation-not = Not this one
highlight-conversation-stop = Keep it here
highlight-conversation-back = Take it back
highlight-conversation-kept = The whole conversation stays here.
highlight-conversation-own-back = I take your words back everywhere.
highlight-conversation-complete = Thank you! Everybody has agreed.
highlight-conversation-stopped = A conversation was kept in this room.
highlight-conversation-line = **{ $who }**: { $text }
highlight-conversation-noted = Noted: { $count } messages. I announce them here before they leave.
highlight-conversation-reading = I’m looking these messages up.
highlight-conversation-no-reply = Reply to the first message of the conversation, and write `!highlight conversation` in that reply. `!highlight last 4` takes the last four.
highlight-conversation-unknown = I don’t have that message any longer, or its author wants it to stay here. `!highlight last 4` takes the last four messages that may be shared.
highlight-conversation-unread = I can’t read earlier messages here, so I can’t gather a conversation. In this room’s settings, somebody can let me read its history.
highlight-conversation-short = A conversation has at least two messages. To suggest a single one, reply to it with `!highlight`.
highlight-conversation-overlaps = One of these messages has been suggested or taken back before, and each is shared once at most. Choose fewer with `!highlight last 3`.
highlight-conversation-refused = One of these messages has to stay here, so the conversation stays too. Choose fewer with `!highlight last 3`.
highlight-conversation-count = I need a number from 2 to 10, such as `!highlight last 4`.
cmd-highlight-conversation = Suggest a message and those that follow it, as one conversation
example-highlight-conversation = !highlight conversation
cmd-highlight-last = Suggest the last few messages, as one conversation
example-highlight-last = !highlight last 4
ask-highlight-last-count = How many messages, counted back from the last one? From 2 to 10.
