"""The transaction of a batch of inbound values: rows, outbox rows and cursors together."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import Value
from bots.dispatch.dead_letters import bury
from bots.dispatch.handling import BatchHandling, ValueEndedRun
from bots.ports import Capabilities, Clock, Cursor
from bots.routing.router import Router
from bots.turn.effects import Effects
from storage.crash_journal import CrashJournal, Phase
from storage.database import Database
from storage.prepared import apart
from storage.queries import inbox
from storage.tables import Outbox
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()


class BatchProcessor:
    """Handles batches of values.

    The first try runs all handlers, and draws all cards, without savepoints. If a handler fails after it wrote to the
    database, or a card does, the batch is rolled back and runs again with a savepoint for each. Then only the failing
    one loses its writes. If the batch still cannot be committed, each value gets its own transaction; so does each
    after a batch that ended the process.
    """

    def __init__(
        self,
        database: Database,
        router: Router,
        clock: Clock,
        capabilities: Mapping[str, Capabilities],
        journal: CrashJournal | None = None,
        announce: Callable[[UnitOfWork, Effects], Awaitable[None]] | None = None,
    ) -> None:
        """Call `announce` at the end of each transaction that handled values, for other processes."""
        self._announce = announce
        self._database = database
        self._clock = clock
        self._capabilities = capabilities
        self._journal = journal or CrashJournal()
        self._handling = BatchHandling(router, clock, capabilities, self._journal)

    def fetches(self, account: str) -> bool:
        """Return whether this account's platform can fetch a message later."""
        return self._capabilities[account].fetch

    async def commit(
        self, values: Sequence[Value], cursors: Sequence[Cursor], replaced: Sequence[Value] = ()
    ) -> Effects:
        """Handle the values and store the cursors in one transaction.

        `replaced`: values that later ones make void, which need no handling if they arrive once more.
        Raises sqlalchemy.exc.OperationalError when the database is locked or full; nothing is stored then.
        """
        for savepoints in () if self._takes_alone(values) else (False, True):
            try:
                return await self._transact(values, cursors, replaced, savepoints=savepoints)
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001 - whichever value failed, the others must be handled
                log.info("batch-redone", error=str(error), values=len(values), savepoints=savepoints)
        return await self._commit_each(values, cursors, replaced)

    def _takes_alone(self, values: Sequence[Value]) -> bool:
        """Return whether a batch ended the last run, so that each value gets its own transaction now."""
        journal = self._journal
        guilty = journal.phase is Phase.READING and any(value.key == journal.guilty for value in values)
        return guilty or journal.cautious > 0

    async def _commit_each(
        self, values: Sequence[Value], cursors: Sequence[Cursor], replaced: Sequence[Value]
    ) -> Effects:
        """Handle each value in a transaction of its own."""
        self._journal.cautious -= len(values)
        effects = Effects()
        for value in values:
            effects.merge(await self._commit_alone(value))
        effects.merge(await self._transact([], cursors, replaced, savepoints=True))
        return effects

    async def _commit_alone(self, value: Value) -> Effects:
        if value.key == self._journal.guilty and self._journal.phase is Phase.READING:
            await self._bury_alone(value, ValueEndedRun(value.key))
            return Effects()
        try:
            return await self._transact([value], [], (), savepoints=True)
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - a value that cannot be handled becomes a dead letter
            await self._bury_alone(value, error)
            return Effects()

    async def _bury_alone(self, value: Value, error: Exception) -> None:
        """Bury a value in its own transaction. If even that fails, log it, since the next values must be handled."""
        try:
            async with self._database.transaction() as uow:
                bury(uow, value, error, self._clock.now())
        except OperationalError:
            raise
        except Exception:
            log.exception("value-lost", value=repr(value))

    async def _transact(
        self, values: Sequence[Value], cursors: Sequence[Cursor], replaced: Sequence[Value], *, savepoints: bool
    ) -> Effects:
        effects = Effects()
        async with self._database.transaction() as uow:
            await self._handling.handle(uow, values, effects, savepoints=savepoints)
            for value in replaced:
                uow.defer(inbox.MARK_SEEN, {"key": value.key, "at": self._clock.now()})
            for cursor in cursors:
                uow.defer(inbox.SET_CURSOR, {"account": cursor.account, "scope": cursor.scope, "token": cursor.token})
            if self._announce is not None and effects.wrote:
                await self._announce(uow, effects)
        effects.queued = [apart(Outbox, row) for row in uow.inserted]
        effects.outbox_changed = "outbox" in uow.changed
        return effects
