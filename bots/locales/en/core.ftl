# Sentences of the core: refusals, dialogs, failures.

addressed = , { "" }
error-ours = Sorry, that went wrong on my side. It is noted and nothing you wrote is lost; please try again in a moment.
button-unknown = This button belongs to something that is no longer there.
command-unknown =
    I don't know `{ $given }`. { $nearest ->
        [none] Type `!help` to see what I can do.
       *[other] Did you mean { $nearest }? `!help` lists everything.
    }
