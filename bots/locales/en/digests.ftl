# Digests of networks and communities.

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
digest-empty = Nothing to tell about **{ $place }** yet. The next digest is due { $at }; if there is nothing to tell, none is sent.
cmd-digest = What the next digest would say so far
example-digest = !digest
digest-taken-back = This digest of { $network } was withdrawn.
digest-never = **{ $network }** has no digest. `!config digest weekly` in its room brings it back.
digest-highlight-own = “{ $text }” ({ $link })
digest-newcomers-of-own = { $count ->
        [one] One newcomer
       *[other] { $count } newcomers
    }
digest-newcomers-few-own = A few newcomers
digest-poll-own = { $question } → { $result }
digest-poll-empty-own = { $question } → nobody voted
digest-figures = **In figures**
figure-events = { $count ->
        [one] one event
       *[other] { $count } events
    }
figure-guests = { $count ->
        [one] one person came
       *[other] { $count } people came to events
    }
figure-polls = { $count ->
        [one] one poll decided
       *[other] { $count } polls decided
    }
figure-votes = { $count ->
        [one] one vote
       *[other] { $count } votes
    }
figure-highlights = { $count ->
        [one] one highlight
       *[other] { $count } highlights
    }
figure-newcomers = { $count ->
        [one] one newcomer
       *[other] { $count } newcomers
    }
digest-change-more = {", "}{ $count } more than { $before }
digest-change-less = {", "}{ $count } fewer than { $before }
digest-change-same = {", "}as many as { $before }
digest-change-about = {", "}about as many as { $before }
digest-before-daily = the day before
digest-before-weekly = the week before
digest-before-monthly = the month before
digest-collecting = I’m adding up the figures of many communities. The preview appears here in a moment.
digest-off = This community has no digest. `!config digest weekly` brings one every Sunday.
digest-footer = Remove a line with `!digest remove 1`, or put it back the same way; `!digest add` and your words add one. `!digest skip` leaves the whole digest out.
digest-footer-due = It goes out { $at }.
digest-footer-skipped = It is left out this time. `!digest skip` again lets it go out.
digest-cut = Remove { $number }
digest-put-back = Put { $number } back
digest-line-removed = (removed) { $line }
digest-line-cut = Removed from the next digest. The same again puts it back.
digest-line-back = It is in the next digest again.
digest-added = Your line is in the next digest of **{ $place }**. `!digest` shows it.
digest-add-empty = What should the line say?
digest-add-long = That is { $length } characters; a line has { $limit } at most. Please shorten it.
digest-add-many = This digest already has { $limit } lines of yours. Remove one first: `!digest` shows their numbers.
digest-too-many-removed = { $limit } lines are removed already. `!digest skip` leaves the whole digest out.
digest-no-line = There is no line `{ $given }`: the next digest has { $count }. `!digest` shows them with their numbers.
digest-skipped = The next digest is left out.
digest-kept = The next digest goes out after all.
digest-gone-out = This digest has gone out already.
digest-no-room = **{ $place }** has no room where its digest could appear.
digest-send-ask = The digest of **{ $place }** goes out now, in place of the next one that is due. Shall I send it?
digest-sent = The digest of **{ $network }** is on its way.
digest-review-title = 📋 **The next digest, before it goes out**
digest-review-due = Without an answer it goes out { $at }.
digest-review-waits = It waits for your answer.
digest-review-sent = The digest of **{ $network }** has gone out.
digest-review-skipped = The digest of **{ $network }** was left out this time.
digest-review-empty = **{ $network }** had nothing to tell, so no digest was sent.
digest-do-send = Send now
digest-do-skip = Skip this one
digest-do-edit = Edit
digest-do-keep = Let it go out
cmd-digest-add = Add a line to the next digest
example-digest-add = !digest add The garden opens in May
ask-digest-add-text = What should the line say?
cmd-digest-remove = Remove a line from the next digest, or put it back
example-digest-remove = !digest remove 2
ask-digest-remove-number = Which line? `!digest` shows their numbers.
cmd-digest-skip = Leave the next digest out, or not after all
example-digest-skip = !digest skip
cmd-digest-send = Send the next digest now
example-digest-send = !digest send
cmd-me-digest = Get a private digest of what you miss while you are away
example-me-digest = !me digest weekly
ask-me-digest-how = How often would you like a digest? Answer `daily`, `weekly` or `off`.
cmd-me-timezone = Choose the time zone of your own digest
example-me-timezone = !me timezone Paris
ask-me-timezone-zone = In which city are you, or in which time zone?
me-timezone-set = Your time zone is now { $zone }: it is { $now } there.
me-digest-daily = Each evening I write to you in private what happened in { $places }, if you were away that day and there was something; first { $at }. Away means that I saw no message, reaction or command of yours. `!me timezone` and your city change the clock, `!me digest off` ends it.
me-digest-weekly = On Sunday evenings I write to you in private what happened in { $places }, if you were away that week and there was something; first { $at }. Away means that I saw no message, reaction or command of yours. `!me timezone` and your city change the clock, `!me digest off` ends it.
me-digest-off = You get no digest of your own any longer, and I no longer note whether you were away.
me-digest-nowhere = I don’t know of a community that you are in. Write something in its room, then type `!me digest weekly` there.
me-digest-open = Open our private chat
me-digest-footer = You were away, so here is what you missed. `!me digest off` ends these messages.
me-digest-taken-back = What this digest said was withdrawn.
me-shown-zone = {" "}Your time zone: { $zone }.
me-shown-digest-daily = {" "}You get a digest on days when you were away.
me-shown-digest-weekly = {" "}You get a digest of weeks when you were away.
digest-highlight-kept = **{ $community }**: { $link }
digest-page-title = News from { $place }
digest-page-empty = There is no digest yet.
cmd-digest-file = Get the last digest as a file
example-digest-file = !digest file
digest-file = The last digest of **{ $place }** as a page. Highlights are only linked in it: a file can’t be taken back.
digest-file-none = **{ $place }** has sent no digest yet. `!digest` shows the next one.
digest-file-cannot = I can’t send files here. `!digest feed on` puts digests at a web address instead.
cmd-digest-feed = Read digests on the web, at a secret address
example-digest-feed = !digest feed on
ask-digest-feed-how = What shall I do? Answer `on`, `renew`, `off` or `status`.
digest-feed-on = Whoever has this address reads the digests of **{ $place }**, without highlights, and without the news of communities that have no address of their own. Page: { $page } Feed: { $feed } `!digest feed renew` makes the address invalid and gives another one, `!digest feed off` ends it.
digest-feed-renewed = The old address of **{ $place }** no longer works. Page: { $page } Feed: { $feed }
digest-feed-off = The digests of **{ $place }** are not on the web.
digest-feed-none = The digests of **{ $place }** are not on the web. `!digest feed on` gives them a secret address.
digest-feed-no-web = My operator hasn’t opened a web address for me, so digests can’t be there (`monitoring.address` in my settings). `!digest file` gives you the last one as a file.
cmd-digest-chart = Show how many took part each day, as a picture
example-digest-chart = !digest chart on
ask-digest-chart-how = With a picture or without? Answer `on`, `off` or `status`.
digest-chart-on = The digests of **{ $place }** now come with a picture of how many took part each day. `!digest chart` tells its numbers.
digest-chart-off = The digests of **{ $place }** come without a picture.
digest-chart-none = There is nothing to draw for **{ $place }** yet: no poll or event with five people in the last digest’s days.
digest-chart-title = { $place }: votes, guests and newcomers
digest-added-gone = The line that was added is gone. `!digest add` adds another one.
