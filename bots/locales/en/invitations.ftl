# Invitations to networks: making, listing and revoking them; joining with a code.

network-created = **{ $network }** is ready, and this is its room: highlights appear here, and a digest each day at { $hour }:00.
    Connectors ask to join with an invitation. I’ve sent the first one to the network’s founder; `!network invite` makes another. A coordinator confirms each community here.
network-footer = `!network invite` makes an invitation for another community.
network-empty = No community is linked to **{ $network }** yet. `!network invite` makes an invitation for the first one.
cmd-network-show = Linked communities, and what rises from each
cmd-network-invite = Make an invitation to this network, in private
example-network-invite = !network invite once for 7 days the gardeners
choicelike-once = one time, single use, single-use, only once
choicelike-lasting = forever, for ever, always, permanent
cmd-network-invites = The invitations that still work; revoke one
example-network-invites = !network invites
network-code = The code of an invitation to **{ $network }** is `{ $code }`. A connector of another community types `!link { $code }` in their own room, and a coordinator of the network confirms it.
network-code-network = The code of an invitation to **{ $network }** is `{ $code }`. A coordinator of another network types `!link { $code }` in its room, and a coordinator here confirms it.
invite-note = I noted with it: { $note }
invite-terms = { $once ->
        [yes] It works once
       *[no] It works any number of times
    }{ $ends ->
        [yes] , until { $until }.
       *[no] { "," } without an end.
    } `!network invites` shows the invitations that still work, and revokes them.
network-code-sent = I’m sending you the code in private.
network-code-sent-or-circle = I’m sending you the code in private. If I can’t reach you there, it appears in “{ $room }”.
network-code-unreachable = I can’t write to you in private. Send me a private message first, then type `!network invite` here again.
invite-too-many = **{ $network }** has too many invitations that still work. Revoke some with `!network invites`, or make one that works any number of times: `!network invite lasting`.
invites-title = **Invitations that still work**
invites-line = { $number }: `{ $code }` · { $network } · { $once ->
        [yes] once
       *[no] any number of times
    } · { $ends ->
        [yes] until { $until }
       *[no] no end
    } · by { $who }{ $note }
invites-footer = `!network invite` makes another one.
invites-none = You have no invitation that still works. `!network invite` makes one.
invite-revoke = Revoke { $number }
invite-revoke-ask = With invitation { $number } to **{ $network }**, { $names } asked to join, and nobody has answered yet. If I revoke it, the request is declined. Shall I go ahead?
invite-revoke-confirm = Revoke
invite-revoked = Invitation { $number } is revoked: nobody can ask with it any longer.
invite-over = Invitation { $number } doesn’t work any longer anyway.
code-unknown = I don’t know a network with the code `{ $given }`. Please type the code again, or ask a coordinator of the network for an invitation: `!network invite` makes one.
code-too-many = Too many of these codes were wrong. Please try again after { $at }.
code-used = This invitation to **{ $network }** has been used already. These people can give you a new one: { $names }.
code-expired = This invitation to **{ $network }** ended on { $at }. These people can give you a new one: { $names }.
code-revoked = This invitation to **{ $network }** has been revoked. These people can give you a new one: { $names }.
code-for-community = This invitation to **{ $network }** is for a community, not for a network. Ask for another one.
code-for-network = This invitation to **{ $network }** is for a network, not for a community. Ask for another one.
ask-link-code = What is the code of your invitation? A coordinator of the network makes one with `!network invite`.
link-preview = **{ $network }** invites **{ $place }**. It is run by: { $names }. { $count ->
        [0] No community belongs to it yet.
        [one] One community belongs to it.
       *[other] { $count } communities belong to it.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } What it shows can also rise to: { $wider }.
    }
    Nothing leaves this room when you join: that begins only if a connector types `!relay on` here. A coordinator of the network has to accept you, and you can leave at any time with `!unlink`.
link-preview-network = **{ $network }** invites the network **{ $place }**. It is run by: { $names }. { $count ->
        [0] No community belongs to it directly.
        [one] One community belongs to it directly.
       *[other] { $count } communities belong to it directly.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } It is itself part of: { $wider }.
    }
    Nothing rises when you join: that begins only if you type `!relay on` here. A coordinator there has to accept you, and you can leave at any time with `!network leave`.
link-join = Join
link-not-now = Not now
link-requested = I’ve asked **{ $network }** to let you in. A coordinator answers in the network’s room, and I’ll tell you here. After { $days } days without an answer the request ends.
link-withdraw = Withdraw the request
link-decline-why = Decline and say why
link-why-ask = Why do you decline **{ $place }**? Your next message goes to them as the reason. `cancel` leaves the request open.
link-declined-why = **{ $network }** has declined your request to join. Their reason: { $reason }
link-expired = Nobody answered the request of **{ $place }**, so it has ended.
link-expired-you = **{ $network }** didn’t answer your request, so it has ended. You can ask again with an invitation.
