"""The digest's count of newcomers."""

from __future__ import annotations

from datetime import datetime

from bots.core.richtext import Rich
from bots.turn.digest_section import LEAST_COUNT, compose_section
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Network


async def digest_section(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    """Return one line for each community with newcomers in the period."""
    lines = [
        turn.text(
            "digest-newcomers-of" if count >= LEAST_COUNT else "digest-newcomers-few",
            community=community.name,
            count=count,
        )
        for community, count in await onboarding.newcomers_between(turn.uow, network.id, since, until)
    ]
    return compose_section(turn.text("digest-newcomers"), lines, turn)
