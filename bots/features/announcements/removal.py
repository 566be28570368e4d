"""The end of a community: what its people said about announcements goes from the coordinators' rooms too."""

from __future__ import annotations

from bots.features.announcements import answers
from bots.turn.notices import CommunityRemoved
from bots.turn.turn import Turn
from storage.queries import announcements


async def forget_community(notice: CommunityRemoved, turn: Turn) -> None:
    """Take the answers of a community's people back. The removal itself erases them."""
    for answer in await announcements.answers_of_community(turn.uow, notice.community.id):
        turn.refresh_card(f"{answers.CARD}:{answer}", rewrite=True)
