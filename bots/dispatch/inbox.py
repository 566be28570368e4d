"""The inbox of all adapters. Values that arrive together are committed together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import BotInvited, MessagePosted, Value
from bots.core.invalid_characters import replace_in_value
from bots.dispatch.gestures import Floods, drop_replaced, dropped, newest_edits
from bots.dispatch.message_filter import MessageFilter
from bots.dispatch.processor import BatchProcessor
from bots.dispatch.rate_limits import Asker, RateLimiter, Verdict, rate_limited
from bots.dispatch.submissions import Submission, SubmissionQueue
from bots.ports import Cursor
from bots.retry import retry_while_locked
from bots.routing.router import Router
from bots.turn import room_context
from bots.turn.effects import Effects
from storage.database import Database
from storage.errors import is_conflict
from storage.queries import communities, inbox, members
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()
Result = TypeVar("Result")
LARGEST_PART = 32
"""How many values of one submission are committed at once: between two parts, others have their turn."""
IDLE_FLUSH_SECONDS = 15.0
"""How often to store the cursors after skipped messages. After a crash, the next start reads those again."""


class Dispatch:
    """Implements the Inbox port. Calls `on_commit` after each transaction that wrote something."""

    def __init__(
        self,
        database: Database,
        processor: BatchProcessor,
        router: Router,
        on_commit: Callable[[Effects], None],
        limiter: RateLimiter,
    ) -> None:
        self.message_filter = MessageFilter()
        self._database = database
        self._processor = processor
        self._router = router
        self._on_commit = on_commit
        self._limiter = limiter
        self._floods = Floods(limiter.may_gesture)
        self._queue = SubmissionQueue()
        self._committing = asyncio.Lock()
        self._idle_cursors: dict[tuple[str, str], Cursor] = {}

    async def load(self) -> None:
        """Load the message filter: before the adapters run, and after another process has changed it."""
        async with self._committing:  # what a commit changes meanwhile would be lost
            await self._load()

    async def _load(self) -> None:
        async with self._database.reading() as uow:
            await self.message_filter.load(uow, self._router, self._processor.fetches)

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """Return the stored token to read on from. Wait while the database is locked or out of reach."""
        return await self._read(lambda uow: inbox.cursor(uow, account, scope))

    async def cursors(self, account: str) -> dict[str, str]:
        """Return all stored tokens of an account, by scope. Wait while the database is locked or out of reach."""
        return await self._read(lambda uow: inbox.cursors(uow, account))

    async def _read(self, query: Callable[[UnitOfWork], Awaitable[Result]]) -> Result:
        async def read() -> Result:
            async with self._database.reading() as uow:
                return await query(uow)

        return await retry_while_locked(read)

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Return completions for a partly typed argument; none for a person who asks too often."""
        if what not in self._router.suggestions or not self._limiter.may_suggest(account, user):
            return []
        async with self._database.reading() as uow:
            row = (await communities.rooms_by_address(uow, [(account, room)])).get((account, room))
            member = await members.identity_by_user(uow, row.platform, user) if row is not None else None
            context = await room_context.of_room(uow, row)
            return await self._router.suggestions[what](uow, context, member.member_id if member else None, typed)

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Commit the values that a handler needs, with the cursor after them; return after the commit.

        Commit many values part by part, and the cursor with the last part: values that are read again have known keys.
        """
        now, later = self._floods.divide(values)
        try:
            start = 0
            while len(now) - start > LARGEST_PART:
                await self._submit_part(now[start : start + LARGEST_PART], None)
                start += LARGEST_PART
            await self._submit_part(now[start:], None if later else cursor)
            await self._submit_flood(later, cursor)
        finally:
            self._floods.handled(later)

    async def _submit_part(self, values: Sequence[Value], cursor: Cursor | None) -> None:
        accepted = [self._limited(value) for value in values if self.message_filter.accepts(value)]
        needed = [replace_in_value(value) for value in accepted if value is not None]
        if not needed:
            if cursor is not None:
                self._idle_cursors[(cursor.account, cursor.scope)] = cursor
            return
        self._replace_idle(cursor)
        await self._queue.add(needed, cursor).done

    async def _submit_flood(self, values: Sequence[Value], cursor: Cursor | None) -> None:
        """Commit, behind everybody else's, what is left of a flood without what a later value replaces."""
        kept = [replace_in_value(value) for value in drop_replaced(values)]
        if kept:
            self._replace_idle(cursor)
            await self._queue.add_behind(kept, dropped(values, kept), cursor)

    def _replace_idle(self, cursor: Cursor | None) -> None:
        """Forget the cursor after skipped messages: a later one is stored with values."""
        if cursor is not None:
            self._idle_cursors.pop((cursor.account, cursor.scope), None)

    def _limited(self, value: Value) -> Value | None:
        """Apply the rate limits: return the value, a RateLimited one to warn its person, or None to ignore it.

        An interaction is always answered: its platform shows the person a failure otherwise.
        """
        if isinstance(value, BotInvited) and not self._limiter.may_invite(value):
            log.warning("invitation-ignored", account=value.account, room=value.room, user=value.person.user)
            return None
        ordinary = isinstance(value, MessagePosted) and not self.message_filter.answers(value)
        if ordinary or not isinstance(value, Asker):
            return value
        verdict = self._limiter.judge(value)
        if verdict is Verdict.HANDLE:
            return value
        stand_in = rate_limited(value)
        return stand_in if verdict is Verdict.WARN or stand_in.token is not None else None

    async def run(self) -> None:
        """Commit what arrives, until cancelled. Every few seconds, store the cursors after skipped messages."""
        clock = asyncio.get_running_loop().time
        flush_at = clock() + IDLE_FLUSH_SECONDS
        try:
            while True:
                if clock() >= flush_at:
                    await self.flush_idle()
                    flush_at = clock() + IDLE_FLUSH_SECONDS
                try:
                    async with asyncio.timeout(IDLE_FLUSH_SECONDS):
                        await self._queue.arrived.wait()
                except TimeoutError:
                    continue
                await self._commit(self._queue.next_batch())
        finally:
            await self._last_flush()

    async def _last_flush(self) -> None:
        """Store the idle cursors once more.

        Do not wait for a database that is locked or full: the next start may read the skipped messages again.
        """
        try:
            await self._processor.commit([], list(self._idle_cursors.values()))
        except OperationalError as error:
            log.warning("cursors-not-stored", error=str(error.orig))

    def forget_cursors(self, account: str) -> None:
        """Forget how far we have read an account that another process reads now."""
        self._idle_cursors = {key: cursor for key, cursor in self._idle_cursors.items() if key[0] != account}

    async def flush_idle(self) -> None:
        """Store the cursors after messages that no handler needed."""
        if self._idle_cursors:
            taken, self._idle_cursors = self._idle_cursors, {}
            await self._commit_when_possible([], list(taken.values()))

    async def _commit(self, submissions: list[Submission]) -> None:
        arrived = [value for submission in submissions for value in submission.values]
        values = newest_edits(arrived)
        replaced = dropped(arrived, values) + [value for submission in submissions for value in submission.replaced]
        clock = asyncio.get_running_loop().time
        begun = clock()
        await self._commit_when_possible(
            values, [submission.cursor for submission in submissions if submission.cursor is not None], replaced
        )
        self._queue.committed(submissions, len(values), clock() - begun)

    async def _commit_when_possible(
        self, values: list[Value], cursors: list[Cursor], replaced: Sequence[Value] = ()
    ) -> None:
        """Commit the values and cursors; wait while the database is locked, full or out of reach."""
        doubtful = False

        async def commit() -> Effects:
            nonlocal doubtful
            try:
                return await self._processor.commit(values, cursors, replaced)
            except OperationalError as error:
                doubtful = doubtful or not is_conflict(error.orig)
                raise

        async with self._committing:
            effects = await retry_while_locked(commit, values=len(values))
            if doubtful:
                await retry_while_locked(self._load)
                effects.uncertain = effects.wrote = True
            self._after_commit(effects)

    def _after_commit(self, effects: Effects) -> None:
        """Update the message filter, and report what the transaction wrote."""
        self.message_filter.update(effects)
        if effects.wrote:
            self._on_commit(effects)
