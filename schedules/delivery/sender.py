"""Delivery of single outbox rows: send, record the result, retry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog
from msgspec import structs
from sqlalchemy.exc import OperationalError

from bots.core import inbound
from bots.core.inbound import DeliveryFailed
from bots.core.outbound import Answer, Call, DirectMessage, ReadCalendar, ShowForm, decode_reading, kind_of
from bots.ports import Adapter, Clock, FileDelayed, Inbox, Later, Receipt, Refused, Sending, Sent, Unknown
from bots.retry import backoff, retry_while_locked
from schedules.calendars.reader import CalendarReader
from schedules.delivery.files import FileStore
from schedules.delivery.pauses import Pauses
from schedules.delivery.preparation import attachments, prepare
from schedules.delivery.results import RESENT_KINDS, Outcome, OutcomeRecorder, unknown_outcome
from storage.database import Database
from storage.queries import inbox
from storage.tables import Outbox, OutboxState

log = structlog.get_logger()
SHOWN_TWICE = frozenset({*RESENT_KINDS, kind_of(Answer), kind_of(ShowForm)})
"""Calls whose repetition a platform without idempotency keys would show twice. All others can be repeated."""
_LONGEST_RETRY_SECONDS = 300.0
_READ_CALENDAR = kind_of(ReadCalendar)
_ANSWER = kind_of(Answer)
_FILE_SECONDS = 2.0
"""How long a room waits before it asks again for a file that can't be read yet."""


class RowSender:
    """Sends outbox rows of one account."""

    def __init__(
        self,
        database: Database,
        adapter: Adapter,
        clock: Clock,
        inbox: Inbox,
        files: FileStore,
        pauses: Pauses,
        on_waiting: Callable[[], None],
        calendars: CalendarReader | None = None,
    ) -> None:
        """Call `on_waiting` when an outcome leaves a row of the account waiting in the outbox."""
        self._database = database
        self._adapter = adapter
        self._clock = clock
        self._inbox = inbox
        self._files = files
        self._pauses = pauses
        self._calendars = calendars
        self.moved_rooms: set[str] = set()
        """Rooms whose id changed in this run."""
        self.outcomes = OutcomeRecorder(database, clock, adapter.platform, on_waiting)

    async def send(self, row: Outbox) -> bool:
        """Send a row and record its outcome. Return False if its ordering key has to wait.

        Refuse a row that raises an error, so that the next ones go out. Raises sqlalchemy.exc.OperationalError if the
        database is locked or full.
        """
        try:
            if not await self._send(row):
                return False
        except OperationalError:
            raise
        except Exception as error:
            log.exception("outbox-unsendable", key=row.key, kind=row.kind, room=row.room)
            await self.outcomes.record(Outcome(row, OutboxState.REFUSED, detail=repr(error)))
        if row.card:
            await self._submit_parked()
        return True

    async def _read_calendar(self, row: Outbox) -> bool:
        """Read somebody else's calendar, and submit the result."""
        assert self._calendars is not None, "an application reads calendars"
        await self._inbox.submit([await self._calendars.read(decode_reading(row.payload), row.account, row.key)])
        await self.outcomes.record(Outcome(row, OutboxState.SENT))
        return True

    async def _send(self, row: Outbox) -> bool:
        if row.kind == _READ_CALENDAR and row.payload:
            return await self._read_calendar(row)
        sending = await prepare(self._database, row)
        if sending is None:
            await self.outcomes.record(Outcome(row, OutboxState.SUPERSEDED))
            return True
        if self._needs_mark(row) and not await self.outcomes.begin(row):
            return False  # the room has a new id since: the row goes out under the new ordering key
        receipt: Receipt
        try:
            async with self._files.lend(attachments(sending.call)) as files:
                receipt = await self._adapter.send(structs.replace(sending, files=files))
        except FileDelayed as delayed:
            receipt = Later(_FILE_SECONDS, str(delayed))
        if isinstance(receipt, Unknown) and (self._adapter.capabilities.idempotent or row.kind not in SHOWN_TWICE):
            receipt = Later(0, receipt.detail)
        if isinstance(receipt, Later):
            await self._postpone(row, receipt)
            return False
        await self._settle(row, sending, receipt)
        return True

    def _needs_mark(self, row: Outbox) -> bool:
        """Return whether to mark the row as being sent, since the platform could show it twice.

        Idempotency keys hold within one room only, so a row that may move to another room needs the mark too. An
        answer does without while its room has not moved, which the only process on a file knows: the mark is a commit
        that the person would wait for, and nobody changes what an answer says.
        """
        if row.kind not in SHOWN_TWICE or not self._adapter.capabilities.idempotent:
            return row.kind in SHOWN_TWICE
        stays = row.kind == _ANSWER and not row.card and self._database.file is not None
        return row.ordering_key != row.key and not (stays and row.room not in self.moved_rooms)

    async def _postpone(self, row: Outbox, receipt: Later) -> None:
        seconds = max(receipt.seconds, 0.05) if receipt.seconds else _backoff(row.attempts)
        until = self._clock.now() + timedelta(seconds=seconds)
        # Within the chat's own pace, more urgent rows may still go: the platform keeps a share for them.
        level = row.priority if receipt.self_imposed and row.ordering_key != row.key else 0
        self._pauses.pause(row.ordering_key, until, level)
        if receipt.self_imposed:
            if self._needs_mark(row):
                await self.outcomes.record(Outcome(row, OutboxState.PENDING))
            return
        log.warning("outbox-later", key=row.key, room=row.room, seconds=round(seconds, 2), why=receipt.detail)
        if receipt.account_wide:
            await self._pauses.pause_account(until, store=receipt.seconds > 0)
        failed = not receipt.seconds
        await self.outcomes.record(Outcome(row, OutboxState.PENDING, detail=receipt.detail, until=until, failed=failed))

    async def _settle(self, row: Outbox, sending: Sending, receipt: Sent | Refused | Unknown) -> None:
        match receipt:
            case Sent(messages, room):
                log.debug("outbox-sent", key=row.key, kind=row.kind, room=row.room)
                outcome = Outcome(row, OutboxState.SENT, messages=messages, moved_to=room)
            case Refused(reason, detail):
                log.warning("outbox-refused", key=row.key, kind=row.kind, room=row.room, why=reason, detail=detail)
                await self._inbox.submit([self._failure(row, sending.call, receipt)])
                detail = f"{reason} {detail}".strip()
                outcome = Outcome(row, OutboxState.REFUSED, detail=detail, call=sending.call)
            case Unknown(detail):
                log.warning("outbox-unknown", key=row.key, kind=row.kind, room=row.room, detail=detail)
                outcome = unknown_outcome(row, self._clock.now(), detail)
        await self.outcomes.record(outcome)

    def _failure(self, row: Outbox, call: Call, receipt: Refused) -> DeliveryFailed:
        account = (isinstance(call, DirectMessage) and call.account) or row.account
        return DeliveryFailed(
            key=f"failed:{row.key}.{row.version}", account=account, room=row.room, at=self._clock.now(),
            outbox_key=row.key, kind=row.kind, reason=receipt.reason, detail=receipt.detail, right=receipt.right,
        )  # fmt: skip

    async def _submit_parked(self) -> None:
        """Handle the parked values whose message we know now."""
        parked = await retry_while_locked(self._parked_ready, "outbox-unavailable", account=self._adapter.account)
        if parked:
            await self._inbox.submit([inbound.decode(payload) for payload in parked])

    async def _parked_ready(self) -> Sequence[str]:
        async with self._database.reading() as uow:
            return await inbox.parked_ready(uow, self._adapter.account)


def _backoff(attempts: int) -> float:
    """Return the seconds before the next try: half a second at first, five minutes at most."""
    return backoff(attempts, first=0.5, longest=_LONGEST_RETRY_SECONDS)
