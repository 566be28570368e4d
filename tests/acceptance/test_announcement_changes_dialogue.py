"""Dialogues about announcements that change, are taken back, or meet communities that don't want them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.inbound import RoomMoved
from bots.ports import Capabilities, Refused
from tests.acceptance.announcement_steps import BONN, LYON, NET, WORDS, YORK, Towns, announce, three_towns
from tests.acceptance.slash_commands import run_command
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture(params=[RICH, PLAIN], ids=["buttons", "reactions"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network of three towns, where people have buttons or reactions."""
    async with staged(tmp_path, request.param) as made:
        await three_towns(made)
        yield made


async def test_an_edit_changes_it_everywhere(stage: Stage) -> None:
    """After a question the new words stand in every room, with a note that they changed."""
    await announce(stage)
    await stage.say("@nora", "!announce edit 1 The shed opens on Tuesday", NET)
    assert "It is shown in 3 communities" in stage.last(NET).text
    assert WORDS in stage.last(YORK).text
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=10)
    for room in (LYON, YORK, BONN):
        assert "opens on Tuesday" in stage.last(room).text
        assert len(stage.shown(room)) == 1
    assert "The wording was changed." in stage.last(YORK).text


async def test_a_yes_after_a_changed_preview_is_heard(stage: Stage) -> None:
    """After an edit of a draft a yes sends it; after one of a scheduled announcement the bot says when it goes out."""
    await stage.say("@nora", "!announce at=friday 9am The shed opens", NET)
    await stage.say("@nora", "yes", NET)
    await stage.say("@nora", "!announce edit 1 The shed opens late", NET)
    await stage.say("@nora", "yes", NET)
    assert stage.last(NET).text.startswith("Announcement 1 goes out")
    await stage.say("@nora", "!announce The door is new", NET)
    await stage.say("@nora", "!announce edit 2 The door is red", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=10)
    assert "The door is red" in stage.last(YORK).text
    stage.never_saw("The shed", YORK)


async def test_a_language_added_later_reaches_those_who_speak_it(stage: Stage) -> None:
    """A French text that comes after the sending changes the French community's message only."""
    await announce(stage)
    await stage.say("@nora", "!announce text 1 français Le local ouvre lundi", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=10)
    assert "Le local ouvre lundi" in stage.last(LYON).text
    assert WORDS in stage.last(YORK).text
    stage.never_saw("The wording was changed", YORK)


async def test_only_words_change_once_it_is_sent(stage: Stage) -> None:
    """A sent announcement can't get another audience or time."""
    await announce(stage)
    await stage.say("@nora", "!announce edit 1 to=lang:fr", NET)
    assert "only its words can change" in stage.last(NET).text


async def test_a_recall_deletes_it_everywhere(stage: Stage) -> None:
    """A recall asks first; then the messages go, and neither its words nor a second recall are left."""
    await announce(stage)
    await stage.say("@nora", "!announce recall 1", NET)
    assert "will disappear from 3 communities" in stage.last(NET).text
    await stage.say("@nora", "no", NET)
    assert WORDS in stage.last(LYON).text
    await stage.say("@nora", "!announce recall 1", NET)
    await stage.press("@nora", stage.last(NET), "Take it back")
    await stage.forward(seconds=10)
    for room in (LYON, YORK, BONN):
        assert stage.shown(room) == []
    await stage.say("@nora", "!announce recall 1", NET)
    assert "was taken back. Its words are gone." in stage.last(NET).text


async def test_a_recall_reaches_a_room_that_moved(stage: Stage) -> None:
    """The message is deleted in a room that got another id meanwhile."""
    await announce(stage)
    stage.sees(WORDS, LYON)
    at = stage.clock.now()
    stage.platform.emit(RoomMoved(key="memory:moved", account="memory", room=LYON, at=at, new_room="#lyon-new"))
    await stage.settle()
    await stage.say("@nora", "!announce recall 1", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=10)
    for room in (LYON, "#lyon-new"):
        stage.never_saw(WORDS, room)


async def test_quiet_hours_are_respected(tmp_path: Path) -> None:
    """A community in its quiet hours shows an announcement when they are over; an urgent one at once."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage, quiet_hours="08:00-12:00")
        await stage.say("@nora", f'!announce "{WORDS}"', NET)
        assert "In one of them it waits until quiet hours are over." in stage.last(NET).text
        await stage.press("@nora", stage.last(NET), "✅")
        await stage.forward(minutes=30)
        assert stage.shown(BONN) == []
        assert WORDS in stage.last(YORK).text
        await stage.forward(hours=2)
        assert WORDS in stage.last(BONN).text


async def test_an_urgent_one_waits_for_nothing(tmp_path: Path) -> None:
    """The preview says that it breaks quiet hours; then it is shown in them."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage, quiet_hours="08:00-12:00")
        await stage.say("@nora", f'!announce "{WORDS}"', NET)
        await stage.press("@nora", stage.last(NET), "❗")
        assert "it breaks the quiet hours of one community" in stage.last(NET).text
        await stage.press("@nora", stage.last(NET), "✅")
        await stage.forward(seconds=5)
        assert WORDS in stage.last(BONN).text


async def test_a_recall_stops_what_waits(tmp_path: Path) -> None:
    """What waits for the end of quiet hours is never shown after a recall."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage, quiet_hours="08:00-12:00")
        await announce(stage)
        await stage.say("@nora", "!announce recall 1", NET)
        await stage.say("@nora", "yes", NET)
        await stage.forward(hours=5)
        assert stage.shown(BONN) == []


async def test_an_edit_reaches_what_waits(tmp_path: Path) -> None:
    """What waits is shown with the newest words."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage, quiet_hours="08:00-12:00")
        await announce(stage)
        await stage.say("@nora", "!announce edit 1 The shed opens on Tuesday", NET)
        await stage.say("@nora", "yes", NET)
        await stage.forward(hours=5)
        assert "Tuesday" in stage.last(BONN).text
        stage.never_saw(WORDS, BONN)


async def test_who_does_not_want_it_gets_nothing(stage: Stage) -> None:
    """A community that doesn't listen, or has switched announcements off, is left out, and the preview names it."""
    await stage.say("@carla", "!network listen off", LYON)
    await stage.say("@bea", "!config durchsagen aus", BONN)
    await stage.say("@nora", f'!announce "{WORDS}"', NET)
    preview = stage.last(NET).text
    assert "For one community (all)" in preview
    assert "not listening to the network: 1 (Lyon)" in preview
    assert "announcements switched off: 1 (Bonn)" in preview
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    stage.never_saw(WORDS, LYON)
    stage.never_saw(WORDS, BONN)
    assert WORDS in stage.last(YORK).text


async def test_who_left_gets_nothing_more(stage: Stage) -> None:
    """What was shown stays in a community that leaves, but its new words don't arrive; a recall still deletes it."""
    await announce(stage)
    await stage.say("@yan", "!unlink", YORK)
    await stage.say("@yan", "yes", YORK)
    assert stage.sees(WORDS, YORK)
    await stage.say("@nora", "!announce edit 1 The shed opens on Tuesday", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=10)
    stage.never_saw("Tuesday", YORK)
    assert "Les Passeurs changed its announcement" in stage.sees("changed its announcement", YORK).text
    await announce(stage, '"Another one"')
    stage.never_saw("Another one", YORK)
    await stage.say("@nora", "!announce recall 1", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=10)
    stage.never_saw("changed its announcement", YORK)


@pytest.mark.parametrize("capabilities", [RICH, PLAIN], ids=["buttons", "reactions"])
async def test_it_goes_down_the_tree_when_asked_to(tmp_path: Path, capabilities: Capabilities) -> None:
    """With `deep` it reaches the communities of the networks below that listen, each once, and says through whom."""
    async with staged(tmp_path, capabilities) as stage:
        towns = await three_towns(stage)
        await _goes_down(stage, towns)


async def _goes_down(stage: Stage, towns: Towns) -> None:
    network = towns.network.id
    region = await stage.network("#region", name="Region", code="netcode2")
    await stage.bond(network, child=region.id, listens=True)
    deaf = await stage.network("#deaf", name="Deaf", code="netcode3")
    await stage.bond(network, child=deaf.id, listens=False)
    await stage.community("#metz", name="Metz", connector="@max", network=region.id, quiet_hours="")
    await stage.community("#nancy", name="Nancy", connector="@ned", network=deaf.id, quiet_hours="")
    await stage.bond(region.id, community=towns.by_room[YORK].id)
    await announce(stage, '"Only above"')
    stage.never_saw("Only above", "#metz")
    await stage.say("@nora", f'!announce "{WORDS}"', NET)
    await stage.press("@nora", stage.last(NET), "🌳")
    assert "Also in the communities of: Region" in stage.last(NET).text
    assert "For 4 communities" in stage.last(NET).text
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    assert "Les Passeurs announces, through Region" in stage.last("#metz").text
    stage.never_saw(WORDS, "#nancy")
    assert len(stage.matching(lambda one: WORDS in one.text, YORK)) == 1


async def test_a_refused_message_is_reported(tmp_path: Path) -> None:
    """Where the platform refuses the message, the report says so."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage, quiet_hours="08:00-12:00")
        await run_command(stage, "@nora", "announce", NET, text=WORDS)
        await stage.press("@nora", stage.last(NET), "✅")
        stage.platform.faults.append(Refused("forbidden"))
        await stage.forward(hours=3)
        await run_command(stage, "@nora", "announce show", NET, number="1")
        report = stage.last(NET).text
        assert "Shown in 2 communities: Lyon, York" in report
        assert "Couldn’t be posted in one community: Bonn" in report


async def test_the_report_knows_which_rooms_still_show_it(tmp_path: Path) -> None:
    """Where the bot was removed, or the room left the community, the report says so, until it is back."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage)
        await announce(stage)
        stage.platform.remove_bot(LYON)
        stage.platform.admins.add((YORK, "@yan"))
        await stage.say("@yan", "!room leave", YORK)
        await stage.say("@yan", "yes", YORK)
        await run_command(stage, "@nora", "announce show", NET, number="1")
        gone = "Bonn, Lyon (I’m no longer in that room), York (I’m no longer in that room)"
        assert f"Shown in 3 communities: {gone}" in stage.last(NET).text
        stage.platform.invite_bot(LYON, "@carla")
        await stage.settle()
        await run_command(stage, "@nora", "announce show", NET, number="1")
        assert "Bonn, Lyon, York (I’m no longer in that room)" in stage.last(NET).text
