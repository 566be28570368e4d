# The rules of a poll, and what becomes of them.

poll-threshold = `{ $given }` isn’t valid here. What does the winner need? For example `threshold=2/3`, `threshold=60%`, `threshold=unanimity` or a number of votes.
poll-threshold-kind = A threshold goes with a choice, yes/no or consent. Leave `threshold` out.
poll-number = `{ $given }` isn’t valid here: a number from 1 to { $most }.
poll-span = `{ $given }` isn’t valid here: a length of time, for example `3h` or `2d`.
poll-emoji = Please give { $count } different emoji, one for each option, for example `emoji="🍕 🥗"`.
poll-only-connectors = Only connectors vote in poll { $number }.
poll-only-greeters = Only greeters and connectors vote in poll { $number }.
poll-only-known = Poll { $number } is for people I had known for { $days ->
        [one] a day
       *[other] { $days } days
    } when it began.
poll-waiting = Poll { $number } opens on { $at }.
poll-waits = Poll { $number } (“{ $question }”) opens on { $at }. `!poll delete { $number }` drops it.
poll-list-waiting = { $number }: { $question } – opens on { $at }
poll-starts = Opens on { $at }.
poll-anonymous-over = Poll { $number } was anonymous: I no longer know who voted, so it can’t be opened again. `!poll again { $number }` asks once more.
poll-how-secret = One vote each, { $most ->
        [one] one option
       *[other] up to { $most } options
    }; you can change it. Nobody here sees what you press.
poll-how-emoji = React with one of the emoji above to vote. Reactions show your name.
poll-how-choice = Press 🗳️ to get your ballot in private.
poll-how-reactions-choice = React with 🗳️ and I send you your ballot in private. You can change it until the poll closes.
poll-rule-anonymous = Anonymous: nobody learns who chose what, and the figures come at the close. I keep your ballot until a day after it, so that you can change it; then only totals. Until then whoever runs me could look.
poll-rule-anonymous-reactions = Anonymous: others see who takes a ballot, not what it says, and the figures come at the close. I keep your ballot until a day after it; then only totals. Until then whoever runs me could look.
poll-rule-hidden = The figures come at the close.
poll-rule-connectors = Only connectors vote.
poll-rule-greeters = Only greeters and connectors vote.
poll-rule-since = For people I have known for { $days ->
        [one] a day
       *[other] { $days } days
    }.
poll-rule-quorum = Counts if { $count ->
        [one] one person votes.
       *[other] { $count } people vote.
    }
poll-rule-early-all = Closes as soon as everybody I know here has voted.
poll-rule-early = Closes as soon as { $count ->
        [one] one person has voted
       *[other] { $count } have voted
    }.
poll-rule-remind = Whoever hasn’t voted yet gets one private reminder, { $hours ->
        [one] an hour
       *[other] { $hours } hours
    } before the close.
poll-winner-needs-all = The winner needs every vote.
poll-winner-needs-half = The winner needs more than half of the votes.
poll-winner-needs-votes = The winner needs { $count ->
        [one] one vote
       *[other] { $count } votes
    }.
poll-winner-needs-share = The winner needs { $share } of the votes.
poll-consent-needs-all = Everybody who doesn’t abstain has to agree.
poll-consent-needs-half = More than half of those who don’t abstain have to agree.
poll-consent-needs-votes = { $count ->
        [one] One person has
       *[other] { $count } people have
    } to agree.
poll-consent-needs-share = { $share } of those who don’t abstain have to agree.
poll-missed-quorum = { $count } voted; { $needed } would have been needed.
poll-result-undecided = **Poll { $number }: { $question }** Nothing is decided. Ahead: { $winners }.
poll-anonymous-for-good = That can’t be undone once the poll is published.
poll-set-anonymous = Anonymous
poll-set-named = Not anonymous
poll-set-hidden = Hide figures
poll-set-live = Show figures
poll-why = Say why
poll-nudge = **{ $room }** is voting: poll { $number }, “{ $question }”, until { $at }. You haven’t voted yet.
poll-nudge-stop = No more reminders
poll-nudge-again = Remind me again
poll-nudges-off = OK, I won’t remind you of polls.
poll-nudges-on = OK, I’ll remind you of polls again.
ballot-not-here = Others can read this, so I don’t count it: poll { $number } is secret. Please take your message back, press or react with 🗳️ on the poll, and vote in private.
ballot-how-choice = Press your choice; another press takes it back. You can change it until the poll closes.
ballot-how-typed-choice = React with the sign of your choice, or type its number here: `{ $example }`. You can change it until the poll closes.
ballot-how-consent = Press your position; another press takes it back. You can change it until the poll closes.
ballot-how-typed-consent = React with the sign of your position. You can change it until the poll closes.
reason-ask-vote = Why did you vote like that in poll { $number } (“{ $question }”)? Your next message here is shown with the result, without your name unless you want it there.
reason-asked-vote = I’ve asked you in private.
reason-type-vote = Please tell why: `!poll reason { $number } the reason`. It is shown without your name; add `named=yes` to show it.
reason-without-vote = Vote in poll { $number } first; then say why.
reason-for = { $name }, for { $choice }:
reason-for-somebody = Somebody, for { $choice }:
reason-more = … and more.
cmd-poll-again = Ask a poll once more, with its rules
example-poll-again = !poll again 3
arg-poll-again-number = The poll’s number
arg-poll-anonymous = Nobody learns who chose what
arg-poll-hidden = No figures before the close
arg-poll-quorum = How many have to vote
arg-poll-threshold = What the winner needs: 2/3, 60%, unanimity
arg-poll-voters = Who may vote
arg-poll-since = How long voters must be known: 30d
arg-poll-reasons = People may say why
arg-poll-emoji = One emoji for each option
arg-poll-remind = Remind how long before the close: 1d
arg-poll-early = Close when all, or so many, have voted
arg-poll-start = When it opens: tomorrow 9:00
argname-anonymous = anonymous
argname-hidden = hidden
argname-quorum = quorum
argname-threshold = threshold
argname-voters = voters
argname-since = since
argname-reasons = reasons
argname-emoji = emoji
argname-remind = remind
argname-early = early
argname-start = start
arglike-anonymous = anon secret
arglike-start = opens begin from
arglike-remind = reminder
choice-everybody = everybody
choice-connectors = connectors
choice-greeters = greeters
name-again = again
poll-about-dates = Each option is a date; with the result, the best one can become an event. Please check weekday and hour.
poll-make-event = Make it an event: { $date }
poll-close-before = The poll would close on { $at }, and it opens only on { $start }. Please give a close after that, for example `2h`: a length counts from when it opens.
poll-date-past = `{ $given }` is in the past. Please give dates that are still to come, for example `sat 5 dec 15:00 / sun 6 dec 11:00`.
poll-set-open = Open list
poll-set-fixed = Fixed options
poll-anonymous-stays = An anonymous poll stays anonymous: people voted, or may have decided to, because of that. `!poll again` asks once more in another way.
poll-edit-rules-voted = People have voted in poll { $number } by its rules, so only `close`, `remind`, `early`, `reasons` and `additions` can change now. `!poll again { $number }` asks once more with other rules.
poll-edit-fixed = `{ $given }` is chosen before a poll opens and can’t change afterwards. `!poll again { $number }` makes a new draft of it, which you can change before anybody sees it.
arg-poll-edit-emoji = One emoji for each option
arg-poll-edit-anonymous = Nobody learns who chose what
arg-poll-edit-hidden = No figures before the close
arg-poll-edit-quorum = How many have to vote
arg-poll-edit-threshold = What the winner needs: 2/3, 60%, unanimity
arg-poll-edit-reasons = People may say why
arg-poll-edit-remind = Remind how long before the close: 1d
arg-poll-edit-early = Close when all, or so many, have voted
arg-poll-edit-additions = Open list: people may add options
poll-rule-repeats = Comes again: { $rule }.
poll-comes-again = It comes again on { $at }, as poll { $number }. `!poll delete { $number }` stops that; `!poll list` shows it.
poll-silent = poll { $number } (**{ $question }**): nobody voted { $count } times in a row, so I no longer ask. `!poll again { $number }` starts it again, with its rule.
poll-repeat-how = I don’t understand `{ $given }`: how often does the poll come? For example `repeat="every friday 9:00"` or `repeat="on the first monday of the month"`.
poll-repeat-not = A poll of dates, or one in all communities of a network, can’t come again by itself. Leave `repeat` out; `!poll again` asks once more.
arg-poll-repeat = Ask again: every friday 9:00
argname-repeat = repeat
poll-set-more = More rules
poll-step-close = { $count ->
    [0] No deadline
    [one] Open for one day
   *[other] Open for { $count } days
    }
poll-step-quorum = { $count ->
    [0] No quorum
   *[other] Quorum: { $count }
    }
poll-step-threshold-none = No threshold
poll-step-threshold-half = More than half
poll-step-threshold-all = Unanimity
poll-step-threshold-share = { $share } needed
poll-step-voters-connectors = Only connectors vote
poll-step-voters-everybody = Everybody votes
poll-step-since = { $count ->
    [0] Newcomers vote too
   *[other] Known for { $count } days
    }
poll-step-reasons-yes = With reasons
poll-step-reasons-no = Without reasons
poll-step-early-yes = Close when all have voted
poll-step-early-no = Stay open to the end
poll-step-remind = { $count ->
    [0] No reminder
    [one] Remind 1 hour before
   *[other] Remind { $count } hours before
    }
poll-ask-emoji = Own emoji
poll-ask-start = Open later
poll-ask-repeat = Comes again
poll-request-emoji = Which emoji stand for the options? Send me { $count }, in this order: { $options }. Type `none` to take them away.
poll-request-start = When does the poll open? For example `tomorrow 9am`. Type `none` to open it at once.
poll-request-repeat = How often does the poll come? For example `every friday 9:00`. Type `none` to ask only once.
