"""Tests for a community's own poll results and events as highlights."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.highlight_steps import NET, create_relaying_community
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture(params=[PLAIN, RICH], ids=["reactions", "buttons"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a community that relays."""
    async with staged(tmp_path, request.param) as made:
        await create_relaying_community(made, quiet_hours="")
        yield made


async def closed_poll(stage: Stage, voters: int) -> None:
    """Hold a poll in which so many people vote for tea."""
    await stage.say("@carla", '!poll "Tea or coffee?" Tea Coffee')
    card = stage.sees("Tea or coffee")
    for number in range(voters):
        if stage.capabilities.buttons:
            await stage.press(f"@v{number}", card, "1️⃣")
        else:
            await stage.react(f"@v{number}", card, "1️⃣")
    await stage.say("@carla", "!poll close 1")
    await stage.forward(seconds=10)


async def share(stage: Stage, line: str) -> None:
    """Share an object by command, say yes, and let the hold-back pass."""
    await stage.say("@carla", line)
    await stage.say("@carla", "yes")
    await stage.forward(minutes=11)


async def test_results_of_a_poll(stage: Stage) -> None:
    """A connector sees what will be seen, says yes, and after the hold-back the network reads the result."""
    await closed_poll(stage, 5)
    await stage.say("@carla", "!highlight poll 1")
    preview = stage.last().text
    assert "This will be seen in Les Passeurs, without anybody’s name" in preview
    assert "Tea 100%" in preview
    assert stage.shown(NET) == []
    await stage.say("@carla", "yes")
    assert "This will be shared with Les Passeurs in 10 minutes" in stage.last().text
    await stage.forward(minutes=11)
    copy = stage.last(NET).text
    assert "Lyon asked" in copy
    assert "Tea 100%" in copy and "5 people voted" in copy
    await stage.say("@carla", "!highlight poll 1")
    assert "shown in the network already" in stage.last().text


async def test_fewer_than_five_voters_are_no_figure(stage: Stage) -> None:
    """Of four voters nothing is told but that they were fewer than five."""
    await closed_poll(stage, 4)
    await share(stage, "!relay poll 1")
    copy = stage.last(NET).text
    assert "Fewer than 5 people voted" in copy
    assert "4" not in copy and "%" not in copy


async def test_open_poll_is_not_shared(stage: Stage) -> None:
    """An open poll has no results to share."""
    await stage.say("@carla", '!poll "Tea or coffee?" Tea Coffee')
    await stage.say("@carla", "!highlight poll 1")
    assert "is still open" in stage.last().text


async def test_deleted_poll_is_taken_back(stage: Stage) -> None:
    """Reopening says that people vote again, deleting takes the copy back."""
    await closed_poll(stage, 5)
    await share(stage, "!highlight poll 1")
    await stage.say("@carla", "!poll reopen 1")
    await stage.forward(seconds=10)
    assert "People are voting on it again" in stage.last(NET).text
    assert "100%" not in stage.last(NET).text
    await stage.say("@carla", "!poll delete 1")
    await stage.say("@carla", "yes")
    assert stage.shown(NET) == []


async def test_event_follows_its_changes(stage: Stage) -> None:
    """The network reads when and where in its own zone, and a new time or a cancellation; never who comes."""
    await stage.say("@carla", "!event Potluck friday 7pm at the library")
    await stage.say("@carla", "yes")
    await stage.say("@anna", "!rsvp 1 yes")
    await share(stage, "!highlight event 1")
    copy = stage.last(NET).text
    assert "Lyon invites" in copy and "Potluck" in copy and "library" in copy
    assert "18:00" in copy or "6:00" in copy, copy
    assert "anna" not in copy
    await stage.say("@carla", "!event move 1 saturday 8pm")
    await stage.say("@carla", "yes")
    await stage.forward(seconds=10)
    assert "19:00" in stage.last(NET).text or "7:00" in stage.last(NET).text
    await stage.say("@carla", "!event cancel 1 rain")
    await stage.say("@carla", "yes")
    await stage.forward(seconds=10)
    assert "Cancelled" in stage.last(NET).text
    assert "rain" in stage.last(NET).text
    await stage.say("@carla", "!highlight event 1")
    assert "shown in the network already" in stage.last().text or "over or cancelled" in stage.last().text


async def test_event_that_is_not_for_everybody_stays(stage: Stage) -> None:
    """An event for members only is not shared, and one that becomes so is taken back."""
    await stage.say("@carla", "!event Potluck friday 7pm")
    await stage.say("@carla", "yes")
    await share(stage, "!highlight event 1")
    assert "Potluck" in stage.last(NET).text
    await stage.say("@carla", "!event set 1 for=members")
    await stage.forward(seconds=10)
    assert stage.shown(NET) == [], stage.transcript()
    await stage.say("@carla", "!highlight event 1")
    assert "isn’t for everybody" in stage.last().text


async def test_change_during_the_hold_back_restarts_it(stage: Stage) -> None:
    """What was announced is what is shown: a new time of the event is announced for the whole hold-back."""
    await stage.say("@carla", "!event Potluck friday 7pm")
    await stage.say("@carla", "yes")
    await stage.say("@carla", "!highlight event 1")
    await stage.say("@carla", "yes")
    await stage.forward(minutes=8)
    await stage.say("@carla", "!event move 1 saturday 8pm")
    await stage.say("@carla", "yes")
    await stage.forward(minutes=8)
    assert stage.shown(NET) == []
    await stage.forward(minutes=3)
    assert "Saturday" in stage.last(NET).text


async def test_members_cannot_share_and_nothing_leaves_without_a_yes(stage: Stage) -> None:
    """Only connectors share, and a no keeps it here; a community that does not relay shares nothing."""
    await closed_poll(stage, 5)
    await stage.say("@anna", "!highlight poll 1")
    assert "connector" in stage.last().text
    await stage.say("@carla", "!highlight poll 1")
    await stage.say("@carla", "no")
    await stage.forward(minutes=11)
    assert stage.shown(NET) == []
    await stage.say("@carla", "!relay off")
    await stage.say("@carla", "!highlight poll 1")
    assert "Relaying is off" in stage.last().text


async def test_button_on_the_result_and_the_card(tmp_path: Path) -> None:
    """Where there are buttons, connectors share from the result and from the event's card; members are refused."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage, quiet_hours="")
        await closed_poll(stage, 5)
        result = stage.sees("Tea")
        await stage.press("@anna", result, "📣")
        assert "connector" in stage.last().text
        await stage.press("@carla", result, "📣")
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(minutes=11)
        assert "Lyon asked" in stage.last(NET).text
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.press("@carla", stage.last(), "✅")
        await stage.press("@carla", stage.sees("No one has answered yet"), "📣")
        assert "This will be seen" in stage.last().text
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(minutes=1)
        await stage.press("@carla", stage.sees("This will be shared"), "🚫")
        await stage.forward(minutes=11)
        assert "Potluck" not in stage.transcript(NET)
        await share(stage, "!highlight event 1")
        assert "Potluck" in stage.last(NET).text


@pytest.mark.parametrize(
    ("locale", "line", "yes", "said"),
    [
        ("fr", "!partager événement 1", "oui", "Lyon invite"),
        ("de", "!highlight termin 1", "ja", "Lyon lädt ein"),
        ("es", "!destacar evento 1", "sí", "Lyon invita"),
    ],
)
async def test_other_languages(tmp_path: Path, locale: str, line: str, yes: str, said: str) -> None:
    """The commands work in each language, and each room reads its own."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.network(locale=locale)
        await stage.community(network=1, locale=locale, quiet_hours="")
        await stage.say("@carla", "!relay on")
        await stage.say("@carla", "!event Potluck 27.11. 19:00")
        await stage.say("@carla", yes)
        await stage.say("@carla", line)
        await stage.say("@carla", yes)
        await stage.forward(minutes=11)
        assert said in stage.last(NET).text, stage.transcript()
