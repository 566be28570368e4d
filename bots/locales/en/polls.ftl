# Polls.

poll-voters = Poll { $number } · { $count ->
        [0] nobody has voted yet
        [one] one person has voted
       *[other] { $count } people have voted
    }
poll-closes = Open until { $at }.
poll-how = One vote each; press another option to change it. The room sees totals only; I keep who voted, to count each person once.
poll-how-several = Up to { $most } options each; press again to take one back. The room sees totals only; I keep who voted, to count each person once.
poll-how-reactions = Vote in the poll above, or react with its number here; one vote each, the latest counts. Totals are shown; I keep who voted to count each person once, and reactions show your name.
poll-how-reactions-several = Vote in the poll above, or react with up to { $most } numbers here; take a reaction back to unchoose. Totals are shown; I keep who voted to count each person once, and reactions show your name.
poll-line-open = Poll { $number }
poll-line-until = Poll { $number }, open until { $at }
poll-line-beside = not in the poll above: { $votes }
poll-line-how = no poll above? React here to “{ $question }” with { $choices }
poll-line-how-several = no poll above? React here to “{ $question }” with up to { $most } of { $choices }
poll-line-closed = Poll { $number } is closed; the result is below.
poll-voted-beside = That includes votes the poll above doesn’t count: { $votes }.
poll-how-card = React with a number to vote; remove it to undo. One vote each, the latest counts. Only totals are shown here, but reactions show your name.
poll-how-card-several = React with up to { $most } numbers to vote; remove one to undo. Only totals are shown here, but reactions show your name.
poll-native = { $question }
poll-foot-closed = Poll { $number } is closed.
poll-voted = { $count ->
        [0] Nobody voted.
        [one] One person voted.
       *[other] { $count } people voted.
    }
poll-result = **Poll { $number }: { $question }** The answer is: **{ $winners }**.
poll-result-tie = **Poll { $number }: { $question }** It is a tie between { $winners }.
poll-result-none = **Poll { $number }: { $question }** Nobody voted.
ballot-counted = Counted: { $choice }. You can change it until the poll closes.
ballot-toast = ✅ { $short }
ballot-empty = Your vote is taken back.
poll-closed = Poll { $number } (“{ $question }”) is closed; votes count no more. `!poll results { $number }` shows how it ended.
poll-too-many = You can choose up to { $most }. Take one back first.
poll-question-empty = What is the question? For example: `!poll "Where do we meet?" "Garden" "Library"`
poll-question-long = That question is too long ({ $length } characters). Please keep it to { $limit }.
poll-options-few = A poll needs two options or more. For example: `Garden, Library`
poll-options-many = { $count } options are too many; { $limit } at most.
poll-option-long = An option is too long ({ $length } characters). Please keep each to { $limit }.
poll-option-twice = “{ $option }” is there twice. Please give different options, for example: `Garden, Library`
poll-choices = `{ $given }` won’t do: how many options may one person choose? A number from 1 to { $most }, for example `choices=2`.
poll-number-unknown = There is no poll `{ $given }` here. `!poll list` shows the open ones.
poll-none-open = No poll is open. A connector opens one with `!poll "Where do we meet?" "Garden" "Library"`
poll-which = Which poll? Several are open: { $numbers }. Add its number, for example `!poll close 3`.
poll-list-title = **Open polls**
poll-list-open = { $number }: { $question }
poll-list-closing = { $number }: { $question } – until { $at }
ask-poll-question = What is the question?
ask-poll-options = Which options? Write them with commas between, for example: `Garden, Library`
cmd-poll = Ask the room a question
example-poll = !poll "Where do we meet?" "Garden" "Library" close=2h
cmd-poll-close = Close a poll and post its results
example-poll-close = !poll close 3
cmd-poll-list = Which polls are open
example-poll-list = !poll list
cmd-poll-results = How a poll stands or ended
example-poll-results = !poll results 3
poll-native-not = A poll of this platform’s own can’t be had here, or not with these options (up to { $limit }, one choice each). Leave `native` out.
