"""Many people who come at once, and requests to join that a person decides."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.slash_commands import request_to_join
from tests.stage import RICH, Stage, staged


async def raid(stage: Stage, count: int) -> None:
    """Let many people join within some minutes."""
    burst = max(count // 6, 25)
    for number in range(count):
        stage.platform.join("#lyon", f"@raider{number}")
        if (number + 1) % burst == 0:
            await stage.forward(seconds=30)


@pytest.mark.parametrize("settings", [{}, {"rules": "Be kind."}, {"rules": "Be kind.", "question": "Why?"}])
async def test_raid_gets_one_greeting(tmp_path: Path, settings: dict[str, Any]) -> None:
    """A thousand joins within minutes cause a handful of posts, and no private message after the first newcomers."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(**settings)
        await raid(stage, 1000)
        await stage.forward(hours=2)
        assert stage.platform.sends <= 5
        greeted = stage.sees("Welcome")
        assert "Be kind." in greeted.text or "rules" not in settings
        stage.sees("came within a few minutes")
        assert not stage.platform.direct_rooms


async def test_raiders_who_accept_the_rules_cause_no_posts(tmp_path: Path) -> None:
    """Whoever came with a raid accepts the rules with the button for all, and is called for by nobody."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(rules="Be kind.", question="Why?")
        await raid(stage, 100)
        await stage.forward(minutes=1)
        card, before = stage.sees("Be kind."), stage.platform.sends
        for number in range(50):
            stage.platform.press(card.id, f"@raider{number}", "🤝")
        await stage.settle()
        public = [message for message in stage.shown() if message.private_to is None]
        assert stage.platform.sends - before <= 50  # the acknowledgements, which only each of them sees
        await stage.forward(hours=3)
        assert [message for message in stage.shown() if message.private_to is None] == public


async def test_newcomers_are_greeted_again_after_a_raid(tmp_path: Path) -> None:
    """An hour after a raid, somebody who came meanwhile and somebody who comes then are greeted as usual."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await raid(stage, 100)
        await stage.forward(minutes=20)
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=5)
        stage.never_saw("Zoé")
        await stage.forward(hours=1)
        stage.sees("Welcome Zoé")
        stage.sees("Zoé is new here")
        await stage.join("@noah", name="Noah")
        await stage.forward(minutes=1)
        assert stage.sees("Welcome Noah")


async def test_many_requests_are_not_told_one_by_one(tmp_path: Path) -> None:
    """Of dozens of requests to join within minutes, the greeters are told of the first; nobody is let in."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for number in range(60):
            await request_to_join(stage, f"@raider{number}")
            stage.clock.advance(timedelta(seconds=1))
        await stage.forward(hours=2)
        assert len(stage.shown()) <= 21
        assert stage.platform.approved_requests == []
