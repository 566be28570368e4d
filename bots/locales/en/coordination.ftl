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
tag-names-many = That’s too many at once. Please name up to { $limit }.
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
tag-own-foot = `!tag refuse bikes` refuses one, `!tag allow bikes` allows it again.
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
communities-foot = `!communities Lyon` shows one, `!communities quiet` or `!communities tag=bikes lang=fr platform=matrix size=5-50` some.
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
filter-size-unclear = I can’t read `{ $given }` as a size. Type for example `size:5-50`, `size:50-` or `size:-10`.
discreet-sent = I’ve sent you that in private: only coordinators should read it.
discreet-unreachable = I can’t write to you in private. Send me a private message first, or ask in the network’s circle room.
discreet-where = In the network’s circle room I can show you all pages.
