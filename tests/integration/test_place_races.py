"""Two people and one last place: exactly one gets it, whichever process, room or platform they press in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import col, select

from bots.testing import Shown
from storage.tables import Event, Occurrence, Rsvp, RsvpAnswer
from tests.acceptance.event_steps import add_events_room, announce_event, event_cards
from tests.integration.test_races import submit_to_both, two_processes
from tests.stage import Stage
from tests.stores import BOTH

ROUNDS = 8


async def coming(stage: Stage, number: int) -> tuple[list[int], list[int]]:
    """Return the members that have a place at an event, and those that wait."""
    async with stage.database.reading() as uow:
        query = (
            select(col(Rsvp.member_id), col(Rsvp.waiting_since))
            .join(Occurrence, col(Occurrence.id) == col(Rsvp.occurrence_id))
            .join(Event, col(Event.id) == col(Occurrence.event_id))
            .where(Event.number == number, Rsvp.answer == RsvpAnswer.YES)
        )
        rows = await uow.rows(query)
    return [member for member, since in rows if since is None], [member for member, since in rows if since is not None]


@pytest.mark.parametrize("kind", BOTH)
async def test_one_last_place_and_two_people(tmp_path: Path, kind: str) -> None:
    """Two people press at the same moment in two processes: one comes, the other waits, and both are told so."""
    async with two_processes(tmp_path, kind) as (first, second):
        for number in range(1, ROUNDS + 1):
            card = await announce_event(first, f"!event Tea {number} friday 7pm places=1")
            for name in ("@anna", "@ben"):
                first.platform.press(card.id, name, "✅")
            anna, ben = first.platform.log[-2:]
            await submit_to_both((first, anna), (second, ben))
            await first.forward(seconds=5)
            inside, waiting = await coming(first, number)
            assert (len(inside), len(waiting)) == (1, 1)
            assert "1 of 1 place, 1 waiting" in card.text
            told = [shown.text for shown in first.shown() if shown.private_to in ("@anna", "@ben")][-2:]
            assert sorted("waiting list" in text for text in told) == [False, True], told


@pytest.mark.parametrize("kind", BOTH)
async def test_cancelling_and_joining_at_the_same_moment(tmp_path: Path, kind: str) -> None:
    """Somebody cancels while somebody else comes: one place is taken afterwards, and nobody waits beside a free one."""
    async with two_processes(tmp_path, kind) as (first, second):
        for number in range(1, ROUNDS + 1):
            card = await announce_event(first, f"!event Tea {number} friday 7pm places=1")
            await first.press("@anna", card, "✅")
            await first.press("@dave", card, "✅")
            first.platform.press(card.id, "@anna", "❌")
            first.platform.press(card.id, "@ben", "✅")
            anna, ben = first.platform.log[-2:]
            pairs = ((first, ben), (second, anna)) if number % 2 else ((first, anna), (second, ben))
            await submit_to_both(*pairs)
            await first.forward(seconds=5)
            assert "1 of 1 place, 2 waiting" in card.text, card.text
            assert "dave (asked), ben" in card.text, card.text


@pytest.mark.parametrize("kind", BOTH)
async def test_two_cards_in_two_rooms_share_the_places(tmp_path: Path, kind: str) -> None:
    """An event that two rooms show has one number of places."""
    async with two_processes(tmp_path, kind) as (first, second):
        card = await announce_event(first, "!event Tea friday 7pm places=1")
        other = await second_room(first)
        first.platform.press(card.id, "@anna", "✅")
        first.platform.press(other.id, "@ben", "✅")
        anna, ben = first.platform.log[-2:]
        await submit_to_both((first, anna), (second, ben))
        await first.forward(seconds=5)
        inside, waiting = await coming(first, 1)
        assert (len(inside), len(waiting)) == (1, 1)
        assert "1 of 1 place, 1 waiting" in card.text
        assert "1 of 1 place, 1 waiting" in other.text


async def second_room(stage: Stage) -> Shown:
    """Add another room to the community, show the event there, and return its card."""
    async with stage.database.reading() as uow:
        community = (await uow.all(select(Event)))[0].community_id or 0
    await add_events_room(stage, community)
    stage.platform.members["#events"] = ["@carla", "@ben"]
    await stage.say("@carla", "!event show 1", "#events")
    return event_cards(stage, "#events")[-1]
