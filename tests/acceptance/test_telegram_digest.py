"""Tests for a community's digest on the Telegram stand-in: preview, buttons, the digest with its picture, the file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def test_digest_with_a_picture_and_a_file(here: BotOnTelegram) -> None:
    """A connector removes a line with a button; the digest comes without it, with a picture, and as a file."""
    voters = [here.telegram.person(f"Voter{number}") for number in range(5)]
    carla, room = await here.community(*voters)
    carla.say(room, "/config digest daily")
    await here.sees(room, "digest is now: daily")
    carla.say(room, "/digest_chart on")
    await here.sees(room, "with a picture")
    await here.forward(minutes=1)
    carla.say(room, '/poll "Tea?" "Green" "Black"')
    card = await here.sees(room, "nobody has voted yet")
    for voter in voters:
        await here.telegram.answered(voter.press(room, card.id, "Green"))
    carla.say(room, "/poll_close")
    await here.sees(room, "Poll 1 is closed")
    carla.say(room, "/digest_add Bring a cake")
    await here.sees(room, "Your line is in the next digest")
    carla.say(room, "/digest")
    preview = await here.sees(room, "1. Bring a cake")
    removed = await here.telegram.answered(carla.press(room, preview.id, "Remove 1"))
    assert "The line that was added is gone" in removed.text
    await here.forward(days=1)
    digest = await here.sees(room, r"(?s)What happened in .*• Tea\? → Green.*• 5 votes")
    assert "cake" not in digest.text
    assert [file[:4] for file in digest.files] == [b"\x89PNG"]
    carla.say(room, "/digest_file")
    page = await here.sees(room, "as a page")
    assert [file[:15] for file in page.files] == [b"<!doctype html>"]
