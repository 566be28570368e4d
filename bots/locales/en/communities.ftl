# Communities and networks.

setup-done = **{ $community } is set up.** Here it is now { $now }; you are its connector.
    Try: `!poll "Where do we meet?" "Garden" "Library"` · `!event Potluck friday 7pm at the garden`
    Newcomers are welcomed; `!config rules …`, `!config question …` and `!config welcome …` give the welcome your own words.
    `!link CODE` joins a network; `!help` shows the rest.
setup-already = This room is already the home of { $community }. `!config` shows and changes its settings.
network-own-room = A network needs a room of its own, and this one belongs to { $community }. Make a new room, invite me there and type `!network create`.
setup-plan-event = Plan an event
setup-open-poll = Open a poll
setup-check-rights = Check my permissions
setup-see-settings = Settings
setup-is-network = This room belongs to the network { $network }; a community needs a room of its own. Invite me to another room and type it there.
room-of-network = `!{ $command }` works in a community’s room, and this room belongs to the network **{ $network }**. `!help` shows what works here.
place-name-doubt = I’m not sure where the name ends. If it’s **{ $name }**, type `!{ $command } "{ $name }" { $rest }`; if it’s **{ $whole }**, type `!{ $command } "{ $whole }"`.
place-name-words = de
ask-setup-name = What is your community called?
ask-setup-locale = Which language is spoken here? Answer one of: { $languages }. · _Quelle langue parle-t-on ici ?_
ask-setup-zone = Which time zone are you in? A city will do, for example `Paris` or `Europe/Paris`.
cmd-setup = Make this room the home of a community
example-setup = !setup "Lyon Croix-Rousse" fr Europe/Paris
name-empty = Please give a name, for example “Lyon Croix-Rousse”.
name-too-long = That name is too long ({ $length } characters). Please keep it to { $limit }.
locale-unknown = I don’t speak `{ $given }` yet. Answer one of: { $languages }.
zone-unknown-bare = I don’t know the time zone `{ $given }`. Name a large city nearby or a zone such as `Europe/Paris`.
network-left = **{ $place }** has left the network.
cmd-network-accept = Accept a community that asks to join
example-network-accept = !network accept Lyon
network-remove-which = Whose request do you decline, or who shall leave **{ $network }**? Answer with a name. Asking to join: { $waiting }. In the network: { $members }.
network-remove-ask = **{ $place }** will leave **{ $network }**: it no longer shares anything here or receives highlights. What was published stays. Shall I go ahead?
network-remove-confirm = Remove
network-removed = **{ $place }** is no longer part of the network.
network-removed-you = A coordinator has removed **{ $place }** from the network **{ $network }**. Nothing of yours is shared there any longer.
cmd-network-remove = Remove a community from the network, or decline its request
example-network-remove = !network remove Lyon
link-pending = I’ve already asked **{ $network }**, and it hasn’t answered yet. `!unlink` withdraws the request.
link-no-room = **{ $network }** has no room right now where someone could answer. Please try again later.
link-ask = The community **{ $place }** asks to join this network. { $who } (`{ $user }`) asked, in “{ $room }” on { $platform }.
    Anyone can choose any name: accept only if you know them.
link-ask-child = The network **{ $place }** asks to become part of this one. { $who } (`{ $user }`) asked, in “{ $room }” on { $platform }.
    Anyone can choose any name: accept only if you know them.
link-accept = Accept
link-decline = Decline
link-accepted = **{ $place }** has been accepted.
link-declined = **{ $place }** has been declined.
link-withdrawn = **{ $place }** no longer asks to join.
link-declined-you = **{ $network }** has declined your request to join.
link-decided = That’s already decided.
link-none-waits = Nobody is waiting to join { $network } at the moment. `!network invite` makes an invitation.
link-which-waits = Who may join? Answer with a name: { $names }
link-not-pending = Nobody called `{ $given }` is waiting to join. Answer with one of: { $names }
link-several-wait = Several who are waiting are called `{ $given }`: please use the buttons below their requests.
unlink-withdrawn = I’ve withdrawn the request to { $network }.
name-reserved = `{ $given }` looks like my own name. Please choose another one.
name-taken = `{ $given }` looks like { $other }, which is in the same network. Please choose a name that nobody can mix up with it.
network-joined = **{ $place }** has joined the network.
network-shown = **{ $network }**: { $count ->
        [0] no communities yet
        [one] one community
       *[other] { $count } communities
    }
network-shown-networks = **{ $network }**: { $networks ->
        [one] one network
       *[other] { $networks } networks
    }
network-shown-both = **{ $network }**: { $networks ->
        [one] one network
       *[other] { $networks } networks
    } and { $count ->
        [one] one community
       *[other] { $count } communities
    }
network-circle = { $parent } is already part of { $network }; a network can’t be its own parent.
network-parent-set = **{ $child }** is now part of **{ $network }**. Nothing rises there yet: `!relay on` turns that on.
ask-network-create-name = What is the network called?
ask-network-create-locale = Which language is spoken in this room? Answer one of: { $languages }.
ask-network-create-zone = In which time zone does the network’s day end? For example `Paris` or `UTC`.
ask-network-parent-code = What is the code of the parent network?
cmd-network-create = Start a network; this room becomes its highlights room
example-network-create = !network create "Les Passeurs" fr Europe/Paris
example-network-show = !network show
cmd-network-parent = Ask a larger network to take this one in
example-network-parent = !network parent abcd2345
link-done = Linked to **{ $network }**. Nothing leaves this room yet: `!relay on` turns sharing on.
    The network’s coordinators see how you’re doing: how many newcomers came and were greeted (no number below five), events, polls, when a connector was last active, and lost rooms; no names and no messages. `!network share state off` keeps that to yourselves.
link-already = You’re already part of { $network }.
cmd-link = Ask a network to let this community in, with its code
example-link = !link abcd2345
unlink-done = This community has left { $network }. Nothing is shared with it any longer.
cmd-unlink = Leave the network
example-unlink = !unlink
config-title = **Settings of { $name }**
config-footer = `!config { $key }` explains one, `!config { $key } { $value }` changes it. `none` empties a text.
config-one = `{ $key }` is: { $value }
    { $about } To change it, type the new value now, or `!config { $key } …` later.
config-set = Done. `{ $key }` is now: { $value }
config-zone-set = Done. The time zone is now { $value }. Events already planned keep their moment; new ones are read in this zone.
config-back = To go back: `!config { $key } { $value }`
config-back-text =
    Before, it was: { $value }
    To go back, send `!config { $key }` with that text.
config-empty = none
config-unknown = There’s no setting `{ $given }`. Did you mean `{ $nearest }`? There are: { $keys }.
config-choice = `{ $given }` isn’t valid. Choose one of: { $choices }.
config-number = `{ $given }` isn’t valid: please give a whole number from { $least } to { $most }.
cmd-config = Show or change the settings
example-config = !config welcome Tea is on the left, have a seat!
room-join-done = This room now belongs to **{ $community }**. `!room role events` makes it the place where events are posted.
room-join-unknown = You aren’t a connector of a community called `{ $given }`. You’re a connector of: { $names }.
room-join-none = Only a connector of a community can add a room to it. To start a new community, type `!setup`.
ask-room-join-name = Which community should this room belong to?
cmd-room-join = Add this room to one of your communities
example-room-join = !room join Lyon
room-leave-ask = This room will no longer belong to **{ $community }**: its polls and events stay here as they are, newcomers aren’t welcomed, and nothing is shared from here. Shall I go ahead?
room-leave-ask-last = This is the only room of **{ $community }**. Without it the community can’t do anything until `!room join` brings a room back. Shall I go ahead?
room-left = This room no longer belongs to **{ $community }**. Someone who manages it can type `!setup` or `!room join`.
cmd-room-leave = Take this room out of its community
example-room-leave = !room leave
room-role-home = This room is now a home of the community: I welcome newcomers here.
room-role-events = I post events in this room from now on.
ask-room-role-role = What is this room for? Answer `home` or `events`.
cmd-room-role = Say what this room is for
example-room-role = !room role events
person-unknown = I haven’t met `{ $given }` yet. Mention them or give their full id, or ask them to type `!help` in this room first.
person-one-by-one = I’m not sure who “{ $given }” is. Please name one person at a time, with a mention or their full name.
person-which = Who do you mean by `{ $given }`? Anyone can choose any name, so look at the id:
person-here = { $name } – `{ $user }`, last seen in “{ $room }”
person-elsewhere = { $name } – `{ $user }`, not seen in this community
connector-added = { $name } is now a connector.
connector-already = { $name } is already a connector.
connector-removed = { $name } is no longer a connector.
connector-not = { $name } isn’t a connector.
connector-departed = { $name } has left and is no longer a connector here.
connector-departed-last = { $name } has left and was the last connector here. Whoever manages this room can choose a new one: `!connector add`.
connector-last = { $name } is the last connector. Add another one first, so that someone can look after the community.
connector-list = { $count ->
        [one] Connector
       *[other] Connectors
    }: { $names }
connector-none = There are no connectors on this platform.
ask-connector-add-person = Who should become a connector? Mention them, or give their full name.
ask-connector-remove-person = Who should stop being a connector?
cmd-connector-add = Make someone a connector
example-connector-add = !connector add @anna:example.org
cmd-connector-remove = Remove a connector
example-connector-remove = !connector remove @anna:example.org
cmd-connector-list = Who the connectors are
example-connector-list = !connector list
greeter-added = I’ll ping { $name } when someone new arrives.
greeter-already = { $name } is already a greeter.
greeter-removed = { $name } is no longer a greeter.
greeter-not = { $name } isn’t a greeter.
greeter-list = { $count ->
        [one] Greeter
       *[other] Greeters
    }: { $names }
greeter-none = No greeters yet: I ping the connectors when someone new arrives.
ask-greeter-add-person = Who should greet newcomers? Mention them, or give their full name.
ask-greeter-remove-person = Who should no longer greet newcomers?
cmd-greeter-add = Choose who is pinged when newcomers arrive
example-greeter-add = !greeter add @anna:example.org
cmd-greeter-remove = Stop pinging someone about newcomers
example-greeter-remove = !greeter remove @anna:example.org
cmd-greeter-list = Who greets newcomers
example-greeter-list = !greeter list
me-shown = What I know about you, { $name }: your account { $accounts }; your role here: { $roles }; your language: { $language }.
    When a message of yours is shared with the network: { $relay } (`!me relay named|unnamed|off` changes it).
me-relay-word-named = with your name
me-relay-word-unnamed = without your name
me-relay-word-off = never
role-member = member
role-connector = connector
role-coordinator = coordinator
role-greeter = greeter
me-language-set = Noted: in private I’ll speak English with you.
ask-me-language-locale = Which language? Answer one of: { $languages }.
cmd-me = What I know about you
example-me = !me
cmd-me-language = Choose the language I speak with you in private
example-me-language = !me language fr
config-switch = `{ $given }` isn’t valid: answer `on` or `off`.
unlink-ask = **{ $place }** will leave **{ $network }**: nothing is shared with it any longer, and you receive no highlights of it. What was published stays. Shall I go ahead?
leave-confirm = Leave
unlink-done-network = This network has left { $network }.
network-leave-ask = **{ $place }** will leave **{ $network }**, and I’ll tell them. Shall I go ahead?
cmd-network-leave = Leave the network, or take this network out of its parent
example-network-leave = !network leave
rules-shown = **The rules of { $community }:**
    { $rules }
rules-none = There are no written rules here. Connectors write them with `!config rules`.
cmd-rules = Read the community’s rules
example-rules = !rules
role-moderator = moderator
config-value = : { $value }
config-change = Change
ask-config-value = { $about }
    What should `{ $key }` be?
about-name = what the others see as its name, up to 60 characters
about-locale = the language I speak in its rooms
about-zone = the time zone for dates; planned events keep their moment
about-welcome = what my welcome says after the newcomers’ names
about-rules = what newcomers read and accept first; `!rules` shows them again
about-question = what I ask newcomers; whoever greets them sees the answer
about-greeting-seconds = how long I wait for more newcomers, to welcome them together
about-greeter-minutes = when I remind the greeters if nobody has said hello
about-poll-style = how polls look on Matrix: `native` is the app’s own poll with one line below it, `card` is my message with reactions, `both` shows the two
about-quiet-hours = when I call no greeters and share nothing, such as `22-8`; it waits until the end
about-holidays = which country’s public holidays repeating events leave out, such as `FR` or `DE-BY`; `none`: the country of the time zone
about-next-date = how many days before its start the next date of a repeating event is shown; 0: when the previous one is over
about-reminders = when I remind those who come: `1 day before, 1 hour before, at the start`, or `1d, 1h, 0` for short
about-after-events = what I say after events: nothing, thanks and a request for pictures, or also a question how it was
about-threshold = how many people react before a message goes to the network, not counting its author: a number such as `5`, or a share of those who are active here, such as `10%`
about-hold-back = the wait before a highlight goes out, in which it can be stopped
about-listening = whether this room also shows the highlights of other communities
about-digest-hour = at which hour the digest appears; if there is nothing to tell, none is sent
unit-seconds = { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
unit-minutes = { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
unit-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
unit-people = { $count ->
        [one] 1 person
       *[other] { $count } people
    }
unit-hour = { $count }:00
config-none = not set
network-which = Your community is in several networks: { $names }. Type this in the room of the one you mean.
network-several = **Your networks**
network-line-above = ↑ **{ $network }** · { $rises }
network-line-network = ▪ **{ $place }** (network) · { $rises }
network-line-community = • { $place } · { $rises }
rises-everything = shares highlights
rises-curated = a coordinator picks
rises-digest = only in the digest
rises-nothing = shares nothing
network-above-none = **{ $place }** isn’t part of a network yet. With the code of one, `!link CODE` asks to join it.
network-above-which = **{ $place }** is part of several networks. Which one do you mean? Answer one of: { $names }.
network-above-unknown = **{ $place }** isn’t part of a network called `{ $given }`. It is part of: { $names }.
network-part-unknown = Nothing called `{ $given }` is in { $network }. There is: { $names }.
network-parts-more = … ({ $count } more)
cmd-network-take = Choose what this network takes from a part of it
example-network-take = !network take picked Lyon
ask-network-take-what = What should the network take? Answer one of: `everything`, `picked`, `digest`, `nothing`.
ask-network-take-name = From which community or network?
take-everything = **{ $network }** shows every highlight that **{ $place }** shares.
take-curated = What **{ $place }** shares appears in the circle first, where you pick what **{ $network }** shows.
take-digest = The digest of **{ $network }** tells what **{ $place }** shares; no room shows it.
take-nothing = **{ $network }** shows nothing of **{ $place }** from now on. What was published stays.
taken-everything = **{ $network }** now shows every highlight that **{ $place }** shares with it.
taken-curated = A coordinator of **{ $network }** now picks which highlights of **{ $place }** it shows.
taken-digest = **{ $network }** now tells of **{ $place }** in its digest only.
taken-nothing = **{ $network }** no longer shows anything of **{ $place }**. What was published stays.
take-needs-circle = To pick, you need a room where only coordinators meet. Invite me to one and type `!room join { $network }` there, then try again.
cmd-network-listen = Show the highlights of a network here, or not
example-network-listen = !network listen on
ask-network-listen-switch = Shall I show its highlights here? Answer `on` or `off`.
listen-on = **{ $place }** now shows the highlights of **{ $network }**.
listen-off = **{ $place }** no longer shows the highlights of **{ $network }**.
room-join-network = This room is now a circle of **{ $network }**: requests to join and highlights to pick appear here. `!room role highlights` makes it show the highlights instead.
room-leave-ask-network = This room will no longer belong to **{ $network }**: nothing of the network is shown or decided here any longer. Shall I go ahead?
room-role-highlights = This room now shows the network’s highlights and its digest.
room-role-circle = This room is now a circle: requests to join and highlights to pick appear here, and no highlights.
room-role-other = `{ $given }` doesn’t fit this room. Choose one of: { $choices }.
about-consent = how authors agree: `ask` means nothing leaves before they say yes; `notice` announces it and leaves time to stop it
me-relay-word-ask = you’re asked each time
network-line-here = • **{ $place }** (you are here) · { $rises }
about-digest = how often the digest appears: `daily`, `weekly` on Sundays, `monthly` on the first, or `never`
about-highlight-age = up to which age of a message reactions count, such as `2 days`; a connector can still suggest an older one
about-highlight-emoji = which reactions count, such as `⭐ 🔥`; `any` counts them all
unit-percent = { $count }% of those who are active
words-percent = percent, per cent
config-threshold = `{ $given }` isn’t valid: please give a whole number from 1 to { $most }, or a share of those who are active, such as `10%`.
config-age = `{ $given }` isn’t an age I can read. Type one such as `2 days` or `12 hours`, or `any`.
config-emoji = I can’t read emoji in `{ $given }`. Type up to { $limit } of them with spaces between, such as `⭐ 🔥`, or `any`.
room-excluded = From now on, nothing said in this room is shared as a highlight. What was shared before stays where it is. `!room include` lets this room take part again.
room-included = This room takes part again: what is said here from now on may be shared.
room-excluded-already = Nothing said in this room is shared anyway. `!room include` lets it take part again.
room-included-already = This room isn’t left out. `!room exclude` leaves it out.
cmd-room-exclude = Share nothing that is said in this room
example-room-exclude = !room exclude
cmd-room-include = Let this room take part in highlights again
example-room-include = !room include
cmd-highlight-exclude = Share nothing that somebody writes here
example-highlight-exclude = !highlight exclude @anna:example.org
ask-highlight-exclude-person = Whose messages should stay here?
cmd-highlight-include = Let somebody’s messages be shared again
example-highlight-include = !highlight include @anna:example.org
ask-highlight-include-person = Whose messages may be shared again?
highlight-exclude-ask = Nothing that { $name } writes in **{ $community }** will be shared any longer, and what was shared is taken back for good. Shall I go ahead?
highlight-exclude-confirm = Leave them out
highlight-excluded = Done: nothing of { $name } is shared. `!highlight include` undoes it.
highlight-excluded-already = Nothing of { $name } is shared anyway.
highlight-included = What { $name } writes from now on may be shared again, if { $name } agrees.
highlight-not-excluded = { $name } isn’t left out.
coordinator-added = { $name } is now a coordinator of this network.
coordinator-already = { $name } is already a coordinator of this network.
coordinator-removed = { $name } is no longer a coordinator of this network.
coordinator-not = { $name } isn’t a coordinator of this network.
coordinator-last = { $name } is the last coordinator. Add another one first, so that someone can look after the network.
coordinator-list = { $count ->
        [one] Coordinator
       *[other] Coordinators
    }: { $names }
coordinator-none = There are no coordinators on this platform.
cmd-network-share = Let a network’s coordinators see how you’re doing, or not
example-network-share = !network share state off
ask-network-share-what = What is it about? Answer `state`.
ask-network-share-switch = May the network’s coordinators see how you’re doing? Answer `on` or `off`.
network-share-on = The coordinators of **{ $network }** now see how **{ $place }** is doing: how many newcomers came and were greeted (no number below five), events, polls, when a connector was last active, and lost rooms. They see no names and no messages.
network-share-off = The coordinators of **{ $network }** no longer see how **{ $place }** is doing.
about-digest-review = how long before the digest the circle sees it, such as `12h`, to change it or leave it out; `none` means not at all
about-digest-waits = whether the digest waits until the circle answers; otherwise it goes out as it is
digest-review-needs-circle = The digest is shown in a circle first: a room where only coordinators meet. Invite me to one and type `!room join { $network }` there, then try again.
config-review-length = `{ $given }` isn’t a length of time up to seven days. Examples: `12h`, `1 day`, `none`.
about-auto-pick = how many people below have to like what waits in the queue for it to be shown without a coordinator, such as `20`; `never` leaves the choice to you
