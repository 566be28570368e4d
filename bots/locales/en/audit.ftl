# The audit log: what connectors and coordinators did.

cmd-audit = What connectors and coordinators did here
example-audit = !audit 7 days
audit-title = **What was done in the name of { $place }**
audit-line = { $number } · { $at } · { $who }: { $what }{ $about }{ $details }
audit-command = `!{ $command }`
audit-footer = `!audit` with a name, a command or a length such as `7 days` shows less.
audit-more = … and { $count } more. Ask for less: `!audit` with a name, a command or a length such as `7 days`.
audit-none = Nothing has been done here yet in the name of this community or network.
audit-nothing = I find nothing about `{ $given }` here. Try a name, a command, or a length such as `7 days`.
audit-sent = I’m sending you the log in private.
audit-unreachable = I can’t write to you in private. Send me a private message first, then type `!audit` here again.
audit-erased = (erased)
act-linkok = accepted a request to join
act-linkno = declined a request to join
act-linkback = withdrew a request to join
act-invrevoke = revoked an invitation
act-hlstop = stopped a message from being shared
act-hlpick = picked a message from the queue
act-hlpass = declined a message from the queue
act-hlspam = marked a message as spam
act-hlqspam = marked a message in the queue as spam
act-blocklift = lifted a block
act-appealkeep = kept a block after an appeal
act-blocktake = took a shared block over
act-blockleave = left a shared block
act-linkwhy = declined a request to join

cmd-undo = Take back what you did last
example-undo = !undo
undo-way = The last thing you changed here for everybody was { $did }. { $nearest } takes it back: type `yes`, and I’ll do it. (Your own reply or vote: `!rsvp none`, `!poll vote 3 none`.)
undo-open = The last thing you changed here for everybody was { $did }. To take it back, type { $way } and put in what belongs there: my answers above show it. (Your own reply or vote: `!rsvp none`, `!poll vote 3 none`.)
undo-final = { $did } can’t be undone.
undo-act = The last thing you did here for everybody: { $did }. To take it back, type { $way }.
undo-final-act = The last thing you did here for everybody: { $did }. That can’t be undone.
undo-none = I know of nothing you did here today that I could take back. `!rsvp none` takes back a reply, `!poll vote 3 none` a vote, and `!me` shows your settings.
undo-none-word = none
