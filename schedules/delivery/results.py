"""Results of outbox rows. Concurrent results share one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import OperationalError

from bots.core import outbound
from bots.core.outbound import Answer, Call, DirectMessage, Edit, Post, PublishScheduledEvent, kind_of
from bots.ports import Clock
from bots.retry import retry_conflicts, retry_while_locked
from storage.database import Database
from storage.queries import communities, outbox
from storage.queries.erasure import FAILED
from storage.tables import Outbox, OutboxState, Room, RoomRole
from storage.unit_of_work import UnitOfWork

RESENT_KINDS = frozenset({kind_of(Post), kind_of(DirectMessage), kind_of(PublishScheduledEvent)})
"""Calls that we repeat when their outcome is unknown: a missing reminder is worse than a doubled one. Answers are not
among them: the person sees that nothing came and asks again."""
_RESEND_SECONDS = 2
_RESENT = "fate unknown, sent again"


@dataclass(frozen=True)
class Outcome:
    """The new `state` of a row, and what the platform returned.

    `messages` are the ids of the new messages, `moved_to` is the private room that the platform opened for them. With
    the state PENDING, `until` is the time of the next try; None doesn't count as a try. `failed`: that try failed, so
    that the wait after the next failure is longer; not when the platform named the time, or the process ended.
    """

    row: Outbox
    state: OutboxState
    messages: tuple[str, ...] = ()
    moved_to: str | None = None
    detail: str = ""
    until: datetime | None = None
    failed: bool = True
    call: Call | None = None


def unknown_outcome(row: Outbox, now: datetime, detail: str, *, crashed: bool = False) -> Outcome:
    """Decide about a row that the platform may or may not have performed and would show twice.

    After a lost reply, send it again once: the request did reach the platform. After a crash, always send it again:
    most of those rows were still waiting for their turn.
    """
    if row.kind in RESENT_KINDS and (crashed or not row.detail.startswith(_RESENT)):
        until = now + timedelta(seconds=_RESEND_SECONDS)
        return Outcome(row, OutboxState.PENDING, detail=f"{_RESENT}: {detail}", until=until, failed=not crashed)
    return Outcome(row, OutboxState.UNKNOWN, detail=detail)


def interrupted_outcome(row: Outbox, now: datetime, *, idempotent: bool) -> Outcome:
    """Decide about a row that the last run was sending. An idempotency key allows sending it again."""
    why = "the last run ended while it was being sent"
    answers_interaction = row.kind == kind_of(Answer) and row.ordering_key == row.key
    if idempotent or answers_interaction:  # a second answer shows no second notice
        return Outcome(row, OutboxState.PENDING, detail=why, until=now, failed=False)
    return unknown_outcome(row, now, why, crashed=True)


class OutcomeRecorder:
    """Stores the outcomes of one account's rows."""

    def __init__(self, database: Database, clock: Clock, platform: str, on_waiting: Callable[[], None]) -> None:
        """Call `on_waiting` when an outcome leaves a row waiting: for another try, as a fallback, or changed."""
        self._database = database
        self._clock = clock
        self._platform = platform
        self._on_waiting = on_waiting
        self._left_waiting = False
        self._waiting: list[tuple[Outcome, asyncio.Future[bool | Exception]]] = []
        self._writing = asyncio.Lock()

    async def record(self, outcome: Outcome) -> None:
        """Store an outcome, however long the database is locked or full: otherwise we would send the row again."""
        await retry_while_locked(lambda: self._store_together(outcome), "outbox-unavailable", key=outcome.row.key)

    async def begin(self, row: Outbox) -> bool:
        """Mark a row as being sent. Return False if it was replaced or settled meanwhile: don't send it then.

        Raises sqlalchemy.exc.OperationalError if the database is locked, full or out of reach.
        """
        outcome = Outcome(row, OutboxState.SENDING)
        try:
            return await retry_conflicts(lambda: self._store_together(outcome))
        except OperationalError:
            await self.record(Outcome(row, OutboxState.PENDING))  # the mark may be stored: only its answer was lost
            raise

    async def _store_together(self, outcome: Outcome) -> bool:
        """Store this outcome and all waiting ones in one transaction. Return False if its row changed meanwhile."""
        done: asyncio.Future[bool | Exception] = asyncio.get_running_loop().create_future()
        self._waiting.append((outcome, done))
        async with self._writing:
            if not done.done():
                await self._store_waiting()
        stored = await done
        if isinstance(stored, Exception):
            raise stored
        return stored

    async def _store_waiting(self) -> None:
        batch, self._waiting = self._waiting, []
        stored: Sequence[bool | Exception]
        try:
            async with self._database.transaction() as uow:
                stored = await self.store(uow, [outcome for outcome, _ in batch])
        except Exception as error:  # noqa: BLE001 - each waiting caller raises it
            stored = [error] * len(batch)
        except asyncio.CancelledError:
            for _, done in batch:
                done.cancel()
            raise
        if self._left_waiting:
            self._left_waiting = False
            self._on_waiting()
        for (_, done), result in zip(batch, stored, strict=True):
            if not done.done():
                done.set_result(result)

    async def store(self, uow: UnitOfWork, outcomes: Sequence[Outcome]) -> list[bool]:
        """Store outcomes in an open transaction. Return for each whether its row was still as it had been."""
        failed = [one.row.key for one in outcomes if one.state in FAILED]
        taken_back = await outbox.taken_back(uow, failed)
        return [await self._store(uow, outcome, taken_back) for outcome in outcomes]

    async def _store(self, uow: UnitOfWork, outcome: Outcome, taken_back: Collection[str]) -> bool:
        if outcome.until is not None:
            await outbox.postpone(uow, outcome.row, until=outcome.until, detail=outcome.detail, failed=outcome.failed)
            self._left_waiting = True
        elif outcome.state in (OutboxState.SENDING, OutboxState.PENDING):
            return await outbox.mark_sending(uow, outcome.row, sending=outcome.state == OutboxState.SENDING)
        else:
            erase = not outbox.keeps_payload(outcome.row, outcome.state) or outcome.row.key in taken_back
            await self._settle(uow, outcome, erase=erase)
        return True

    async def _settle(self, uow: UnitOfWork, outcome: Outcome, *, erase: bool) -> None:
        row, now = outcome.row, self._clock.now()
        if row.collapse_key is None:
            values = {"b_id": row.id, "b_state": outcome.state, "b_detail": outcome.detail, "b_at": now}
            uow.defer(outbox.SETTLE, {**values, "b_erase": erase})
        elif not await outbox.settle(uow, row, state=outcome.state, detail=outcome.detail, at=now, erase=erase):
            self._left_waiting = True
        if outcome.state == OutboxState.REFUSED and isinstance(outcome.call, DirectMessage):
            _post_fallback(uow, row, outcome.call, now)
            self._left_waiting = True
        if outcome.state != OutboxState.SENT:
            return
        if outcome.messages and row.card:
            outbox.record_messages(uow, row.key, outcome.moved_to or row.room, outcome.messages)
        if row.kind == kind_of(Edit) and row.placement:
            uow.defer(outbox.RECORD_EDIT, {"b_outbox_key": row.placement, "b_at": now})
        if outcome.moved_to:
            await self._add_private_room(uow, outcome, outcome.moved_to, now)

    async def _add_private_room(self, uow: UnitOfWork, outcome: Outcome, room: str, now: datetime) -> None:
        """Store a private room that the platform opened for a message."""
        account = outcome.row.account
        user = outcome.row.ordering_key if outcome.row.kind == kind_of(DirectMessage) else ""
        if not await communities.rooms_by_address(uow, [(account, room)]):
            await uow.add(
                Room(
                    account=account, platform=self._platform, room=room, role=RoomRole.DIRECT, user=user,
                    created_at=now,
                )
            )  # fmt: skip


def _post_fallback(uow: UnitOfWork, row: Outbox, call: DirectMessage, now: datetime) -> None:
    """Post the fallback of a refused private message, if it has one, in the room."""
    if call.fallback is None:
        return
    post = Post(room=row.room, content=call.fallback)
    key, account = f"{row.key}/fallback", call.account or row.account
    values = outbox.pending_row(
        key=key, account=account, room=row.room, kind=kind_of(Post), payload=outbound.encode(post), now=now,
        card=row.card,
    )  # fmt: skip
    uow.defer(outbox.ENQUEUE, values)
    if row.card:
        placement = outbox.placement_row(key, account, post.room, row.card, call.fallback.buttons)
        uow.defer(outbox.ADD_PLACEMENT, placement)
