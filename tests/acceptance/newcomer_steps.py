"""Steps that the dialogues about newcomers share."""

from __future__ import annotations

from tests.stage import Stage


async def join_and_be_welcomed(stage: Stage, user: str = "@zoe", name: str = "Zoe") -> None:
    """Join as a newcomer and wait until the bot has sent the greeting."""
    await stage.join(user, name=name)
    await stage.forward(seconds=31)
