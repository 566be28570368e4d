"""The terms of relaying: the notice in each room, which follows from the community's settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.core.richtext import Rich, join
from bots.dates.durations import Offset
from bots.features.highlights import support
from bots.i18n import texts
from bots.turn.lead_text import describe_span
from bots.turn.notices import CommunitySettingChanged
from bots.turn.turn import Turn
from storage.queries import activity, communities, memberships
from storage.queries.retention import MESSAGE_CACHE_TIME
from storage.tables import Community, ConsentStyle

CHANGED_TIMER = "highlight-terms"
"""Posts the terms again after somebody changed settings. Its subject: the community."""
_PAUSE = timedelta(minutes=2)
"""Several settings that are changed in a row make one notice."""
_TOLD = frozenset(
    {"consent", "threshold", "hold_back_minutes", "highlight_age_minutes", "highlight_emoji"}
)  # fmt: skip
"""The settings that the notice mentions."""


async def post_terms(community: Community, turn: Turn) -> None:
    """Post the terms of relaying in the turn's room, and for how long we cache its messages."""
    if turn.room.excluded:
        return
    asks = community.consent == ConsentStyle.ASK
    text = [turn.text("relay-notice-ask" if asks else "relay-notice", **await arguments(community, turn))]
    text += criteria(community, turn, turn.text)
    if turn.room.encrypted:
        text.append(turn.text("relay-encrypted"))
    if not turn.capabilities.fetch:
        text.append(turn.text("relay-keeps", hours=int(MESSAGE_CACHE_TIME.total_seconds() // 3600)))
    turn.post_content(Content(text=join(text)))


async def arguments(community: Community, turn: Turn) -> dict[str, object]:
    """Return the arguments of the texts about relaying: to which networks, and to which wider ones through them."""
    networks = turn.room_context.shares_with
    wider = [one for one in await memberships.reach(turn.uow, community) if one not in networks]
    return {
        "network": texts.All(network.name for network in networks),
        "wider": texts.All(network.name for network in wider) or ("–",),
        "further": len(wider),
        "threshold": await support.needed(community, turn),
        "minutes": community.hold_back_minutes,
        "asks": community.consent == ConsentStyle.ASK,
    }


def criteria(community: Community, turn: Turn, say: Callable[..., Rich]) -> list[Rich]:
    """Return a line for each setting that narrows what counts. `say`: `turn.text` or `turn.answer_text`."""
    lines = list[Rich]()
    if community.threshold_percent:
        percent, days = community.threshold_percent, activity.ACTIVE_TIME.days
        lines.append(say("relay-counts-share", percent=percent, days=days, least=support.LEAST_SHARE))
    if community.highlight_emoji:
        lines.append(say("relay-counts-emoji", emoji=community.highlight_emoji))
    if minutes := community.highlight_age_minutes:
        locale = turn.room_context.locale if say == turn.text else turn.answer_locale
        lines.append(say("relay-counts-age", span=describe_span(Offset(*divmod(minutes, 1440)), locale)))
    return lines


async def follow_setting(notice: CommunitySettingChanged, turn: Turn) -> None:
    """Count the active members, or no longer; tell the rooms of the new terms once the settings rest."""
    community = notice.community
    if notice.column not in _TOLD or not community.relaying:
        return
    if notice.column == "threshold":
        await count_active(community, turn)
    turn.schedule(CHANGED_TIMER, str(community.id), turn.now + _PAUSE)


async def count_active(community: Community, turn: Turn) -> None:
    """Begin to note who is active if the threshold is a share; else stop, and forget it."""
    on = community.relaying and community.threshold_percent > 0
    for room in await communities.rooms_of_community(turn.uow, community.id):
        turn.count_active(room, on=on)
    if not on:
        await activity.delete_in(turn.uow, community.id)


async def post_changed(timer: TimerFired, turn: Turn) -> None:
    """Post the terms in each room of a community whose settings somebody changed."""
    community = await turn.uow.get(Community, int(timer.subject))
    if community is None or not community.relaying:
        return
    for room in await communities.rooms_of_community(turn.uow, community.id):
        await post_terms(community, await turn.for_room(room))
