"""Dialogues about announcements: the preview, who gets which text, and the press that sends them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.acceptance.announcement_steps import BONN, LYON, NET, WORDS, YORK, announce, three_towns
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture(params=[RICH, PLAIN], ids=["buttons", "reactions"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network of three towns, where people have buttons or reactions."""
    async with staged(tmp_path, request.param) as made:
        await three_towns(made)
        yield made


async def test_nothing_leaves_before_the_press(stage: Stage) -> None:
    """A preview says who gets an announcement; after the press every town shows it once, in its own language."""
    await stage.say("@nora", f'!announce "{WORDS}" to=all', NET)
    preview = stage.last(NET)
    assert "Announcement 1 of Les Passeurs · not sent yet" in preview.text
    assert "For 3 communities (all)" in preview.text
    await stage.forward(hours=1)
    for room in (LYON, YORK, BONN):
        assert stage.shown(room) == []
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    assert "Annonce du réseau Les Passeurs" in stage.last(LYON).text
    assert "Les Passeurs announces" in stage.last(YORK).text
    assert "Durchsage von Les Passeurs" in stage.last(BONN).text
    for room in (LYON, YORK, BONN):
        assert len(stage.matching(lambda shown: WORDS in shown.text, room)) == 1
    assert "on its way to 3 communities" in stage.sees("on its way", NET).text


async def test_a_missing_text_is_asked_for(stage: Stage) -> None:
    """Without words the bot asks for them; the next message is the announcement."""
    await stage.say("@nora", "!announce", NET)
    assert "What should the communities read?" in stage.last(NET).text
    await stage.say("@nora", WORDS, NET)
    assert WORDS in stage.last(NET).text
    assert "not sent yet" in stage.last(NET).text


async def test_each_language_gets_its_own_words(stage: Stage) -> None:
    """A button of the preview adds a text in French; only the French community reads it, and the preview says so."""
    await stage.say("@nora", f'!announce "{WORDS}"', NET)
    await stage.press("@nora", stage.last(NET), "Add français")
    await stage.say("@nora", "Le local ouvre lundi", NET)
    preview = stage.last(NET).text
    assert "in English: 2 (Bonn, York)" in preview
    assert "in français: one (Lyon)" in preview
    await stage.say("@nora", "!announce text 1 de Die Werkstatt hat ab Montag offen", NET)
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    assert "Le local ouvre lundi" in stage.last(LYON).text
    assert "Die Werkstatt" in stage.last(BONN).text
    assert WORDS in stage.last(YORK).text
    stage.never_saw(WORDS, LYON)


async def test_a_draft_can_be_discarded(stage: Stage) -> None:
    """What is discarded can't be sent any longer, and its words are gone."""
    await stage.say("@nora", f'!announce "{WORDS}"', NET)
    preview = stage.last(NET)
    await stage.press("@nora", preview, "❌")
    if preview.content is not None and preview.content.buttons:
        await stage.press("@nora", preview, "✅")
    else:
        await stage.react("@nora", preview, "✅")
    await stage.forward(seconds=5)
    assert "was discarded" in stage.last(NET).text
    assert stage.shown(LYON) == []


async def test_a_typed_yes_sends_too(stage: Stage) -> None:
    """After the preview the author may type yes."""
    await stage.say("@nora", f'!announce "{WORDS}"', NET)
    await stage.say("@nora", "what do you all think?", NET)
    assert stage.shown(LYON) == []
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=5)
    assert WORDS in stage.last(LYON).text


async def test_only_coordinators_announce(stage: Stage) -> None:
    """Others are told who may, and can't send what a coordinator prepared."""
    await stage.say("@mia", f'!announce "{WORDS}"', NET)
    assert "for coordinators of the network" in stage.last(NET).text
    await stage.say("@nora", f'!announce "{WORDS}"', NET)
    preview = next(one for one in reversed(stage.shown(NET)) if "not sent yet" in one.text)
    await stage.press("@mia", preview, "✅")
    await stage.forward(seconds=5)
    assert stage.shown(LYON) == []


async def test_a_community_room_is_no_place_to_announce(stage: Stage) -> None:
    """In a community's room a coordinator reads where to type it."""
    await stage.say("@nora", f'!announce "{WORDS}"', YORK)
    assert "in a room of the network (Les Passeurs)" in stage.last(YORK).text


@pytest.mark.parametrize(
    ("to", "rooms"),
    [
        ("lang:fr", {LYON}),
        ("lang:fr lang:de", {LYON, BONN}),
        ("platform:memory, langue:en", {YORK}),
        ("York, bonn", {YORK, BONN}),
        ("size:-50", {LYON, YORK, BONN}),
        ("tous", {LYON, YORK, BONN}),
    ],
)
async def test_only_chosen_communities_get_it(stage: Stage, to: str, rooms: set[str]) -> None:
    """`to` chooses by language, platform, size or name, in any language; nobody else gets anything."""
    await announce(stage, f'"{WORDS}" to={to}')
    assert {room for room in (LYON, YORK, BONN) if stage.shown(room)} == rooms


@pytest.mark.parametrize("name", ["to", "vers", "pour", "an", "für", "fuer", "destino", "para"])
async def test_every_word_for_whom_it_is_for_counts(stage: Stage, name: str) -> None:
    """Whichever word names the audience, it is never taken for a part of the announcement."""
    await announce(stage, f'"{WORDS}" {name}=lang:fr')
    assert {room for room in (LYON, YORK, BONN) if stage.shown(room)} == {LYON}
    stage.never_saw("lang:fr", LYON)


@pytest.mark.parametrize(
    ("to", "answer"),
    [
        ("Metz", "I don’t know a community called Metz"),
        ("lang:fr, York", "I can’t tell who lang:fr, York means"),
        ("lang:xx", "I don’t speak xx yet"),
        ("platform:irc", "I’m not on irc"),
        ("size:many", "many isn’t a size"),
        ("size:20", "20 isn’t a size"),
        ("size:2-50", "I don’t count groups of fewer than five people"),
    ],
)
async def test_who_is_meant_is_asked_again(stage: Stage, to: str, answer: str) -> None:
    """What can't be understood is asked again, and the next message answers."""
    await stage.say("@nora", f'!announce "{WORDS}" to={to}', NET)
    assert answer in stage.last(NET).text
    await stage.say("@nora", "Lyon", NET)
    assert "For one community (Lyon)" in stage.last(NET).text


async def test_tags_choose_communities(stage: Stage) -> None:
    """An announcement for a tag reaches those that have it."""
    await stage.say("@nora", "!tag add bike York", NET)
    await announce(stage, f'"{WORDS}" to=tag:Bike')
    assert {room for room in (LYON, YORK, BONN) if any(WORDS in one.text for one in stage.shown(room))} == {YORK}


async def test_nobody_to_reach_sends_nothing(stage: Stage) -> None:
    """An announcement that nobody would get can't be sent."""
    await stage.say("@nora", f'!announce "{WORDS}" to=size:500+', NET)
    assert "No community would get it (at least 500 people)" in stage.last(NET).text
    await stage.press("@nora", stage.last(NET), "✅")
    assert "No community would get announcement 1" in stage.last(NET).text


async def test_a_scheduled_announcement_waits_for_its_time(stage: Stage) -> None:
    """It goes out on the network's clock, and the preview shows the day, the time and the zone."""
    await stage.say("@nora", f'!announce "{WORDS}" at=tomorrow 9am', NET)
    assert "Time: Thursday, November 26, 2026 at 9:00\u202fAM (UTC)" in stage.last(NET).text
    await stage.press("@nora", stage.last(NET), "✅")
    assert "Announcement 1 goes out Thursday" in stage.sees("goes out Thursday", NET).text
    await stage.until(datetime(2026, 11, 26, 8, 59, tzinfo=UTC))
    assert stage.shown(LYON) == []
    await stage.until(datetime(2026, 11, 26, 9, 1, tzinfo=UTC))
    assert WORDS in stage.last(LYON).text


async def test_a_scheduled_announcement_can_be_moved_and_stopped(stage: Stage) -> None:
    """`announce edit` gives it another time; `announce recall` asks and stops it, and nothing is shown."""
    await announce(stage, f'"{WORDS}" at=tomorrow 9am')
    await stage.say("@nora", "!announce edit 1 at=saturday 10am", NET)
    assert "Saturday, November 28" in stage.last(NET).text
    await stage.until(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    assert stage.shown(LYON) == []
    await stage.say("@nora", "!announce recall 1", NET)
    assert "its words are gone for good" in stage.last(NET).text
    await stage.say("@nora", "no", NET)
    await stage.say("@nora", "!announce recall 1", NET)
    await stage.say("@nora", "yes", NET)
    assert "Announcement 1 isn’t sent" in stage.last(NET).text
    await stage.until(datetime(2026, 11, 29, 9, 0, tzinfo=UTC))
    assert stage.shown(LYON) == []


async def test_a_late_yes_drops_nothing_that_is_sent(stage: Stage) -> None:
    """Whoever was asked about dropping an announcement that goes out meanwhile hears that it is sent."""
    await announce(stage, f'"{WORDS}" at="in 2 minutes"')
    await stage.say("@nora", "!announce recall 1", NET)
    await stage.forward(minutes=5)
    await stage.say("@nora", "yes", NET)
    assert "is sent already" in stage.last(NET).text
    assert WORDS in stage.last(LYON).text


async def test_a_time_that_passed_while_the_bot_was_away_is_asked_about(stage: Stage) -> None:
    """Hours late, a scheduled announcement is not sent: its coordinators are told, and press again."""
    await announce(stage, f'"{WORDS}" at=tomorrow 9am')
    await stage.close()
    stage.clock.set(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    await stage.open()
    await stage.settle()
    assert "I was away. I haven’t sent it" in stage.last(NET).text
    assert stage.shown(LYON) == []
    await stage.say("@nora", "!announce show 1", NET)
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    assert WORDS in stage.last(LYON).text


async def test_an_edited_command_makes_another_preview(stage: Stage) -> None:
    """An edit of the command before the press replaces the draft."""
    message = await stage.say("@nora", '!announce "The shet opens"', NET)
    stage.platform.edit(message, '!announce "The shed opens"')
    await stage.settle()
    assert "The shed opens" in stage.last(NET).text
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    assert "The shed opens" in stage.last(LYON).text
    stage.never_saw("shet", LYON)
