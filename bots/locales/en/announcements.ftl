# Announcements: what a network tells its communities.

cmd-announce = Tell the network’s communities something
example-announce = !announce "The shed is open from Monday" to=lang:en at=tomorrow 9am
ask-announce-text = What should the communities read? Nothing is sent before you see a preview.
cmd-announce-text = Give an announcement words in another language
example-announce-text = !announce text 3 fr "Le local ouvre lundi"
ask-announce-text-language = In which language? For example `fr` or `Deutsch`.
ask-announce-text-text = What should the communities that speak it read?
cmd-announce-edit = Change an announcement, also one that is sent
example-announce-edit = !announce edit 3 The shed is open from Tuesday
ask-announce-edit-text = What should it say instead?
ask-announce-edit-at = When should it go out? For example `tomorrow 9am`.
cmd-announce-recall = Take an announcement back everywhere
example-announce-recall = !announce recall 3
cmd-announce-list = Announcements so far, and those to come
example-announce-list = !announce list
cmd-announce-show = What became of an announcement
example-announce-show = !announce show 3
cmd-announce-accept = Show an announcement here, with a line of yours if you like
example-announce-accept = !announce accept 3 We’ll be there too!
cmd-announce-decline = Don’t show an announcement here, or take it down
example-announce-decline = !announce decline 3 We had this last week
cmd-announce-answer = Tell the coordinators something about an announcement
example-announce-answer = !announce answer 3 Count us in
ask-announce-answer-text = What should the coordinators read?

# What a community sees

announce-card = 📢 **{ $network }** announces:
announce-card-through = 📢 **{ $network }** announces, through **{ $through }**:
announce-card-line = **{ $community }:** { $line }
announce-card-changed = _The wording was changed._
announce-card-footer = _Replies stay in this room. To tell the coordinators something, use ✉️._
announce-answer-button = To the coordinators
announce-changed-afar = _{ $network } changed its announcement. This room no longer follows that network, so the new wording isn’t shown here._
announce-recalled-here = _{ $network } took this announcement back._

# The preview

announce-many-unsent = { $limit } announcements are waiting already. `!announce list` shows them, and `!announce recall` takes one back.
announce-preview-draft = **Announcement { $number }** of **{ $network }** · not sent yet
announce-preview-scheduled = **Announcement { $number }** of **{ $network }** · scheduled
announce-preview-text = { $language }:
announce-preview-goes = For { $count ->
        [one] one community
       *[other] { $count } communities
    } ({ $audience })
announce-preview-nobody = No community would get it ({ $audience }).
announce-preview-language = • in { $language }: { $count ->
        [one] one
       *[other] { $count }
    } ({ $names })
announce-out-deaf = Left out, not listening to the network: { $count } ({ $names })
announce-out-off = Left out, announcements switched off: { $count } ({ $names })
announce-out-homeless = Left out, without a room: { $count } ({ $names })
announce-preview-asks = { $count ->
        [one] In one of them, a connector decides first
       *[other] In { $count } of them, a connector decides first
    } (within { $hours } hours).
announce-preview-quiet = { $count ->
        [one] In one of them it waits until quiet hours are over.
       *[other] In { $count } of them it waits until quiet hours are over.
    }
announce-preview-urgent = ❗ Urgent: { $count ->
        [one] it breaks the quiet hours of one community.
       *[other] it breaks the quiet hours of { $count } communities.
    }
announce-preview-urgent-only = ❗ Urgent: it’s shown in quiet hours too.
announce-preview-deep = Also in the communities of: { $names }
announce-preview-shallow = No network below listens to this one, so it goes no deeper. Their coordinators can change that there: `!network listen on`.
announce-preview-now = It goes out when you press ✅.
announce-preview-at = Time: { $at }
announce-more = and { $count } more
announce-send = Send
announce-send-now = Send now
announce-confirm = Schedule it
announce-schedule = Pick a time
announce-edit = Edit
announce-add = Add { $language }
announce-urgent-on = Urgent
announce-urgent-off = Not urgent
announce-deep-on = Go deeper
announce-deep-off = Stay on top
announce-discard = Discard
announce-unschedule = Don’t send
announce-sent = Announcement { $number } is on its way to { $count ->
        [one] one community
       *[other] { $count } communities
    }. `!announce show { $number }` tells how it goes, `!announce recall { $number }` takes it back.
announce-scheduled = Announcement { $number } goes out { $at }. `!announce recall { $number }` stops it.
announce-missed = Announcement { $number } was due { $at }, but I was away. I haven’t sent it: `!announce show { $number }` brings the preview back.
announce-sent-card = **Announcement { $number }** was sent { $at }; { $count } of { $total } communities show it: { $about }
announce-card-recalled = Announcement { $number } was taken back.
announce-card-dropped = Announcement { $number } isn’t sent, and I’ve forgotten its words.

# Refusals

announce-elsewhere = Announcements are made in a room of the network ({ $names }). Please type it there.
announce-unknown = { $network } has no announcement { $given }. `!announce list` shows them.
announce-none = { $network } hasn’t announced anything yet. `!announce` and your words begin.
announce-is-draft = Announcement { $number } isn’t sent yet.
announce-is-scheduled = Announcement { $number } isn’t sent yet.
announce-is-sent = Announcement { $number } is sent already. `!announce edit { $number }` changes it, `!announce recall { $number }` takes it back.
announce-is-recalled = Announcement { $number } was taken back. Its words are gone.
announce-is-dropped = Announcement { $number } was discarded. Its words are gone.
announce-nobody = No community would get announcement { $number }. `!announce edit { $number } to=all` chooses others.
announce-too-late = The time of announcement { $number } ({ $at }) is over. Please pick another one.
announce-edit-what = What should announcement { $number } say instead? Type the new words, or for example `!announce edit { $number } at=friday 9am`.
announce-edit-sent = Announcement { $number } is sent already: only its words can change.
announce-to-mixed = I can’t tell who `{ $given }` means. Please give either names, such as `Lyon, Paris`, or conditions, such as `lang:fr size:20+`.
announce-to-unknown = I don’t know a community called `{ $given }`. There is: { $names }. Or type `all`, `tag:bike`, `lang:fr`, `platform:telegram` or `size:20+`.
announce-size = `{ $given }` isn’t a size. Type `size:20+` for at least 20 people, `size:-50` for at most 50, or `size:20-50`.
announce-platform = I’m not on `{ $given }`. There is: { $names }.

# Changing and recalling

announce-change-ask = Announcement { $number } ({ $language }) will read:
    { $about }
    { $count ->
        [0] No community shows it. It changes wherever that text would be shown. Shall I go ahead?
        [one] It is shown in one community, and changes wherever that text is shown. Shall I go ahead?
       *[other] It is shown in { $count } communities, and changes wherever that text is shown. Shall I go ahead?
    }
announce-change-yes = Change it
announce-changed = Announcement { $number } changes everywhere now.
announce-recall-ask = Announcement { $number } ({ $about }) { $count ->
        [0] is shown nowhere, and will not arrive where it is still on its way
        [one] will disappear from one community, and from wherever it is still on its way
       *[other] will disappear from { $count } communities, and from wherever it is still on its way
    }. This can’t be undone. Shall I go ahead?
announce-drop-ask = Announcement { $number } ({ $about }) hasn’t gone out yet. If I drop it, its words are gone for good. Shall I drop it?
announce-recall-yes = Take it back
announce-recalled = Announcement { $number } is being taken back everywhere.

# What connectors decide

announce-ask-show = **{ $network }** announces this. Should **{ $community }** show it?
    { $about }
    If nobody answers by { $at }, I’ll show it.
announce-ask-decline = **{ $network }** announces this. Should **{ $community }** show it?
    { $about }
    If nobody answers by { $at }, I won’t show it.
announce-ask-waiting = An announcement of **{ $network }** appears in **{ $community }** { $at }:
    { $about }
announce-ask-shown = **{ $community }** shows this announcement of **{ $network }**:
    { $about }
announce-ask-declined = **{ $community }** doesn’t show this announcement of **{ $network }**:
    { $about }
announce-ask-over = There’s nothing left to decide about this announcement of **{ $network }** in **{ $community }**.
    { $about }
announce-show-button = Show
announce-line-button = Add a line
announce-later-button = Later
announce-decline-button = Don’t show
announce-down-button = Take it down
announce-ask-line = What should { $community } read below it? One line, up to 300 characters; `none` for nothing.
announce-ask-when = When should I show it in { $community }? For example `tonight 8pm` or `friday 9am`.
announce-ask-reason = { $community } doesn’t show it. Would you like to tell the coordinators why? Type it, or `none`.
announce-reason-kept = Thanks. The coordinators see it in their report.
announce-reason-none = All right, no reason given.
announce-now-shown = { $community } shows it now.
announce-now-waiting = { $community } shows it { $at }.
announce-now-declined = { $community } doesn’t show it.
announce-ask-over-short = It can’t be shown in { $community } any longer.
announce-wait-too-long = That’s too far away: at most { $days } days, please.
announce-not-yours = Only connectors of { $community } decide that.
announce-shown-already = It’s shown already.
announce-over = There’s nothing left to decide about this announcement.
announce-over-recalled = That announcement was taken back.
announce-here-none = No announcement has reached { $community } yet.
announce-here-unknown = No announcement `{ $given }` has reached this community. `!announce list` shows them.
announce-here-which = Several networks have an announcement { $given }: { $names }. Please type the command in reply to the one you mean.

# Answers

announce-answer-circle-named = What shall I pass on to the coordinators of **{ $network }**? Your next message here goes to their circle, with your name and your community. `cancel` keeps everything here.
announce-answer-circle-unnamed = What shall I pass on to the coordinators of **{ $network }**? Your next message here goes to their circle, with your community but without your name. `cancel` keeps everything here.
announce-answer-room-named = What shall I pass on to **{ $network }**? Your next message here goes to the network’s room, where everyone there reads it, with your name and your community. `cancel` keeps everything here.
announce-answer-room-unnamed = What shall I pass on to **{ $network }**? Your next message here goes to the network’s room, where everyone there reads it, with your community but without your name. `cancel` keeps everything here.
announce-answered-circle = Passed on to the coordinators of { $network }.
announce-answered-room = Passed on to the room of { $network }.
announce-take-back = Take it back
announce-answer-card = ✉️ About announcement { $number }, { $who } from **{ $community }**:
    { $about }
announce-answer-gone = _An answer was taken back._
announce-answer-back = Taken back. I’ve forgotten it.
announce-answer-not-yours = Only the person who wrote it can take it back.
announce-somebody = someone

# Lists and the report

announce-list-title = **Announcements of { $network }**
announce-list-footer = `!announce show { $number }` tells what became of one.
announce-line-draft = **{ $number }** · draft: { $about }
announce-line-scheduled = **{ $number }** · goes out { $at }: { $about }
announce-line-sent = **{ $number }** · sent { $at }: { $about }
announce-received-title = **Announcements in { $community }**
announce-received-footer = `!announce decline 3` takes one down, `!announce accept 3` shows it.
announce-received = **{ $number }** of { $network } · { $state }: { $about }
announce-state-asked = waits for a connector
announce-state-waiting = to be shown later
announce-state-shown = shown
announce-state-declined = not shown
announce-state-failed = couldn’t be posted
announce-state-deaf = not listening
announce-state-off = announcements are off
announce-state-homeless = no room
announce-state-left = left the network
announce-report-private = I’m sending you the report on announcement { $number } in private.
announce-report-unreachable = I can’t write to you in private, and the report isn’t for everyone. Send me a private message first, or type it in the network’s circle.
announce-report-title = **Announcement { $number }**, sent { $at } ({ $audience }): { $about }
announce-report-shown = ✅ Shown in { $count ->
        [one] one community
       *[other] { $count } communities
    }: { $names }
announce-report-asked = ❓ A connector has yet to decide in { $count ->
        [one] one community
       *[other] { $count } communities
    }: { $names }
announce-report-waiting = ⏰ Later in { $count ->
        [one] one community
       *[other] { $count } communities
    }: { $names }
announce-report-declined = ❌ Not shown in { $count ->
        [one] one community
       *[other] { $count } communities
    }: { $names }
announce-report-failed = ⚠️ Couldn’t be posted in { $count ->
        [one] one community
       *[other] { $count } communities
    }: { $names }
announce-report-deaf = Not listening: { $count } ({ $names })
announce-report-off = Announcements switched off: { $count } ({ $names })
announce-report-homeless = Without a room: { $count } ({ $names })
announce-report-left = Left before it was shown: { $count } ({ $names })
announce-place-silent = { $community } (nobody answered)
announce-place-reason = { $community } (“{ $reason }”)
announce-place-until = { $community } (until { $at })
announce-place-gone = { $community } (I’m no longer in that room)
announce-reactions-few = Reactions: from fewer than five people
announce-reactions = Reactions from { $count } people: { $emojis }
announce-reactions-of = • { $community }: { $emojis }
announce-answers = { $count ->
        [one] One answer:
       *[other] { $count } answers:
    }
announce-answer-line = • { $who }, { $community }: { $text }

# Whom it is for

audience-words-all = all everybody everyone
audience-words-tag = tag tags
audience-words-language = lang language languages locale
audience-words-platform = platform platforms
audience-words-size = size people
audience-all = all
audience-tags = tag: { $names }
audience-languages = language: { $names }
audience-platforms = platform: { $names }
audience-least = at least { $count ->
        [one] one person
       *[other] { $count } people
    }
audience-most = at most { $count ->
        [one] one person
       *[other] { $count } people
    }

# Settings

about-announcements = what happens to announcements of your networks: `show` at once, `ask` the connectors first, or `off`
about-unanswered = what happens to an announcement if no connector answers in time: `show` or `decline`
about-answer-hours = how many hours connectors who are asked may think about an announcement
unit-hours = { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
