"""Outbound rows: put in by dispatch, taken and settled by delivery."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from sqlalchemy import Executable, and_, bindparam, func, or_, update
from sqlmodel import col, select

from storage.bulk_writes import Write, insert_into, insert_new, table_of, upsert
from storage.tables import Choice, Dialog, Outbox, Pause, Placement, Reaction
from storage.unit_of_work import UnitOfWork


class Offered(Protocol):
    """A button, as far as a placement keeps it."""

    @property
    def id(self) -> str:
        """What a press says."""

    @property
    def emoji(self) -> str:
        """The reaction that presses it where a platform has no buttons."""


PUT = insert_new(Outbox)
PLACE = insert_new(Placement)
PAUSE = upsert(Pause, keys=("account",), replace=("until",))


def _replace(dialect: str) -> Executable:
    insert = insert_into(Outbox, dialect)
    newer = {"payload": insert.excluded.payload, "version": col(Outbox.version) + 1}
    return insert.on_conflict_do_update(index_elements=["collapse"], set_=newer)


PUT_NEWEST = Write("outbox", _replace)
"""Insert an edit, or give the pending edit of the same card and room the newer content."""


def row(
    *, key: str, account: str, room: str, kind: str, payload: str, now: datetime, card: str | None = None,
    placement: str | None = None, priority: int = 1, collapse: str | None = None, not_before: datetime | None = None,
    lane: str | None = None,
) -> dict[str, object]:  # fmt: skip
    """The columns of a pending row, for PUT and PUT_NEWEST. `lane`: what it keeps its order with, the room when None; a
    row whose lane is its own key waits for nothing."""
    return {
        "key": key, "account": account, "room": room, "lane": lane or room, "kind": kind,
        "payload": payload, "card": card, "placement": placement, "priority": priority, "state": "pending",
        "collapse": collapse, "version": 0, "attempts": 0, "not_before": not_before or now, "created_at": now,
        "done_at": None, "detail": "",
    }  # fmt: skip


def placement_row(outbox_key: str, account: str, room: str, card: str, buttons: Sequence[Offered]) -> dict[str, object]:
    """The columns of a placement whose message is not known yet, for PLACE."""
    return {
        "outbox_key": outbox_key, "account": account, "room": room, "card": card, "message": None, "also": "[]",
        "buttons": offered(buttons), "edited_at": None, "gone": False,
    }  # fmt: skip


def offered(buttons: Sequence[Offered]) -> str:
    """The buttons as a placement keeps them."""
    return json.dumps([[button.emoji, button.id] for button in buttons])


async def loose(uow: UnitOfWork, account: str, now: datetime, limit: int) -> Sequence[Outbox]:
    """The rows due from this account that wait for nothing else, answers first, then the oldest."""
    waits = (Outbox.account == account, Outbox.state == "pending", col(Outbox.not_before) <= now)
    query = select(Outbox).where(*waits, Outbox.lane == Outbox.key)
    return await uow.all(query.order_by(col(Outbox.priority), col(Outbox.id)).limit(limit))


async def lanes_waiting(uow: UnitOfWork, account: str, now: datetime, limit: int) -> Sequence[str]:
    """The lanes with something due from this account, the most urgent first, then the longest waiting."""
    query = (
        select(Outbox.lane)
        .where(Outbox.account == account, Outbox.state == "pending", col(Outbox.not_before) <= now)
        .where(Outbox.lane != Outbox.key)
        .group_by(col(Outbox.lane))
        .order_by(func.min(Outbox.priority), func.min(Outbox.id))
    )
    return await uow.all(query.limit(limit))


async def pending(uow: UnitOfWork, account: str, lanes: Sequence[str], limit: int) -> dict[str, list[Outbox]]:
    """What is to be sent on each of these lanes, in order, at most so much a lane."""
    waits = (Outbox.account == account, Outbox.state == "pending", col(Outbox.lane).in_(lanes))
    place = func.row_number().over(partition_by=col(Outbox.lane), order_by=col(Outbox.id))
    ranked = select(Outbox.id, place.label("place")).where(*waits).subquery()
    query = select(Outbox).join(ranked, col(Outbox.id) == ranked.c.id).where(ranked.c.place <= limit)
    found: dict[str, list[Outbox]] = {lane: [] for lane in lanes}
    for row in await uow.all(query.order_by(col(Outbox.id))):
        found[row.lane].append(row)
    return found


async def next_due(uow: UnitOfWork, account: str, after: datetime) -> datetime | None:
    """When the next row that is put off comes due."""
    query = select(Outbox.not_before).where(Outbox.account == account, Outbox.state == "pending")
    return await uow.first(query.where(col(Outbox.not_before) > after).order_by(col(Outbox.not_before)).limit(1))


def _settle(_dialect: str) -> Executable:
    table = table_of(Outbox)
    ended = update(table).where(table.c.id == bindparam("b_id"))
    return ended.values(
        state=bindparam("b_state"), detail=bindparam("b_detail"), done_at=bindparam("b_at"),
        attempts=table.c.attempts + 1,
    )  # fmt: skip


SETTLE = Write("outbox", _settle)
"""How a row ended that nothing can replace meanwhile; many at a time."""


async def settle(uow: UnitOfWork, row: Outbox, *, state: str, detail: str, at: datetime) -> bool:
    """Record how a row ended. False when a newer content came in meanwhile: the row stays pending."""
    statement = (
        update(Outbox)
        .where(col(Outbox.id) == row.id, col(Outbox.version) == row.version)
        .values(state=state, detail=detail, done_at=at, collapse=None, attempts=col(Outbox.attempts) + 1)
    )
    return bool((await uow.execute(statement)).rowcount)


async def under_way(uow: UnitOfWork, row: Outbox, *, on: bool) -> bool:
    """Note that a row is being sent (should we end now, its fate is unknown), or that it is not after all. False when
    it is not to be sent: it went to another lane since it was read."""
    statement = update(Outbox).where(col(Outbox.id) == row.id)
    if on:
        statement = statement.where(col(Outbox.state) == "pending", col(Outbox.lane) == row.lane)
    return bool((await uow.execute(statement.values(state="sending" if on else "pending"))).rowcount)


async def interrupted(uow: UnitOfWork, account: str) -> Sequence[Outbox]:
    """The rows of an account that were being sent when the last run ended."""
    query = select(Outbox).where(Outbox.account == account, Outbox.state == "sending")
    return await uow.all(query.order_by(col(Outbox.id)))


async def paused_until(uow: UnitOfWork, account: str) -> datetime | None:
    """Until when the platform last wanted to hear nothing from this account."""
    return await uow.first(select(Pause.until).where(Pause.account == account))


async def readdress(uow: UnitOfWork, account: str, old: str, new: str) -> None:
    """A room goes on under another id: what waits for it goes there."""
    waits = (col(Outbox.account) == account, col(Outbox.state).in_(("pending", "sending")))
    await uow.execute(update(Outbox).where(*waits, col(Outbox.lane) == old).values(lane=new))
    await uow.execute(update(Outbox).where(*waits, col(Outbox.room) == old).values(room=new))
    for table in (Placement, Dialog, Choice):
        where = (col(table.account) == account, col(table.room) == old)
        await uow.execute(update(table).where(*where).values(room=new))
    await _readdress_reactions(uow, account, old, new)


async def _readdress_reactions(uow: UnitOfWork, account: str, old: str, new: str) -> None:
    """Those to cards of ours go along. What people said stays behind, and on some platforms the new room counts its
    messages from one again."""
    ours = select(Placement.message).where(Placement.account == account, Placement.room == new)
    where = (col(Reaction.account) == account, col(Reaction.room) == old, col(Reaction.message).in_(ours))
    await uow.execute(update(Reaction).where(*where).values(room=new))


async def put_off(uow: UnitOfWork, row: Outbox, *, until: datetime, detail: str) -> None:
    """Try this row again at `until`."""
    statement = update(Outbox).where(col(Outbox.id) == row.id)
    values = {"state": "pending", "not_before": until, "detail": detail, "attempts": col(Outbox.attempts) + 1}
    await uow.execute(statement.values(**values))


async def placed(uow: UnitOfWork, outbox_key: str, room: str, messages: Sequence[str]) -> None:
    """A card's messages are known now: the one to edit, and those that came with it."""
    statement = update(Placement).where(col(Placement.outbox_key) == outbox_key)
    await uow.execute(statement.values(message=messages[0], also=json.dumps(messages[1:]), room=room))


async def edited(uow: UnitOfWork, outbox_key: str, at: datetime) -> None:
    """The card posted by this outbox row was edited at `at`; the next edit keeps its distance."""
    await uow.execute(update(Placement).where(col(Placement.outbox_key) == outbox_key).values(edited_at=at))


async def placement(uow: UnitOfWork, outbox_key: str) -> Placement | None:
    """Where the card went that was posted by this outbox row."""
    return await uow.first(select(Placement).where(Placement.outbox_key == outbox_key))


async def counts(uow: UnitOfWork) -> dict[str, int]:
    """How many rows there are in each state."""
    rows = await uow.rows(select(Outbox.state, func.count()).group_by(Outbox.state))
    return {row[0]: row[1] for row in rows}


async def troubled(uow: UnitOfWork, limit: int = 50) -> Sequence[Outbox]:
    """The newest rows that were refused, whose fate is unknown, or that are being tried again."""
    again = and_(col(Outbox.state) == "pending", col(Outbox.attempts) > 0)
    stuck = or_(col(Outbox.state).in_(("refused", "unknown")), again)
    return await uow.all(select(Outbox).where(stuck).order_by(col(Outbox.id).desc()).limit(limit))
