# Polls of a network that its communities show.

poll-goes-to = { $count ->
        [one] It is shown in one community of { $network } at once. What people have seen can’t be unseen.
       *[other] It is shown in { $count } communities of { $network } at once. What people have seen can’t be unseen.
    }
poll-of-network = 🌐 Poll of the network { $network }: all its communities vote together, each person once.
poll-to-nobody = No community of { $network } shows what the network posts, so there is nobody to ask. Leave `to` out to ask in this room.
poll-network-none = This room belongs to no network. Leave `to` out to ask here.
poll-network-homeless = { $network } has no room, so nobody could look after the poll. A coordinator can give it one: `!room join { $network }` in a new room.
poll-not-here = Poll { $number } (“{ $question }”) no longer counts votes here: this community no longer hears the network that asks. Votes cast before still count.
poll-gone-here = “{ $question }”: this community no longer hears the network that asks, so voting here is over. Votes cast before still count.
poll-number-twice = Two open polls have the number { $number }: one of this community, one of a network. Press the buttons of the one you mean, or reply to it with the command.
arg-poll-to = Ask in all communities of the network
choice-communities = communities
poll-of-communities = 🌐 Poll of the network { $network }: each of its communities has one vote.
poll-rule-communities = A community’s vote is the option that most people there choose; a tie, or fewer than { $count } voters, is no vote. Nobody votes for others; who votes in two communities counts where they voted last.
poll-count-network = `counting` goes with a poll in all communities of a network. Add `to=network`, or leave `counting` out.
poll-count-anonymous = An anonymous poll keeps only one total, so I can’t count by community. Leave `anonymous` or `counting` out; `hidden=yes` hides the figures until the close.
poll-vote-at-home = In poll { $number } each community has one vote, so please vote in the room of your community.
poll-result-abstained = **Poll { $number }: { $question }** No community decided, so there is no result.
poll-communities-voted = { $count ->
        [one] One community voted
       *[other] { $count } communities voted
    }, { $abstained } abstained (a tie, or fewer than { $least } voters).
poll-by-community = **By community**
poll-community-line = { $community } ({ $count } voted): { $choice }
poll-community-votes = { $community } ({ $count } voted): for { $choice }
poll-community-abstains = { $community } ({ $count } voted): abstains, tie of { $choice }
poll-communities-hidden = { $shown ->
        [0] No figures by community: where fewer than five people voted, they would tell too much.
       *[other] Not shown: { $count } more, so that nobody can tell how a few people voted.
    }
arg-poll-counting = Count by person or by community
argname-counting = counting
choice-people = people
arglike-counting = count
