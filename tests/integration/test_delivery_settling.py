"""Outcomes that are stored together ask the database once, not once for each row."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from schedules.delivery.results import Outcome, OutcomeRecorder
from storage.queries import outbox
from storage.tables import Outbox, OutboxState, Placement
from tests.integration.outbox_rows import enqueue, post
from tests.stage import PLAIN, Stage, staged
from tests.statements import noted

ROWS = 20


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage whose outbox has rows that post cards."""
    async with staged(tmp_path, PLAIN) as made:
        await enqueue(made, *(post(f"text {number}", card=f"poll:{number}") for number in range(ROWS)))
        yield made


async def store(stage: Stage, state: OutboxState, *, taken_back: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """Store one outcome for all rows; return the statements about placements, and the contents that are left.

    A statement for several rows counts once for each.
    """
    recorder = OutcomeRecorder(stage.database, stage.clock, "memory", lambda: None)
    async with stage.database.transaction() as uow:
        rows = await uow.all(select(Outbox))
        gone = update(Placement).where(col(Placement.card).in_(taken_back)).values(gone=True)
        await uow.execute(gone)
        with noted(stage.database, uow.session.connection()) as statements:
            stored = await recorder.store(uow, [Outcome(row, state, messages=(f"m{row.id}",)) for row in rows])
            await uow.flush()
    assert stored == [True] * ROWS
    async with stage.database.reading() as uow:
        left = [payload for payload in await uow.all(select(Outbox.payload)) if payload]
    return [statement for statement in statements if "placements" in statement], left


async def test_sent_rows_look_up_no_placement(stage: Stage) -> None:
    """What was sent loses its content anyway; the ids of the messages are stored without a look at the placements."""
    about_placements, left = await store(stage, OutboxState.SENT)
    assert left == []
    assert [statement.split()[0] for statement in about_placements] == ["UPDATE"] * ROWS
    async with stage.database.reading() as uow:
        assert all(placement.message for placement in await uow.all(select(Placement)))


async def test_failed_rows_share_one_query(stage: Stage) -> None:
    """Only the content that was taken back meanwhile is erased."""
    about_placements, left = await store(stage, OutboxState.UNKNOWN, taken_back=["poll:3", "poll:4"])
    assert (len(about_placements), len(left)) == (1, ROWS - 2)
    assert not [payload for payload in left if '"text 3"' in payload]
    assert await outbox_states(stage) == {"unknown": ROWS}


async def outbox_states(stage: Stage) -> dict[str, int]:
    """Count the rows by state."""
    async with stage.database.reading() as uow:
        return await outbox.counts_by_state(uow)
