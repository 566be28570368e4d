"""What an attempt wrote is gone if it raises; cards that cannot be drawn do no harm to anything else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed
from bots.core.refusal import Refusal
from bots.routing.feature import Feature
from bots.turn.turn import Turn
from storage.attempts import CannotUndoError, attempt
from storage.database import Database
from storage.queries import inbox
from storage.tables import WrongCodes
from storage.unit_of_work import UnitOfWork
from tests.integration.dispatch_bot import NOW, RunningBot, button_press
from tests.stores import store


@pytest.fixture
async def uow(tmp_path: Path) -> AsyncIterator[UnitOfWork]:
    """Yield a unit of work in the first try of a transaction, whose handler has deferred a write."""
    database = Database(store().url(tmp_path))
    async with database.transaction() as work:
        work.careful = False
        mark(work, "before")
        work.checkpoint()
        mark(work, "handler")
        yield work
    await database.close()


def mark(uow: UnitOfWork, key: str) -> None:
    """Defer a write."""
    uow.defer(inbox.MARK_SEEN, {"key": key, "at": NOW})


async def seen(uow: UnitOfWork) -> set[str]:
    """Return the keys that are written."""
    return (await inbox.seen_and_buried(uow, ["before", "handler", "inside", "later"]))[0]


async def refused(uow: UnitOfWork, *, flush: bool = False) -> None:
    """Make an attempt that writes and then refuses. `flush`: some of it reaches the database first."""
    async with attempt(uow):
        mark(uow, "inside")
        if flush:
            await uow.flush()
        mark(uow, "later")
        raise Refusal("button-unknown")


async def test_deferred_writes_are_dropped(uow: UnitOfWork) -> None:
    """An attempt that raises loses its own deferred writes, and no earlier ones."""
    with pytest.raises(Refusal):
        await refused(uow)
    assert await seen(uow) == {"before", "handler"}


async def test_other_writes_need_another_try(uow: UnitOfWork) -> None:
    """After a write that reached the database, only a transaction with savepoints can go on."""
    with pytest.raises(CannotUndoError):
        await refused(uow, flush=True)


async def test_a_careful_attempt_undoes_all_writes(uow: UnitOfWork) -> None:
    """With savepoints, writes that reached the database are undone too."""
    uow.careful = True
    with pytest.raises(Refusal):
        await refused(uow, flush=True)
    assert await seen(uow) == {"before", "handler"}


async def press(value: ButtonPressed, turn: Turn) -> None:
    """Write a row and change a card."""
    await turn.uow.add(WrongCodes(scope=f"{value.subject}-{value.choice}", since=turn.now))
    turn.effects.dirty_cards["probe:1"] = value.key


async def follow(_card: CardId, turn: Turn) -> None:
    """Write a row, and fail."""
    await turn.uow.add(WrongCodes(scope="follower", since=turn.now))
    raise RuntimeError("boom")


async def test_a_follower_that_fails_loses_only_its_own_writes(tmp_path: Path) -> None:
    """What a press changed is kept when a feature that follows its card fails after a write."""
    bot = RunningBot(tmp_path)
    await bot.open(feature=Feature(name="probe", buttons={"probe": press}, followers={"probe": follow}))
    await bot.application.dispatch.submit([button_press("ok", 1), button_press("ok", 2)])
    assert await bot.codes() == {"ok-1", "ok-2"}
    async with bot.database.reading() as uow:
        assert await inbox.dead_letters(uow) == []
    await bot.close()
