"""Declaration of the feature."""

from bots.commands.declaration import Arg, Command
from bots.core import inbound
from bots.core.permissions import Right
from bots.features.highlights import collecting, digest_section, handlers, publishing, relaying, views
from bots.routing.feature import Feature
from bots.turn.notices import (
    CommunityLeftNetwork,
    CommunityRemoved,
    DigestPosted,
    RoomJoinedCommunity,
    RoomLeftCommunity,
)

RELAY = Command(
    name="relay",
    right=Right.CONNECTOR,
    args=(Arg(name="switch", kind="choice", choices=("on", "off", "status"), required=False),),
)
HIGHLIGHT = Command(name="highlight", right=Right.CONNECTOR, alone="nominate")
HIGHLIGHT_STOP = Command(name="highlight stop", needs="owned")
ME_RELAY = Command(
    name="me relay", needs=None, args=(Arg(name="consent", kind="choice", choices=("named", "unnamed", "off")),)
)

FEATURE = Feature(
    name="highlights",
    commands=[
        (RELAY, handlers.relay),
        (HIGHLIGHT, handlers.nominate),
        (HIGHLIGHT_STOP, handlers.stop),
        (ME_RELAY, handlers.set_consent),
    ],
    buttons={"hlstop": publishing.press_stop, "hlname": publishing.press_show_name},
    releases={"hlname": publishing.release_show_name},
    timers={
        "highlight-publish": publishing.publish,
        publishing.COPY_TIMER: publishing.copy_after_quiet,
        publishing.COPIES_TIMER: publishing.post_more_copies,
        collecting.HOLD_TIMER: collecting.hold_after_quiet,
    },
    cards={"highlight": views.render_copy, "highlightnote": views.render_note},
    card_reactions={"highlight": collecting.count_reaction_to_copy},
    values={
        inbound.ReactionAdded: [collecting.count_reaction],
        inbound.ReactionRemoved: [collecting.discount_reaction],
        inbound.MessagePosted: [relaying.cache_message],
        inbound.MessageEdited: [relaying.update_cached_message, publishing.follow_edit],
        inbound.MessageDeleted: [publishing.follow_deletion],
        inbound.MessageFetched: [collecting.evaluate],
        inbound.DeliveryFailed: [collecting.handle_fetch_failure],
    },
    notices={
        RoomJoinedCommunity: [relaying.start_in_new_room],
        RoomLeftCommunity: [publishing.stop_in_left_room],
        CommunityLeftNetwork: [publishing.stop_relaying],
        CommunityRemoved: [publishing.withdraw_all],
        DigestPosted: [digest_section.remember_digest],
    },
    digest_section=digest_section.digest_section,
)
