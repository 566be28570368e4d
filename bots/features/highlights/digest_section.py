"""The digest's list of published highlights."""

from __future__ import annotations

from datetime import datetime

from bots.core.richtext import Rich, plain
from bots.features.highlights import views
from bots.turn.digest_section import compose_section, shorten
from bots.turn.notices import DigestPosted
from bots.turn.turn import Turn
from storage.queries import decisions, highlights
from storage.tables import Network


async def digest_section(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    """Return one line for each highlight of the period."""
    lines = [
        turn.text(
            "digest-highlight",
            community=community.name,
            text=shorten(plain(views.words(highlight))),
            link=views.link(highlight, turn),
        )
        for highlight, community in await highlights.told_between(turn.uow, network.id, since, until)
    ]
    return compose_section(turn.text("digest-highlights"), lines, turn)


async def remember_digest(notice: DigestPosted, turn: Turn) -> None:
    """Store the card of the digest with its highlights, so that it follows their changes."""
    await decisions.remember_digest(turn.uow, notice.network.id, notice.since, notice.until, notice.card)
