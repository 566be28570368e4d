"""A community or network becomes part of a network only when both sides want it."""

from __future__ import annotations

from pathlib import Path

from bots.core.inbound import ButtonPressed
from tests.acceptance.highlight_steps import NET
from tests.acceptance.network_steps import link, network_of, networks_of, parent_of
from tests.stage import RICH, staged

EVIL = "@evil:bad.org"


async def test_coordinator_confirms_a_community(tmp_path: Path) -> None:
    """A community with the code is not part of the network until a coordinator accepts; both sides are told."""
    async with staged(tmp_path) as stage:
        network, community = await stage.network(), await stage.community()
        await link(stage, "@carla", "netcode1")
        assert "I’ve asked Les Passeurs" in stage.last().text
        asked = stage.last(NET)
        assert "The community Lyon asks to join" in asked.text and "carla (@carla) asked, in “#lyon”" in asked.text
        await stage.say("@carla", "!relay on")
        assert "isn’t in a network" in stage.last().text or "!link" in stage.last().text
        await stage.react("@mallory", asked, "✅")
        assert "is for coordinators" in stage.last(NET).text
        assert await network_of(stage, community) is None
        await stage.react("@nora", asked, "✅")
        await stage.forward(seconds=5)
        assert await network_of(stage, community) == network.id
        assert "Linked to Les Passeurs" in stage.last().text
        assert asked.text == "Lyon has been accepted."
        stage.sees("Lyon has joined the network", NET)
        await stage.react("@nora", asked, "❌")
        assert await network_of(stage, community) == network.id


async def test_coordinator_declines_a_community(tmp_path: Path) -> None:
    """A declined community hears of it, and stays where it was."""
    async with staged(tmp_path, RICH) as stage:
        network = await stage.network()
        own = await stage.network("#own", name="Own", coordinator="@olga", code="owncode1")
        community = await stage.community(network=own.id)
        await link(stage, "@carla", "netcode1")
        await stage.press("@nora", stage.last(NET), "Decline")
        await stage.forward(seconds=5)
        assert "Les Passeurs has declined" in stage.last().text
        assert "has been declined" in stage.last(NET).text
        assert await network_of(stage, community) == own.id
        await link(stage, "@carla", "netcode1")
        await stage.say("@nora", "!network accept Lyon", NET)
        assert await networks_of(stage, community) == [own.id, network.id]
        stage.never_saw("Lyon has left the network", "#own")


async def test_request_can_be_withdrawn(tmp_path: Path) -> None:
    """`unlink` withdraws a request; asking twice is refused, and a late acceptance does nothing."""
    async with staged(tmp_path) as stage:
        await stage.network()
        community = await stage.community()
        await link(stage, "@carla", "netcode1")
        asked = stage.last(NET)
        await stage.say("@carla", "!link netcode1")
        assert "hasn’t answered yet" in stage.last().text
        await stage.say("@carla", "!unlink")
        assert "withdrawn the request to Les Passeurs" in stage.last().text
        await stage.react("@nora", asked, "✅")
        assert await network_of(stage, community) is None
        await stage.forward(seconds=5)
        assert asked.text == "Lyon no longer asks to join."


async def test_members_do_not_withdraw_a_request(tmp_path: Path) -> None:
    """The button below the request is the connectors', although everybody in the room sees it."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network()
        await stage.community()
        await link(stage, "@carla", "netcode1")
        asked, below = stage.last(NET), stage.sees("Withdraw|asked")
        await stage.press("@mia", below, "linkback:1")
        assert "connector" in stage.last().text
        assert asked.content is not None and asked.content.buttons
        await stage.press("@carla", below, "linkback:1")
        await stage.forward(seconds=5)
        assert asked.text == "Lyon no longer asks to join."


async def test_setup_with_a_code_only_asks(tmp_path: Path) -> None:
    """A community that is set up with a network's code has to be confirmed as well."""
    async with staged(tmp_path) as stage:
        await stage.network()
        stage.platform.invite_bot("#evil", "@eve")
        stage.platform.admins.add(("#evil", "@eve"))
        await stage.settle()
        await stage.say("@eve", "!setup Lyonn en Paris netcode1", "#evil")
        await stage.say("@eve", "yes", "#evil")
        assert "I’ve asked Les Passeurs" in stage.last("#evil").text
        await stage.say("@nora", "!network show", NET)
        assert "No community is linked" in stage.last(NET).text


async def test_request_of_another_network_cannot_be_accepted(tmp_path: Path) -> None:
    """A forged button lets nobody accept a request to another network, or one in the asking room."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network()
        await stage.network("#theirs", name="Others", coordinator="@mallory", code="netcode2")
        community = await stage.community()
        stage.platform.admins.add(("#lyon", "@carla"))
        await link(stage, "@carla", "netcode1")
        for user, room in (("@mallory", "#theirs"), ("@carla", "#lyon")):
            for button in ("linkok:1", f"netremove:community-{community.id}", "linkwhy:1", "linkback:1", "invrevoke:1"):
                pressed = ButtonPressed(
                    key=f"forged:{room}:{button}", account="memory", room=room, at=stage.clock.now(),
                    person=stage.platform.person(user, room), button=button, message="m1", token="t",
                )  # fmt: skip
                stage.platform.emit(pressed)
        await stage.settle()
        assert await network_of(stage, community) is None


async def test_network_above_agrees(tmp_path: Path) -> None:
    """A network becomes part of another one only when a coordinator there accepts; both are told."""
    async with staged(tmp_path) as stage:
        above = await stage.network("#a", name="A", coordinator="@ada", code="aaaa")
        below = await stage.network("#b", name="B", coordinator="@bo", code="bbbb")
        await stage.say("@bo", "!network parent aaaa", "#b")
        await stage.say("@bo", "yes", "#b")
        assert "The network B asks to become part" in stage.last("#a").text
        assert await parent_of(stage, below) is None
        await stage.react("@ada", stage.last("#a"), "✅")
        assert await parent_of(stage, below) == above.id
        assert "B is now part of A" in stage.last("#b").text
        await stage.say("@ada", "!network remove B", "#a")
        await stage.react("@ada", stage.last("#a"), "✅")
        assert await parent_of(stage, below) is None
        assert "has removed B from the network A" in stage.last("#b").text


async def test_coordinator_removes_a_community(tmp_path: Path) -> None:
    """`network remove` asks first; then the community is out, shares nothing, and both sides are told."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        community = await stage.community(network=network.id, relaying=True, relaying_since=stage.clock.now())
        await stage.say("@nora", "!network remove Oslo", NET)
        assert "Nothing called Oslo" in stage.last(NET).text and "Lyon" in stage.last(NET).text
        await stage.say("@nora", "!network remove lyon", NET)
        asked = stage.last(NET)
        assert await network_of(stage, community) == network.id
        await stage.react("@carla", asked, "✅")
        assert await network_of(stage, community) == network.id
        await stage.react("@nora", asked, "✅")
        assert await network_of(stage, community) is None
        assert "A coordinator has removed" in stage.last().text
        assert "Lyon is no longer part of the network" in stage.last(NET).text
        await stage.say("@carla", "!relay")
        assert "Relaying is off" in stage.last().text


async def test_founder_gets_the_code_in_private(tmp_path: Path) -> None:
    """The room of a new network does not read its code; the founder does."""
    async with staged(tmp_path) as stage:
        stage.platform.invite_bot(NET, "@nora")
        stage.platform.admins.add((NET, "@nora"))
        await stage.settle()
        await stage.say("@nora", '!network create "Les Passeurs" en Paris', NET)
        code = stage.last("direct-@nora").text.split("!link ")[1].split(" ")[0]
        assert len(code) == 8
        stage.never_saw(code, NET)
