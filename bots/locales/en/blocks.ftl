# Blocklists: blocking, appeals, sharing between communities; spam.

cmd-block = Keep someone from taking part here through me
example-block = !block @anna:example.org for 30 days: advertising
cmd-unblock = Lift a block
example-unblock = !unblock @anna:example.org
cmd-blocks = Who is blocked here, why, and by whom
example-blocks = !blocks
cmd-appeal = Say why a block of yours is wrong
example-appeal = !appeal It was a misunderstanding, may I explain?
cmd-network-blocks = Share blocks with the communities of your network, or take theirs over
example-network-blocks = !network blocks accept ask
ask-block-person = Who should be blocked? Mention them, or give their full id.
ask-unblock-person = Whose block should be lifted? Mention them, or give their full id.
ask-appeal-text = Why is the block wrong? Your next message goes to the connectors, once.
block-self = You can’t block yourself.
block-connector = { $name } is a connector here. Remove that role first: `!connector remove`.
block-done = { $name } is blocked here{ $ends ->
        [yes] { " " }until { $until }
       *[no] { "" }
    }{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    I’m telling them in private how to appeal. `!blocks` shows the list, `!unblock` lifts it.
block-told = The connectors of **{ $community }** have blocked you{ $ends ->
        [yes] { " " }until { $until }
       *[no] { "" }
    }. { $reasoned ->
        [yes] Their reason: { $reason }
       *[no] They gave no reason.
    }
    I don’t answer you there, and your messages, reactions, votes and replies no longer count.{ $shared ->
        [yes] { " " }Other communities of its networks may take this over.
       *[no] { "" }
    }
    If that’s wrong, tell them why, once: type `!appeal` and your words, here or there.
block-not = { $name } isn’t blocked here.
block-none = Nobody is blocked in { $community }.
block-lifted = { $name } is no longer blocked here.
block-lifted-you = **{ $community }** has lifted your block: you can take part again.
blocks-title = **Blocked in { $community }**
blocks-line = { $number } { $name } · { $waiting ->
        [yes] offered
       *[no] blocked
    } on { $since } by { $who }{ $ends ->
        [yes] , until { $until }
       *[no] { "" }
    }{ $shared ->
        [yes] , shared by { $origin }
       *[no] { "" }
    }{ $reasoned ->
        [yes] { " · " }{ $reason }
       *[no] { "" }
    }{ $appealed ->
        [yes] { " · appeal: " }{ $appeal }
       *[no] { "" }
    }
blocks-more = … and { $count } more. `!unblock` and a name lifts any of them.
blocks-lift = Lift { $number }
blocks-sent = I’m sending you the list in private: it’s nobody else’s business.
blocks-unreachable = I can’t write to you in private. Send me a private message first, then type `!blocks` here again.
blocks-wait = Something about a blocked person waits for a connector: `!blocks` shows it.
blocks-policy = Blocks of this community are shared with its networks: { $shares ->
        [yes] yes
       *[no] no
    }. Blocks of other communities there are taken over: { $accepts }.
    `!network blocks share on|off` and `!network blocks accept on|off|ask` change that.
blocks-policy-missing = Answer `on` or `off`; or `ask`, to be asked about each block that others share.
blocks-share-choice = `{ $given }` isn’t possible here: answer `on` or `off`.
appeal-none = You aren’t blocked here.
appeal-once = You have appealed already. The connectors decide about it.
appeal-sent = I’ve passed it on to the connectors of { $names }. I’ll tell you in private what they decide.
appeal-ask = { $name } is blocked in **{ $community }**{ $reasoned ->
        [yes] { " " }(reason: { $reason })
       *[no] { "" }
    }{ $ends ->
        [yes] { " " }until { $until }
       *[no] { "" }
    } and appeals: { $appeal }
appeal-lift = Lift the block
appeal-keep = Keep it
appeal-lifted = The block of { $name } in **{ $community }** is lifted.
appeal-kept = The block of { $name } in **{ $community }** stays.
appeal-kept-you = The connectors of **{ $community }** have read your appeal, and the block stays.
blockoffer-offered = **{ $origin }**, in the same network, has blocked { $name }{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    Should **{ $community }** block them too?
blockoffer-active = { $name } is blocked in **{ $community }**, as in **{ $origin }**{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    If they lift it there, it ends here too.
blockoffer-declined = **{ $community }** doesn’t block { $name }, whom **{ $origin }** has blocked.
blockoffer-lifted = { $name } is no longer blocked in **{ $community }**. **{ $origin }** had shared the block.
blockoffer-take = Block here too
blockoffer-leave = No
highlight-spam = Spam
spam-ask = It stays here. Should { $name } be blocked in **{ $community }** too?
spam-block = Block
spam-reason = spam
spam-declined = It stays in { $community }. Whether to block its author is for the connectors there.
