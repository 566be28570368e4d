# Messages that travel to the network.

highlight-from = **{ $community }** · { $author }
highlight-somebody = somebody there
highlight-attachments = { $count ->
        [one] (with one attachment)
       *[other] (with { $count } attachments)
    }
highlight-foot = { $link } · { $count ->
        [0] no reactions yet
        [one] one person liked it
       *[other] { $count } people liked it
    }
highlight-link = see it where it was said
highlight-no-link = said in their own room
highlight-held = { $who }, this message of yours is worth telling **{ $network }**:
    { $about }
    It goes there in { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } ({ $at }), signed “{ $author }”. You can keep it here, or add your name.
highlight-published = Now shown in **{ $network }**:
    { $about }
highlight-let-go = This stays here after all:
    { $about }
highlight-stopped = A message stays here and is not shown elsewhere.
highlight-stop = Keep it here
highlight-name = Show my name
highlight-refused = That message stays here: it can't be relayed.
highlight-nominated = Noted. It will be announced here before it leaves.
highlight-named = Your name is shown with it.
highlight-stopped-by-you = It stays here. Copies elsewhere are taken back.
highlight-stopped-from-afar = It is taken back here and everywhere else; the message stays in its own room.
highlight-stop-not-yours = Only the author of the message, a connector of its community, or who coordinates the network can take it back.
highlight-name-not-yours = Only the author can have their name shown.
highlight-relaying-off = Relaying is off in this room, so nothing leaves it. A connector can type `!relay on` first.
highlight-no-reply = Reply to the message that is worth telling, and write `!highlight` in that reply.
highlight-stop-no-reply = Reply to the message that is to stay here, and write `!highlight stop` in that reply.
highlight-stop-nothing = That message was not on its way anywhere.
highlight-is-held = That message is on its way already.
highlight-is-published = That message is shown in the network already.
highlight-is-withdrawn = That message was taken back and stays here.
highlight-is-refused = That message stays here: it can't be relayed.
relay-notice = **Relaying is on.** From now on, a message here that { $threshold ->
        [one] one person reacts
       *[other] { $threshold } people react
    } to, or that a connector nominates, is shown to the network **{ $network }** after { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } of notice here. Older messages stay here. Your name is left out unless you want it.
    The network’s digest names the events planned here from now on, the results of polls, and how many people joined.
    `!me relay off`: nothing of yours ever leaves · `!me relay named`: with your name · `!relay off`: the connector switches it off
relay-now-off = Relaying is off: nothing leaves this room from now on.
relay-is-on = Relaying to { $network } is on: from { $threshold } reactions, after { $minutes } minutes of notice. `!relay off` ends it.
relay-is-off = Relaying is off: nothing leaves this room. `!relay on` switches it on.
relay-needs-network = This community is not linked to a network yet. Ask its coordinator for the code and type `!link CODE` first.
me-relay-named = Noted: when a message of yours is shared with the network, it bears your name.
me-relay-unnamed = Noted: messages of yours may be shared with the network, without your name.
me-relay-off = Noted: nothing of yours leaves its room. What had been shared is taken back.
cmd-relay = Switch relaying to the network on or off
example-relay = !relay on
cmd-highlight = Nominate a message for the network (as a reply to it)
example-highlight = !highlight
cmd-highlight-stop = Keep a message here, or take it back (as a reply to it)
example-highlight-stop = !highlight stop
cmd-me-relay = Whether messages of yours may be shared with the network
example-me-relay = !me relay named
ask-me-relay-consent = May messages of yours be shared with the network? Answer `named`, `unnamed` or `off`.
highlight-heard = From **{ $network }**: **{ $community }** · { $author }
relay-keeps = This platform can’t be asked for a message later, so I keep what is said here for { $hours } hours, and no longer.
menu-highlight = Nominate as highlight
relay-encrypted = This room is encrypted; what is shared can be read in the network’s room, and is kept readable here with me.
