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
