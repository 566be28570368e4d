"""The digest's list of closed polls."""

from __future__ import annotations

from datetime import datetime

from bots.core.richtext import Rich
from bots.features.polls import rules, views
from bots.turn.digest_section import compose_section
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Network


async def digest_section(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    """Return one line for each poll that was closed in the period."""
    lines = []
    for poll, place in await polls.closed_between(turn.uow, network.id, since, until):
        tally = await views.count_ballots(poll, turn)
        winners = tuple(rules.labels(poll)[index] for index in tally.winners())
        text_id = "digest-poll" if winners else "digest-poll-empty"
        lines.append(turn.text(text_id, community=place.name, question=poll.question, result=winners))
    return compose_section(turn.text("digest-polls"), lines, turn)
