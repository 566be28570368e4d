# Questions of the bot, and answers that it cannot use.

dialog-stopped = Let’s leave it at that for now. Type `!{ $command }` again whenever you like.
answer-in-words = I need words here: please type your answer, or `cancel` to stop.
