"""Tests for slash commands, buttons and their answers on a simulated Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.waiting import until

pytestmark = pytest.mark.discord


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnDiscord]:
    """Run the bot on the simulated Discord."""
    async with bot_on_discord(tmp_path) as made:
        yield made


def delay_commits(here: BotOnDiscord) -> asyncio.Event:
    """Delay the bot's transactions until the returned event is set, as under heavy load."""
    commit, gate = here.application.dispatch._processor.commit, asyncio.Event()

    async def delayed_commit(*args: object) -> object:
        await gate.wait()
        return await commit(*args)  # type: ignore[arg-type]  # arguments pass through

    here.application.dispatch._processor.commit = delayed_commit  # type: ignore[method-assign,assignment]  # see above
    return gate


async def test_slow_answer_is_deferred(here: BotOnDiscord) -> None:
    """The bot defers a slow command or press in time, and only its member sees the answer."""
    carla, room, card = await here.open_poll()
    anna = here.person(carla.guild, "anna")
    gate = delay_commits(here)
    asked = await anna.command(room, "me show")
    pressed = await anna.press(room, card, "poll:1:0")
    await until(lambda: asked.deferred and pressed.deferred)
    assert asked.ephemeral
    gate.set()
    await until(lambda: pressed.followups and asked.response is not None and asked.response.content)
    assert pressed.followups[0].ephemeral and "yes" in pressed.followups[0].content
    assert asked.response is not None and asked.response.ephemeral


async def test_expired_interaction_is_answered_by_private_message(here: BotOnDiscord) -> None:
    """The bot answers an interaction that has expired by a private message."""
    carla, room, card = await here.open_poll()
    anna = here.person(carla.guild, "anna")
    gate = delay_commits(here)
    pressed = await anna.press(room, card, "poll:1:0")
    await until(lambda: pressed.deferred)
    await here.env.advance_time(16 * 60)
    gate.set()
    await here.sees(here.private_channel(anna), "^Counted: yes")
    assert pressed.followups == []
    assert not any("Counted" in line.text for line in here.messages(room))


async def test_private_answer_is_visible_to_its_member_only(here: BotOnDiscord) -> None:
    """Other members do not see a private answer."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    result = await here.result(anna.command(room, "me show"))
    assert result.response is not None
    visible_to_anna = [message.id for message in anna.channel(room).history(viewer=anna.member)]
    visible_to_carla = [message.id for message in anna.channel(room).history(viewer=carla.member)]
    assert result.response.id in visible_to_anna
    assert result.response.id not in visible_to_carla


async def test_long_texts_are_shortened_to_discords_limits(here: BotOnDiscord) -> None:
    """The bot shortens long questions, options and titles to Discord's limits."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    options = ", ".join(["👩‍👩‍👧‍👦" * 14, "B" * 95, "C"])
    await here.result(carla.command(room, "poll open", question="Q" * 150, options=options))
    card = await here.sees(room, "^Q{100}")
    labels = [str(one["label"]) for one in anna.buttons(room, card.id)]
    assert all(len(label) <= 80 for label in labels)
    assert labels[0].endswith("…")
    shown = await here.result(carla.command(room, "event plan", what=f"{'Very long ' * 12} in 3 days 7pm"))
    assert shown.response is not None


async def test_commands_are_declared_once_in_each_language(here: BotOnDiscord) -> None:
    """The bot declares its commands in all languages and does not repeat that after a restart."""
    carla, room = await here.community()
    commands = {command["name"]: command for command in here.env.backend.commands[None].values()}
    assert commands["poll"]["name_localizations"] == {
        "de": "umfrage", "es-419": "encuesta", "es-ES": "encuesta", "fr": "sondage",
    }  # fmt: skip
    assert {option["name"] for option in commands["poll"]["options"]} == {
        "open", "close", "list", "results", "edit", "delete", "reopen", "again", "vote", "reason", "outcome", "revoke",
        "add", "remove", "chart",
    }  # fmt: skip
    await here.stop()
    await here.start()
    await here.result(carla.command(room, "help"))
    declarations = [request for request in here.env.http_requests if request.method == "PUT"]
    assert len(declarations) == 1


async def test_autocomplete_suggests_arguments(here: BotOnDiscord) -> None:
    """Autocomplete finds open polls by their question and time zones by their city."""
    carla, room, _ = await here.open_poll()
    polls = await carla.member.autocomplete(carla.channel(room), "poll close", "number", "te")
    assert [(choice["value"], "Tea?" in choice["name"]) for choice in polls] == [("1", True)]
    zones = await carla.member.autocomplete(carla.channel(room), "setup", "zone", "pari")
    assert zones[0]["value"] == "Europe/Paris"


async def test_connector_is_picked_from_members(here: BotOnDiscord) -> None:
    """Discord's member picker can name a connector who has never written a message."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    answer = await here.answered(carla.command(room, "connector add", person=anna.member))
    assert "anna" in answer
    assert "anna" in await here.answered(carla.command(room, "connector list"))


async def test_nomination_from_message_menu(here: BotOnDiscord) -> None:
    """A nomination from the message menu is refused to a member, and to a connector while relaying is off."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    message = await anna.say(room, "We planted 40 trees!")
    target = anna.message(room, message)
    answer = await here.answered(anna.member.context_menu(anna.channel(room), "Nominate as highlight", target))
    assert "connector" in answer
    answer = await here.answered(carla.member.context_menu(carla.channel(room), "Nominate as highlight", target))
    assert "Relaying is off in this channel" in answer
