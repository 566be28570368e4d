"""Tests for a network that picks: highlights wait in its circle until a coordinator decides."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.highlight_steps import NET, post_liked_message
from tests.stage import RICH, Stage, staged

CIRCLE = "#circle"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage whose network picks what it shows of Lyon."""
    async with staged(tmp_path, RICH) as made:
        network = await made.network()
        await made.community(network=network.id, quiet_hours="")
        await made.say("@nora", "!network take picked Lyon", NET)
        assert "type /room join Les Passeurs there" in made.last(NET).text.replace("!", "/")
        made.platform.invite_bot(CIRCLE, "@nora")
        await made.settle()
        made.platform.admins.add((CIRCLE, "@nora"))
        await made.say("@nora", "!room join Les Passeurs", CIRCLE)
        assert "is now a circle of Les Passeurs" in made.last(CIRCLE).text
        await made.say("@nora", "!network take picked Lyon", CIRCLE)
        assert "A coordinator of Les Passeurs now picks" in made.last().text
        await made.say("@carla", "!relay on")
        yield made


async def offered(stage: Stage, words: str = "We planted 40 trees!") -> str:
    """Let Lyon offer a message. Return its id."""
    message = await post_liked_message(stage, words)
    await stage.forward(minutes=11)
    return message


async def test_nothing_is_shown_before_a_coordinator_picks_it(stage: Stage) -> None:
    """A highlight waits in the circle; its room reads that, and that it is shown once a coordinator picks it."""
    await offered(stage)
    stage.never_saw("40 trees", NET)
    assert "Offered to Les Passeurs" in stage.sees("40 trees").text
    await stage.press("@nora", stage.last(CIRCLE), "Show it")
    await stage.forward(seconds=5)
    assert "40 trees" in stage.last(NET).text
    assert "Shown in the network, from Lyon" in stage.last(CIRCLE).text
    assert "Now shown in Les Passeurs" in stage.sees("40 trees").text


async def test_what_is_left_out_stays_out(stage: Stage) -> None:
    """A highlight that a coordinator leaves out is not shown, and its room reads so; a second press changes nothing."""
    await offered(stage)
    await stage.press("@nora", stage.last(CIRCLE), "Leave it out")
    await stage.forward(seconds=5)
    stage.never_saw("40 trees", NET)
    assert "Les Passeurs doesn’t show this one" in stage.sees("40 trees").text


async def test_only_coordinators_pick(stage: Stage) -> None:
    """Somebody else's press in the circle is refused and says who may."""
    await offered(stage)
    await stage.press("@mia", stage.last(CIRCLE), "Show it")
    assert "coordinator" in stage.last(CIRCLE).text
    stage.never_saw("40 trees", NET)


async def test_withdrawn_words_leave_the_queue(stage: Stage) -> None:
    """A message that its author deletes while it waits is shown nowhere, the circle included."""
    message = await offered(stage)
    stage.platform.delete(message)
    await stage.forward(seconds=5)
    stage.never_saw("40 trees", CIRCLE)
    await stage.say("@nora", "!network queue", CIRCLE)
    assert "Nothing is waiting for Les Passeurs" in stage.last(CIRCLE).text


async def test_queue_shows_again_what_waits(stage: Stage) -> None:
    """`network queue` brings what waits to the end of the circle, and is refused where everybody reads along."""
    await offered(stage)
    await stage.say("@nora", "!network queue", NET)
    assert "The queue is shown in a circle" in stage.last(NET).text
    await stage.say("@nora", "!network queue", CIRCLE)
    assert "Lyon offers this" in stage.last(CIRCLE).text
    await stage.press("@nora", stage.last(CIRCLE), "Show it")
    await stage.forward(seconds=5)
    assert "40 trees" in stage.last(NET).text


async def test_button_of_a_community_that_left_does_nothing(stage: Stage) -> None:
    """After the community has left, its waiting highlights are not shown, even by the button in the circle."""
    await offered(stage)
    await stage.say("@carla", "!unlink")
    await stage.say("@carla", "yes")
    await stage.press("@nora", stage.sees("Lyon offers this", CIRCLE), "Show it")
    await stage.forward(seconds=5)
    assert "This button no longer works" in stage.last(CIRCLE).text
    stage.never_saw("40 trees", NET)


async def test_reason_is_read_where_the_message_is(stage: Stage) -> None:
    """A coordinator leaves a highlight out and says why: its room and the circle read that, until it is taken back."""
    await offered(stage)
    await stage.press("@nora", stage.last(CIRCLE), "Leave it out and say why")
    assert "everybody in Lyon can read" in stage.last(CIRCLE).text
    await stage.say("@nora", "It is about your street only", CIRCLE)
    await stage.forward(seconds=5)
    note = stage.sees("40 trees")
    assert "Why Les Passeurs left it out: It is about your street only" in note.text
    assert "The reason: It is about your street only" in stage.sees("Left out, from Lyon", CIRCLE).text
    await stage.press("@anna", note, "Take it back")
    await stage.forward(seconds=5)
    for room in ("#lyon", CIRCLE):
        stage.never_saw("Why Les Passeurs", room)
        assert "The reason: " not in stage.transcript(room)


async def test_reason_that_comes_too_late(stage: Stage) -> None:
    """While one coordinator types why, another picks the highlight: it is shown, and the first one reads so."""
    await offered(stage)
    await stage.say("@nora", "!help", CIRCLE)
    card = stage.sees("Lyon offers this", CIRCLE)
    await stage.say("@omar", "!help", CIRCLE)
    await stage.say("@nora", "!connector add @omar", CIRCLE)
    await stage.press("@omar", card, "Leave it out and say why")
    await stage.press("@nora", card, "Show it")
    await stage.say("@omar", "It is about your street only", CIRCLE)
    await stage.forward(seconds=5)
    assert "already decided" in stage.last(CIRCLE).text
    assert "40 trees" in stage.last(NET).text
    assert "your street" not in stage.last().text


async def test_left_out_can_still_be_shown(stage: Stage) -> None:
    """Who left a highlight out by mistake shows it after all; the reason is no longer read."""
    await offered(stage)
    await stage.press("@nora", stage.last(CIRCLE), "Leave it out and say why")
    await stage.say("@nora", "The wrong one", CIRCLE)
    await stage.forward(seconds=5)
    await stage.press("@mia", stage.sees("Left out", CIRCLE), "Show it after all")
    stage.never_saw("40 trees", NET)
    await stage.press("@nora", stage.sees("Left out", CIRCLE), "Show it after all")
    await stage.forward(seconds=5)
    assert "40 trees" in stage.last(NET).text
    assert "Now shown in Les Passeurs" in stage.sees("40 trees").text
    assert "The wrong one" not in stage.sees("40 trees").text


async def test_reasons_of_somebody_who_erases_themselves(stage: Stage) -> None:
    """The words of a coordinator who is forgotten are no longer read; what they decided stays."""
    await offered(stage)
    await stage.press("@nora", stage.last(CIRCLE), "Leave it out and say why")
    await stage.say("@nora", "It is about your street only", CIRCLE)
    await stage.say("@nora", "!me erase", CIRCLE)
    await stage.say("@nora", "yes", CIRCLE)
    await stage.forward(seconds=5)
    assert "Les Passeurs doesn’t show this one" in stage.sees("40 trees").text
    assert "your street" not in stage.sees("40 trees").text
    assert "your street" not in stage.sees("Left out, from Lyon", CIRCLE).text
