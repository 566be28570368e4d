# Sentences of the core: refusals, dialogs, failures.

addressed = {","} { "" }
too-fast = That is more than I can do at once. Please wait a minute: what you sent just now was not done.
card-further-down = _The current card is further down._
error-ours = Sorry, that went wrong on my side. It is noted and nothing you wrote is lost; please try again in a moment.
button-unknown = That button belongs to something that is no longer there.
answer-not-asked = I am not asking you that now. `!help` shows what you can do here.
answer-too-late = My answer is for you alone, and came too late to be shown like that. I could not write to you either: allow private messages for this server, then ask me again.
not-in-server = Only my commands are in this server, I am not. Somebody who manages it can bring me in here: { $link }
command-unknown = I don’t know `{ $given }`. Did you mean { $nearest }? Type `!help` to see all I can do.
command-unknown-bare = I don’t know `{ $given }`. Type `!help` to see all I can do.
argument-extra = I don’t know what to do with `{ $given }` in `!{ $command }`. Put several words that belong together in quotes, and see `!help { $command }` for an example.
argument-choice = `{ $given }` is not possible here. Choose one of: { $choices }.
text-too-long = That is too long ({ $length } characters). Please keep it below { $limit }.
room-unknown = I don’t know this room yet. Remove me from it and invite me again, please.
room-not-set-up = This room has no community yet. A moderator of this room can type `!setup` to give it one; then `!{ $command }` works.
not-in-private = `!{ $command }` belongs in the community’s room; please type it there.
room-without-network = This room belongs to no network yet. Type `!link CODE` with the code of your network’s coordinator, or `!network create` in the room that is to be the network’s.
right-anyone = You can’t do that here.
right-connector = `!{ $command }` is for connectors of this community and moderators of this room. { $count ->
        [0] A moderator can make you a connector with `!connector add` and your name.
       *[other] Ask { $names }.
    }
right-coordinator = `!{ $command }` is for coordinators of the network and moderators of its highlights room. { $count ->
        [0] Ask a moderator there.
       *[other] Ask { $names }.
    }
right-admin = Only somebody who manages this room (on Matrix: a moderator, power level 50 or more) can use `!{ $command }`. Ask them to type it, or to give you that right.
dialog-cancelled = All right, forgotten.
page-of = _Page { $page } of { $pages }_
page-back = Back
page-on = More
verb-unknown = I don’t know `{ $given }`. There is { $listed }. `!help` explains each.
verb-or-title = “{ $given }” sounds like { $command }: that needs a number. If your title really begins with it, put it in quotes: { $example }
command-edited = Editing this message changes nothing any more. Please send the command as a new message.
