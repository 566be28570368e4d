# The bot in a room.

intro = Hello! I am **glocal**. I welcome newcomers, run polls, plan events and remind you of them; what is worth telling, I carry to your network.
    I keep votes, answers and dates, not your conversations. Nothing leaves this room unless a connector switches relaying on, and then you are told.
    A moderator types `!setup` to begin; `!help` shows the rest. · _Bonjour ! En français :_ `!setup` _puis répondez « fr »._
intro-direct = Hello! I am **glocal**, the bot of your community. Here I ask you things in private; `!help` shows what I can do, `!me` what I know of you.
intro-back = I am back in **{ $community }**. `!help` shows what I can do.
room-lost = I was removed from the room “{ $room }”. Its polls, events and reminders rest until I am invited again.
room-closed = The room “{ $room }” was closed. Its polls, events and reminders rest until it is opened again.
room-back = I am back in the room “{ $room }”. Its polls, events and reminders go on.
room-moved = This room moved; I moved along. All polls, events and settings came with me.
room-unreadable = I can’t read some encrypted messages here, because I was not given their keys. Please send again what was meant for me.
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
cmd-check = Look whether I have all the rights I need here
example-check = !check
rights-asked = I am looking; the answer appears here.
rights-complete = I have all the rights I need here.
rights-missing = In “{ $room }” I lack these rights:
rights-line = • **{ $name }**: { $breaks }
rights-again = Somebody who manages this place can give them to me; `!check` looks again.
rights-breaks-read = I do not see what is said, so commands and reactions are lost on me
rights-breaks-send = I can’t say anything here
rights-breaks-history = I can’t read what was said while I was away, nor a message that is worth telling
rights-breaks-react = reactions: I can’t offer mine, or see yours, so nothing is carried to the network by them
rights-breaks-edit-others = I can’t take other people’s messages away when that is asked of me
rights-breaks-embed = previews and framed texts do not show
rights-breaks-attach = files are missing from what I relay, and events have no file for your calendar
rights-breaks-threads = I can’t answer in threads
rights-breaks-events = events do not appear in this place’s own calendar
rights-breaks-panels = cards are plain messages, without colours and columns
rights-breaks-members = I do not see who comes in, so nobody is welcomed
rights-breaks-commands = my commands do not appear in the list
rights-breaks-content = I only see slash commands and buttons, so no message can be shared from here
rights-breaks-moderate = I can’t let in who asks to join
rights-breaks-polls = polls of this platform: I can’t open any
start-here = Hello! `!help` shows what I can do here.
