# Polls.

poll-voters = Poll { $number } · { $count ->
        [0] nobody has voted yet
        [one] one person has voted
       *[other] { $count } people have voted
    }
poll-closes = Open until { $at }.
poll-how = One vote each, you can change it. Only totals are shown.
poll-how-several = Up to { $most } options each, you can change them. Only totals are shown.
poll-how-reactions = Vote in the poll above, or react with a number. Reactions show your name.
poll-how-reactions-several = Vote in the poll above, or react with up to { $most } numbers. Reactions show your name.
poll-line-open = Poll { $number }
poll-line-until = Poll { $number }, open until { $at }
poll-line-beside = not in the poll above: { $votes }
poll-line-how = no poll above? React here to “{ $question }” with { $choices }
poll-line-how-several = no poll above? React here to “{ $question }” with up to { $most } of { $choices }
poll-line-closed = Poll { $number } is closed; the result is below.
poll-voted-beside = That includes votes the poll above doesn’t count: { $votes }.
poll-how-card = React with a number to vote. The latest one counts, and reactions show your name.
poll-how-card-several = React with up to { $most } numbers to vote. Reactions show your name.
poll-native = { $question }
poll-footer-closed = Poll { $number } is closed.
poll-voted = { $count ->
        [0] Nobody voted.
        [one] One person voted.
       *[other] { $count } people voted.
    }
poll-result = **Poll { $number }: { $question }** The answer is: **{ $winners }**.
poll-result-tie = **Poll { $number }: { $question }** Tie: { $winners }.
poll-result-none = **Poll { $number }: { $question }** Nobody voted.
ballot-counted = Counted: { $choice }. You can change it until the poll closes.
ballot-toast = ✅ { $short }
ballot-empty = Your vote is withdrawn.
poll-closed = Poll { $number } (“{ $question }”) is closed; voting has ended. `!poll results { $number }` shows how it ended.
poll-too-many = You can choose up to { $most }. Take one back first.
poll-question-empty = What is the question? For example: `!poll "Where do we meet?" "Garden" "Library"`
poll-question-long = That question is too long ({ $length } characters). Please keep it to { $limit }.
poll-options-few = A poll needs two options or more. For example: `Garden, Library`
poll-options-many = { $count } options are too many; { $limit } at most.
poll-option-long = An option is too long ({ $length } characters). Please keep each to { $limit }.
poll-option-twice = “{ $option }” is there twice. Please give different options, for example: `Garden, Library`
poll-choices = `{ $given }` isn’t valid here: how many options may each person choose? A number from 1 to { $most }, for example `choices=2`.
poll-number-unknown = There is no poll `{ $given }` here. `!poll list` shows the open ones.
poll-none-open = No poll is open. A connector opens one with `!poll "Where do we meet?" "Garden" "Library"`
poll-many-running = There are { $limit } polls already that are open or will open. `!poll list` shows them, `!poll close` ends one and `!poll delete` removes one.
poll-which = Which poll? Several are open: { $numbers }. Please type its number, or words of its question.
poll-list-title = **Open polls**
poll-list-open = { $number }: { $question }
poll-list-closing = { $number }: { $question } – until { $at }
ask-poll-question = What is the question?
ask-poll-options = Which options? One on each line, or with commas: `Garden, Library`
cmd-poll = Ask the room a question
example-poll = !poll "Where do we meet?" "Garden" "Library" close=2h
cmd-poll-close = Close a poll and post its results, now or at a time
example-poll-close = !poll close 3
cmd-poll-list = Polls that are open
example-poll-list = !poll list
cmd-poll-results = Current or final results of a poll
example-poll-results = !poll results 3
poll-native-not = Native polls aren’t available here, or not with these options (up to { $limit }, one choice each). Leave `native` out.
argument-name = I don’t know `{ $given }`. Did you mean `{ $right }`?
poll-menu = { $most ->
        [one] Choose an option
       *[other] Choose up to { $most }
    }
poll-yes = Yes
poll-no = No
arglike-close = closes closing deadline end ends until till due expires
arglike-choices = choice max maximum multiple multi votes answers
arglike-native = platform
arglike-options = option answers choices
arglike-question = title ask q
poll-corrected = A typo was corrected on { $at }.
poll-changed = Poll { $number } has just changed. Please look at it again and vote.
poll-preview = Is this the poll you mean?
poll-preview-several = Up to { $most } options each.
poll-preview-how = React with ✅ to publish, ✏️ to change it or ❌ to drop it. Typing yes or no works too.
poll-publish = Publish
poll-change = Edit
poll-drop = Cancel
poll-published = Poll { $number } is published.
poll-draft-dropped = OK, no poll.
poll-draft-gone = This preview isn’t yours, or it is no longer waiting. To ask the room, type the poll again: `!poll "Where do we meet?" "Garden" "Library"`
poll-draft-late = The poll would have closed already ({ $at }). Press Edit and give it more time.
poll-draft-hint = Your poll is still waiting: react to it with ✅ to publish it, or with ❌ to drop it.
poll-rewrite = Send me the poll as it should be: the question first, then one option on each line. It reads now:
poll-edited = Poll { $number } is changed.
poll-edited-both = Poll { $number } is changed, and so is poll { $next }, which follows it.
poll-edit-voted = People have voted in poll { $number } already, so only typos can be corrected. For other options, close it with `!poll close { $number }` and start a new one.
poll-delete-sure = Delete poll { $number } (“{ $question }”)? { $count ->
        [0] Nobody has voted yet.
        [one] One vote will be lost.
       *[other] { $count } votes will be lost.
    } This can’t be undone.
poll-delete-yes = Delete
poll-delete-no = Keep
poll-deleted = Poll { $number } is deleted.
poll-is-open = Poll { $number } (“{ $question }”) is open already.
poll-reopened = Poll { $number } is open again.
poll-none-closed = There is no closed poll here. `!poll list` shows the open ones.
cmd-poll-edit = Change a poll; after the first vote, correct typos
example-poll-edit = !poll edit 3 "Where do we eat?" "Garden" "Library"
cmd-poll-delete = Delete a poll with its votes
example-poll-delete = !poll delete 3
cmd-poll-reopen = Open a closed poll again; its votes count
example-poll-reopen = !poll reopen 3 friday 6pm
ask-poll-edit-question = What should the question be?
poll-share-open = Poll { $number } (“{ $question }”) is still open. Its results can be shared when it is closed: `!poll close { $number }`.
poll-shared-open = People are voting on it again.
poll-shared-few = Fewer than { $least } people voted, so there are no figures.
poll-shared-agreed = People agreed.
poll-shared-not-agreed = People did not agree.
poll-shared-chosen = Chosen: { $winners }
