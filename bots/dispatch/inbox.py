"""The inbox of all adapters. Values that arrive together are committed together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import MessageEdited, MessagePosted, Value
from bots.core.invalid_characters import replace_in_value
from bots.dispatch.message_filter import MessageFilter
from bots.dispatch.processor import BatchProcessor
from bots.dispatch.rate_limits import Asker, RateLimiter, Verdict, rate_limited
from bots.ports import Cursor
from bots.retry import retry_while_locked
from bots.routing.router import Router
from bots.turn import room_context
from bots.turn.effects import Effects
from storage.database import Database
from storage.errors import is_conflict
from storage.queries import communities, inbox, members

log = structlog.get_logger()
SMALLEST_BATCH, LARGEST_BATCH = 16, 256
BATCH_SECONDS = 0.25
"""About how long one transaction may take: its own answers wait for its end, and so does everybody else."""
LARGEST_PART = 32
"""How many values of one submission are committed at once: between two parts, others have their turn."""
IDLE_FLUSH_SECONDS = 15.0
"""How often to store the cursors after skipped messages. After a crash, the next start reads those again."""


def batch_size(values: int, seconds: float) -> int:
    """Return how many values fit into BATCH_SECONDS, judging by the last batch: its values, and its seconds."""
    fitting = values * BATCH_SECONDS / max(seconds, 0.001)
    return max(SMALLEST_BATCH, min(LARGEST_BATCH, int(fitting)))


def newest_edits(values: Sequence[Value]) -> list[Value]:
    """Return the values without edits that a later one by the same person replaces: a flood of them is one edit."""
    kept, replaced = list[Value](), set[tuple[str, ...]]()
    for value in reversed(values):
        if type(value) is MessageEdited:
            address = (value.account, value.room, value.message, value.person.user)
            if address in replaced:
                continue
            replaced.add(address)
        kept.append(value)
    return kept[::-1]


@dataclass
class Submission:
    """The values of one `submit`, and a future that is done after their commit."""

    values: list[Value]
    cursor: Cursor | None
    done: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


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
        self._waiting: list[Submission] = []
        self._arrived = asyncio.Event()
        self._committing = asyncio.Lock()
        self._idle_cursors: dict[tuple[str, str], Cursor] = {}
        self._batch_size = SMALLEST_BATCH

    async def load(self) -> None:
        """Load the message filter: before the adapters run, and after another process has changed it."""
        async with self._committing:  # what a commit changes meanwhile would be lost
            await self._load()

    async def _load(self) -> None:
        async with self._database.reading() as uow:
            await self.message_filter.load(uow, self._router, self._processor.fetches)

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """Return the stored token to read on from."""
        async with self._database.reading() as uow:
            return await inbox.cursor(uow, account, scope)

    async def cursors(self, account: str) -> dict[str, str]:
        """Return all stored tokens of an account, by scope."""
        async with self._database.reading() as uow:
            return await inbox.cursors(uow, account)

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
        start = 0
        while len(values) - start > LARGEST_PART:
            await self._submit_part(values[start : start + LARGEST_PART], None)
            start += LARGEST_PART
        await self._submit_part(values[start:], cursor)

    async def _submit_part(self, values: Sequence[Value], cursor: Cursor | None) -> None:
        accepted = [self._limited(value) for value in values if self.message_filter.accepts(value)]
        needed = [replace_in_value(value) for value in accepted if value is not None]
        if not needed:
            if cursor is not None:
                self._idle_cursors[(cursor.account, cursor.scope)] = cursor
            return
        if cursor is not None:
            self._idle_cursors.pop((cursor.account, cursor.scope), None)
        submission = Submission(needed, cursor)
        self._waiting.append(submission)
        self._arrived.set()
        await submission.done

    def _limited(self, value: Value) -> Value | None:
        """Apply the rate limits: return the value, a RateLimited one to warn its person, or None to ignore it.

        An interaction is always answered: its platform shows the person a failure otherwise.
        """
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
                        await self._arrived.wait()
                except TimeoutError:
                    continue
                await self._commit(self._next_batch())
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

    def _next_batch(self) -> list[Submission]:
        """Take as many submissions as fit into a batch, in their order, but at least one."""
        size, number = 0, 0
        for submission in self._waiting:
            size += len(submission.values)
            if number and size > self._batch_size:
                break
            number += 1
        taken, self._waiting = self._waiting[:number], self._waiting[number:]
        if not self._waiting:
            self._arrived.clear()
        return taken

    async def _commit(self, submissions: list[Submission]) -> None:
        values = newest_edits([value for submission in submissions for value in submission.values])
        clock = asyncio.get_running_loop().time
        begun = clock()
        await self._commit_when_possible(
            values, [submission.cursor for submission in submissions if submission.cursor is not None]
        )
        self._batch_size = batch_size(len(values), clock() - begun)
        for submission in submissions:
            if not submission.done.cancelled():
                submission.done.set_result(None)

    async def _commit_when_possible(self, values: list[Value], cursors: list[Cursor]) -> None:
        """Commit the values and cursors; wait while the database is locked, full or out of reach."""
        doubtful = False

        async def commit() -> Effects:
            nonlocal doubtful
            try:
                return await self._processor.commit(values, cursors)
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
