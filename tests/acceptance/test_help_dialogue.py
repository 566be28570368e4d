"""What people are offered where they are, and what they are told before they begin in vain."""

import re
from pathlib import Path

import pytest

from tests.stage import staged


@pytest.mark.parametrize("room", ["#lyon", "#network", "#new", "dm"])
async def test_help_names_nothing_that_is_refused_for_the_place(tmp_path: Path, room: str) -> None:
    """Whoever manages a room, or is in a private talk, is offered what has something to work on there."""
    misplaced = ("already", "belongs in", "has no community", "belongs to no network", "is the highlights room")
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        stage.platform.invite_bot("#new", "@adm")
        stage.platform.invite_bot("dm", "@adm", direct=True)
        stage.platform.admins |= {(place, "@adm") for place in ("#lyon", "#network", "#new")}
        await stage.settle()
        await stage.say("@adm", "!help", room)
        offered = re.findall(r"^(!.+) –", stage.last(room).text, re.MULTILINE)
        assert "!help" in offered
        assert ("!setup" in offered) == ("!room join" in offered) == (room == "#new")
        for command in [command for command in offered if command != "!unlink"]:
            await stage.say("@adm", command, room)
            assert not [words for words in misplaced if words in stage.last(room).text], command


async def test_a_room_that_is_set_up_says_so_before_it_asks(tmp_path: Path) -> None:
    """Nobody answers three questions to be refused."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.community()
        stage.platform.admins |= {("#lyon", "@adm"), ("#network", "@adm")}
        for command in ("!setup", "!network create", "!room join"):
            await stage.say("@adm", command)
            assert "is the home of Lyon already" in stage.last().text
            await stage.say("@adm", command, "#network")
            assert "is the highlights room of Les Passeurs" in stage.last("#network").text
