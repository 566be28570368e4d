"""Every command in a network's own rooms: it works as the network's, or says in one sentence where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from bots.features.registry import FEATURES
from bots.i18n import texts
from bots.routing.router import Router
from storage.tables import Room
from tests.acceptance.network_rooms import CIRCLE, HIGHLIGHTS, add_circle
from tests.acceptance.network_steps import link
from tests.stage import Stage, staged

ELSEWHERE = {
    "announce accept", "announce answer", "announce decline", "block", "blocks", "event accept", "event decline",
    "event repeat", "greeter add",
    "greeter list", "greeter remove", "highlight", "highlight conversation", "highlight event",
    "highlight exclude", "highlight include", "highlight last", "highlight poll", "network blocks", "network events",
    "ritual", "ritual host", "ritual set",
    "ritual edit", "ritual list", "ritual pause", "ritual resume", "ritual stop", "room exclude", "room include",
    "rules", "unblock",
}  # fmt: skip
"""What only communities have."""
OWNED = {"setup", "network create", "room join"}
"""What makes a new room somebody's: this one belongs to a network."""
COMMANDS = [command for command in Router(FEATURES).declared_commands if not command.hidden]


async def whole_network(stage: Stage) -> None:
    """Set up a network with a community and a circle."""
    network = await stage.network()
    await stage.community(network=network.id)
    await add_circle(stage)


@pytest.mark.parametrize("room", [HIGHLIGHTS, CIRCLE])
async def test_every_command_in_a_room_of_a_network(tmp_path: Path, room: str) -> None:
    """No command ends in a loop: only what a network cannot have says whose room this is, and what works here."""
    async with staged(tmp_path) as stage:
        await whole_network(stage)
        for command in COMMANDS:
            before = len(stage.shown(room))
            await stage.say("@nora", texts.words("en", f"example-{command.slug}"), room)
            said = "\n".join(shown.text for shown in stage.shown(room)[before:])
            assert said or command.name == "check", command.name
            assert ("works in a community’s room" in said) == (command.name in ELSEWHERE), (command.name, said)
            assert ("a community needs a room of its own" in said) == (command.name in OWNED), (command.name, said)
            assert "isn’t set up yet" not in said, (command.name, said)
            await stage.say("@nora", "!cancel", room)


async def test_room_of_a_community_and_a_network(tmp_path: Path) -> None:
    """Where a room was both, it is the community's: its connector acts there, the network's coordinator not."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        async with stage.database.transaction() as uow:
            await uow.execute(update(Room).where(col(Room.room) == "#lyon").values(network_id=network.id))
        await stage.say("@carla", "!poll Tea? yes no")
        assert stage.sees("Poll 1|1 Tea|Tea?")
        await stage.say("@nora", "!poll Coffee? yes no")
        assert "is for connectors" in stage.last().text
        for line in ("!newcomers", "!event list", "!polls", "!greeter list", "!connector list", "!config"):
            await stage.say("@carla", line)
            assert "this room belongs to the network" not in stage.last().text
        await stage.say("@nora", "!polls", HIGHLIGHTS)
        assert "Tea" not in stage.last(HIGHLIGHTS).text


async def test_members_of_a_network_room_may_look_but_not_open(tmp_path: Path) -> None:
    """Whoever is in a network's room may vote and look; its coordinators open, and the refusal names them."""
    async with staged(tmp_path) as stage:
        await whole_network(stage)
        await stage.say("@anna", "!poll Tea? yes no", HIGHLIGHTS)
        assert "coordinators of the network" in stage.last(HIGHLIGHTS).text and "nora" in stage.last(HIGHLIGHTS).text
        await stage.say("@anna", "!polls", HIGHLIGHTS)
        assert "No poll is open" in stage.last(HIGHLIGHTS).text


async def test_coordinators_name_another_one(tmp_path: Path) -> None:
    """In a network's room `connector` and `coordinator` are about its coordinators; the last one stays."""
    async with staged(tmp_path) as stage:
        await whole_network(stage)
        await stage.say("@nora", "!connector remove @nora", CIRCLE)
        assert "is the last coordinator" in stage.last(CIRCLE).text
        await stage.say("@omar", "!help", CIRCLE)
        await stage.say("@nora", "!coordinator add omar", CIRCLE)
        assert "omar is now a coordinator of this network" in stage.last(CIRCLE).text
        await stage.say("@omar", "!coordinators", CIRCLE)
        assert "Coordinators: nora, omar" in stage.last(CIRCLE).text
        await stage.say("@omar", "!poll Tea? yes no", HIGHLIGHTS)
        assert stage.sees("Tea?", HIGHLIGHTS)
        await stage.say("@carla", "!connector list")
        assert stage.last().text == "Connector: carla"
        await stage.say("@omar", "!connector remove nora", CIRCLE)
        assert "nora is no longer a coordinator" in stage.last(CIRCLE).text


async def test_newcomers_are_figures_in_a_network_room(tmp_path: Path) -> None:
    """Coordinators read how many came to each community, nobody's name, no number below five, and nothing held back."""
    async with staged(tmp_path) as stage:
        await whole_network(stage)
        await stage.community("#bari", name="Bari", connector="@bea", network=1)
        for number in range(5):
            await stage.join(f"@new{number}", name=f"new{number}")
        await stage.join("@one", "#bari", name="one")
        await stage.say("@nora", "!newcomers", CIRCLE)
        shown = stage.last(CIRCLE).text
        assert "• Lyon: 5\n• Bari: fewer than five" in shown and "new0" not in shown
        await stage.say("@carla", "!network share state off")
        assert "no longer see how Lyon is doing" in stage.last().text
        await stage.say("@nora", "!newcomers", CIRCLE)
        assert "Lyon" not in stage.last(CIRCLE).text.replace("Les Passeurs", "")
        await stage.say("@bea", "!network share state off", "#bari")
        await stage.say("@nora", "!newcomers", CIRCLE)
        assert "No community of Les Passeurs shows its figures here" in stage.last(CIRCLE).text


async def test_joining_says_what_coordinators_see(tmp_path: Path) -> None:
    """A community reads on joining what its network's coordinators will see, and how to hold that back."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.community()
        await link(stage, "@carla", "netcode1")
        await stage.say("@nora", "!network accept Lyon", HIGHLIGHTS)
        assert "coordinators see how you’re doing" in stage.last().text
        assert "!network share state off keeps that to yourselves" in stage.last().text
