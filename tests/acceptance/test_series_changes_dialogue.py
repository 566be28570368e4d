"""Tests for changing one date of a series, this and all following, or all; and for `event repeat`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.event_steps import announce_event, event_cards, plain_text, rsvp
from tests.stage import PLAIN, RICH, Stage, staged

YOGA = "!event Yoga every tuesday 6pm in the hall"


async def _series(stage: Stage, line: str = YOGA, **community: object) -> None:
    """Announce a series; its first date is on Tuesday 1 December."""
    await stage.community(**community)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", line)
    if stage.capabilities.buttons:
        await stage.press("@carla", stage.last(), "✅")
    else:
        await stage.say("@carla", "yes")


def _days(stage: Stage) -> list[str]:
    """Return the first two lines of each card: which event, and when."""
    return [" ".join(plain_text(card).split("\n")[:2]).split(" (Paris")[0] for card in event_cards(stage)]


async def test_one_date_is_cancelled_and_the_next_one_shown(tmp_path: Path) -> None:
    """Only this date: those who come are told when the next one is, and its card appears at once."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage)
        await rsvp(stage, event_cards(stage)[0], anna="✅")
        await stage.say("@carla", "!event cancel 1 It rains")
        question = plain_text(stage.last()).split("\n")
        assert question[0].startswith("Yoga comes again: every Tuesday. Which dates shall I cancel?")
        assert "One person said yes or maybe to this date; I’ll tell them." in question
        await stage.say("@carla", "only this one")
        await stage.forward(seconds=5)
        told = plain_text(stage.sees("is cancelled")).split("\n")
        assert told[1:] == [
            "> It rains", "The next date is Tuesday, 8 December 2026 at 18:00 (Paris time).", "For anna"
        ]  # fmt: skip
        assert _days(stage)[-1] == "Event 2: Yoga 📅 Tuesday, 8 December 2026 at 18:00"
        await stage.say("@carla", "!event reopen 1")
        assert "is on after all" in stage.sees("after all").text


async def test_following_dates_are_cancelled_and_come_back(tmp_path: Path) -> None:
    """This and all following: no more dates come, until somebody reopens the date."""
    async with staged(tmp_path, RICH) as stage:
        await _series(stage)
        await stage.say("@carla", "!event cancel 1")
        await stage.press("@carla", stage.last(), "This and all following")
        assert "No more dates follow." in stage.sees("is cancelled").text
        await stage.forward(days=20)
        assert len(event_cards(stage)) == 1


async def test_reopened_series_goes_on(tmp_path: Path) -> None:
    """`event reopen` brings back the date and the series after it."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage)
        await stage.say("@carla", "!event cancel 1")
        await stage.say("@carla", "all")
        await stage.say("@carla", "!event reopen 1")
        assert "🔁 every Tuesday" in stage.sees("on after all").text
        await stage.forward(days=7)
        assert _days(stage)[-1] == "Event 2: Yoga 📅 Tuesday, 8 December 2026 at 18:00"


@pytest.mark.parametrize(
    ("answer", "second"),
    [("this", "Tuesday, 8 December 2026 at 18:00"), ("following", "Wednesday, 9 December 2026 at 19:00")],
)
async def test_dates_are_moved(tmp_path: Path, answer: str, second: str) -> None:
    """One date moves alone; with those that follow, the rule moves too."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage)
        await stage.say("@carla", "!event move 1 wednesday 7pm")
        question = plain_text(stage.last())
        assert "Only this date: Tuesday, 1 December 2026 at 18:00" in question
        assert "or all: every Wednesday" in question
        assert "📆 Next: Wed, 2 Dec · Wed, 9 Dec · Wed, 16 Dec" in question
        await stage.say("@carla", answer)
        assert _days(stage)[0] == "Event 1: Yoga 📅 Wednesday, 2 December 2026 at 19:00"
        await stage.forward(days=8)
        assert _days(stage)[-1] == f"Event 2: Yoga 📅 {second}"


async def test_all_dates_move_with_the_one_that_was_named(tmp_path: Path) -> None:
    """All dates that are not over move alike, even an earlier one that is shown already."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!config next-date 14")
        await announce_event(stage, YOGA)
        await stage.forward(seconds=5)
        assert len(event_cards(stage)) == 2
        await stage.say("@carla", "!event move 2 wednesday 7pm")
        await stage.say("@carla", "all")
        assert _days(stage)[:2] == [
            "Event 1: Yoga 📅 Wednesday, 2 December 2026 at 19:00",
            "Event 2: Yoga 📅 Wednesday, 9 December 2026 at 19:00",
        ]


async def test_place_changes_for_all_that_follow(tmp_path: Path) -> None:
    """A change of this and all following dates is in the next date as well; one of this date is not."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage)
        await stage.say("@carla", "!event edit 1 place the library")
        assert "Which dates shall I change?" in stage.last().text
        await stage.say("@carla", "following")
        await stage.say("@carla", "!event edit 1 title Yoga outside")
        await stage.say("@carla", "this one")
        await stage.forward(days=7)
        assert "Yoga outside" in event_cards(stage)[0].text
        assert plain_text(event_cards(stage)[1]).split("\n")[::3] == ["Event 2: Yoga", "📍 the library"]


async def test_reaction_answers_which_dates(tmp_path: Path) -> None:
    """Where reactions stand in for buttons, the signs below the question answer it."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage)
        await stage.say("@carla", "!event cancel 1")
        await stage.react("@carla", stage.last(), "⏭️")
        assert "No more dates follow." in stage.sees("is cancelled").text


async def test_last_date_is_changed_without_a_question(tmp_path: Path) -> None:
    """Where no date follows, nothing is asked about the series."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage, "!event Course every tuesday 6pm 1 times")
        await stage.say("@carla", "!event move 1 8pm")
        assert _days(stage)[0] == "Event 1: Course 📅 Tuesday, 1 December 2026 at 20:00"


async def test_answer_that_is_none_is_explained_once(tmp_path: Path) -> None:
    """Another message gets a hint, and then leaves the series as it is."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage)
        await stage.say("@carla", "!event cancel 1")
        await stage.say("@carla", "hm what do you think")
        assert "Type this, following or all" in stage.last().text
        await stage.say("@carla", "no")
        assert not event_cards(stage)[0].text.startswith("🚫")


async def test_event_is_repeated_later(tmp_path: Path) -> None:
    """`event repeat` lets a single event come again, after a preview; the planned date stays."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, "!event Potluck friday 7pm at the garden")
        await stage.say("@carla", "!event repeat 1 every 2 weeks until february")
        question = plain_text(stage.last())
        assert "every 2 weeks on Friday, until Sunday, 28 February 2027" in question
        assert "📆 Next: Fri, 27 Nov · Fri, 11 Dec · Fri, 25 Dec" in question
        await stage.say("@carla", "yes")
        assert "Potluck comes again" in stage.sees("comes again: 🔁").text
        await stage.forward(days=4)
        assert _days(stage)[-1] == "Event 2: Potluck 📅 Friday, 11 December 2026 at 19:00"
        await stage.say("@carla", "!event repeat 2 once")
        await stage.say("@carla", "yes")
        assert "every 2 weeks on Friday, until Friday, 11 December 2026" in plain_text(event_cards(stage)[-1])
        await stage.forward(days=30)
        assert len(event_cards(stage)) == 2


async def test_cancelled_series_has_no_rule_on_its_card(tmp_path: Path) -> None:
    """The card of a series that was cancelled as a whole says nothing about how often it came."""
    async with staged(tmp_path, PLAIN) as stage:
        await _series(stage)
        await stage.say("@carla", "!event cancel 1")
        await stage.say("@carla", "all")
        await stage.forward(seconds=5)
        assert "Cancelled" in plain_text(event_cards(stage)[0])
        assert "🔁" not in plain_text(event_cards(stage)[0])


async def test_repeat_asks_how_often(tmp_path: Path) -> None:
    """Without a rule, or with an unknown one, the bot says what to type; the next message answers."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, "!event Potluck friday 7pm at the garden")
        await stage.say("@carla", "!event repeat 1")
        assert "How often?" in stage.last().text
        await stage.say("@carla", "bananas")
        assert "I can’t read bananas as a rule" in stage.last().text
        await stage.say("@carla", "weekly")
        assert "every Friday" in stage.last().text


@pytest.mark.parametrize(
    ("locale", "cancel", "answer", "told"),
    [
        ("fr", "!événement annuler 1", "les suivantes", "Il n’y aura pas d’autre date."),
        ("de", "!termin absagen 1", "alle folgenden", "Es folgt kein weiterer Tag."),
        ("es", "!evento cancelar 1", "todas", "No habrá más fechas."),
    ],
)
async def test_series_is_cancelled_in_each_language(
    tmp_path: Path, locale: str, cancel: str, answer: str, told: str
) -> None:
    """Question and answers are in the room's language."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await announce_event(stage, "!event Yoga every tuesday 18:00")
        await stage.say("@carla", cancel)
        assert "Yoga" in stage.last().text
        await stage.say("@carla", answer)
        assert told in stage.shown()[-1].text
