# What the bot's operator does with `glocal communities`.

community-removed = The operator of this bot has removed the community **{ $community }**. Its polls, events and settings are erased, and nothing is shared any more. `!setup` starts a new community here.
room-moved-by-operator = The operator of this bot has moved this room: it now belongs to **{ $community }**.
