"""The rows behind dispatch: inbox keys, cursors, placements, reactions, parked values, timers, dialogs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import or_
from sqlmodel import col, select, tuple_

from storage.tables import (
    Cursor,
    DeadLetter,
    Dialog,
    InboxKey,
    KeptMessage,
    Outbox,
    Parked,
    Placement,
    Reaction,
    Room,
    Timer,
)
from storage.unit_of_work import UnitOfWork
from storage.writes import delete_by, insert_new, upsert

SEEN = insert_new(InboxKey)
CURSOR = upsert(Cursor, keys=("account", "scope"), replace=("token",))
PARK = insert_new(Parked)
UNPARK = delete_by(Parked, "key")
UNPARK_REACTION = delete_by(Parked, "account", "reaction")
TIMER = upsert(Timer, keys=("kind", "subject"), replace=("due",))
TIMER_OFF = delete_by(Timer, "kind", "subject")
TIMER_DONE = delete_by(Timer, "kind", "subject", "due")
"""By what it is about and when: an id is given again once its row is gone, and a timer set anew keeps its row."""
REACTION = insert_new(Reaction)
REACTION_OFF = delete_by(Reaction, "account", "reaction")
REACTION_BACK = delete_by(Reaction, "account", "room", "message", "user", "emoji")

Address = tuple[str, str, str]
"""(account, room, message)"""
Due = tuple[str, str, datetime]
"""(kind, subject, due)"""


async def seen(uow: UnitOfWork, keys: Sequence[str]) -> set[str]:
    """Those of the keys that have been handled."""
    return set(await uow.all(select(InboxKey.key).where(col(InboxKey.key).in_(keys)))) if keys else set()


async def cursor(uow: UnitOfWork, account: str, scope: str) -> str | None:
    """The stored token."""
    found = await uow.get(Cursor, (account, scope))
    return found.token if found else None


async def cursors(uow: UnitOfWork, account: str) -> dict[str, str]:
    """All stored tokens of an account, by scope."""
    rows = await uow.rows(select(Cursor.scope, Cursor.token).where(Cursor.account == account))
    return {row[0]: row[1] for row in rows}


async def placements_at(uow: UnitOfWork, addresses: Iterable[Address]) -> dict[Address, Placement]:
    """The cards that these messages show."""
    wanted = list(addresses)
    if not wanted:
        return {}
    where = tuple_(col(Placement.account), col(Placement.room), col(Placement.message)).in_(wanted)
    return {(p.account, p.room, p.message or ""): p for p in await uow.all(select(Placement).where(where))}


async def room_of_message(uow: UnitOfWork, account: str, message: str) -> str:
    """The room of a message known by its id alone: one of ours, or one that is kept; empty when it is neither."""
    for table in (Placement, KeptMessage):
        room = await uow.first(select(table.room).where(table.account == account, table.message == message).limit(1))
        if room:
            return room
    return ""


async def placements_of(uow: UnitOfWork, cards: Iterable[str]) -> Sequence[Placement]:
    """Where these cards are shown, or will be."""
    query = select(Placement).where(col(Placement.card).in_(list(cards)), col(Placement.gone).is_(False))
    return await uow.all(query.order_by(col(Placement.id)))


async def awaiting_rooms(uow: UnitOfWork, account: str, rooms: Collection[str]) -> set[str]:
    """Those of the rooms where a card of ours is on its way. One in a private message may go to any that is private, or
    not known yet."""
    query = select(Outbox.room, Outbox.kind).where(
        Outbox.account == account, col(Outbox.state).in_(("pending", "sending")), col(Outbox.card).is_not(None)
    )
    on_their_way = await uow.rows(query.distinct())
    found = {row[0] for row in on_their_way} & set(rooms)
    if any(row[1] == "DirectMessage" for row in on_their_way):
        shared = select(Room.room).where(Room.account == account, col(Room.room).in_(rooms), Room.role != "direct")
        known: Sequence[str] = await uow.all(shared)
        found |= set(rooms) - set(known)
    return found | ({""} if on_their_way else set())


async def reactions_named(uow: UnitOfWork, account: str, ids: Iterable[str]) -> dict[str, Reaction]:
    """The recorded reactions with these platform ids."""
    query = select(Reaction).where(Reaction.account == account, col(Reaction.reaction).in_(list(ids)))
    return {found.reaction: found for found in await uow.all(query)}


async def reactions_on(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[Reaction]:
    """The recorded reactions on a message."""
    query = select(Reaction).where(Reaction.account == account, Reaction.room == room, Reaction.message == message)
    return await uow.all(query)


async def standing_emoji(uow: UnitOfWork, account: str, room: str, message: str, user: str) -> Sequence[str]:
    """The emoji with which somebody reacts to a message, the newest first."""
    query = select(Reaction.emoji).where(Reaction.account == account, Reaction.room == room)
    query = query.where(Reaction.message == message, Reaction.user == user)
    return await uow.all(query.order_by(col(Reaction.id).desc()))


async def parked_ready(uow: UnitOfWork, account: str) -> Sequence[str]:
    """The values (JSON) of an account that need wait no longer, oldest first: their message is known, or no card of
    ours is on its way to their room any more."""
    shown = select(Placement.id).where(Placement.account == account, Placement.message == Parked.message)
    query = select(Parked.payload).where(Parked.account == account)
    rooms = await uow.all(select(Parked.room).where(Parked.account == account).distinct())
    waits = col(Parked.room).in_(await awaiting_rooms(uow, account, rooms))
    return await uow.all(query.where(or_(shown.exists(), ~waits)).order_by(col(Parked.at)))


async def dead_letters(uow: UnitOfWork, limit: int = 100) -> Sequence[DeadLetter]:
    """The values whose handlers failed, the newest first."""
    return await uow.all(select(DeadLetter).order_by(col(DeadLetter.id).desc()).limit(limit))


async def due_timers(uow: UnitOfWork, now: datetime, limit: int) -> Sequence[Timer]:
    """The timers due, the earliest first."""
    return await uow.all(
        select(Timer).where(col(Timer.due) <= now).order_by(col(Timer.due), col(Timer.id)).limit(limit)
    )


async def next_due(uow: UnitOfWork) -> datetime | None:
    """When the next timer is due."""
    return await uow.first(select(Timer.due).order_by(col(Timer.due)).limit(1))


async def timers_of(uow: UnitOfWork, kind: str) -> set[str]:
    """What there is a timer of this kind for."""
    return set(await uow.all(select(Timer.subject).where(Timer.kind == kind)))


async def standing_timers(uow: UnitOfWork, timers: Collection[Due]) -> set[Due]:
    """Those of the timers that still stand (neither done, nor called off, nor put off)."""
    query = select(Timer.kind, Timer.subject, Timer.due)
    query = query.where(tuple_(col(Timer.kind), col(Timer.subject)).in_([timer[:2] for timer in timers]))
    return {(row[0], row[1], row[2]) for row in await uow.rows(query)} & set(timers) if timers else set()


async def dialog_at(uow: UnitOfWork, account: str, room: str, user: str) -> Dialog | None:
    """What this person was asked in this room."""
    return await uow.first(select(Dialog).where(Dialog.account == account, Dialog.room == room, Dialog.user == user))


async def open_dialogs(uow: UnitOfWork) -> Sequence[Address]:
    """(account, room, user) of everyone who was asked something."""
    return [(row[0], row[1], row[2]) for row in await uow.rows(select(Dialog.account, Dialog.room, Dialog.user))]
