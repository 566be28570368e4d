"""Queries about outbound rows: dispatch adds them, delivery sends and settles them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sqlalchemy import Boolean, Executable, Integer, String, bindparam, case, func, true, type_coerce, update
from sqlmodel import col, select

from storage.bulk_writes import Write, insert_into, insert_new, table_of, update_by
from storage.tables import Outbox, OutboxState, Placement
from storage.tables.outbox import UNORDERED, URGENT
from storage.unit_of_work import UnitOfWork


class ButtonLike(Protocol):
    """The parts of a button that a placement stores."""

    @property
    def id(self) -> str:
        """The id that a press reports."""

    @property
    def emoji(self) -> str:
        """The reaction that presses it on platforms without buttons."""


ENQUEUE = insert_new(Outbox, reports=True)
ADD_PLACEMENT = insert_new(Placement)


def _enqueue_or_replace(dialect: str) -> Executable:
    insert = insert_into(Outbox, dialect)
    newer = {"payload": insert.excluded.payload, "version": col(Outbox.version) + 1}
    return insert.on_conflict_do_update(index_elements=["collapse_key"], set_=newer)


ENQUEUE_OR_REPLACE = Write("outbox", _enqueue_or_replace)
"""Insert an edit, or replace the content of the pending edit of the same card in the same room."""


def pending_row(
    *, key: str, account: str, room: str, kind: str, payload: str, now: datetime, card: str | None = None,
    placement: str | None = None, priority: int = 1, collapse_key: str | None = None,
    not_before: datetime | None = None, ordering_key: str | None = None,
) -> dict[str, object]:  # fmt: skip
    """Return the columns of a pending row, for ENQUEUE and ENQUEUE_OR_REPLACE.

    Rows with the same `ordering_key` (None: the room) go out in order. A row whose ordering key is its own key doesn't
    wait for others.
    """
    return {
        "key": key, "account": account, "room": room, "ordering_key": ordering_key or room, "kind": kind,
        "payload": payload, "card": card, "placement": placement, "priority": priority, "state": OutboxState.PENDING,
        "collapse_key": collapse_key, "version": 0, "attempts": 0, "not_before": not_before or now, "created_at": now,
        "done_at": None, "detail": "",
    }  # fmt: skip


def placement_row(
    outbox_key: str, account: str, room: str, card: str, buttons: Sequence[ButtonLike], shown: str = ""
) -> dict[str, object]:
    """Return the columns of a placement that we have yet to send, for ADD_PLACEMENT. `shown`: see the table."""
    return {
        "outbox_key": outbox_key, "account": account, "room": room, "card": card, "message": None,
        "extra_messages": "[]", "buttons": buttons_json(buttons), "shown": shown, "edited_at": None, "gone": False,
    }  # fmt: skip


def buttons_json(buttons: Sequence[ButtonLike]) -> str:
    """Encode buttons for `Placement.buttons`."""
    return json.dumps([[button.emoji, button.id] for button in buttons])


_PENDING = (col(Outbox.account) == bindparam("account"), col(Outbox.state) == OutboxState.PENDING)
_DUE = (*_PENDING, col(Outbox.not_before) <= bindparam("now"))
_LIMIT = bindparam("limit", type_=Integer())
_NEWEST_ID = select(func.max(Outbox.id))
_ANY_DUE = select(Outbox.id).where(*_DUE).limit(1)
_UNORDERED = select(Outbox).where(*_DUE, UNORDERED).order_by(col(Outbox.priority), col(Outbox.id)).limit(_LIMIT)
_ORDERING_KEYS = (
    select(Outbox.ordering_key, func.min(Outbox.priority))
    .where(*_DUE, col(Outbox.ordering_key) > bindparam("after"), Outbox.ordering_key != Outbox.key)
    .group_by(col(Outbox.ordering_key))
    .order_by(col(Outbox.ordering_key))
    .limit(_LIMIT)
)
_URGENT_KEYS = select(Outbox.ordering_key).where(*_DUE, URGENT).distinct().limit(_LIMIT)
_NEXT_DUE = (
    select(Outbox.not_before)
    .where(*_PENDING, col(Outbox.not_before) > bindparam("now"))
    .order_by(col(Outbox.not_before))
    .limit(1)
)


async def newest_id(uow: UnitOfWork) -> int:
    """Return the id of the newest row, 0 if there is none."""
    return await uow.first(_NEWEST_ID) or 0


async def any_due(uow: UnitOfWork, account: str, now: datetime) -> bool:
    """Return whether the account has a due row."""
    return await uow.first(_ANY_DUE, {"account": account, "now": now}) is not None


async def due_unordered(uow: UnitOfWork, account: str, now: datetime, limit: int) -> Sequence[Outbox]:
    """Return the account's due rows that don't wait for others, most urgent first, then oldest."""
    return await uow.all(_UNORDERED, {"account": account, "now": now, "limit": limit})


async def due_ordering_keys(
    uow: UnitOfWork, account: str, now: datetime, limit: int, *, after: str = ""
) -> dict[str, int]:
    """Return the ordering keys of the account's due rows after the key `after`, with their priority."""
    values = {"account": account, "now": now, "after": after, "limit": limit}
    return {row[0]: row[1] for row in await uow.rows(_ORDERING_KEYS, values)}


async def urgent_ordering_keys(uow: UnitOfWork, account: str, now: datetime, limit: int) -> Sequence[str]:
    """Return the ordering keys of the account's due answers."""
    return await uow.all(_URGENT_KEYS, {"account": account, "now": now, "limit": limit})


async def pending_by_ordering_key(
    uow: UnitOfWork, account: str, ordering_keys: Sequence[str], limit: int, paused: Mapping[str, int] | None = None
) -> dict[str, list[Outbox]]:
    """Return at most `limit` pending rows for each ordering key, in order; more urgent ones only if it is `paused`."""
    urgent = col(Outbox.priority) < case(paused, value=col(Outbox.ordering_key), else_=9) if paused else true()
    pending = (Outbox.account == account, Outbox.state == OutboxState.PENDING, urgent)
    wanted = col(Outbox.ordering_key).in_(ordering_keys)
    place = func.row_number().over(partition_by=col(Outbox.ordering_key), order_by=col(Outbox.id))
    ranked = select(Outbox.id, place.label("place")).where(*pending, wanted).subquery()
    query = select(Outbox).join(ranked, col(Outbox.id) == ranked.c.id).where(ranked.c.place <= limit)
    rows: dict[str, list[Outbox]] = {key: [] for key in ordering_keys}
    for row in await uow.all(query.order_by(col(Outbox.id))):
        rows[row.ordering_key].append(row)
    return rows


async def next_due(uow: UnitOfWork, account: str, after: datetime) -> datetime | None:
    """Return the time of the account's next pending row after this time."""
    return await uow.first(_NEXT_DUE, {"account": account, "now": after})


def keeps_payload(row: Outbox, state: OutboxState) -> bool:
    """Return whether the row keeps its content with this final state, since somebody may send it again.

    What was sent or dropped loses it, and so does an answer: the person asks again.
    """
    return state not in (OutboxState.SENT, OutboxState.SUPERSEDED) and row.kind != "Answer"


async def taken_back(uow: UnitOfWork, outbox_keys: Sequence[str]) -> set[str]:
    """Return those of the posts whose content was taken back meanwhile."""
    if not outbox_keys:
        return set()
    gone = select(Placement.outbox_key).where(col(Placement.outbox_key).in_(outbox_keys), col(Placement.gone).is_(True))
    return set(await uow.all(gone))


SETTLE = update_by(
    Outbox, "id",
    values={
        "state": bindparam("b_state"), "detail": bindparam("b_detail"), "done_at": bindparam("b_at"),
        "attempts": table_of(Outbox).c.attempts + 1,
        "payload": case((bindparam("b_erase", type_=Boolean()), ""), else_=table_of(Outbox).c.payload),
    },
)  # fmt: skip
"""Store the final state of a row without a collapse key."""


async def settle(
    uow: UnitOfWork, row: Outbox, *, state: OutboxState, detail: str, at: datetime, erase: bool = True
) -> bool:
    """Store the final state of a row. If somebody replaced it since, leave it pending and return False."""
    statement = (
        update(Outbox)
        .where(col(Outbox.id) == row.id, col(Outbox.version) == row.version)
        .values(state=state, detail=detail, done_at=at, collapse_key=None, attempts=col(Outbox.attempts) + 1)
    )
    return bool((await uow.execute(statement.values(payload="") if erase else statement)).rowcount)


_OUTBOX = table_of(Outbox)
_MARK = (
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("b_id"), _OUTBOX.c.state == OutboxState.PENDING)
    .where(_OUTBOX.c.ordering_key == bindparam("b_ordering_key"), _OUTBOX.c.payload == bindparam("b_payload"))
    .values(state=OutboxState.SENDING)
)
_UNMARK = (
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("b_id"), _OUTBOX.c.state == OutboxState.SENDING)
    .values(state=OutboxState.PENDING)
)


async def mark_sending(uow: UnitOfWork, row: Outbox, *, sending: bool) -> bool:
    """Mark a row as being sent, or as pending again. A crash in between leaves the delivery unknown.

    Return False for a row that is not pending, or whose ordering key or content changed since.
    """
    if not sending:
        return bool((await uow.execute(_UNMARK, {"b_id": row.id})).rowcount)
    values = {"b_id": row.id, "b_ordering_key": row.ordering_key, "b_payload": row.payload}
    return bool((await uow.execute(_MARK, values)).rowcount)


async def interrupted(uow: UnitOfWork, account: str) -> Sequence[Outbox]:
    """Return the account's rows that the last run was sending when it ended."""
    sending = (Outbox.account == account, Outbox.state == OutboxState.SENDING)
    return await uow.all(select(Outbox).where(*sending).order_by(col(Outbox.id)))


async def postpone(uow: UnitOfWork, row: Outbox, *, until: datetime, detail: str, failed: bool) -> None:
    """Try a row again at `until`. A try that did not fail counts as the first one at most: retries wait no longer."""
    statement = update(Outbox).where(col(Outbox.id) == row.id)
    values = {"state": OutboxState.PENDING, "not_before": until, "detail": detail}
    first = case((col(Outbox.attempts) == 0, 1), else_=col(Outbox.attempts))
    await uow.execute(statement.values(**values, attempts=col(Outbox.attempts) + 1 if failed else first))


RECORD_MESSAGES = update_by(
    Placement, "outbox_key",
    values={"message": bindparam("b_message"), "extra_messages": bindparam("b_extra"), "room": bindparam("b_room")},
)  # fmt: skip
RECORD_EDIT = update_by(Placement, "outbox_key", values={"edited_at": bindparam("b_at")})
"""Store when the card of this outbox row was edited, so that the next edit keeps its distance."""


def record_messages(uow: UnitOfWork, outbox_key: str, room: str, messages: Sequence[str]) -> None:
    """Store the ids of the messages that show a card: first the one to edit, then the others."""
    values = {"b_message": messages[0], "b_extra": json.dumps(messages[1:]), "b_room": room}
    uow.defer(RECORD_MESSAGES, {"b_outbox_key": outbox_key, **values})


async def placement(uow: UnitOfWork, outbox_key: str) -> Placement | None:
    """Return the placement of the card that this outbox row posts."""
    return await uow.first(select(Placement).where(Placement.outbox_key == outbox_key))


async def counts_by_state(uow: UnitOfWork) -> dict[str, int]:
    """Count the rows in each state, also in one that only a newer version of glocal knows."""
    state = type_coerce(col(Outbox.state), String())
    rows = await uow.rows(select(state, func.count()).group_by(state))
    return {row[0]: row[1] for row in rows}
