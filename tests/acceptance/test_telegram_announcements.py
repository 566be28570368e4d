"""Tests for announcements from a network's Telegram group to a community's."""

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


async def test_an_announcement_is_sent_changed_and_recalled(here: BotOnTelegram) -> None:
    """A press on the preview shows it in the community's group; edits and a recall reach it there."""
    anna = here.telegram.person("Anna")
    _, room, nora, net = await here.linked_community(anna)
    nora.say(net, '/announce "The shed opens on Monday" urgent=yes')
    preview = await here.sees(net, "Announcement 1 of Les Passeurs · not sent yet")
    assert "For one community (all)" in preview.text
    assert await here.count(room, "The shed opens") == 0
    nora.press(net, preview.id, "Send")
    shown = await here.sees(room, "The shed opens on Monday")
    assert shown.text.startswith("📢 Les Passeurs announces:")
    nora.say(net, "/announce_edit 1 The shed opens on Tuesday")
    await here.sees(net, "It is shown in one community")
    nora.say(net, "yes")
    assert (await here.sees(room, "opens on Tuesday", edits=1)).id == shown.id
    nora.say(net, "/announce_recall 1")
    question = await here.sees(net, "will disappear from one community")
    nora.press(net, question.id, "Take it back")
    await here.telegram.until(lambda: here.telegram.message(room, shown.id).gone)


async def test_a_member_answers_on_purpose_and_a_connector_is_asked(here: BotOnTelegram) -> None:
    """The connector's decision shows it with a line; a member's answer comes after the press of a button."""
    anna = here.telegram.person("Anna")
    carla, room, nora, net = await here.linked_community(anna)
    carla.say(room, "/config announcements ask")
    await here.sees(room, "announcements is now: ask")
    nora.say(net, '/announce "The shed opens on Monday" urgent=yes')
    preview = await here.sees(net, "not sent yet")
    nora.press(net, preview.id, "Send")
    question = await here.sees(room, "Should Lyon show it")  # bots can't write first, so it is asked at home
    carla.press(room, question.id, "Add a line")
    await here.sees(room, "What should Lyon read below it")
    carla.say(room, "See you at the gate")
    shown = await here.sees(room, "Lyon: See you at the gate")
    anna.press(room, shown.id, "To the coordinators")
    await here.sees(room, "What shall I pass on to Les Passeurs")
    anna.say(room, "Count us in")
    await here.sees(net, "About announcement 1, Anna from Lyon")
