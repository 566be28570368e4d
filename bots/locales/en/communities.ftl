# Communities and networks.

setup-done = **{ $community } is set up.** Here it is now { $now }; you are its connector.
    Try: `!poll "Where do we meet?" "Garden" "Library"` · `!event Potluck friday 7pm at the garden`
    Newcomers are welcomed; `!config rules …`, `!config question …` and `!config welcome …` give the welcome your own words.
    `!link CODE` joins a network; `!help` shows the rest.
setup-plan-event = Plan an event
setup-open-poll = Open a poll
setup-check-rights = Check my permissions
setup-see-settings = Settings
setup-already = This room is the home of { $community } already. `!config` shows and changes its settings.
setup-is-network = This room is the highlights room of { $network }; a community needs a room of its own.
ask-setup-name = What is your community called?
ask-setup-locale = Which language is spoken here? Answer one of: { $languages }. · _Quelle langue parle-t-on ici ?_
ask-setup-zone = Which time zone are you in? A city will do, for example `Paris` or `Europe/Paris`.
cmd-setup = Make this room the home of a community
example-setup = !setup "Lyon Croix-Rousse" fr Europe/Paris
name-empty = A name is needed, for example “Lyon Croix-Rousse”.
name-too-long = That name is too long ({ $length } characters). Please keep it to { $limit }.
locale-unknown = I don’t speak `{ $given }` yet. Answer one of: { $languages }.
zone-unknown-bare = I don’t know the time zone `{ $given }`. Name a large city nearby or a zone such as `Europe/Paris`.
code-unknown = I know no network with the code `{ $given }`. Ask its coordinator: `!network code` in the network’s room shows it.
network-created = **{ $network }** is founded, and this is its room: highlights appear here, and a digest each day at { $hour }:00.
    Connectors ask to join with the network’s code, which I have sent to its founder; `!network code` shows it again. A coordinator confirms each community here.
network-foot = `!network code` shows connectors the code for another community.
network-left = **{ $community }** has left the network.
network-code-sent = I’m sending you the code in private.
network-code-unreachable = I can’t write to you in private. Send me a private message first, then type `!network code` here again.
cmd-network-code = Show me the network’s code, in private
example-network-code = !network code
network-renew-ask = The code of **{ $network }** will change, and the one that people have stops working. Linked communities stay. Shall I?
network-renew-confirm = New code
cmd-network-renew = Replace the network’s code
example-network-renew = !network renew
ask-network-accept-name = Which community may join?
cmd-network-accept = Let a community in that asks to join
example-network-accept = !network accept Lyon
ask-network-remove-name = Which community should leave the network?
network-remove-ask = **{ $place }** will no longer be part of **{ $network }**: it shares nothing here and receives no highlights. What was published stays. Shall I?
network-remove-confirm = Remove
network-remove-unknown = Nothing called `{ $given }` is part of { $network }. There are: { $names }.
network-removed = **{ $place }** is no longer part of the network.
network-removed-you = **{ $place }** is no longer part of the network **{ $network }**: a coordinator has removed it. Nothing of yours is shared there any more.
cmd-network-remove = Remove a community from the network, or decline its request
example-network-remove = !network remove Lyon
link-requested = I’ve asked **{ $network }** to let you in. A coordinator answers in the network’s room, and I’ll tell you here.
link-pending = **{ $network }** has been asked already and hasn’t answered yet. `!unlink` withdraws the request.
link-no-room = **{ $network }** has no room at the moment where somebody could answer. Please try again later.
link-ask = The community **{ $place }** asks to join this network. { $who } (`{ $user }`) asked, in “{ $room }” on { $platform }.
    Anyone can choose any name: accept only if you know them.
link-ask-child = The network **{ $place }** asks to become part of this one. { $who } (`{ $user }`) asked, in “{ $room }” on { $platform }.
    Anyone can choose any name: accept only if you know them.
link-accept = Accept
link-decline = Decline
link-accepted = **{ $place }** was let in.
link-declined = **{ $place }** was not let in.
link-withdrawn = **{ $place }** no longer asks to join.
link-declined-you = **{ $network }** has declined your request to join.
link-decided = That has been decided already.
link-not-pending = No request by `{ $given }` is waiting here, or there are several: use the buttons below them.
unlink-withdrawn = I’ve withdrawn the request to { $network }.
name-reserved = `{ $given }` looks like my own name. Please choose another one.
name-taken = `{ $given }` looks like { $other }, which is in the same network. Please choose a name that nobody can mix up with it.
network-joined = **{ $community }** has joined the network.
network-shown = **{ $network }**: { $count ->
        [one] one community
       *[other] { $count } communities
    }
network-code = The code of **{ $network }** is `{ $code }`. Connectors of another community type `!link { $code }` in their own room, and a coordinator of the network confirms it.
network-empty = No community is linked to **{ $network }** yet. `!network code` shows the code for the first one.
network-circle = { $parent } stands below { $network } already; a network can’t be its own parent.
network-parent-set = { $network } is now part of { $parent }.
ask-network-create-name = What is the network called?
ask-network-create-locale = Which language is spoken in this room? Answer one of: { $languages }.
ask-network-create-zone = In which time zone does the network’s day end? For example `Paris` or `UTC`.
ask-network-parent-code = What is the code of the parent network?
cmd-network-create = Found a network; this room becomes its highlights room
example-network-create = !network create "Les Passeurs" fr Europe/Paris
cmd-network-show = Which communities are linked
example-network-show = !network show
cmd-network-parent = Ask a larger network to let this one in
example-network-parent = !network parent abcd2345
link-done = Linked to **{ $network }**. Nothing leaves this room yet: `!relay on` switches relaying on.
link-already = This community is linked to { $network } already.
ask-link-code = What is the network’s code? Its coordinator finds it with `!network code`.
cmd-link = Ask a network by its code to let this community in
example-link = !link abcd2345
unlink-done = This community has left { $network }. Nothing is relayed any more.
unlink-nothing = This community belongs to no network.
cmd-unlink = Leave the network
example-unlink = !unlink
config-title = **Settings of { $name }**
config-foot = `!config KEY VALUE` changes one, for example `!config threshold 5`. `none` empties a text.
config-one = `{ $key }` is: { $value }
config-set = Done. `{ $key }` is now: { $value }
config-zone-set = Done. The time zone is now { $value }. Events already planned keep their moment; new ones are read in this zone.
config-unknown = There is no setting `{ $given }`. Did you mean `{ $nearest }`? There are: { $keys }.
config-number = `{ $given }` won’t do: a whole number from { $least } to { $most } is needed.
cmd-config = Show or change the settings
example-config = !config welcome Tea is on the left, have a seat!
room-join-done = This room belongs to **{ $community }** now. `!room role events` makes it the place where events are posted.
room-join-unknown = I know no community `{ $given }` of yours. You are a connector of: { $names }.
room-join-none = Only a connector of a community can add a room to it. To found a new one type `!setup`.
ask-room-join-name = Which community is this room to belong to?
cmd-room-join = Add this room to a community of yours
example-room-join = !room join Lyon
room-leave-ask = This room will no longer belong to **{ $community }**: its polls and events stay as they are here, newcomers aren’t welcomed, and nothing is shared from here. Shall I?
room-leave-ask-last = This is the only room of **{ $community }**. Without it the community can’t do anything until `!room join` brings a room back. Shall I?
room-leave-confirm = Leave
room-left = This room no longer belongs to **{ $community }**. Somebody who manages it can type `!setup` or `!room join`.
cmd-room-leave = Take this room out of its community
example-room-leave = !room leave
room-role-home = This room is a home of the community: newcomers are welcomed here.
room-role-events = Events are posted in this room from now on.
ask-room-role-role = What is this room for? Answer `home` or `events`.
cmd-room-role = Say what this room is for
example-room-role = !room role events
person-unknown = I haven’t met `{ $given }` yet. Give their full id or mention them, or ask them to type `!help` in this room first.
person-which = Whom do you mean by `{ $given }`? Anyone can choose any name, so look at the id:
person-here = { $name } – `{ $user }`, last seen in “{ $room }”
person-elsewhere = { $name } – `{ $user }`, not seen in this community
connector-added = { $name } is a connector now.
connector-already = { $name } is a connector already.
connector-removed = { $name } is no connector any more.
connector-not = { $name } is no connector.
connector-last = { $name } is the last connector; add another one first, so that somebody can look after the community.
connector-list = { $count ->
        [one] Connector
       *[other] Connectors
    }: { $names }
connector-none = There is no connector on this platform.
ask-connector-add-person = Who is to be a connector? Mention them, or give their full name.
ask-connector-remove-person = Who is to be no connector any more?
cmd-connector-add = Make somebody a connector
example-connector-add = !connector add @anna:example.org
cmd-connector-remove = Somebody is no connector any more
example-connector-remove = !connector remove @anna:example.org
cmd-connector-list = Who the connectors are
example-connector-list = !connector list
greeter-added = { $name } is called when somebody new arrives.
greeter-already = { $name } is a greeter already.
greeter-removed = { $name } is no greeter any more.
greeter-not = { $name } is no greeter.
greeter-list = { $count ->
        [one] Greeter
       *[other] Greeters
    }: { $names }
greeter-none = There is no greeter; the connectors are called when somebody new arrives.
ask-greeter-add-person = Who greets newcomers? Mention them, or give their full name.
ask-greeter-remove-person = Who greets newcomers no more?
cmd-greeter-add = Somebody is called when newcomers arrive
example-greeter-add = !greeter add @anna:example.org
cmd-greeter-remove = Somebody is called no more
example-greeter-remove = !greeter remove @anna:example.org
cmd-greeter-list = Who greets newcomers
example-greeter-list = !greeter list
me-shown = What I know of you, { $name }: your account { $accounts }; your role here: { $roles }; your language: { $language }.
    When a message of yours is shared with the network: { $relay } (`!me relay named|unnamed|off` changes it).
me-relay-word-named = with your name
me-relay-word-unnamed = without your name
me-relay-word-off = never
role-member = member
role-connector = connector
role-coordinator = coordinator
role-greeter = greeter
me-language-set = Noted: in private I speak English with you.
ask-me-language-locale = Which language? Answer one of: { $languages }.
cmd-me = What I know of you
example-me = !me
cmd-me-language = Which language I speak with you in private
example-me-language = !me language fr
config-switch = `{ $given }` won’t do: answer `on` or `off`.
