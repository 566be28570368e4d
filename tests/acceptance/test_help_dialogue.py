"""Tests for the commands that help offers, and for refusals before the first question."""

import re
from pathlib import Path

import pytest

from bots.features.registry import FEATURES
from tests.stage import staged


@pytest.mark.parametrize("room", ["#lyon", "#network", "#new", "dm"])
async def test_help_offers_only_commands_that_fit_the_room(tmp_path: Path, room: str) -> None:
    """Help offers no command that the bot would refuse because of the room."""
    misplaced = ("already", "belongs in", "has no community", "isn’t in a network", "is the highlights room")
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        stage.platform.invite_bot("#new", "@adm")
        stage.platform.invite_bot("dm", "@adm", direct=True)
        stage.platform.admins |= {(place, "@adm") for place in ("#lyon", "#network", "#new")}
        await stage.settle()
        await stage.say("@adm", "!help", room)
        names = sorted((command.name for feature in FEATURES for command, _ in feature.commands), key=len, reverse=True)
        offered = re.findall(rf"!({'|'.join(names)})\b", stage.last(room).text)
        offered = [f"!{name}" for name in dict.fromkeys(offered)]
        assert "!help" in offered
        assert ("!setup" in offered) == ("!room join" in offered) == (room == "#new")
        for command in [command for command in offered if command != "!unlink"]:
            await stage.say("@adm", command, room)
            assert not [words for words in misplaced if words in stage.last(room).text], command


async def test_setup_of_used_room_is_refused_before_questions(tmp_path: Path) -> None:
    """The bot refuses to set up a room that is in use before it asks any question."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.community()
        stage.platform.admins |= {("#lyon", "@adm"), ("#network", "@adm")}
        for command in ("!setup", "!network create", "!room join"):
            await stage.say("@adm", command)
            text = stage.last().text
            assert "is already the home of Lyon" in text or "this one belongs to Lyon" in text
            await stage.say("@adm", command, "#network")
            assert "This room belongs to the network Les Passeurs" in stage.last("#network").text
