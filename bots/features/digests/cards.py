"""The cards of digests that were sent: those of places, and those of people (`m` before the number)."""

from __future__ import annotations

from bots.core.outbound import Content
from bots.features.digests import personal, posting
from bots.turn.turn import Turn


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a digest again, after a highlight in it changed or was taken back."""
    return await personal.render(subject, turn) if subject.startswith("m") else await posting.render(subject, turn)
