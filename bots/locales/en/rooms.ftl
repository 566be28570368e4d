# The bot in a room.

intro =
    Hello! I am **glocal**. I welcome newcomers, run polls, plan events and remind you of them; what is worth telling, I carry to your network.
    I keep votes, answers and dates, not your conversations. Nothing leaves this room unless a connector switches relaying on, and then you are told.
    A moderator types `!setup` to begin; `!help` shows the rest. · _Bonjour ! En français :_ `!setup` _puis répondez « fr »._
intro-direct = Hello! I am **glocal**, the bot of your community. Here I ask you things in private; `!help` shows what I can do, `!me` what I know of you.
intro-back = I am back in **{ $community }**. `!help` shows what I can do.
room-lost = I was removed from the room “{ $room }”. Its polls, events and reminders rest until I am invited again.
room-moved = This room moved; I moved along. All polls, events and settings came with me.
room-unreadable =
    I can’t read some encrypted messages here, because I was not given their keys. Please send again what was meant for me.
    If it stays so: in your client’s settings, allow keys to be sent to unverified sessions. I say this only once.
private-hint = I did not understand that. `!help` shows what I can do here.
right-missing-for-bot = In “{ $room }” I was not allowed to do something: I lack the right “{ $right }”. Please give it to me in the room’s settings; until then that part does not work.
help-title = **What you can ask me here**
help-foot = `!help` with a command’s name shows an example. A missing part I ask for; `cancel` ends that.
help-example = For example: `{ $example }`
who-anyone = Anybody can.
who-connector = Connectors and moderators can.
who-coordinator = Coordinators of the network can.
who-admin = Moderators of this room can.
cmd-help = What I can do here
example-help = !help poll
cmd-cancel = Forget what I am asking you
example-cancel = !cancel
