"""Two processes on one database: what both of them handle at the same moment happens once, on SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlmodel import select

from bots.core.inbound import Value
from bots.dispatch.rate_limits import NO_LIMITS
from storage.tables import Ballot, Outbox, Poll, PollState
from tests.stage import RICH, START, Stage, staged
from tests.stores import BOTH

PEOPLE = 40
ROUNDS = 10


@asynccontextmanager
async def two_processes(path: Path, kind: str) -> AsyncIterator[tuple[Stage, Stage]]:
    """Run two bots on one database and one platform account. The second one sends nothing."""
    async with staged(path, RICH, kind=kind) as first:
        second = Stage(path, RICH, START, NO_LIMITS, kind=kind)
        second.platform, second.clock = first.platform, first.clock
        await first.community()
        await second.open()
        try:
            yield first, second
        finally:
            await second.close()


async def submit_to_both(first: tuple[Stage, Value], second: tuple[Stage, Value]) -> None:
    """Let each process handle its value at the same moment."""
    await asyncio.gather(*(stage.application.dispatch.submit([value]) for stage, value in (first, second)))


@pytest.mark.parametrize("kind", BOTH)
async def test_same_values_in_two_processes_are_handled_once(tmp_path: Path, kind: str) -> None:
    """A command and forty presses that two processes read at the same time make one poll and forty ballots."""
    async with two_processes(tmp_path, kind) as (first, second):
        first.platform.say("#lyon", "@carla", '!poll "Tea?" "Green" "Black"')
        await asyncio.gather(*(stage.adapter.read_new(stage.application.dispatch) for stage in (first, second)))
        await first.settle()
        card = first.sees("Tea?")
        for number in range(PEOPLE):
            first.platform.press(card.id, f"@p{number}", "Green")
        await asyncio.gather(*(stage.adapter.read_new(stage.application.dispatch) for stage in (first, second)))
        async with first.database.reading() as uow:
            assert (len(await uow.all(select(Poll.id))), len(await uow.all(select(Ballot.member_id)))) == (1, PEOPLE)
            kinds = Counter(await uow.all(select(Outbox.kind).where(Outbox.state == "pending")))
        assert kinds["Answer"] == PEOPLE
        await first.settle()
        assert f"{PEOPLE} (100%)" in card.text


@pytest.mark.parametrize("kind", BOTH)
async def test_vote_at_the_moment_of_closing_counts_or_is_refused(tmp_path: Path, kind: str) -> None:
    """The result shows exactly the ballots that are stored, and a voter who came too late is told so."""
    async with two_processes(tmp_path, kind) as (first, second):
        for number in range(ROUNDS):
            await first.say("@carla", f'!poll "Tea {number}?" "Green" "Black"')
            card = first.sees(f"Tea {number}?")
            first.platform.press(card.id, "@anna", "Green")
            first.platform.say("#lyon", "@carla", f"!poll close {number + 1}")
            press, close = first.platform.log[-2:]
            pairs = ((first, close), (second, press)) if number % 2 else ((first, press), (second, close))
            await submit_to_both(*pairs)
            await first.settle()
            async with first.database.reading() as uow:
                poll = (await uow.all(select(Poll).where(Poll.number == number + 1)))[0]
                ballots = await uow.all(select(Ballot.member_id).where(Ballot.poll_id == poll.id))
            assert poll.state == PollState.CLOSED
            assert ("1 (100%)" in card.text) == (len(ballots) == 1), (number, card.text)
            answers = [shown.text for shown in first.shown() if shown.private_to == "@anna"]
            assert ("Counted" in answers[-1]) == (len(ballots) == 1), answers


@pytest.mark.parametrize("kind", BOTH)
async def test_polls_opened_in_the_same_moment_have_two_numbers(tmp_path: Path, kind: str) -> None:
    """Numbers that people type are given once."""
    async with two_processes(tmp_path, kind) as (first, second):
        for number in range(ROUNDS):
            for name in ("tea", "cake"):
                first.platform.say("#lyon", "@carla", f'!poll "More {name} {number}?" "Yes" "No"')
            tea, cake = first.platform.log[-2:]
            await submit_to_both((first, tea), (second, cake))
        async with first.database.reading() as uow:
            numbers = await uow.all(select(Poll.number).order_by(Poll.number))  # type: ignore[arg-type]
        assert numbers == list(range(1, 2 * ROUNDS + 1))
