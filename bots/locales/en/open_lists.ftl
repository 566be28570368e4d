# Open lists: people add options to a poll.

poll-add = Add an option
poll-rule-additions = Open list: everybody may add { $count ->
        [one] one option each
       *[other] options, up to { $count } each
    }.
poll-how-add = To add an option: `!poll add { $number } My idea`.
poll-how-full = The list is full: no more options can be added.
poll-option-added = “{ $option }” is in poll { $number } now. Votes stay as they are.
poll-option-there = “{ $option }” is in the list already: vote for it with { $emoji }.
poll-option-empty = What is the option? For example: `!poll add 3 In the park`
poll-option-gone = That option was taken out of poll { $number }. Please choose another one.
poll-option-unknown = There is no option `{ $given }`. There are: { $options }
poll-not-open-list = The options of poll { $number } are fixed. For a poll to which people add options, start one with `additions=yes`.
poll-additions-kind = This kind of poll has fixed options. Leave `additions` out.
poll-list-full = Poll { $number } has all the { $limit } options it can have. Vote for one of them, or ask a connector for a new poll.
poll-added-enough = You have added { $limit } options to poll { $number }; now it’s the others’ turn.
poll-remove-sure = Take “{ $option }” out of poll { $number }? Votes for it count no longer, and the poll says so. This can’t be undone.
poll-remove-yes = Take it out
poll-remove-few = A poll needs two options or more, so I can’t take this one out of poll { $number }. Add another one first.
poll-option-removed = “{ $option }” is no longer in poll { $number }. Votes for it don’t count.
poll-option-was-removed = An option was taken out on { $at }. Votes for it don’t count; if you chose it, please vote again.
ask-poll-add-option = Which option do you add?
ask-poll-remove-option = Which option should go? Its name or its number.
cmd-poll-add = Add an option to an open list
example-poll-add = !poll add 3 In the park
cmd-poll-remove = Take an option out of an open list
example-poll-remove = !poll remove 3 In the park
arg-poll-add-number = The poll’s number
arg-poll-add-option = The option
arg-poll-remove-number = The poll’s number
arg-poll-remove-option = The option, or its number
arg-poll-additions = Open list: people may add options
argname-additions = additions
argname-option = option
arglike-additions = adding suggestions
