"""Tests for what a ritual must not do: show whom it may not, ask twice, or ask in a room that is gone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from storage.queries import operator_requests
from storage.tables import Ritual, RitualReply, RitualState, RitualVolunteer
from tests.acceptance.event_steps import add_events_room
from tests.stage import PLAIN, Stage, staged
from tests.stores import BOTH, store

GOALS = '!ritual "What are your goals this week?" every monday 9:00'
MONDAY = datetime(2026, 11, 30, 8, 1, tzinfo=UTC)
WEDNESDAY = datetime(2026, 12, 2, 8, 1, tzinfo=UTC)
STORES = pytest.mark.parametrize("kind", BOTH)


async def _begin(stage: Stage, line: str = GOALS) -> None:
    await stage.say("@carla", line)
    await stage.say("@carla", "yes")


def _prompts(stage: Stage, room: str = "#lyon") -> int:
    return len(stage.matching(lambda message: message.text.startswith("🔁 What are your goals"), room))


@STORES
async def test_who_shares_nothing_and_who_is_blocked_are_in_no_post(tmp_path: Path, kind: str) -> None:
    """The gathering leaves out who turned sharing off and who was blocked after replying; it names the others."""
    async with staged(tmp_path, PLAIN, kind=kind) as stage:
        await stage.community()
        await _begin(stage)
        await stage.until(MONDAY)
        prompt = stage.sees("What are your goals").id
        for user in ("@anna:x.org", "@bert:x.org", "@dan:x.org"):
            await stage.say(user, f"Words of {user[1:4]}", reply_to=prompt)
        await stage.say("@bert:x.org", "!me relay off")
        await stage.say("@carla", "!block @dan:x.org for 30 days: spam")
        await stage.say("@carla", "yes")
        await stage.until(WEDNESDAY)
        text = stage.sees("🧺").text
        assert "Words of ann" in text
        assert "one answer" in text
        assert "Words of ber" not in text
        assert "Words of dan" not in text


@STORES
async def test_erased_person_is_in_no_post(tmp_path: Path, kind: str) -> None:
    """`me erase` drops a reply that waits, and takes the gatherings back that show the person's words."""
    async with staged(tmp_path, PLAIN, kind=kind) as stage:
        await stage.community()
        await _begin(stage)
        await stage.until(MONDAY)
        prompt = stage.sees("What are your goals").id
        stage.platform.names["@zoe:x.org"] = "ZOENAME"
        await stage.say("@zoe:x.org", "ZOEWORDS", reply_to=prompt)
        await stage.say("@anna", "Sleep", reply_to=prompt)
        await stage.until(WEDNESDAY)
        assert "ZOEWORDS" in stage.sees("🧺").text
        await stage.until(datetime(2026, 12, 7, 8, 1, tzinfo=UTC))
        await stage.say("@zoe:x.org", "ZOEMORE", reply_to=stage.sees("What are your goals").id)
        await stage.until(datetime(2026, 12, 8, 9, 0, tzinfo=UTC))
        await stage.say("@zoe:x.org", "!me erase")
        await stage.say("@zoe:x.org", "yes")
        await stage.until(datetime(2026, 12, 10, 9, 0, tzinfo=UTC))
        assert "ZOE" not in "\n".join(message.text for message in stage.shown())
    assert store(kind).words_in(tmp_path, ("ZOENAME", "zoe:x.org", "ZOEWORDS", "ZOEMORE")) == set()


@STORES
async def test_removed_community_leaves_nothing(tmp_path: Path, kind: str) -> None:
    """The removal of a community stops its rituals and erases their words, replies and volunteers."""
    async with staged(tmp_path, PLAIN, kind=kind) as stage:
        community = await stage.community()
        await _begin(stage, GOALS + " host=volunteers")
        await stage.say("@anna", "!ritual host")
        await stage.until(MONDAY)
        await stage.say("@anna", "ANNAWORDS", reply_to=stage.sees("What are your goals").id)
        async with stage.database.transaction() as uow:
            operator_requests.request_removal(uow, community.id, stage.clock.now())
        await stage.settle()
        await stage.until(datetime(2026, 12, 14, 9, 0, tzinfo=UTC))
        assert _prompts(stage) == 1
        async with stage.database.reading() as uow:
            (ritual,) = await uow.all(select(Ritual))
            assert (ritual.state, ritual.prompt) == (RitualState.STOPPED, "")
            assert not await uow.all(select(RitualReply))
            assert not await uow.all(select(RitualVolunteer))


async def test_lost_room_hands_the_ritual_to_another(tmp_path: Path) -> None:
    """Where the room is lost, another room of the community is asked; without any, nothing is, and it goes on later."""
    async with staged(tmp_path, PLAIN) as stage:
        community = await stage.community()
        await _begin(stage)
        stage.platform.remove_bot("#lyon")
        await stage.settle()
        await stage.until(MONDAY)
        assert _prompts(stage) == 0
        await add_events_room(stage, community.id)
        await stage.until(datetime(2026, 12, 7, 8, 1, tzinfo=UTC))
        assert _prompts(stage, "#events") == 1
        await stage.say("@anna", "Sleep", "#events", reply_to=stage.sees("What are your goals", "#events").id)
        await stage.until(datetime(2026, 12, 9, 8, 1, tzinfo=UTC))
        assert "Sleep" in stage.sees("🧺", "#events").text


@STORES
async def test_prompt_comes_once_after_a_crash_between_due_and_sent(tmp_path: Path, kind: str) -> None:
    """A process that ends when the round is stored and not yet sent posts it once at the next start."""
    async with staged(tmp_path, PLAIN, kind=kind) as stage:
        await stage.community()
        await _begin(stage)
        stage.clock.set(MONDAY)
        assert await stage.application.timers.fire_due()  # committed, and nothing is delivered
        await stage.restart()
        await stage.settle()
        await stage.restart()
        await stage.settle()
        assert _prompts(stage) == 1
        await stage.until(datetime(2026, 12, 7, 8, 1, tzinfo=UTC))
        assert _prompts(stage) == 2


async def test_hour_that_comes_twice_asks_once(tmp_path: Path) -> None:
    """Half past two comes twice on the last Sunday of October in Paris: the prompt comes the first time only."""
    async with staged(tmp_path, PLAIN, at=datetime(2026, 10, 20, 9, 0, tzinfo=UTC)) as stage:
        await stage.community()
        await _begin(stage, '!ritual "What are your goals?" every sunday 02:30')
        await stage.until(datetime(2026, 10, 25, 0, 29, tzinfo=UTC))
        assert _prompts(stage) == 0
        await stage.until(datetime(2026, 10, 25, 0, 31, tzinfo=UTC))
        assert _prompts(stage) == 1
        await stage.until(datetime(2026, 10, 25, 3, 0, tzinfo=UTC))
        assert _prompts(stage) == 1
        await stage.until(datetime(2026, 11, 1, 1, 31, tzinfo=UTC))
        assert _prompts(stage) == 2


async def test_prompt_of_a_long_downtime_is_left_out(tmp_path: Path) -> None:
    """Five hours late a prompt still comes, seven hours late it does not; the next one comes in time."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await _begin(stage)
        for at, prompts in ((datetime(2026, 11, 30, 13, tzinfo=UTC), 1), (datetime(2026, 12, 7, 15, tzinfo=UTC), 1)):
            await stage.close()
            stage.clock.set(at)
            await stage.open()
            await stage.settle()
            assert _prompts(stage) == prompts
        await stage.until(datetime(2026, 12, 14, 8, 1, tzinfo=UTC))
        assert _prompts(stage) == 2
