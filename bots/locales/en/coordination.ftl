# Coordination: what a network's coordinators see and do for its communities.

cmd-tag-add = Tag a community, to find it again
example-tag-add = !tag add bikes Lyon
ask-tag-add-tag = Which tag? One word, for example `bikes`.
ask-tag-add-name = Which community gets the tag? Several names need commas between them.
cmd-tag-remove = Take a tag off a community
example-tag-remove = !tag remove bikes Lyon
ask-tag-remove-tag = Which tag?
ask-tag-remove-name = Which community loses the tag? Several names need commas between them.
cmd-tag-list = The tags in use, or those of one community
example-tag-list = !tag list
cmd-tag-refuse = Refuse a tag that a network gave this community
example-tag-refuse = !tag refuse bikes
ask-tag-refuse-tag = Which tag don’t you want?
cmd-tag-allow = Allow a tag again that this community refused
example-tag-allow = !tag allow bikes
ask-tag-allow-tag = Which tag may they use again?
tag-unreadable = `{ $given }` isn’t a tag. Please use one word of letters and digits, for example `bikes` or `big-city`.
tag-too-long = That tag is too long. Please keep it to { $limit } letters.
network-part-words = for, about, to, from, in
network-names-many = That’s too many at once. Please name up to { $limit }.
tag-too-many = **{ $place }** already has { $limit } tags. Take one off first.
tag-added = **{ $place }** is tagged `{ $tag }`. I’ve told them; they can refuse it.
tag-already = **{ $place }** already has the tag `{ $tag }`.
tag-refused-already = **{ $place }** doesn’t want the tag `{ $tag }`. Only its connectors can allow it.
tag-removed = **{ $place }** no longer has the tag `{ $tag }`.
tag-not = **{ $place }** doesn’t have the tag `{ $tag }`.
tag-told = The coordinators of **{ $network }** tagged **{ $place }** with `{ $tag }`, to find it again among their communities. `!tag refuse { $tag }` takes it off, `!tag list` shows your tags.
tag-list-title = **Tags in { $network }**
tag-line = `{ $tag }` · { $count ->
        [one] one community
       *[other] { $count } communities
    }
tag-list-part = **{ $place }** is tagged { $tags }.
tag-list-part-none = **{ $place }** has no tags.
tag-none-used = **{ $network }** has no tags yet. `!tag add bikes Lyon` gives one to a community.
tag-own-title = **The tags of { $place }**
tag-own-line = • `{ $tag }` in { $network }
tag-own-refused = • `{ $tag }` in { $network }: refused
tag-own-footer = `!tag refuse bikes` refuses one, `!tag allow bikes` allows it again.
tag-none-given = No network has given **{ $place }** a tag.
tag-not-given = **{ $place }** has no tag `{ $tag }`. It has: { $tags }.
tag-refused = Done: **{ $network }** can’t use the tag `{ $tag }` for you. `!tag allow { $tag }` allows it again.
tag-refused-before = You’ve already refused the tag `{ $tag }`.
tag-not-refused = You haven’t refused the tag `{ $tag }`.
tag-allowed = Done: **{ $network }** can use the tag `{ $tag }` for you again.
cmd-communities = How the network’s communities are doing
example-communities = !communities tag:bikes
communities-title = **{ $network }**, last { $days } days{ $count ->
        [0] : nobody needs a hand.
        [one] : one community may need a hand.
       *[other] : { $count } communities may need a hand.
    }
communities-filtered = **{ $network }**, last { $days } days, `{ $filter }`
communities-footer = `!communities Lyon` shows one, `!communities quiet` or `!communities tag=bikes lang=fr platform=matrix size=5-50` some.
communities-elsewhere = I show that in the network’s own room, where its coordinators read it: { $names }.
communities-none = No community fits `{ $filter }`.
communities-filter-long = { $count } communities fit; that’s more than one page, and the filter is too long to turn pages. Please narrow it down or leave something out.
communities-network = ▪ **{ $place }** (network) · { $count ->
        [one] one community
       *[other] { $count } communities
    }
communities-held-back = • { $place }: keeps its state to itself
communities-line = • **{ $place }** – { $state }
communities-line-hand = ⚠️ **{ $place }** – { $state }
communities-sheet = **{ $place }**, last { $days } days
communities-sheet-held = • events held: { $events } · polls: { $polls }
communities-sheet-rooms = • rooms: { $active } · lost rooms: { $lost }
communities-few-newcomers = fewer than five newcomers
communities-newcomers = newcomers: { $arrived }, greeted: { $greeted }
communities-newcomers-few-greeted = newcomers: { $arrived }, fewer than five greeted
communities-newcomers-most-greeted = newcomers: { $arrived }, most of them greeted
communities-events = { $count ->
        [one] one event
       *[other] { $count } events
    }
communities-polls = { $count ->
        [one] one poll
       *[other] { $count } polls
    }
need-room = { $count ->
        [one] one room was lost
       *[other] { $count } rooms were lost
    }
need-room-none = it has no room any more
need-connector = { $count ->
        [one] no connector seen for a day
       *[other] no connector seen for { $count } days
    }
need-connector-none = it has no connector
need-newcomer = a newcomer has been waiting since yesterday or longer
seen-today = connector seen today
seen-days = { $count ->
        [one] connector seen yesterday
       *[other] connector seen { $count } days ago
    }
seen-not-yet = no connector seen yet
filter-tag = tag
filter-lang = lang
filter-platform = platform
filter-size = size
filter-quiet = quiet
filter-unknown = I can’t choose by `{ $given }`. You can choose by `tag:bikes`, `lang:fr`, `platform:matrix` and `size:5-50`.
size-few = I don’t count groups of fewer than five people, so I can’t choose by `{ $given }`. Type for example `size:-4` for all communities with fewer than five, or `size:5-50`.
filter-size-unclear = I can’t read `{ $given }` as a size. Type for example `size:5-50`, `size:50-` or `size:-10`.
private-list-sent = I’ve sent you that in private: only coordinators should read it.
private-list-unreachable = I can’t write to you in private. Send me a private message first, or ask in the network’s circle room.
private-list-where = In the network’s circle room I can show you all pages.
cmd-alerts = What I tell coordinators about their communities
example-alerts = !alerts connector 21 days
alerts-title = **What I tell the coordinators of { $network }**, after the community’s own connectors
alerts-line-connector = • `{ $kind }`: no connector seen for { $span }
alerts-line-newcomer = • `{ $kind }`: a newcomer waits for { $span }
alerts-line-room = • `{ $kind }`: a room lost for { $span }
alerts-line-off = • `{ $kind }`: off
alerts-line-untold = • off for: { $names }
alerts-footer = `!alerts connector 21 days` changes one, `!alerts newcomer off` turns it off, `!alerts off` all of them, `!alerts off Lyon` all about one community.
alerts-of-network = **{ $given }** is a network: its own coordinators are told about its communities. Name a community.
alerts-length = I can’t read `{ $given }` as a length for `{ $kind }`. Type for example `21 days` or `12 hours` (at least two hours, for connectors two days; at most a year), `on` or `off`.
alert-connector = **{ $place }**: { $count ->
        [one] no connector seen for a day.
       *[other] no connector seen for { $count } days.
    } A message to them may help.
alert-nobody = **{ $place }** has no connector any more.
alert-nobody-footer = `!network handover` proposes somebody to them. If it stays like this, I’ll say it again in { $days } days; `!alerts` changes what I tell.
alert-newcomer = **{ $place }**: a newcomer has been waiting for a hello since { $since }.
alert-room = **{ $place }**: I’ve lost one of its rooms, and I noticed on { $since }. Someone there can invite me back.
alert-footer = Its connectors know. If it lasts, I’ll say it again in { $days } days; `!alerts` changes what I tell.
alert-more = More communities of **{ $network }** may need a hand. `!communities` shows all of them, those first that need it most.
alert-over-connector = ✅ **{ $place }**: a connector is back.
alert-over-newcomer = ✅ **{ $place }**: every newcomer has been greeted.
alert-over-room = ✅ **{ $place }**: I’m in all its rooms again.
alert-dropped = **{ $place }**: I no longer watch this.
alert-own-connector = { $count ->
        [one] no connector of { $place } has written or done anything here for a day. A word from one of you is enough.
       *[other] no connector of { $place } has written or done anything here for { $count } days. A word from one of you is enough.
    }
alert-own-newcomer = somebody new has been waiting for a hello since { $since }.
alert-own-room = I’m no longer in one of the rooms of { $place }. Please invite me back, or type `!help` there if I’m still in it.
alert-own-footer = If it stays like this, I’ll tell the coordinators of **{ $network }**, so that they can help. `!network share state off` keeps such things here.
choice-connector = connector
choicelike-connector = connectors
choice-newcomer = newcomer
choicelike-newcomer = newcomers
choice-room = room
choicelike-room = rooms
cmd-handover = Ask someone to take over, or to share, your role of connector
example-handover = !handover @anna:example.org
ask-handover-person = Who should look after this community? Mention them, or give their full name.
cmd-network-handover = Propose a connector for a community that has none left
example-network-handover = !network handover Lyon anna
ask-network-handover-name = Which community needs a connector?
ask-network-handover-person = Who of its people would you propose? Give their full name.
handover-not-yours = Only a connector of { $community } can hand it over. A moderator of this room can name one with `!connector add`.
handover-network = { $network } can have several coordinators: `!connector add` and a name makes somebody one beside you, and then `!connector remove` with your own name lets you step back.
handover-self = That’s you: you’re a connector already. Name who should look after the community beside you.
handover-already = { $name } is already a connector. To step back yourself, type `!connector remove` with your name.
handover-ask = { $name }: { $who } asks you to look after **{ $community }** as a connector. You’d be connectors together until one of you steps back.
handover-accept = I’ll do it
handover-decline = Rather not
handover-over = That’s already decided.
handover-done = { $name } is now a connector of **{ $community }**.
handover-declined = { $name } would rather not be a connector of **{ $community }**.
handover-objected = { $name } doesn’t become a connector of **{ $community }**: a member objected.
handover-ended = Nothing came of asking { $name } to be a connector of **{ $community }**.
handover-step-ask = { $who }: { $name } is a connector now. Do you step back, or stay a connector too?
handover-step-back = I step back
handover-stay = I stay
handover-stays = Good: you both are connectors.
handover-stepped = You’re no longer a connector. Thank you for looking after this community!
handover-stepped-already = You’re no longer a connector already.
proposal-posted = I’ve asked in the home of **{ $community }**: { $name } becomes a connector if they take it on and a moderator there agrees, or if nobody objects within { $days } days.
proposal-held-back = **{ $community }** keeps its state to itself. Who looks after it is for its own people and the moderators of its room to say.
proposal-has-connector = **{ $community }** has a connector who was seen not long ago. Please ask them: they can hand it over with `!handover`.
proposal-open = Somebody in **{ $community }** has been asked already, and has yet to answer.
proposal-objected-before = A member of **{ $community }** objected to the last proposal. You can propose someone again from { $at }.
proposal-no-room = **{ $community }** has no home room where its people could read and object.
proposal-not-member = { $name } hasn’t been seen in **{ $community }**. Please propose someone of its own people.
proposal-ask = { $name }: the coordinators of **{ $network }** propose you as a connector of **{ $community }**, since no connector has been seen here for long.
    It needs your yes, and the agreement of a moderator of this room. If no moderator answers, it counts from { $at }, unless a member of this room objects.
proposal-ask-willing = { $name } is ready to look after **{ $community }** as a connector, as the coordinators of **{ $network }** propose, since no connector has been seen here for long.
    A moderator of this room can agree. If none answers, it counts from { $at }, unless a member of this room objects.
proposal-take = I’ll do it
proposal-agree = Agree (moderators)
proposal-object = Object
proposal-objected = Noted: it won’t happen. I tell the coordinators that a member objected, not who.
proposal-noted = Noted.
proposal-moderator = Only a moderator of this room can agree. As a member you can object.
proposal-done = **{ $community }** has a connector again, as you proposed.
proposal-declined = **{ $community }**: the person you proposed would rather not.
proposal-ended = **{ $community }**: nothing came of your proposal. Nobody took it on, or a connector is back.
proposal-objected-told = **{ $community }**: a member objected to your proposal, so it won’t happen.
