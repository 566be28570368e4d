# What was decided, and what came of it.

decision-title = **Decisions**
decision-more = `!decisions 3` shows one in full, `!decisions garden` searches.
decision-none = Nothing has been decided here yet. `!poll list` shows the open polls.
decision-not-found = No decision is about “{ $given }”. `!decisions` lists them all.
decision-found = **Decisions about “{ $given }”**
decision-line = { $number } · { $at } · { $question } → { $decided } ({ $count ->
        [one] one voter
       *[other] { $count } voters
    })
decision-line-revoked = { $number } · { $at } · { $question } → { $decided } (revoked)
decision-is-won = { $winners }
decision-is-tie = tie: { $winners }
decision-is-none = nobody voted
decision-is-undecided = not decided
decision-is-reached = consent
decision-is-blocked = blocked
decision-is-unsupported = no consent
decision-rule = Kind: { $kind }.
decision-when = Opened on { $opened }, closed on { $closed }.
poll-not-over = Poll { $number } (“{ $question }”) is not over yet. `!poll close { $number }` closes it.
outcome-is = **Outcome:** { $outcome }
outcome-contestable = It can be contested until { $at }.
outcome-final = It could be contested until { $at }.
outcome-revoked = Revoked by poll { $number } (“{ $question }”).
outcome-kept = The outcome of poll { $number } is: { $outcome }
outcome-empty = What came of it? For example: `!poll outcome 3 "We meet in the garden" until=7d`
outcome-long = That is too long ({ $length } characters). Please keep it to { $limit }.
revoke-sure = Does poll { $later } (“{ $by }”) revoke poll { $number } (“{ $question }”)? Its result then says so.
revoke-yes = Revoke
revoke-no = Leave it
revoke-done = Poll { $number } is revoked by poll { $later }.
outcome-gone = I’ve taken back what came of poll { $number }. `!poll outcome { $number } …` writes a new one.
revoke-undone = Poll { $number } counts again: it is no longer revoked.
revoke-order = Only a later decision can revoke poll { $number }, and poll { $later } closed before it.
export-here = The decisions as a file, { $count } of them. It has totals, nobody’s vote.
export-sent = The file is in our private chat.
export-unreachable = I can’t write to you in private yet. Open a chat with me, say hello, then ask for the file again.
export-no-files = I can’t send files here. Ask for the file in a room on another platform.
cmd-decisions = What was decided here
example-decisions = !decisions garden
cmd-decisions-export = Get the decisions as a file
example-decisions-export = !decisions export csv
cmd-poll-outcome = Say what came of a poll, in your words
example-poll-outcome = !poll outcome 3 "We meet in the garden" until=7d
ask-poll-outcome-outcome = What came of it?
cmd-poll-revoke = Note that a later decision revokes one
example-poll-revoke = !poll revoke 3 5
ask-poll-revoke-number = Which poll is revoked? Its number.
ask-poll-revoke-by = Which later poll revokes it? Its number.
arg-decisions-about = A number, or words to search for
arg-decisions-export-format = For a spreadsheet (csv), or json
arg-poll-outcome-number = The poll’s number
arg-poll-outcome-outcome = What came of it
arg-poll-outcome-until = Until when to object: 7d
arg-poll-revoke-number = The poll that is revoked
arg-poll-revoke-by = The later poll that revokes it
argname-format = format
argname-outcome = outcome
argname-until = until
argname-by = by
choice-csv = csv
choice-json = json
name-decisions = decisions
name-export = export
name-outcome = outcome
name-revoke = revoke
