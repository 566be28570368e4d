"""The rooms of a network, as dialogues use them."""

from __future__ import annotations

from tests.stage import Stage

HIGHLIGHTS, CIRCLE = "#network", "#circle"


async def add_circle(
    stage: Stage, room: str = CIRCLE, *, coordinator: str = "@nora", network: str = "Les Passeurs"
) -> None:
    """Give a network a room in which its coordinators meet."""
    stage.platform.invite_bot(room, coordinator)
    await stage.settle()
    stage.platform.admins.add((room, coordinator))
    await stage.say(coordinator, f"!room join {network}", room)
