"""Highlights, as the router sees them."""

from bots.core.inbound import (
    MessageDeleted,
    MessageEdited,
    MessageFetched,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
)
from bots.feature import Feature
from bots.features.highlights import asked, commands, handlers, relaying, show

FEATURE = Feature(
    name="highlights",
    commands=[
        (commands.RELAY, asked.relay),
        (commands.HIGHLIGHT, asked.nominate),
        (commands.HIGHLIGHT_STOP, asked.stop),
        (commands.ME_RELAY, asked.consent),
    ],
    buttons={"hlstop": handlers.stopped, "hlname": handlers.signed},
    releases={"hlname": handlers.unsigned},
    timers={"highlight-publish": handlers.publish_due},
    cards={"highlight": show.copy, "highlightnote": show.note},
    reacted={"highlight": handlers.copy_reacted},
    values={
        ReactionAdded: [handlers.reacted],
        ReactionRemoved: [handlers.unreacted],
        MessagePosted: [relaying.said],
        MessageEdited: [relaying.changed, handlers.edited],
        MessageDeleted: [handlers.deleted],
        MessageFetched: [handlers.fetched],
    },
)
