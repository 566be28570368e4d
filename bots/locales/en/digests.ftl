# The daily digest of a network.

digest-title = **What happened in { $network }**
digest-highlights = **Highlights**
digest-highlight = **{ $community }**: “{ $text }” ({ $link })
digest-newcomers = **New people**
digest-newcomers-of = **{ $community }**: { $count ->
        [one] one newcomer
       *[other] { $count } newcomers
    }
digest-newcomers-few = **{ $community }**: a few newcomers
digest-polls = **Decided**
digest-poll = **{ $community }**: { $question } → { $result }
digest-poll-empty = **{ $community }**: { $question } → nobody voted
digest-events = **Coming up**
digest-more = … and { $count } more
digest-empty = Nothing to tell yet. The next digest is due { $at }; if there is nothing to tell, none is sent.
cmd-digest = What the next digest would say so far
example-digest = !digest
digest-taken-back = This digest of { $network } was withdrawn.
digest-never = **{ $network }** has no digest. `!config digest weekly` in its room brings it back.
