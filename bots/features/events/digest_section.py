"""The digest's list of coming events."""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.core.richtext import Rich
from bots.features.events import views
from bots.turn.digest_section import compose_section, shorten
from bots.turn.turn import Turn
from storage.queries import events
from storage.tables import Network

_AHEAD = timedelta(days=1)
"""A digest lists an event when it is new, and again when it begins within this time."""


async def digest_section(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    """Return one line for each event that is new or begins soon."""
    lines = [
        turn.text(
            "digest-event", community=community.name, title=shorten(event.title), when=views.start(occurrence, turn)
        )
        for (event, occurrence), community in await events.upcoming_in_network(
            turn.uow, network.id, since=since, until=until, soon=until + _AHEAD
        )
    ]
    return compose_section(turn.text("digest-events"), lines, turn)
