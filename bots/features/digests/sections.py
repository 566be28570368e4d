"""The text of a digest, made of the sections that other features contribute."""

from __future__ import annotations

from datetime import datetime

from bots.core.richtext import Break, Rich, join
from bots.turn.turn import Turn
from storage.tables import Network

_ORDER = ("highlights", "polls", "onboarding", "events")
"""The features whose sections come first. Those of other features follow in the order of the registry."""


async def compose(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich | None:
    """Return the digest in the turn's language, without empty sections; None if all of them are empty."""
    offered = turn.extensions.digest_sections
    names = dict.fromkeys([*(name for name in _ORDER if name in offered), *offered])
    sections = [await offered[name](network, since, until, turn) for name in names]
    filled = [section for section in sections if section]
    if not filled:
        return None
    return join([turn.text("digest-title", network=network.name), *filled], (Break(), Break()))
