# Questions of the bot, and answers that it cannot use.

dialog-stopped = Let’s leave it at that for now. Type `!{ $command }` again whenever you like.
answer-in-words = I need words here: please type your answer, or `cancel` to stop.
yes-no-how = Type `yes` or `no`, or use ✅ and ❌.
yes-no-cancel = Cancel
yes-no-hint = I need a `yes` or a `no` here. Until then, nothing changes.
suggestion-which = Which one? Please type it: { $commands }
yes-no-left = I leave everything as it is.

# A name of which a reader sees nothing.
no-name = (no name)
