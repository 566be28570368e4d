"""Steps with which the bot gets into the rooms of the dialogues."""

from __future__ import annotations

from tests.stage import Stage


async def invite_bot(stage: Stage, room: str = "#lyon", manager: str = "@carla") -> None:
    """Invite the bot to a room as its manager."""
    stage.platform.admins.add((room, manager))
    stage.platform.invite_bot(room, manager, name=room)
    await stage.settle()


async def add_home_room(stage: Stage, room: str = "#annex") -> None:
    """Add a second home room to the community of Lyon."""
    stage.platform.invite_bot(room, "@carla")
    await stage.settle()
    stage.platform.admins.add((room, "@carla"))
    await stage.say("@carla", "!room join Lyon", room)
