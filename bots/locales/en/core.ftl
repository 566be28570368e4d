# Sentences of the core: refusals, dialogs, failures.

addressed = {":"} { "" }
too-fast = That’s more than I can do at once. Please wait a minute: I haven’t done what you just sent.
card-further-down = _The current card is further down._
error-ours = Sorry, something went wrong on my side. It’s noted and nothing you wrote is lost; please try again in a moment.
button-unknown = This button no longer works.
answer-not-asked = I’m not asking you that right now. `!help` shows what you can do here.
answer-too-late = My private answer came too late to show here. I couldn’t write to you either: allow private messages for this server, then ask me again.
not-in-server = Only my commands are on this server; I’m not. Someone who manages it can bring me in: { $link }
command-unknown = I don’t know `{ $given }`. Did you mean { $nearest }? `!help` shows all I can do.
command-unknown-bare = I don’t know `{ $given }`. `!help` shows all I can do.
argument-extra = I didn’t expect `{ $given }` here. `!help { $command }` shows an example.
argument-choice = `{ $given }` isn’t possible here. Choose one of: { $choices }.
text-too-long = That is too long ({ $length } characters). Please keep it below { $limit }.
room-unknown = I don’t know this room yet. Please remove me and invite me again.
room-not-set-up = This room has no community yet. A moderator of this room can type `!setup`; then `!{ $command }` works.
not-in-private = `!{ $command }` belongs in the community’s room; please type it there.
room-without-network = This room isn’t in a network yet. Type `!link CODE` with the code from your network’s coordinator, or `!network create` in the room that should become the network’s.
right-anyone = You can’t do that here.
right-connector = `!{ $command }` is for connectors of this community and moderators of this room. { $count ->
        [0] A moderator can make you a connector with `!connector add` and your name.
       *[other] Ask { $names }.
    }
right-coordinator = `!{ $command }` is for coordinators of the network and moderators of its highlights room. { $count ->
        [0] Ask a moderator there.
       *[other] Ask { $names }.
    }
right-admin = `!{ $command }` is for whoever manages this room (on Matrix: moderators, power level 50 or more). Ask them to type it, or to give you that right.
dialog-cancelled = OK, cancelled.
cancel-nothing = Nothing is open here that I could cancel.
cancel-what = Nothing is open here that I could cancel. To call off an event, type { $event }; to delete a poll, `!poll delete 3`.
page-of = _Page { $page } of { $pages }_
page-back = Back
page-on = More
verb-unknown = I don’t know `{ $given }`. There is { $listed }. `!help` explains each.
verb-or-title = “{ $given }” sounds like { $command }: that needs a number. If your title really begins with it, put it in quotes: { $example }
command-edited = Editing this message no longer changes anything. Please send the command as a new message.
