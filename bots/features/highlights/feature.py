"""Declaration of the feature."""

from bots.commands.declaration import Arg, Command
from bots.core import inbound
from bots.core.permissions import Right
from bots.features.highlights import (
    collecting,
    consent,
    curation,
    digest_section,
    echo,
    exclusions,
    handlers,
    hold_back,
    publishing,
    relaying,
    rising,
    sharing,
    terms,
    views,
    withdrawal,
)
from bots.routing.feature import Feature
from bots.turn.notices import (
    CommunityRemoved,
    CommunitySettingChanged,
    DigestPosted,
    MemberExcluded,
    PlaceLeftNetwork,
    RoomExcluded,
    RoomJoinedCommunity,
    RoomLeftCommunity,
)
from storage.tables import RelayConsent

RELAY = Command(
    name="relay", right=Right.CONNECTOR, needs="owned",
    args=(
        Arg(name="switch", kind="choice", choices=("on", "curated", "digest", "off", "status"), required=False),
        Arg(name="network", kind="rest", required=False),
    ),
)  # fmt: skip
QUEUE = Command(name="network queue", right=Right.COORDINATOR, needs="network")
HIGHLIGHT = Command(name="highlight", right=Right.CONNECTOR, alone="nominate")
HIGHLIGHT_STOP = Command(name="highlight stop", needs="owned")
ME_RELAY = Command(
    name="me relay", needs=None, args=(Arg(name="consent", kind="choice", choices=tuple(map(str, RelayConsent))),)
)

FEATURE = Feature(
    name="highlights",
    commands=[
        (RELAY, sharing.relay),
        (QUEUE, curation.queue_command),
        (HIGHLIGHT, handlers.nominate),
        (HIGHLIGHT_STOP, handlers.stop),
        (ME_RELAY, handlers.set_consent),
    ],
    buttons={
        "hlstop": withdrawal.press_stop,
        "hlname": consent.press_show_name,
        "hlyes": consent.press_agree,
        "hlalways": consent.press_always,
        "hlnever": consent.press_never,
        "hlpick": publishing.press_pick,
        "hlpass": curation.press_decline,
    },
    releases={"hlname": consent.release_show_name, "hlyes": consent.release_agree},
    timers={
        "highlight-publish": publishing.publish,
        rising.ARRIVE_TIMER: rising.arrive_at,
        rising.COPY_TIMER: rising.copy_after_quiet,
        consent.UNANSWERED_TIMER: consent.give_up,
        sharing.WIDER_TIMER: sharing.tell_communities,
        collecting.HOLD_TIMER: collecting.hold_after_quiet,
        rising.ECHO_TIMER: echo.show_numbers,
        terms.CHANGED_TIMER: terms.post_changed,
    },
    background=frozenset({rising.ARRIVE_TIMER, sharing.WIDER_TIMER}),
    cards={"highlight": views.render_copy, "highlightnote": views.render_note, hold_back.QUEUE_CARD: curation.render},
    card_reactions={"highlight": echo.count_reaction_to_copy},
    values={
        inbound.ReactionAdded: [collecting.count_reaction],
        inbound.ReactionRemoved: [collecting.discount_reaction],
        inbound.MessagePosted: [relaying.cache_message, echo.count_reply],
        inbound.MessageEdited: [relaying.update_cached_message, publishing.follow_edit],
        inbound.MessageDeleted: [publishing.follow_deletion, echo.discount_reply],
        inbound.MessageFetched: [collecting.evaluate],
        inbound.DeliveryFailed: [collecting.handle_fetch_failure],
    },
    notices={
        RoomJoinedCommunity: [relaying.start_in_new_room],
        RoomLeftCommunity: [publishing.stop_in_left_room],
        PlaceLeftNetwork: [publishing.stop_relaying],
        CommunityRemoved: [withdrawal.withdraw_all],
        CommunitySettingChanged: [terms.follow_setting],
        RoomExcluded: [exclusions.follow_room],
        MemberExcluded: [exclusions.follow_member],
        DigestPosted: [digest_section.remember_digest],
    },
    answered_rooms=echo.answered_rooms,
    digest_section=digest_section.digest_section,
)
