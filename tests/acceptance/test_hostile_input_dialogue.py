"""No message makes the bot work longer than others may wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stage import staged


@pytest.mark.parametrize("line", ["!help «{blanks}x", "!poll «{blanks}x", "!event «{blanks}x"])
async def test_long_line_is_refused_before_it_is_read(tmp_path: Path, line: str) -> None:
    """A command of 60,000 characters is answered with the limit, and the next one is served."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@mo", line.format(blanks=" " * 60_000))
        assert "Please keep it below 4,000" in stage.last().text
        await stage.say("@zoe", "!help")
        assert "help" in stage.last().text.lower()


async def test_long_answer_is_asked_again(tmp_path: Path) -> None:
    """An answer of 60,000 characters is refused with the limit, and the question stays open."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?"')
        await stage.say("@carla", "«" + " " * 60_000)
        assert "Please keep it below 4,000" in stage.last().text
        await stage.say("@carla", "green, black")
        stage.sees("Tea?")
