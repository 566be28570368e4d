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
from bots.features.highlights import collecting, commands, handlers, publishing, relaying, views
from bots.routing.feature import Feature

FEATURE = Feature(
    name="highlights",
    commands=[
        (commands.RELAY, handlers.relay),
        (commands.HIGHLIGHT, handlers.nominate),
        (commands.HIGHLIGHT_STOP, handlers.stop),
        (commands.ME_RELAY, handlers.consent),
    ],
    buttons={"hlstop": publishing.stopped, "hlname": publishing.signed},
    releases={"hlname": publishing.unsigned},
    timers={"highlight-publish": publishing.publish_due},
    cards={"highlight": views.copy, "highlightnote": views.note},
    reacted={"highlight": collecting.copy_reacted},
    values={
        ReactionAdded: [collecting.reacted],
        ReactionRemoved: [collecting.unreacted],
        MessagePosted: [relaying.said],
        MessageEdited: [relaying.changed, publishing.edited],
        MessageDeleted: [publishing.deleted],
        MessageFetched: [collecting.fetched],
        DeliveryFailed: [collecting.unfetched],
    },
)
