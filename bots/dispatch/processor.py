"""The processing of a batch of inbound values in one transaction: rows, outbox rows and cursors together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import nullcontext

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import ChoiceMade, MessageDeleted, PersonInbound, TimerFired, Unreadable, Value
from bots.core.refusal import Refusal
from bots.dispatch import activity, reconciliation, signs
from bots.dispatch.audit import act_of
from bots.dispatch.card_followers import follow_cards
from bots.dispatch.dead_letters import bury, finish_timer
from bots.dispatch.parking import park
from bots.dispatch.planning import Handle, Park, plan
from bots.dispatch.prefetch import Prefetched, prefetch, reactivate_room, read_rooms_again, timer_key
from bots.dispatch.rate_limits import Asker
from bots.dispatch.refusals import answer_refusal, apologize
from bots.dispatch.room_resolution import context_of, resolve_rooms
from bots.ports import Capabilities, Clock, Cursor
from bots.routing.router import Router
from bots.turn import cards
from bots.turn.effects import Effects
from bots.turn.room_context import RoomContext
from bots.turn.turn import Turn
from storage.crash_journal import CrashJournal, Phase
from storage.database import Database
from storage.queries import audit, inbox, timers
from storage.queries.members import MemberSummary
from storage.tables import Outbox
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()


class ValueEndedRun(RuntimeError):
    """This value killed or hung the process in the last run."""


class BatchProcessor:
    """Handles batches of values.

    The first try runs all handlers without savepoints. If one fails after it wrote to the database, the batch is rolled
    back and runs again with a savepoint for each handler. Then only the failing one loses its writes. If the batch
    still cannot be committed, each value gets its own transaction; so does each after a batch that ended the process.
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
        self._router = router
        self._clock = clock
        self._capabilities = capabilities
        self._journal = journal or CrashJournal()

    def fetches(self, account: str) -> bool:
        """Return whether this account's platform can fetch a message later."""
        return self._capabilities[account].fetch

    async def commit(self, values: Sequence[Value], cursors: Sequence[Cursor]) -> Effects:
        """Handle the values and store the cursors in one transaction.

        Raises sqlalchemy.exc.OperationalError when the database is locked or full; nothing is stored then.
        """
        for savepoints in () if self._takes_alone(values) else (False, True):
            try:
                return await self._transact(values, cursors, savepoints=savepoints)
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001 - whichever value failed, the others must be handled
                log.info("batch-redone", error=str(error), values=len(values), savepoints=savepoints)
        return await self._commit_each(values, cursors)

    def _takes_alone(self, values: Sequence[Value]) -> bool:
        """Return whether a batch ended the last run, so that each value gets its own transaction now."""
        journal = self._journal
        guilty = journal.phase is Phase.READING and any(value.key == journal.guilty for value in values)
        return guilty or journal.cautious > 0

    async def _commit_each(self, values: Sequence[Value], cursors: Sequence[Cursor]) -> Effects:
        """Handle each value in a transaction of its own."""
        self._journal.cautious -= len(values)
        effects = Effects()
        for value in values:
            effects.merge(await self._commit_alone(value))
        effects.merge(await self._transact([], cursors, savepoints=True))
        return effects

    async def _commit_alone(self, value: Value) -> Effects:
        if value.key == self._journal.guilty and self._journal.phase is Phase.READING:
            await self._bury_alone(value, ValueEndedRun(value.key))
            return Effects()
        try:
            return await self._transact([value], [], savepoints=True)
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

    async def _transact(self, values: Sequence[Value], cursors: Sequence[Cursor], *, savepoints: bool) -> Effects:
        effects = Effects()
        async with self._database.transaction() as uow:
            await self._handle_batch(uow, values, effects, savepoints=savepoints)
            for cursor in cursors:
                uow.defer(inbox.SET_CURSOR, {"account": cursor.account, "scope": cursor.scope, "token": cursor.token})
            if self._announce is not None and effects.wrote:
                await self._announce(uow, effects)
        effects.queued = [Outbox(**row) for row in uow.inserted]
        effects.outbox_changed = "outbox" in uow.changed
        return effects

    async def _handle_batch(
        self, uow: UnitOfWork, values: Sequence[Value], effects: Effects, *, savepoints: bool
    ) -> None:
        unseen, buried = await _drop_seen(uow, values)
        if not unseen:
            return
        for key in buried:
            uow.defer(inbox.DELETE_DEAD_LETTER, {"b_key": key})
        effects.wrote = True
        self._journal.begin(unseen[0].key, Phase.BATCH if len(unseen) > 1 else Phase.READING)
        unseen = await reconciliation.reconcile(uow, await resolve_rooms(uow, unseen))
        prefetched = await prefetch(uow, unseen, self._clock.now())
        for before, value in zip([unseen[0], *unseen], unseen, strict=False):
            if isinstance(value, TimerFired) and not isinstance(before, TimerFired):
                prefetched.timers.intersection_update(await timers.existing_timers(uow, prefetched.timers))
            await asyncio.sleep(0)  # whoever else waits goes first: a press is acknowledged within seconds
            self._journal.begin(value.key)
            await self._handle_value(uow, value, prefetched, effects, savepoints=savepoints)
        await audit.append(uow, effects.acts)
        await self._redraw(uow, unseen[-1], effects)
        self._journal.end()

    async def _handle_value(
        self, uow: UnitOfWork, value: Value, prefetched: Prefetched, effects: Effects, *, savepoints: bool
    ) -> None:
        """Mark a value as handled, and run its handler."""
        if isinstance(value, TimerFired):
            if timer_key(value) not in prefetched.timers:
                return
            finish_timer(uow, value)
        reactivate_room(value, prefetched)
        guilty = value.key == self._journal.guilty
        step = Handle(value, _refuse_to_run) if guilty else plan(value, prefetched, self._router)
        if isinstance(step, Park):
            park(uow, value)
            return
        if not isinstance(value, TimerFired):
            uow.defer(inbox.MARK_SEEN, {"key": value.key, "at": self._clock.now()})
        if not isinstance(value, Asker):  # no request of a person is ever parked
            uow.defer(inbox.UNPARK, {"b_key": value.key})
        if isinstance(value, MessageDeleted):
            uow.defer(inbox.UNPARK_REACTION, {"b_account": value.account, "b_reaction": value.message})
        if isinstance(value, Unreadable):
            bury(uow, value, ValueError(value.error), self._clock.now())
        if isinstance(step, Handle):
            if isinstance(value, ChoiceMade):
                reconciliation.record_choice(uow, value, self._clock.now())
            await self._run(uow, step, prefetched, effects, savepoints=savepoints)
        await read_rooms_again(uow, value, prefetched)

    async def _run(
        self, uow: UnitOfWork, step: Handle, prefetched: Prefetched, effects: Effects, *, savepoints: bool
    ) -> None:
        """Run a handler. Raises whatever it raised if its writes cannot be undone without a savepoint."""
        turn = await self._turn(uow, step.value, prefetched)
        uow.checkpoint()
        try:
            async with uow.savepoint() if savepoints else nullcontext():
                await step.run(turn)
            if (act := act_of(turn)) is not None:
                turn.effects.acts.append(act)
        except OperationalError:
            raise
        except Exception as error:
            if not savepoints and not uow.undo():
                raise
            turn.effects = Effects()
            if isinstance(error, Refusal):
                await answer_refusal(turn, error)
            else:
                bury(uow, step.value, error, self._clock.now())
                apologize(turn)
        activity.note(turn)
        await signs.note(turn)
        turn.close_interaction()
        effects.merge(turn.effects)

    async def _turn(self, uow: UnitOfWork, value: Value, prefetched: Prefetched) -> Turn:
        person = value.person if isinstance(value, PersonInbound) else None
        actor = prefetched.people.get((person.platform, person.user)) if person else None
        room = prefetched.rooms.get((value.account, value.room))
        return self._turn_in(uow, value, await context_of(uow, room, actor, value, self._router.commands), actor)

    def _turn_in(
        self, uow: UnitOfWork, value: Value, room_context: RoomContext, actor: MemberSummary | None = None
    ) -> Turn:
        return Turn(
            value=value, uow=uow, now=self._clock.now(), room_context=room_context, actor=actor,
            capabilities_by_account=self._capabilities, commands_by_name=self._router.commands_by_name,
            extensions=self._router.extensions,
        )  # fmt: skip

    async def _redraw(self, uow: UnitOfWork, cause: Value, effects: Effects) -> None:
        """Redraw the dirty cards, and what follows them. One that fails does not affect the others."""
        await follow_cards(self._router.followers, self._turn_in(uow, cause, RoomContext()), effects)
        for card, key in effects.dirty_cards.items():
            await asyncio.sleep(0)
            self._journal.begin(key)
            try:
                async with uow.savepoint():
                    turn, rewrite = self._turn_in(uow, cause, RoomContext()), card in effects.rewritten_cards
                    await cards.redraw(self._router.cards, turn, card, key, rewrite=rewrite)
                if turn.effects.earliest_timer is not None:
                    effects.note_timer(turn.effects.earliest_timer)
            except OperationalError:
                raise
            except Exception:  # the rows are right; only the message is outdated
                log.exception("card-not-drawn", card=card)


async def _refuse_to_run(turn: Turn) -> None:
    """Fail instead of the handler that ended the process last time, so that its value is buried."""
    raise ValueEndedRun(turn.value.key)


async def _drop_seen(uow: UnitOfWork, values: Sequence[Value]) -> tuple[list[Value], set[str]]:
    """Return the values that have not been handled before, each once, and the keys of those that are dead letters."""
    seen, buried = await inbox.seen_and_buried(uow, [value.key for value in values])
    unseen: dict[str, Value] = {}
    for value in values:
        if value.key not in seen:
            unseen.setdefault(value.key, value)
    return list(unseen.values()), buried & unseen.keys()
