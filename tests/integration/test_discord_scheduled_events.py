"""The bot creates and cancels scheduled events once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from bots.core.inbound import Attachment
from bots.core.outbound import CancelScheduledEvent
from bots.ports import Sent
from tests.acceptance.sample_files import picture
from tests.integration.discord_bot import BotSetup, opened, publish_event
from tests.standins.discord.records import Gathering

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a running bot with one room."""
    async with opened(tmp_path) as made:
        yield made


def scheduled_events(bot: BotSetup) -> list[Gathering]:
    """Return the scheduled events of the server."""
    return [one for one in bot.guild.gatherings.values() if one.state == 1]


async def test_equal_events_of_two_cards_are_separate(bot: BotSetup) -> None:
    """Two cards with equal content have an event each, and the bot cancels them separately."""
    other = bot.anna.open_channel(bot.guild, "other")
    one = await bot.send("g1", publish_event(bot.general, "event:1"))
    two = await bot.send("g2", publish_event(other, "event:2"))
    assert isinstance(one, Sent) and isinstance(two, Sent) and one != two
    await bot.send("o", CancelScheduledEvent(room=str(bot.general.id), card="event:1"), target=one.messages[0])
    assert [str(left.id) for left in scheduled_events(bot)] == [two.messages[0]]


@pytest.mark.parametrize("restarts", [False, True])
async def test_an_event_is_created_once_when_the_response_is_lost(bot: BotSetup, restarts: bool) -> None:
    """After a lost response the bot recognizes its event by content and time, even after a restart."""
    made = datetime.now(UTC)
    bot.standin.rest.faults.lose_reply("POST", "/guilds/*/scheduled-events", times=1)
    await bot.send("g1", publish_event(bot.general, "event:1"), made=made)
    if restarts:
        await bot.restart()
    assert isinstance(await bot.send("g1", publish_event(bot.general, "event:1"), made=made), Sent)
    assert len(scheduled_events(bot)) == 1


async def test_an_older_event_is_not_matched(bot: BotSetup) -> None:
    """The bot does not match a call to a scheduled event that is older than the call."""
    await bot.send("g1", publish_event(bot.general, "event:1"))
    await bot.send("g2", publish_event(bot.general, "event:2", place="The park"))
    await bot.restart()
    other = bot.anna.open_channel(bot.guild, "other")
    await bot.start_room(other)
    await bot.send("g3", publish_event(other, "event:3"), made=datetime.now(UTC) + timedelta(minutes=1))
    assert sorted(one.place or "" for one in scheduled_events(bot)) == ["The garden", "The garden", "The park"]


async def test_an_event_has_its_picture_as_cover(bot: BotSetup) -> None:
    """The cover is there from the start, changes, stays when something else changes, and is taken away."""
    red, blue = picture("red"), picture("blue")
    cover = Attachment(name="p.png", mime="image/png", size=len(red))
    call = publish_event(bot.general, "event:1")
    made = await bot.send("g1", replace(call, picture=cover), files=[red])
    assert isinstance(made, Sent)
    [event] = scheduled_events(bot)
    assert event.image == red
    target = made.messages[0]
    await bot.send("g2", replace(call, picture=cover), target=target, files=[blue])
    assert event.image == blue
    await bot.send("g3", call, target=target)
    assert event.image == blue
    await bot.send("g4", replace(call, uncovered=True), target=target)
    assert event.image is None and len(scheduled_events(bot)) == 1


@pytest.mark.parametrize("mime", ["image/png", "image/webp"])
async def test_a_picture_that_is_no_cover_is_left_out(bot: BotSetup, mime: str) -> None:
    """The event is created although Discord does not take its picture."""
    cover = Attachment(name="p", mime=mime, size=4)
    made = await bot.send("g1", replace(publish_event(bot.general, "event:1"), picture=cover), files=[b"nope"])
    assert isinstance(made, Sent)
    assert [one.image for one in scheduled_events(bot)] == [None]
