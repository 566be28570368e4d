# Kinds of polls, the ballots that people fill in in private, and reasons.

poll-native-plain = A poll of the platform’s own can’t count this kind. Leave `native` out.
poll-options-fixed = This kind of poll brings its own options. Type only the question, for example: `!poll consent "We meet on Mondays"`
poll-points = `{ $given }` isn’t valid here: a number from 1 to { $most }, for example `points=5`.
poll-agree = Agree
poll-abstain = Abstain
poll-disagree = Disagree
poll-block = Block
poll-vote = Vote
poll-how-consent = A block stops the proposal: I then ask you in private why. A disagreement is heard and doesn’t stop it.
poll-how-score = Press 🗳️ and give each option points, in private. You can change them until the poll closes.
poll-how-reactions-score = React with 🗳️ and I send you your ballot in private: points for each option. You can change them until the poll closes.
poll-how-dots = Press 🗳️ and spread your dots, in private. You can change them until the poll closes.
poll-how-reactions-dots = React with 🗳️ and I send you your ballot in private: dots to spread. You can change them until the poll closes.
poll-how-ranked = Press 🗳️ and put the options in your order, in private. You can change it until the poll closes.
poll-how-reactions-ranked = React with 🗳️ and I send you your ballot in private: put the options in your order. You can change it until the poll closes.
poll-about-consent = Consent: agree, abstain, disagree, or block with a reason. It passes when somebody agrees and nobody blocks.
poll-about-score = Score: each person gives each option 0 to { $points } points.
poll-about-dots = Dots: each person spreads { $points } dots over the options.
poll-about-ranked = Ranked: each person puts the options in order, best first.
poll-consent-reached = **Poll { $number }: { $question }** There is consent: nobody blocks.
poll-consent-blocked = **Poll { $number }: { $question }** There is no consent: { $count ->
        [one] one person blocks.
       *[other] { $count } people block.
    }
poll-consent-unsupported = **Poll { $number }: { $question }** There is no consent: nobody blocks, but nobody agrees either.
poll-by-pairs = Compared two by two: more people put { $winner } before each other option than behind it.
poll-by-runoff = { $count ->
        [one] Instant run-off, decided in one round:
       *[other] Instant run-off, decided in { $count } rounds; each time the last option goes, and its ballots count for their next choice:
    }
poll-by-runoff-circle = Compared two by two, no option wins against all others (they go round in a circle), so instant run-off decides:
poll-no-champion = Compared two by two, no option would win against all others.
poll-champion = Compared two by two, { $option } would win against each other option.
poll-round = { $round }. { $figures }
poll-round-out = { $round }. { $figures } → out: { $removed }
ballot-unread = I didn’t understand that ballot. Type the options or their numbers, from 1 to { $most }, for example `2 1`.
ballot-points-unread = I didn’t understand that ballot. Type one number for each of the { $most } options, or pairs such as `1=5, 2=3`.
ballot-points = An option can get { $most } points at most. Please type them again.
ballot-dots = You have { $most } dots, and that makes { $given }. Please take some back.
ballot-twice = An option is in that order twice. Please type each number once, for example `2 1 3`.
ballot-sent = Your ballot is in your private chat with me.
ballot-sent-toast = Your ballot is in our private chat.
ballot-kept = Counted.
ballot-nothing-yet = You haven’t voted yet.
ballot-counts = Counted: { $choice }
ballot-how-score = You can change this until the poll closes.
ballot-how-typed-score = Type your points here, 0 to { $points } for each option in order, for example `{ $example }`, or only some: `1=5`. You can change them until the poll closes.
ballot-how-dots = Each press adds a dot. You can change this until the poll closes.
ballot-how-typed-dots = You have { $points } dots. Type here how many each option gets, in order, for example `{ $example }`, or only some: `1=3`. You can change them until the poll closes.
ballot-how-ranked = Press the options in your order, best first; press one again to take it out. Leave out what you don’t care about. You can change this until the poll closes.
ballot-how-typed-ranked = React with the numbers in your order, best first, or type them here: `{ $example }`. Leave out what you don’t care about. You can change this until the poll closes.
ballot-score-next = How many points for **{ $option }**, 0 to { $points }?
ballot-dots-left = { $count ->
        [0] You have used all your dots.
        [one] One dot left.
       *[other] { $count } dots left.
    }
ballot-reset = Start again
ballot-open-chat = Open the chat
ballot-cannot-write = { $name }, I can’t write to you in private yet. Open a chat with me, say hello, then press 🗳️ again.
reason-ask = You block poll { $number } (“{ $question }”). What is your reason? Your next message here is shown with the result, without your name unless you want it there.
reason-asked = Your block counts. I’ve asked you privately why.
reason-type = Your block counts. Please tell why: `!poll reason { $number } the reason`. It is shown without your name; add `named=yes` to show it.
reason-kept = Thank you. Your reason is shown with the result of poll { $number }, without your name.
reason-kept-named = Thank you. Your reason is shown with the result of poll { $number }, with your name.
reason-show-name = Show my name
reason-without-block = A reason goes with a block, and you don’t block poll { $number }.
reason-long = That is too long ({ $length } characters). Please keep it to { $limit }.
reason-by = { $name } blocks:
reason-by-somebody = Somebody blocks:
cmd-poll-reason = Say why you block a proposal
example-poll-reason = !poll reason 3 "The paint is toxic" named=yes
ask-poll-reason-reason = What is your reason?
arg-poll-kind = Choice, yes/no, consent, score, dots, ranked
arg-poll-points = The top score, or the dots of each person
arg-poll-method = How ranked ballots are counted
arg-poll-reason-number = The poll’s number
arg-poll-reason-reason = Your reason
arg-poll-reason-named = Show your name beside it?
argname-kind = kind
argname-points = points
argname-method = method
argname-named = named
arglike-kind = type mode
arglike-named = signed name
choice-choice = choice
choice-yesno = yes/no
choice-dates = dates
choice-consent = consent
choice-score = score
choice-dots = dots
choice-ranked = ranked
choice-runoff = run-off
choice-pairs = pairs
name-reason = reason
ballot-typing = Typing works too: `{ $example }`
ballot-type = Type it
cmd-poll-vote = Type your ballot in a poll
example-poll-vote = !poll vote 3 2 1
ask-poll-vote-ballot = What is your ballot? The numbers of the options in your order, or a number of points for each.
arg-poll-vote-number = The poll’s number
arg-poll-vote-ballot = Options by name or number, or points for each
argname-ballot = ballot
name-vote = vote
ballots-united = You had voted with several accounts. Only your newest vote counts now: { $polls }
