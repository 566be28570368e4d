"""Highlights, as the router sees them."""

from bots.core.inbound import (
    DeliveryFailed,
    MessageDeleted,
    MessageEdited,
    MessageFetched,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
)
from bots.feature import Feature
from bots.features.highlights import asked, commands, copies, relaying, show, sources

FEATURE = Feature(
    name="highlights",
    commands=[
        (commands.RELAY, asked.relay),
        (commands.HIGHLIGHT, asked.nominate),
        (commands.HIGHLIGHT_STOP, asked.stop),
        (commands.ME_RELAY, asked.consent),
    ],
    buttons={"hlstop": copies.stopped, "hlname": copies.signed},
    releases={"hlname": copies.unsigned},
    timers={"highlight-publish": copies.publish_due},
    cards={"highlight": show.copy, "highlightnote": show.note},
    reacted={"highlight": sources.copy_reacted},
    values={
        ReactionAdded: [sources.reacted],
        ReactionRemoved: [sources.unreacted],
        MessagePosted: [relaying.said],
        MessageEdited: [relaying.changed, copies.edited],
        MessageDeleted: [copies.deleted],
        MessageFetched: [sources.fetched],
        DeliveryFailed: [sources.unfetched],
    },
)
