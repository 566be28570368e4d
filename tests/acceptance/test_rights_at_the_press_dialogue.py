"""A button or a yes does what its person may do now; what was offered to others, or long ago, does nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlmodel import col

from bots.ports import Capabilities
from storage.tables import Role, RoleAssignment
from tests.acceptance.announcement_steps import LYON, YORK, three_towns
from tests.acceptance.event_steps import event_cards
from tests.acceptance.test_forged_buttons_dialogue import press_forged_button
from tests.acceptance.test_network_events_dialogue import EVENT
from tests.stage import PLAIN, RICH, Stage, staged

BUTTONS = Capabilities(buttons=True)


@pytest.mark.parametrize("by_button", [True, False])
async def test_draft_of_a_former_connector_is_not_announced(tmp_path: Path, by_button: bool) -> None:
    """Somebody who is no connector any more cannot announce the event that they drafted as one."""
    async with staged(tmp_path, RICH if by_button else PLAIN) as stage:
        await stage.community()
        await stage.say("@dora", "!help")
        await stage.say("@carla", "!connector add @dora")
        await stage.say("@dora", "!event Party friday 7pm")
        preview = stage.last()
        await stage.say("@carla", "!connector remove @dora")
        if by_button:
            await stage.press("@dora", preview, "✅")
        else:
            await stage.say("@dora", "yes")
        assert event_cards(stage) == []
        assert "is for connectors" in stage.last().text


async def test_draft_of_a_former_coordinator_asks_no_community(tmp_path: Path) -> None:
    """Somebody who is no coordinator any more cannot ask all communities to show what they drafted as one."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage)
        stage.platform.admins.add((YORK, "@nora"))
        await stage.say("@nora", EVENT, YORK)
        preview = stage.last(YORK)
        async with stage.database.transaction() as uow:
            await uow.execute(delete(RoleAssignment).where(col(RoleAssignment.role) == Role.COORDINATOR))
        await stage.press("@nora", preview, "✅")
        await stage.forward(seconds=10)
        assert "coordinators" in stage.last(YORK).text
        assert "Assembly" not in stage.transcript(LYON)


async def test_people_cannot_be_read_one_by_one(tmp_path: Path) -> None:
    """The number of a person whom no question offered names nobody, and gives no role."""
    async with staged(tmp_path, BUTTONS) as stage:
        await stage.community("#oslo", name="Oslo", connector="@olav")
        await stage.community()
        await stage.say("@zoe", "!help", "#oslo")
        for number in range(1, 5):
            await stage.say("@carla", f"!greeter add #{number}")
            await press_forged_button(stage, "@carla", "#lyon", f"answer:person:#{number}")
        assert "zoe" not in stage.transcript("#lyon")
        assert "olav" not in stage.transcript("#lyon")


async def ask_to_unlink(stage: Stage) -> None:
    """Let the connector ask to leave the network."""
    network = await stage.network()
    await stage.community(network=network.id)
    await stage.say("@carla", "!unlink")


async def ask_to_delete(stage: Stage) -> None:
    """Let the connector ask to delete a poll."""
    await stage.community()
    await stage.say("@carla", '!poll "Tea?" Green Black')
    await stage.say("@carla", "!poll delete 1")


async def ask_to_cancel(stage: Stage) -> None:
    """Let the connector ask to cancel an event to which somebody comes."""
    await stage.community()
    await stage.say("@carla", "!event Party friday 7pm")
    await stage.say("@carla", "yes")
    await stage.say("@anna", "!rsvp 1 yes")
    await stage.say("@carla", "!event cancel 1")


@pytest.mark.parametrize("ask", [ask_to_unlink, ask_to_delete, ask_to_cancel])
async def test_yes_on_another_day_is_no_answer(tmp_path: Path, ask: Callable[[Stage], Awaitable[None]]) -> None:
    """A yes hours after a question that nobody answered is an ordinary message, and everything stays."""
    async with staged(tmp_path, PLAIN) as stage:
        await ask(stage)
        await stage.forward(hours=3)
        before = stage.transcript("#lyon")
        await stage.say("@carla", "yes")
        assert stage.transcript("#lyon").replace(before, "").strip().endswith("yes")
