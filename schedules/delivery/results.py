"""How outbox rows ended, recorded many in one transaction: whoever comes first writes for those who wait."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bots.core import outbound
from bots.core.outbound import Call, DirectMessage, Edit, Post
from bots.ports import Clock
from bots.retry import retry_while_locked
from storage.database import Database
from storage.queries import communities, outbox
from storage.tables import Outbox, Room
from storage.unit_of_work import UnitOfWork

SHOWN_AGAIN = frozenset({"Post", "DirectMessage", "Answer", "ShowForm", "Gather"})
"""What a platform without idempotency keys would show twice; all other calls can be repeated without harm."""
REPEATED = frozenset({"Post", "DirectMessage", "Gather"})
"""Of those, what is sent again when nobody knows whether it arrived: a missing reminder is worse than a doubled one. An
answer is not: whoever asked sees that nothing came, and asks again."""
_SETTLE_SECONDS = 2
_AGAIN = "fate unknown, sent again"


@dataclass(frozen=True)
class Outcome:
    """`state` is the row's new one; `until` when it is to be tried again; `moved_to` the private room it went to."""

    row: Outbox
    state: str
    messages: tuple[str, ...] = ()
    moved_to: str | None = None
    detail: str = ""
    until: datetime | None = None
    call: Call | None = None


def fate_unknown(row: Outbox, now: datetime, detail: str, *, crashed: bool = False) -> Outcome:
    """What becomes of a row that may or may not have been performed, on a platform that would show it twice.

    After a lost reply it is sent again once, since the platform was reached. After a crash it always is: most rows that
    were under way then still waited for their turn.
    """
    if row.kind in REPEATED and (crashed or not row.detail.startswith(_AGAIN)):
        again = f"{_AGAIN}: {detail}"
        return Outcome(row, "pending", detail=again, until=now + timedelta(seconds=_SETTLE_SECONDS))
    return Outcome(row, "unknown", detail=detail)


class Outcomes:
    """Records outcomes of one account."""

    def __init__(self, database: Database, clock: Clock, platform: str) -> None:
        self._database = database
        self._clock = clock
        self._platform = platform
        self._waiting: list[tuple[Outcome, asyncio.Future[bool | Exception]]] = []
        self._writing = asyncio.Lock()

    async def record(self, outcome: Outcome) -> None:
        """Returns once the outcome is committed, however long the database is locked or full: what was sent and not
        noted would be sent again."""
        await retry_while_locked(lambda: self._together(outcome), "outbox-unavailable", key=outcome.row.key)

    async def begin(self, row: Outbox) -> bool:
        """Note that it is being sent; False when it is not to be sent any more.

        Raises sqlalchemy.exc.OperationalError when that can't be noted."""
        return await self._together(Outcome(row, "sending"))

    async def _together(self, outcome: Outcome) -> bool:
        """Write this outcome and those that wait with it; False when it does not hold any more."""
        done: asyncio.Future[bool | Exception] = asyncio.get_running_loop().create_future()
        self._waiting.append((outcome, done))
        async with self._writing:
            if not done.done():
                await self._write()
        stored = await done
        if isinstance(stored, Exception):
            raise stored
        return stored

    async def _write(self) -> None:
        taken, self._waiting = self._waiting, []
        stored: Sequence[bool | Exception]
        try:
            async with self._database.transaction() as uow:
                stored = [await self.store(uow, outcome) for outcome, _ in taken]
        except Exception as error:  # noqa: BLE001 - whoever waits for it hears of it
            stored = [error] * len(taken)
        except asyncio.CancelledError:
            for _, done in taken:
                done.cancel()
            raise
        for (_, done), holds in zip(taken, stored, strict=True):
            if not done.done():
                done.set_result(holds)

    async def store(self, uow: UnitOfWork, outcome: Outcome) -> bool:
        """Write one outcome in a transaction of somebody else's; False when it does not hold any more."""
        if outcome.state in ("sending", "paced"):
            return await outbox.under_way(uow, outcome.row, on=outcome.state == "sending")
        await self._end(uow, outcome)
        return True

    async def _end(self, uow: UnitOfWork, outcome: Outcome) -> None:
        row, now = outcome.row, self._clock.now()
        if outcome.until is not None:
            await outbox.put_off(uow, row, until=outcome.until, detail=outcome.detail)
            return
        if row.collapse is None:
            ended = {"b_id": row.id, "b_state": outcome.state, "b_detail": outcome.detail, "b_at": now}
            uow.defer(outbox.SETTLE, ended)
        else:
            await outbox.settle(uow, row, state=outcome.state, detail=outcome.detail, at=now)
        if outcome.state == "refused" and isinstance(outcome.call, DirectMessage) and outcome.call.fallback is not None:
            _fall_back(uow, row, outcome.call, now)
        if outcome.state != "sent":
            return
        if outcome.messages and row.card:
            await outbox.placed(uow, row.key, outcome.moved_to or row.room, outcome.messages)
        if row.kind == Edit.__name__ and row.placement:
            await outbox.edited(uow, row.placement, now)
        if outcome.moved_to:
            await self._know(uow, row.account, outcome.moved_to, now)

    async def _know(self, uow: UnitOfWork, account: str, room: str, now: datetime) -> None:
        """A private room that delivery opened is a room like the others."""
        if not await communities.rooms_at(uow, [(account, room)]):
            row = Room(account=account, platform=self._platform, room=room, role="direct", created_at=now)
            await uow.add(row)


def _fall_back(uow: UnitOfWork, row: Outbox, call: DirectMessage, now: datetime) -> None:
    """What could not be said in private is said in the room."""
    assert call.fallback is not None
    post = Post(room=row.room, content=call.fallback)
    key = f"{row.key}/fallback"
    values = outbox.row(
        key=key, account=row.account, room=row.room, kind=Post.__name__, payload=outbound.encode(post), now=now,
        card=row.card,
    )  # fmt: skip
    uow.defer(outbox.PUT, values)
    if row.card:
        uow.defer(outbox.PLACE, outbox.placement_row(key, row.account, post.room, row.card, call.fallback.buttons))
