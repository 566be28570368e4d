"""Ranked polls and consent on a real homeserver, on the simulated Discord and on the Telegram stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bot_on_discord import bot_on_discord
from tests.acceptance.bot_on_matrix import bot_on_matrix
from tests.acceptance.bot_on_telegram import bot_on_telegram
from tests.homeserver.synapse import Homeserver


@pytest.mark.synapse
async def test_kinds_on_matrix(homeserver: Homeserver, tmp_path: Path) -> None:
    """A reaction brings the ballot into a private room, numbers typed there count, and so does a block's reason."""
    async with bot_on_matrix(homeserver, tmp_path) as here:
        anna = await here.person("anna")
        carla, room = await here.community(anna)
        await carla.say(room, '!poll ranked "Where?" Garden, Park, Hall')
        card = await here.sees(room, "React with 🗳️")
        await anna.react(room, card.id, "🗳️")
        private = await here.private_room(anna)
        await here.sees(private, "You haven’t voted yet")
        await anna.say(private, "2 3 1")
        await here.sees(private, "Counted: 1. Park, 2. Hall, 3. Garden")
        await here.sees(room, "one person has voted", edits=1)
        await carla.say(room, "!poll close")
        await here.sees(room, "The answer is: Park")
        await carla.say(room, '!poll consent "We paint the shed"')
        line = await here.sees(room, "no poll above. React here to “We paint")
        await anna.react(room, line.id, "🛑")
        await here.sees(private, "What is your reason")
        await anna.say(private, "It is toxic")
        await here.sees(private, "Your reason is shown")
        await carla.say(room, "!poll close")
        result = await here.sees(room, "There is no consent: one person blocks")
        assert "It is toxic" in result.text


@pytest.mark.discord
async def test_kinds_on_discord(tmp_path: Path) -> None:
    """The ballot is a message that only its voter sees, and a block opens the form for its reason."""
    async with bot_on_discord(tmp_path) as here:
        carla, room = await here.community()
        anna = here.person(carla.guild, "anna")
        await here.result(carla.command(room, "poll open", question="Where?", options="Garden, Park", kind="ranked"))
        card = await here.sees(room, "^Where")
        ballot = await here.result(anna.press(room, card.id, "ballot:1"))
        assert ballot.response is not None and ballot.response.ephemeral
        chosen = await here.answered(anna.press(room, str(ballot.response.id), "pb:1:1"))
        assert "Counted: 1. Park" in chosen
        await here.result(carla.command(room, "poll close"))
        await here.sees(room, "The answer is: .*Park")
        await here.result(carla.command(room, "poll open", question="We paint the shed", kind="consent"))
        card = await here.sees(room, "^We paint the shed")
        asked = await here.form(anna, room, anna.press(room, card.id, "poll:2:3"))
        assert asked.modal is not None
        typed = {"number": "2", "reason": "It is toxic", "named": ["yes"]}
        assert "with your name" in await here.answered(anna.member.submit_modal(asked, typed))
        await here.result(carla.command(room, "poll close"))
        assert "It is toxic" in (await here.sees(room, "There is no consent: one person blocks")).text


@pytest.mark.telegram
async def test_kinds_on_telegram(tmp_path: Path) -> None:
    """Who has no chat with the bot gets a link to it; the ballot there has buttons, and a block is asked for there."""
    async with bot_on_telegram(tmp_path) as here:
        anna = here.telegram.person("Anna")
        carla, room = await here.community(anna)
        carla.say(room, '/poll ranked "Where?" Garden, Park, Hall')
        card = await here.sees(room, "Press 🗳️")
        anna.press(room, card.id, "Vote")
        await here.sees(room, "I can’t write to you in private yet")
        private = here.telegram.private(anna, here.bot)
        anna.say(here.bot, "/start ballot")
        await here.idle()
        anna.press(room, card.id, "Vote")
        ballot = await here.telegram.sees(private, "You haven’t voted yet")
        await here.idle()
        anna.press(here.bot, ballot.id, "Park")
        await here.telegram.sees(private, "Counted: 1. Park")
        carla.say(room, "/poll_close")
        await here.sees(room, "The answer is: Park")
        carla.say(room, '/poll consent "We paint the shed"')
        card = await here.sees(room, "(?s)We paint the shed.*nobody has voted yet")
        toast = await here.telegram.answered(anna.press(room, card.id, "Block"))
        assert toast.text == "Your block counts. I’ve asked you privately why."
        await here.telegram.sees(private, "What is your reason")
        anna.say(here.bot, "It is toxic")
        await here.telegram.sees(private, "Your reason is shown")
        carla.say(room, "/poll_close")
        assert "It is toxic" in (await here.sees(room, "There is no consent: one person blocks")).text
