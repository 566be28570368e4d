"""Tests for questions about events, edits, cancellations and moves on a simulated Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.contract.discord_people import DiscordPerson
from tests.waiting import until

pytestmark = pytest.mark.discord


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnDiscord]:
    """Run the bot on the simulated Discord."""
    async with bot_on_discord(tmp_path) as made:
        yield made


async def press_yes(here: BotOnDiscord, person: DiscordPerson, room: str, line: str, **options: str) -> str:
    """Use a command and press the first button of its private answer. Return that answer."""
    asked = await here.result(person.command(room, line, **options))
    assert asked.response is not None and asked.response.ephemeral
    question = str(asked.response.id)
    await here.result(person.press(room, question, person.buttons(room, question)[0]["custom_id"]))
    return str(asked.response.content)


async def test_event_is_edited_moved_cancelled_and_reopened(here: BotOnDiscord) -> None:
    """A form holds the event as it is; changes that people notice ask first; the server's event follows."""
    carla, room = await here.community()
    anna, ben = here.person(carla.guild, "anna"), here.person(carla.guild, "ben")
    await press_yes(here, carla, room, "event plan", what="Potluck in 3 days 7pm at the garden")
    card = await here.sees(room, "Event 1: Potluck")
    await anna.react(room, card.id, "👍")
    await here.answered(ben.press(room, card.id, ben.buttons(room, card.id)[0]["custom_id"]))
    await here.forward(seconds=3)
    await here.sees(room, "2 coming|Coming \\(2\\)", edits=1)
    await ben.leave(room)
    await here.committed("discord:left:%")
    event = await here.scheduled_event(carla.guild, "Potluck")
    form = await here.form(carla, room, carla.command(room, "event edit", number="1"))
    assert form.modal is not None
    shown = [label["component"] for label in form.modal["components"]]
    fields = {field["custom_id"]: field.get("value", "") for field in shown}
    assert fields["title"] == "Potluck" and fields["place"] == "the garden"
    await here.result(carla.member.submit_modal(form, {**fields, "title": "Soup", "description": "Bring a dish"}))
    await here.sees(room, "new description")
    await until(lambda: event.name == "Soup")
    moved = await press_yes(here, carla, room, "event move", number="1", when="8:30pm")
    assert "One person said yes or maybe" in moved
    assert (await here.sees(room, "Soup.* has moved")).pings == (anna.user,)
    await press_yes(here, carla, room, "event cancel", number="1", reason="It rains")
    assert (await here.sees(room, "Soup.* is cancelled")).pings == (anna.user,)
    await until(lambda: event.status == 4)
    await here.result(carla.command(room, "event reopen", number="1"))
    assert (await here.sees(room, "is on after all")).pings == (anna.user,)
    events = here.env.backend.get_guild(carla.guild.id).scheduled_events
    await until(lambda: [one for one in events.values() if one.name == "Soup" and one.id != event.id])


async def test_missing_hour_is_answered_in_the_channel_or_the_form(here: BotOnDiscord) -> None:
    """After a line without an hour, the next message is the answer, and a button opens the form with the line."""
    carla, room = await here.community()
    asked = await here.result(carla.command(room, "event plan", what="Potluck in 3 days"))
    assert asked.response is not None and "At what time" in str(asked.response.content)
    form = await here.form(carla, room, carla.press(room, str(asked.response.id), "form:event"))
    assert form.modal is not None
    assert form.modal["components"][0]["component"]["value"] == "Potluck in 3 days"
    await carla.say(room, "7pm at the garden")
    await here.sees(room, "Shall I announce this.*Potluck")
