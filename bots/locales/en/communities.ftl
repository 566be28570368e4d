# Communities and networks.

setup-done = **{ $community } is set up.** Here it is now { $now }; you are its connector.
    Try: `!poll "Where do we meet?" "Garden" "Library"` · `!event Potluck friday 7pm at the garden`
    Newcomers are welcomed; `!config rules …`, `!config question …` and `!config welcome …` give the welcome your own words.
    `!link CODE` joins a network; `!help` shows the rest.
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
code-unknown = I know no network with the code `{ $given }`. Ask its coordinator: `!network show` in the network’s room says it.
network-created = **{ $network }** is founded, and this is its room: highlights appear here, and a digest each day at { $hour }:00.
    Connectors link their community by typing `!link { $code }` in their own room.
network-joined = **{ $community }** has joined the network.
network-shown = **{ $network }**: { $count ->
        [one] one community
       *[other] { $count } communities
    }
network-code = New ones type `!link { $code }` in their room.
network-empty = No community is linked to **{ $network }** yet. Connectors type `!link { $code }` in their room.
network-circle = { $parent } stands below { $network } already; a network can’t be its own parent.
network-parent-set = { $network } is now part of { $parent }.
ask-network-create-name = What is the network called?
ask-network-create-locale = Which language is spoken in this room? Answer one of: { $languages }.
ask-network-create-zone = In which time zone does the network’s day end? For example `Paris` or `UTC`.
ask-network-parent-code = What is the code of the parent network?
cmd-network-create = Found a network; this room becomes its highlights room
example-network-create = !network create "Les Passeurs" fr Europe/Paris
cmd-network-show = Which communities are linked, and the code for more
example-network-show = !network show
cmd-network-parent = Make this network part of a larger one
example-network-parent = !network parent abcd2345
link-done = Linked to **{ $network }**. Nothing leaves this room yet: `!relay on` switches relaying on.
link-already = This community is linked to { $network } already.
ask-link-code = What is the network’s code? Its coordinator finds it with `!network show`.
cmd-link = Join a network by its code
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
