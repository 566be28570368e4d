"""From outbox rows to the platform: order kept in a room, rooms side by side, retries, outcomes recorded together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import OperationalError

from bots.core import inbound
from bots.core.inbound import DeliveryFailed
from bots.ports import Adapter, Clock, Inbox, Later, Receipt, Refused, Sending, Sent, Unknown
from bots.retry import backoff, retry_while_locked
from schedules.delivery.preparation import Read, prepared
from schedules.delivery.results import SHOWN_AGAIN, Outcome, Outcomes, fate_unknown
from storage.database import Database
from storage.queries import inbox, outbox
from storage.tables import Outbox

log = structlog.get_logger()
ROWS_AT_ONCE = 32
LOOSE_AT_ONCE = 64
"""Answers to interactions and the like under way at once: platforms count them apart from what goes to rooms."""
END_SECONDS = 5.0
"""How long what is on its way may still take when we are told to stop."""
_RETRY_DATABASE_SECONDS = 1.0
_FURTHEST = timedelta(minutes=5)


class Delivery:
    """Sends what one account has in its outbox."""

    def __init__(self, database: Database, adapter: Adapter, clock: Clock, inbox: Inbox, read: Read) -> None:
        self._database = database
        self._adapter = adapter
        self._clock = clock
        self._inbox = inbox
        self._read = read
        self._outcomes = Outcomes(database, clock, adapter.platform)
        self._wake = asyncio.Event()
        self._ending = False
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._loose: dict[str, asyncio.Task[None]] = {}
        self._blocked: dict[str, datetime] = {}
        self._paused_until: datetime | None = None

    def wake(self) -> None:
        """There may be something to send."""
        self._wake.set()

    async def recover(self) -> None:
        """Settle what was being sent when the last run ended, and go on with a pause. Call once, before `run`."""
        async with self._database.transaction() as uow:
            self._paused_until = await outbox.paused_until(uow, self._adapter.account)
            for row in await outbox.interrupted(uow, self._adapter.account):
                outcome = self._interrupted(row, "the last run ended while it was being sent")
                log.warning("outbox-interrupted", key=row.key, kind=row.kind, room=row.room, settled=outcome.state)
                await self._outcomes.store(uow, outcome)

    def _interrupted(self, row: Outbox, why: str) -> Outcome:
        """What shows once, however often it is sent, is sent again."""
        if self._adapter.capabilities.idempotent:
            return Outcome(row, "pending", detail=why, until=self._clock.now())
        return fate_unknown(row, self._clock.now(), why, crashed=True)

    async def run(self) -> None:
        """Deliver until cancelled."""
        try:
            while True:
                self._wake.clear()
                try:
                    now = self._clock.now()
                    await self._start(now)
                    pause = await self._pause(now)
                except OperationalError as error:
                    log.error("outbox-unavailable", error=str(error.orig))
                    pause = _RETRY_DATABASE_SECONDS
                try:
                    async with asyncio.timeout(pause):
                        await self._wake.wait()
                except TimeoutError:
                    pass  # the pause is over: look again
        finally:
            await self._end()

    async def _end(self) -> None:
        """Start nothing new; what is on its way has a little time to arrive, so that its fate is known."""
        self._ending = True
        under_way = [*self._lanes.values(), *self._loose.values()]
        if under_way:
            await asyncio.wait(under_way, timeout=END_SECONDS)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    async def drain(self) -> bool:
        """Send all that is due now and return; False when there was nothing. For tests and shutdown."""
        await self._start(self._clock.now())
        under_way = [*self._loose.values(), *self._lanes.values()]
        await asyncio.gather(*under_way)
        return bool(under_way)

    async def _start(self, now: datetime) -> None:
        """Tasks for what waits at `now`, as far as there is room for tasks."""
        self._blocked = {lane: until for lane, until in self._blocked.items() if until > now}
        if self._paused_until is not None and self._paused_until > now:
            return
        await self._start_loose(now)
        await self._start_lanes(now)

    async def _start_loose(self, now: datetime) -> None:
        """A task for each row that waits for nothing else."""
        room = LOOSE_AT_ONCE - len(self._loose)
        if room <= LOOSE_AT_ONCE // 2:
            return  # looked at again when half of them are done
        async with self._database.reading() as uow:
            rows = await outbox.loose(uow, self._adapter.account, now, LOOSE_AT_ONCE + len(self._loose))
        for row in [row for row in rows if row.key not in self._loose and row.lane not in self._blocked][:room]:
            self._loose[row.key] = asyncio.create_task(self._send_loose(row))

    async def _send_loose(self, row: Outbox) -> None:
        put_off = True
        try:
            put_off = not await self._deliver_or_refuse(row)
        except OperationalError as error:
            log.error("outbox-unavailable", error=str(error.orig))
            self._blocked[row.lane] = self._clock.now() + timedelta(seconds=_RETRY_DATABASE_SECONDS)
        finally:
            del self._loose[row.key]
            if put_off or len(self._loose) in (0, LOOSE_AT_ONCE // 2 - 1):
                self._wake.set()

    async def _start_lanes(self, now: datetime) -> None:
        """A task for each waiting lane that has none."""
        at_once = self._adapter.capabilities.lanes
        if len(self._lanes) >= at_once:
            return
        taken = len(self._lanes) + len(self._blocked)
        async with self._database.reading() as uow:
            waiting = await outbox.lanes_waiting(uow, self._adapter.account, now, at_once + taken)
            free = [lane for lane in waiting if lane not in self._lanes and lane not in self._blocked]
            free = free[: at_once - len(self._lanes)]
            rows = await outbox.pending(uow, self._adapter.account, free, ROWS_AT_ONCE) if free else {}
        for lane in free:
            self._lanes[lane] = asyncio.create_task(self._lane(lane, rows[lane]))

    async def _pause(self, looked: datetime) -> float | None:
        """Seconds until something comes due that was put off when we `looked`; None to wait for a wake. Asked while all
        lanes are taken too, since what waits for nothing else needs none."""
        async with self._database.reading() as uow:
            due = await outbox.next_due(uow, self._adapter.account, looked)
        put_off = (due, self._paused_until, *self._blocked.values())
        times = [time for time in put_off if time is not None and time > looked]
        return max(0.01, (min(times) - self._clock.now()).total_seconds()) if times else None

    async def _lane(self, lane: str, rows: Sequence[Outbox]) -> None:
        """Send what waits on one lane, in order; stops at a row that has to be tried again later."""
        try:
            for row in rows:
                if self._ending:
                    return
                if row.not_before > self._clock.now():
                    if row.attempts:
                        self._blocked[lane] = row.not_before
                        return
                    continue
                if not await self._deliver_or_refuse(row):
                    return
        except OperationalError as error:
            log.error("outbox-unavailable", error=str(error.orig))
            self._blocked[lane] = self._clock.now() + timedelta(seconds=_RETRY_DATABASE_SECONDS)
        finally:
            del self._lanes[lane]
            self._wake.set()

    async def _deliver_or_refuse(self, row: Outbox) -> bool:
        """Send one row; one that nobody can make sense of is refused, so that what comes behind it goes out."""
        try:
            if not await self._deliver(row):
                return False
        except OperationalError:
            raise
        except Exception as error:
            log.exception("outbox-unsendable", key=row.key, kind=row.kind, room=row.room)
            await self._outcomes.record(Outcome(row, "refused", detail=repr(error)))
        if row.card:
            await self._take_up()
        return True

    async def _deliver(self, row: Outbox) -> bool:
        """Send one row and record how it ended; False when the lane has to wait."""
        sending = await prepared(self._database, row, self._read)
        if sending is None:
            await self._outcomes.record(Outcome(row, "superseded"))
            return True
        if self._is_noted(row) and not await self._outcomes.begin(row):
            return False  # its room moved while this lane was being sent: the new one sends it
        receipt = await self._adapter.send(sending)
        if isinstance(receipt, Unknown) and (self._adapter.capabilities.idempotent or row.kind not in SHOWN_AGAIN):
            receipt = Later(_back_off(row.attempts), receipt.detail)
        if isinstance(receipt, Later):
            await self._put_off(row, receipt)
            return False
        await self._settle(row, sending, receipt)
        return True

    def _is_noted(self, row: Outbox) -> bool:
        """Whether it is noted that the row is being sent. A key that shows it once does so within one room: there a row
        needs it that another lane may take up."""
        moves = row.lane != row.key
        return row.kind in SHOWN_AGAIN and (moves or not self._adapter.capabilities.idempotent)

    async def _put_off(self, row: Outbox, receipt: Later) -> None:
        seconds = max(receipt.seconds, 0.05) if receipt.seconds else _back_off(row.attempts)
        until = self._clock.now() + timedelta(seconds=seconds)
        if receipt.paced:
            self._blocked[row.lane] = until
            if self._is_noted(row):
                await self._outcomes.record(Outcome(row, "paced"))
            return
        log.warning("outbox-later", key=row.key, room=row.room, seconds=round(seconds, 2), why=receipt.detail)
        self._blocked[row.lane] = until
        if receipt.account_wide:
            await self._pause_account(until, asked=receipt.seconds > 0)
        await self._outcomes.record(Outcome(row, "pending", detail=receipt.detail, until=until))

    async def _pause_account(self, until: datetime, *, asked: bool) -> None:
        """Send nothing for a while. What the platform `asked` for holds over a restart."""
        self._paused_until = until
        if asked:
            await retry_while_locked(
                lambda: self._note_pause(until), "outbox-unavailable", account=self._adapter.account
            )

    async def _note_pause(self, until: datetime) -> None:
        async with self._database.transaction() as uow:
            uow.defer(outbox.PAUSE, {"account": self._adapter.account, "until": until})

    async def _settle(self, row: Outbox, sending: Sending, receipt: Receipt) -> None:
        match receipt:
            case Sent(messages, room):
                log.debug("outbox-sent", key=row.key, kind=row.kind, room=row.room)
                await self._outcomes.record(Outcome(row, "sent", messages=messages, moved_to=room))
            case Refused(reason, detail):
                log.warning("outbox-refused", key=row.key, kind=row.kind, room=row.room, why=reason, detail=detail)
                await self._inbox.submit([self._failed(row, receipt)])
                await self._outcomes.record(
                    Outcome(row, "refused", detail=f"{reason} {detail}".strip(), call=sending.call)
                )
            case Unknown(detail):
                log.warning("outbox-unknown", key=row.key, kind=row.kind, room=row.room, detail=detail)
                await self._outcomes.record(fate_unknown(row, self._clock.now(), detail))

    async def _take_up(self) -> None:
        """Values that came in before we knew whether they are about a message of ours are handled now."""
        parked = await retry_while_locked(self._parked_ready, "outbox-unavailable", account=self._adapter.account)
        if parked:
            await self._inbox.submit([inbound.decode(payload) for payload in parked])

    async def _parked_ready(self) -> Sequence[str]:
        async with self._database.reading() as uow:
            return await inbox.parked_ready(uow, self._adapter.account)

    def _failed(self, row: Outbox, receipt: Refused) -> DeliveryFailed:
        return DeliveryFailed(
            key=f"failed:{row.key}.{row.version}", account=row.account, room=row.room, at=self._clock.now(),
            outbox_key=row.key, kind=row.kind, reason=receipt.reason, detail=receipt.detail, right=receipt.right,
        )  # fmt: skip


def _back_off(attempts: int) -> float:
    """Return the seconds before the next try: half a second at first, five minutes at most."""
    return backoff(attempts, first=0.5, longest=_FURTHEST.total_seconds())
