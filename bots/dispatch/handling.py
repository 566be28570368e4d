"""The handling of a batch's values, one after the other, inside a transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import nullcontext

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import ChoiceMade, MessageDeleted, PersonInbound, TimerFired, Unreadable, Value
from bots.core.refusal import Refusal
from bots.dispatch import activity, connector_activity, reconciliation
from bots.dispatch.audit import act_of
from bots.dispatch.card_followers import follow_cards
from bots.dispatch.dead_letters import bury, finish_timer
from bots.dispatch.parking import park
from bots.dispatch.planning import plan
from bots.dispatch.prefetch import Prefetched, prefetch, reactivate_room, read_rooms_again, timer_key
from bots.dispatch.rate_limits import Asker
from bots.dispatch.refusals import answer_refusal, apologize
from bots.dispatch.room_resolution import context_of, resolve_rooms
from bots.dispatch.steps import Handle, Park
from bots.ports import Capabilities, Clock
from bots.routing.router import Router
from bots.turn import cards
from bots.turn.effects import Effects
from bots.turn.room_context import RoomContext
from bots.turn.turn import Turn
from storage.crash_journal import CrashJournal, Phase
from storage.queries import audit, inbox, timers
from storage.queries.members import MemberSummary
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()
MAX_REDRAWN = 32
"""Cards that are redrawn in the transaction that changed them."""


class ValueEndedRun(RuntimeError):
    """This value killed or hung the process in the last run."""


class BatchHandling:
    """Runs the handler of each value of a batch."""

    def __init__(
        self, router: Router, clock: Clock, capabilities: Mapping[str, Capabilities], journal: CrashJournal
    ) -> None:
        self._router = router
        self._clock = clock
        self._capabilities = capabilities
        self._journal = journal

    async def handle(self, uow: UnitOfWork, values: Sequence[Value], effects: Effects, *, savepoints: bool) -> None:
        """Handle the values that were not handled before, and redraw the cards that they changed.

        With `savepoints`, a handler that fails loses only its own writes; without, it may raise.
        """
        uow.careful = savepoints
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
        await connector_activity.note(turn)
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
        """Redraw the dirty cards, and what follows them. One that fails does not affect the others.

        Those beyond MAX_REDRAWN follow in transactions of their own, since everybody waits for this one.
        """
        await follow_cards(self._router.followers, self._turn_in(uow, cause, RoomContext()), effects)
        for place, (card, key) in enumerate(effects.dirty_cards.items()):
            await asyncio.sleep(0)
            self._journal.begin(key)
            try:
                async with uow.savepoint() if uow.careful else nullcontext():
                    turn, rewrite = self._turn_in(uow, cause, RoomContext()), card in effects.rewritten_cards
                    if place < MAX_REDRAWN:
                        await cards.redraw(self._router.cards, turn, card, key, rewrite=rewrite)
                    else:
                        cards.redraw_later(turn, card, rewrite=rewrite)
                if turn.effects.earliest_timer is not None:
                    effects.note_timer(turn.effects.earliest_timer)
            except OperationalError:
                raise
            except Exception:  # the rows are right; only the message is outdated
                if not uow.careful:
                    raise
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
