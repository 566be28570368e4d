"""Tests for leaving a network: the bot asks first, a typed yes or a button does it, and both sides are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import ButtonPressed
from tests.acceptance.event_steps import plain_text
from tests.acceptance.highlight_steps import NET
from tests.acceptance.network_steps import link, network_of, parent_of
from tests.stage import RICH, staged


@pytest.mark.parametrize(
    ("locale", "line", "answer", "asks", "done"),
    [
        ("en", "!unlink", "yes", "Shall I go ahead?", "has left Les Passeurs"),
        ("fr", "!délier", "oui", "On y va ?", "a quitté le réseau Les Passeurs"),
        ("de", "!trennen", "ja", "Soll ich?", "hat Les Passeurs verlassen"),
        ("es", "!red salir", "sí", "¿Sigo adelante?", "salió de Les Passeurs"),
    ],
)
async def test_community_leaves_after_a_yes(
    tmp_path: Path, locale: str, line: str, answer: str, asks: str, done: str
) -> None:
    """A community leaves its network only after its connector confirms it, and the network is told."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        community = await stage.community(locale=locale, network=network.id)
        await stage.say("@carla", line)
        assert asks in plain_text(stage.last())
        assert await network_of(stage, community) == network.id
        await stage.say("@carla", answer)
        assert done in plain_text(stage.last())
        assert await network_of(stage, community) is None
        assert "Lyon has left the network" in stage.last(NET).text


async def test_community_stays_after_a_no(tmp_path: Path) -> None:
    """After a no, or the button for it, everything stays. Other words get one hint and are ordinary then."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        community = await stage.community(network=network.id)
        await stage.say("@carla", "!unlink")
        await stage.say("@carla", "What would that mean?")
        assert "I need a yes or a no" in stage.last().text
        await stage.say("@carla", "no")
        assert stage.last().text == "I leave everything as it is."
        await stage.say("@carla", "!unlink")
        await stage.react("@carla", stage.last(), "❌")
        assert stage.last().text.endswith("I leave everything as it is.")
        count = len(stage.shown())
        await stage.say("@carla", "yes")
        assert len(stage.shown()) == count
        assert await network_of(stage, community) == network.id


async def test_only_a_connector_confirms(tmp_path: Path) -> None:
    """Another member's press, and a forged one of another room, change nothing."""
    async with staged(tmp_path, RICH) as stage:
        network = await stage.network()
        community = await stage.community(network=network.id)
        await stage.community("#oslo", name="Oslo", connector="@olav")
        await stage.say("@carla", "!unlink")
        await stage.press("@anna", stage.last(), "Leave")
        assert "Ask carla" in stage.last().text
        for room, user in (("#oslo", "@olav"), (NET, "@nora"), ("#lyon", "@anna")):
            for verb in ("unlink", "netleave"):
                button = f"{verb}:{network.id}:yes"
                pressed = ButtonPressed(
                    key=f"forged:{room}:{button}", account="memory", room=room, at=stage.clock.now(),
                    person=stage.platform.person(user, room), button=button, message="m1", token="t",
                )  # fmt: skip
                stage.platform.emit(pressed)
        await stage.settle()
        assert await network_of(stage, community) == network.id


async def test_network_leaves_its_parent(tmp_path: Path) -> None:
    """A network leaves its parent itself, after its coordinator confirms it; both sides are told."""
    async with staged(tmp_path) as stage:
        above = await stage.network("#a", name="A", coordinator="@ada", code="aaaa")
        below = await stage.network("#b", name="B", coordinator="@bo", code="bbbb")
        await stage.say("@bo", "!network leave", "#b")
        assert "B isn’t part of a network yet" in stage.last("#b").text
        await link(stage, "@bo", "aaaa", "#b")
        await stage.react("@ada", stage.last("#a"), "✅")
        assert await parent_of(stage, below) == above.id
        await stage.say("@bo", "!network leave", "#b")
        assert "B will leave A" in stage.last("#b").text
        await stage.say("@bo", "yes", "#b")
        assert await parent_of(stage, below) is None
        assert "This network has left A" in stage.last("#b").text
        assert "B has left the network" in stage.last("#a").text


async def test_network_joins_a_second_one(tmp_path: Path) -> None:
    """A network can be part of several; it leaves the one that its coordinator names."""
    async with staged(tmp_path) as stage:
        for name in "abc":
            await stage.network(f"#{name}", name=name.upper(), coordinator="@bo", code=name * 4)
        await link(stage, "@bo", "aaaa", "#b")
        await link(stage, "@bo", "cccc", "#b")
        assert "B is now part of C" in stage.last("#b").text
        await stage.say("@bo", "!network leave", "#b")
        assert "Which one do you mean? Answer one of: A, C" in stage.last("#b").text
        await stage.say("@bo", "A", "#b")
        assert "B will leave A" in stage.last("#b").text
        await stage.say("@bo", "yes", "#b")
        assert "B has left the network" in stage.last("#a").text
        stage.never_saw("B has left the network", "#c")
