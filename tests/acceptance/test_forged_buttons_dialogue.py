"""Tests that nobody gains a right they lack: by a forged button, or by a role that they have elsewhere."""

from pathlib import Path

import pytest

from bots.core.inbound import ButtonPressed
from bots.core.permissions import Right
from bots.features.registry import FEATURES
from bots.i18n import texts
from bots.ports import Capabilities
from bots.routing.router import Router
from tests.acceptance.highlight_steps import NET, create_relaying_community, post_liked_message
from tests.stage import RICH, Stage, staged

ROUTER = Router(FEATURES)


async def press_forged_button(stage: Stage, user: str, room: str, button: str, *, released: bool = False) -> None:
    """Press a button that the bot never offered to this person, as a modified client can, or let go of it."""
    message = await stage.say(user, "Hello", room=room)
    pressed = ButtonPressed(
        key=f"memory:forged:{button}:{released}", account="memory", room=room, at=stage.clock.now(),
        person=stage.platform.person(user, room), button=button, message=message, released=released,
    )  # fmt: skip
    stage.platform.emit(pressed)
    await stage.forward(seconds=10)


async def test_coordinator_of_other_network_cannot_withdraw_copy(tmp_path: Path) -> None:
    """The coordinator of another network cannot withdraw a copy with a forged button."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        await stage.forward(minutes=11)
        await stage.network("#theirs", name="Others", coordinator="@mallory", code="netcode2")
        await press_forged_button(stage, "@mallory", "#theirs", "hlstop:1")
        stage.sees("Only the author", "#theirs")
        assert stage.sees("40 trees", NET)


async def test_forged_buttons_of_other_community_do_nothing(tmp_path: Path) -> None:
    """Forged buttons of another community's poll, event or newcomer neither change nor reveal anything."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await stage.community()
        await stage.community("#oslo", name="Oslo", connector="@olav")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=1)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.say("@carla", "!event Secret picnic on 20 December 2026 at 15:00")
        await stage.say("@carla", "yes")
        for button in ("poll:1:0", "rsvp:1:yes", "ics:1", "greeted:1"):
            await press_forged_button(stage, "@olav", "#oslo", button)
            assert "no longer works" in stage.last("#oslo").text
        stage.never_saw("Secret", "#oslo")
        stage.never_saw("olav")
        assert "Green\n░" in stage.sees("Tea?").text


@pytest.mark.parametrize("kind", ["score", "dots", "ranked"])
@pytest.mark.parametrize("button", ["poll:1:0", "pollm:1:0", "polllist:1:0,1"])
async def test_one_choice_is_no_ballot_of_points(tmp_path: Path, kind: str, button: str) -> None:
    """The button of another kind of poll does not vote where ballots take several steps; the poll closes as usual."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", f'!poll {kind} "Tea?" Green Black')
        await press_forged_button(stage, "@anna", "#lyon", button)
        assert "no longer works" in stage.last().text
        await stage.say("@carla", "!poll close")
        assert "Nobody voted" in stage.last().text


async def test_list_pages_need_the_right(tmp_path: Path) -> None:
    """A member cannot page through a coordinator's list with a forged button."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await create_relaying_community(stage)
        await press_forged_button(stage, "@anna", "#lyon", "page:communities:1")
        assert "no longer works" in stage.last().text
        stage.never_saw("netcode1")


async def test_list_of_newcomers_needs_the_right_on_every_page(tmp_path: Path) -> None:
    """A forged page button shows nobody the connectors' list of newcomers."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.join("@zoe", name="Zoé")
        await press_forged_button(stage, "@anna", "#lyon", "page:newcomers:1")
        assert "is for connectors" in stage.last().text
        await press_forged_button(stage, "@carla", "#lyon", "page:newcomers:2")
        assert "Zoé" in stage.last().text


async def test_coordinator_may_not_run_a_linked_community(tmp_path: Path) -> None:
    """In the rooms of a linked community a coordinator may use no command that is its connectors'."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        connectors_only = [command for command in ROUTER.declared_commands if command.right == Right.CONNECTOR]
        assert len(connectors_only) > 10
        for command in connectors_only:
            await stage.say("@nora", "!" + texts.words("en", f"example-{command.slug}")[1:])
            assert "is for connectors of this community and moderators of this room" in stage.last().text
        await stage.say("@nora", "!config name Les Passeurs du Rhône", NET)
        assert "Les Passeurs du Rhône" in stage.last(NET).text
        await stage.say("@carla", "!config name Other", NET)
        assert "is for coordinators of the network" in stage.last(NET).text
        await stage.say("@carla", "!network parent abcd2345")
        assert "is for coordinators of the network" in stage.last().text
