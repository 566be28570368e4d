"""Tests for replies that carry over from one date of a series to the next."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.event_steps import announce_event, event_cards, plain_text, reminder_messages, rsvp
from tests.stage import PLAIN, RICH, Stage, staged
from tests.stores import BOTH

KINDS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["plain", "rich"])
YOGA = "!event Yoga every tuesday 6pm carry=on"
AFTER_FIRST = datetime(2026, 12, 1, 21, 30, tzinfo=UTC)
AFTER_SECOND = datetime(2026, 12, 8, 21, 30, tzinfo=UTC)


def _newest(stage: Stage) -> str:
    return plain_text(event_cards(stage)[-1])


@KINDS
async def test_who_came_is_counted_again_and_told_once(tmp_path: Path, capabilities: Capabilities) -> None:
    """Only a yes carries over; the person reads it in private the first time, and the reminder names them."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        card = await announce_event(stage, YOGA)
        assert "Whoever came last time is counted" in plain_text(card)
        await rsvp(stage, card, anna="✅", ben="🤔", dan="❌")
        await stage.until(AFTER_FIRST)
        assert "✅ 1 coming: anna" in _newest(stage)
        assert "ben" not in _newest(stage)
        assert "count you as coming again" in stage.sees("Yoga", "direct-@anna").text
        await stage.until(AFTER_SECOND)
        assert "✅ 1 coming: anna" in _newest(stage)
        assert len(stage.matching(lambda one: "count you as coming" in one.text, "direct-@anna")) == 1
        await stage.until(datetime(2026, 12, 14, 18, tzinfo=UTC))
        assert "anna" in reminder_messages(stage)[-1].text


@KINDS
async def test_a_no_in_private_ends_it(tmp_path: Path, capabilities: Capabilities) -> None:
    """❌ in the private message takes the person out of this date and of those after it."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await rsvp(stage, await announce_event(stage, YOGA), anna="✅")
        await stage.until(AFTER_FIRST)
        act = stage.press if capabilities.buttons else stage.react
        await act("@anna", stage.sees("count you as coming", "direct-@anna"), "❌")
        await stage.forward(seconds=5)
        assert "anna" not in _newest(stage)
        await stage.until(AFTER_SECOND)
        assert "anna" not in _newest(stage)


async def test_an_answer_in_the_same_second_counts(tmp_path: Path) -> None:
    """What somebody types right when the next date appears is newer than what carried over."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await rsvp(stage, await announce_event(stage, YOGA), anna="✅")
        await stage.until(AFTER_FIRST)
        await stage.say("@anna", "!rsvp 2 no")
        await stage.forward(seconds=5)
        assert "❌ 1" in _newest(stage)


@pytest.mark.parametrize("kind", BOTH)
async def test_regulars_take_the_places_in_their_order(tmp_path: Path, kind: str) -> None:
    """With two places the two who had them keep them, who waited waits, and a no moves them up."""
    async with staged(tmp_path, PLAIN, kind=kind) as stage:
        await stage.community(quiet_hours="")
        card = await announce_event(stage, YOGA + " places=2")
        await rsvp(stage, card, anna="✅", ben="✅", dan="✅")
        await stage.until(AFTER_FIRST)
        assert "✅ 2 coming: anna, ben" in _newest(stage)
        assert "the places are taken" in stage.sees("Yoga", "direct-@dan").text
        await stage.say("@anna", "!rsvp 2 no")
        await stage.forward(seconds=5)
        stage.sees("place.* free|yours|confirm", "direct-@dan")


@pytest.mark.parametrize("kind", BOTH)
async def test_who_left_is_blocked_forgotten_or_missing_is_not_carried(tmp_path: Path, kind: str) -> None:
    """Nobody is counted who left, was blocked or erased themselves, or was missing at the check-in."""
    async with staged(tmp_path, PLAIN, kind=kind) as stage:
        await stage.community()
        card = await announce_event(stage, YOGA)
        people = ("@anna:x.org", "@bert:x.org", "@dan:x.org", "@eve:x.org")
        for person in people:
            await stage.say(person, "!rsvp 1 yes")
        stage.platform.members["#lyon"].append("@bert:x.org")
        stage.platform.leave("#lyon", "@bert:x.org")
        await stage.settle()
        await stage.say("@carla", "!block @dan:x.org for 30 days: spam")
        await stage.say("@carla", "yes")
        await stage.say("@eve:x.org", "!me erase")
        await stage.say("@eve:x.org", "yes")
        await stage.until(AFTER_FIRST)
        assert "✅ 1 coming: anna:x.org" in _newest(stage)
        assert card.id


async def test_setting_in_french(tmp_path: Path) -> None:
    """`régler` turns it on for the dates to come, not for a single event, and says what is set."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await announce_event(stage, "!événement Pique-nique samedi 12h")
        await stage.say("@carla", "!événement régler 1 reconduire=oui")
        assert "n’a lieu qu’une fois" in stage.last().text
        await announce_event(stage, "!événement Yoga chaque mardi 18h")
        await stage.say("@carla", "!événement régler 2 reconduire=peut-être")
        assert "reconduire=oui" in stage.last().text
        await stage.say("@carla", "!événement régler 2 reconduire=oui")
        assert "Les personnes venues la dernière fois sont comptées" in stage.sees("C’est fait").text
        await stage.say("@anna", "!rsvp 2 oui")
        await stage.until(AFTER_FIRST)
        assert "anna" in _newest(stage)
        assert "je vous compte de nouveau" in stage.sees("Yoga", "direct-@anna").text


async def test_very_many_are_carried_over_in_pages(tmp_path: Path) -> None:
    """Of 230 people all are counted, in several transactions, also when the bot stops in between."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, YOGA)
        for number in range(230):
            stage.platform.say("#lyon", f"@p{number}", "!rsvp 1 yes")
        await stage.settle()
        stage.clock.set(AFTER_FIRST)
        assert await stage.application.timers.fire_due()
        await stage.restart()
        await stage.settle()
        await stage.forward(seconds=30)
        assert "✅ 230 coming" in _newest(stage)
