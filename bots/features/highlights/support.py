"""How many people carry a message, and how many have to: a number, or a share of the active members."""

from __future__ import annotations

import math

from bots.features.highlights import rules
from bots.turn.turn import Turn
from storage.queries import activity, highlights
from storage.queries.placements import Address
from storage.tables import Community, Highlight

LEAST_SHARE = 3
"""A share is never fewer people than this: in a small or silent community two must not publish what a third wrote."""


async def needed(community: Community, turn: Turn) -> int:
    """Return how many people have to react at present."""
    if not community.threshold_percent:
        return community.threshold
    active = await activity.count_active(turn.uow, community.id, turn.now)
    return max(LEAST_SHARE, math.ceil(active * community.threshold_percent / 100))


async def count(highlight: Highlight, community: Community, turn: Turn) -> int:
    """Return how many people carry a message: its author does not, and chosen emoji alone count where there are any."""
    at = (highlight.account, highlight.room, highlight.message)
    return await count_at(at, community, turn, author=highlight.author_id)


async def count_at(at: Address, community: Community, turn: Turn, *, author: int | None = None) -> int:
    """Return how many people carry the message at this address."""
    return await highlights.count_supporters(turn.uow, at, author=author, emoji=community.highlight_emoji.split())


async def has_support(highlight: Highlight, community: Community, turn: Turn) -> bool:
    """Return whether enough people carry a message that is not too old, or a connector nominated it."""
    too_old = rules.is_too_old(highlight.posted_at, community, turn.now)
    return highlight.nominated_by is not None or (not too_old and await is_carried(highlight, community, turn))


async def is_carried(highlight: Highlight, community: Community, turn: Turn) -> bool:
    """Return whether enough people carry a message, or a connector nominated it."""
    if highlight.nominated_by is not None:
        return True
    return await count(highlight, community, turn) >= await needed(community, turn)


async def has_lost_support(highlight: Highlight, community: Community, turn: Turn) -> bool:
    """Return whether a waiting message has too few left: less than half, so that one reaction can't toggle it."""
    if highlight.state not in rules.WAITING or highlight.nominated_by is not None:
        return False
    return await count(highlight, community, turn) < (await needed(community, turn) + 1) // 2
