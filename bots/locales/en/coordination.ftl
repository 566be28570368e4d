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
