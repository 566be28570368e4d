"""What people can make has a bound: whoever reaches it is told kindly what to do, and costs nothing for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.dispatch.rate_limits import DEFAULT_LIMITS
from bots.features.announcements.rules import MAX_UNSENT
from bots.features.events.bound import MAX_PLANNED
from bots.features.events.rules import new_occurrence
from bots.features.polls.limits import MAX_RUNNING
from bots.features.rituals.replies import MAX_REPLIES
from storage.tables import Announcement, AnnouncementState, Event, EventState, Poll, PollState
from tests.acceptance.announcement_steps import NET, announce, three_towns
from tests.stage import PLAIN, RICH, Stage, staged

MONDAY = datetime(2026, 11, 30, 8, 1, tzinfo=UTC)


async def _fill_with_polls(stage: Stage, community: int, number: int) -> None:
    async with stage.database.transaction() as uow:
        rows = [
            Poll(
                community_id=community, room_id=1, number=one, question="Tea?", options='["yes", "no"]',
                state=PollState.OPEN, created_by=1, created_at=stage.clock.now(),
            )
            for one in range(1, number + 1)
        ]  # fmt: skip
        await uow.add_all(rows)


@pytest.mark.parametrize(("locale", "words"), [("en", "100 polls"), ("fr", "100 sondages"), ("de", "100 Umfragen")])
async def test_polls_of_a_community_have_a_bound(tmp_path: Path, locale: str, words: str) -> None:
    """The hundred-and-first poll is refused until one is closed, and so is opening an old one again."""
    async with staged(tmp_path, RICH) as stage:
        community = await stage.community(locale=locale)
        await _fill_with_polls(stage, community.id, MAX_RUNNING)
        await stage.say("@carla", '!poll "Coffee?" yes no')
        assert words in stage.last().text
        await stage.say("@carla", "!poll close 3")
        await stage.say("@carla", '!poll "Coffee?" yes no')
        assert "Coffee?" in stage.last().text
        await stage.say("@carla", "!poll reopen 3")
        assert words in stage.last().text
        await stage.say("@carla", "!poll again 3")
        await stage.press("@carla", stage.last(), "✅")
        assert words in stage.last().text


async def test_events_of_a_community_have_a_bound(tmp_path: Path) -> None:
    """The five-hundred-and-first event to come is refused; past ones and those of other calendars don't count."""
    async with staged(tmp_path, RICH) as stage:
        community = await stage.community()
        start = stage.clock.now() + timedelta(days=30)
        async with stage.database.transaction() as uow:
            for number in range(1, MAX_PLANNED + 3):
                source, begins = ("Town", start) if number == 1 else ("", start)
                if number == MAX_PLANNED + 2:
                    begins = stage.clock.now() - timedelta(days=30)
                event = Event(
                    community_id=community.id, room_id=1, number=number, title=f"Walk {number}", source=source,
                    state=EventState.PLANNED, created_by=1, created_at=stage.clock.now(),
                )  # fmt: skip
                await uow.add(event)
                await uow.add(new_occurrence(event.id, begins, None, ZoneInfo("Europe/Paris")))
        await stage.say("@carla", "!event Potluck friday 7pm at home")
        assert "500 events to come" in stage.last().text
        await stage.say("@carla", "!event cancel 2")
        await stage.say("@carla", "!event Potluck friday 7pm at home")
        assert "Potluck" in stage.last().text
        await stage.say("@carla", "!event reopen 2")
        assert "500 events to come" in stage.last().text
        await stage.say("@carla", "!event cancel 3")
        await stage.say("@carla", "!event reopen 2")
        assert "Walk 2 is on after all" in stage.transcript()


async def test_announcements_that_wait_have_a_bound(tmp_path: Path) -> None:
    """A network cannot pile up drafts and scheduled announcements without end."""
    async with staged(tmp_path, RICH) as stage:
        towns = await three_towns(stage)
        async with stage.database.transaction() as uow:
            rows = [
                Announcement(
                    network_id=towns.network.id, number=number, locale="en", room_id=1, created_at=stage.clock.now(),
                    state=AnnouncementState.SCHEDULED, due_at=stage.clock.now() + timedelta(days=1),
                )
                for number in range(1, MAX_UNSENT + 1)
            ]  # fmt: skip
            await uow.add_all(rows)
        await stage.say("@nora", '!announce "The shed opens"', NET)
        assert f"{MAX_UNSENT} announcements are waiting" in stage.last(NET).text
        await stage.say("@nora", "!announce recall 7", NET)
        await stage.say("@nora", "yes", NET)
        await announce(stage)
        assert "The shed opens on Monday" in stage.sees("The shed opens", "#york").text


async def test_replies_of_one_person_to_a_prompt_have_a_bound(tmp_path: Path) -> None:
    """Of a person who replies to a prompt a hundred times, the first ten are gathered; others' replies are."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!ritual "What are your goals this week?" every monday 9:00')
        await stage.say("@carla", "yes")
        await stage.until(MONDAY)
        prompt = stage.sees("What are your goals").id
        for number in range(100):
            stage.platform.say("#lyon", "@mallory", f"Flood {number}.", reply_to=prompt)
        await stage.say("@anna", "Fix my bike", reply_to=prompt)
        await stage.until(MONDAY + timedelta(days=2))
        text = stage.sees("🧺").text
        assert "Fix my bike" in text
        assert text.count("> Flood") == MAX_REPLIES


async def test_invitations_of_one_person_have_a_bound(tmp_path: Path) -> None:
    """A stranger who invites the bot into a thousand rooms gets it into fifty; somebody else's room is joined."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        for number in range(1000):
            stage.platform.invite_bot(f"#trap{number}", "@mallory")
        stage.platform.invite_bot("#garden", "@zoe")
        await stage.forward(minutes=1)
        joined = {key[1] for key in await stage.rooms()}
        assert len([room for room in joined if room.startswith("#trap")]) == 50
        assert "#garden" in joined
