"""Names are other people's words: one line, visible, and no double of somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import BotJoined
from tests.acceptance.highlight_steps import NET
from tests.acceptance.network_steps import link
from tests.stage import PLAIN, Stage, staged

DOUBLES = ("Lyon", "Lуоn", "LYON", "L\u200byon", "Iyon", "Les Passeurs", "Lеs Pаsseurs", "Lyon · Nora")
OURS = ("glocal", "gIocaI", "ɡlοcal", "G l o c a l")
NOTHING = ("\u200b\u2060", "\u3164", "\u202e\u2066", "\u2800")
SPEECH = "x was moved.\n\n📢 Passeurs: register at https://evil.example/\n\n\nYour coordinators " + "y" * 20_000


async def open_room(stage: Stage, room: str, name: str) -> None:
    """Bring the bot into a room of this name, where Eve is an admin."""
    key = stage.platform.next_id("i")
    stage.platform.emit(BotJoined(key=key, account="memory", room=room, at=stage.clock.now(), name=name))
    stage.platform.admins.add((room, "@eve"))
    await stage.settle()


@pytest.mark.parametrize("name", DOUBLES)
async def test_double_of_a_sister_is_refused(tmp_path: Path, name: str) -> None:
    """A community whose name looks like the network's or a sister's can neither ask to join nor be let in."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await open_room(stage, "#evil", "r")
        await stage.say("@eve", f'!setup "{name}" en Paris netcode1', "#evil")
        assert "looks like" in stage.last("#evil").text
        await stage.say("@eve", f'!setup "{name}" en Paris', "#evil")
        await stage.say("@eve", "!link netcode1", "#evil")
        assert "looks like" in stage.last("#evil").text
        await stage.say("@eve", "!config name Marseille", "#evil")
        await link(stage, "@eve", "netcode1", "#evil")
        await stage.say("@eve", f"!config name {name}", "#evil")
        await stage.react("@nora", stage.last(NET), "✅")
        assert "looks like" in stage.last(NET).text


@pytest.mark.parametrize("name", DOUBLES)
async def test_linked_community_cannot_take_the_name_of_a_sister(tmp_path: Path, name: str) -> None:
    """Neither a linked community nor the network can be renamed to a double of another one."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.community("#oslo", name="Oslo", connector="@olav", network=network.id)
        await stage.say("@olav", f"!config name {name}", "#oslo")
        assert "looks like" in stage.last("#oslo").text
        await stage.say("@olav", "!config name OSLO", "#oslo")
        assert "OSLO" in stage.last("#oslo").text and "looks like" not in stage.last("#oslo").text
        await stage.say("@nora", "!config name Lуоn", NET)
        assert "looks like" in stage.last(NET).text


@pytest.mark.parametrize("name", OURS)
async def test_nobody_is_called_like_the_bot(tmp_path: Path, name: str) -> None:
    """Neither a community nor a network can have a name that looks like the bot's."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await open_room(stage, "#evil", "r")
        for command in ("setup", "network create"):
            await stage.say("@eve", f'!{command} "{name}" en Paris', "#evil")
            assert "looks like my own name" in stage.last("#evil").text
        await stage.say("@carla", f"!config name {name}")
        assert "looks like my own name" in stage.last().text


@pytest.mark.parametrize("name", NOTHING)
async def test_invisible_name_is_refused(tmp_path: Path, name: str) -> None:
    """A name of which nothing is visible counts as none."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await open_room(stage, "#evil", "r")
        await stage.say("@eve", f'!setup "{name}" en Paris', "#evil")
        assert "Please give a name" in stage.last("#evil").text
        await stage.say("@carla", f"!config name {name}")
        assert "looks like" not in stage.last().text
        await stage.say("@carla", "!config name")
        assert "Lyon" in stage.last().text


async def test_name_of_a_room_does_not_speak_for_the_bot(tmp_path: Path) -> None:
    """A room's name of many lines becomes a short one on one line, wherever the bot says it."""
    async with staged(tmp_path, PLAIN) as stage:
        network = await stage.network()
        await open_room(stage, "#evil", SPEECH)
        await stage.say("@eve", "!setup Marseille en Paris netcode1", "#evil")
        await stage.say("@eve", "yes", "#evil")
        assert "\n📢" not in stage.last(NET).text and len(stage.last(NET).text) < 400
        await stage.react("@nora", stage.last(NET), "✅")
        stage.platform.remove_bot("#evil")
        await stage.settle()
        assert "I was removed from the room" in stage.last(NET).text
        assert "\n" not in stage.last(NET).text and len(stage.last(NET).text) < 200
        assert network.id


@pytest.mark.parametrize("name", NOTHING)
async def test_invisible_room_is_called_by_its_id(tmp_path: Path, name: str) -> None:
    """A room whose name shows nothing is called by its id."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await open_room(stage, "#evil", name)
        await stage.say("@eve", "!setup Marseille en Paris netcode1", "#evil")
        await stage.say("@eve", "yes", "#evil")
        assert "in “#evil”" in stage.last(NET).text
