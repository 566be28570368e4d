"""One transaction's work: inbound values in, rows and outbox rows out, the cursor with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import structlog
from sqlalchemy.exc import OperationalError

from bots.core import inbound
from bots.core.inbound import (
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    Inbound,
    MessageDeleted,
    MessagePosted,
    Person,
    PersonInbound,
    RoomMoved,
    TimerFired,
    Unreadable,
    Value,
)
from bots.core.refusal import Refusal
from bots.dispatch import reconciliation
from bots.dispatch.planning import Park, Step, plan
from bots.dispatch.prefetch import World, due, look
from bots.dispatch.room_resolution import located
from bots.ports import Capabilities, Clock, Cursor
from bots.routing.router import Router
from bots.turn import cards
from bots.turn.effects import Batch
from bots.turn.room_context import Scene, of_private_talk, of_room
from bots.turn.turn import Turn
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.queries import communities, inbox, timers
from storage.queries.members import Known
from storage.tables import DeadLetter, Room
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()
_DEAD = insert_new(DeadLetter)


class Work:
    """Handles batches. A handler that raises loses its own savepoint; an unwritable batch is redone singly."""

    def __init__(
        self, database: Database, router: Router, clock: Clock, capabilities: Mapping[str, Capabilities]
    ) -> None:
        self._database = database
        self._router = router
        self._clock = clock
        self._capabilities = capabilities

    def fetches(self, account: str) -> bool:
        """Whether this account's platform can be asked for a message later."""
        return self._capabilities[account].fetch

    async def commit(self, values: Sequence[Value], cursors: Sequence[Cursor]) -> Batch:
        """Handle the values and store the cursors in one transaction.

        Raises sqlalchemy.exc.OperationalError when the database is locked or full; nothing is stored then.
        """
        try:
            return await self._together(values, cursors)
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - whichever value it was, the others must not wait for it
            log.warning("batch-redone-singly", error=str(error), values=len(values))
        whole = Batch()
        for value in values:
            whole.take(await self._alone(value))
        whole.take(await self._together([], cursors))
        return whole

    async def _alone(self, value: Value) -> Batch:
        try:
            return await self._together([value], [])
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - what cannot even be refused is kept as a dead letter
            await self._bury_alone(value, error)
            return Batch()

    async def _bury_alone(self, value: Value, error: Exception) -> None:
        """Nothing that a platform says may stop what comes behind it."""
        try:
            async with self._database.transaction() as uow:
                self._bury(uow, value, error)
        except OperationalError:
            raise
        except Exception:
            log.exception("value-lost", value=repr(value))

    async def _together(self, values: Sequence[Value], cursors: Sequence[Cursor]) -> Batch:
        batch = Batch()
        async with self._database.transaction() as uow:
            await self._handle(uow, values, batch)
            for cursor in cursors:
                uow.defer(inbox.CURSOR, {"account": cursor.account, "scope": cursor.scope, "token": cursor.token})
        return batch

    async def _handle(self, uow: UnitOfWork, values: Sequence[Value], batch: Batch) -> None:
        fresh = await _unseen(uow, values)
        if not fresh:
            return
        batch.wrote = True
        fresh = await reconciliation.told_apart(uow, await located(uow, fresh))
        world = await look(uow, fresh, self._clock.now())
        for before, value in zip([fresh[0], *fresh], fresh, strict=False):
            if isinstance(value, TimerFired) and not isinstance(before, TimerFired):
                world.timers.intersection_update(await timers.standing_timers(uow, world.timers))
            await self._one(uow, value, world, batch)
        await self._redraw(uow, fresh[-1], batch)

    async def _one(self, uow: UnitOfWork, value: Value, world: World, batch: Batch) -> None:
        """Plan and run one value; mark it as handled."""
        if isinstance(value, TimerFired):
            if due(value) not in world.timers:
                return
            _done(uow, value)
        _note_presence(value, world)
        step = plan(value, world, self._router)
        if isinstance(step, Park):
            _park(uow, value)
            return
        if not isinstance(value, TimerFired):
            uow.defer(inbox.SEEN, {"key": value.key, "at": self._clock.now()})
        uow.defer(inbox.UNPARK, {"b_key": value.key})
        if isinstance(value, MessageDeleted):
            uow.defer(inbox.UNPARK_REACTION, {"b_account": value.account, "b_reaction": value.message})
        if isinstance(value, Unreadable):
            self._bury(uow, value, ValueError(value.error))
        if isinstance(step, Step):
            if isinstance(value, ChoiceMade):
                reconciliation.note_choice(uow, value)
            await self._run(uow, step, world, batch)
        if isinstance(value, BotJoined | RoomMoved):
            names = [(value.account, value.room), (value.account, getattr(value, "new_room", value.room))]
            world.rooms.update(await communities.rooms_at(uow, names))

    async def _run(self, uow: UnitOfWork, step: Step, world: World, batch: Batch) -> None:
        turn = await self._turn(uow, step.value, world)
        mark = uow.mark()
        try:
            if step.light:
                await step.run(turn)
            else:
                async with uow.savepoint():
                    await step.run(turn)
        except Refusal as refusal:
            uow.drop_since(mark)
            turn.batch = Batch()
            await _refused(turn, refusal)
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a handler raises costs this value only (dead letter)
            uow.drop_since(mark)
            turn.batch = Batch()
            self._bury(uow, step.value, error)
            _apologise(turn)
        turn.close_interaction()
        batch.take(turn.batch)

    async def _turn(self, uow: UnitOfWork, value: Inbound, world: World) -> Turn:
        person = value.person if isinstance(value, PersonInbound) else None
        who = world.people.get((person.platform, person.user)) if person else None
        return Turn(
            value=value,
            uow=uow,
            now=self._clock.now(),
            scene=await _scene(uow, world.rooms.get((value.account, value.room)), who, person),
            who=who,
            capabilities=self._capabilities,
            names=self._router.named,
        )

    async def _redraw(self, uow: UnitOfWork, cause: Value, batch: Batch) -> None:
        """Draw the dirty cards anew; one that cannot be drawn leaves the others alone."""
        for card, key in batch.dirty.items():
            turn = Turn(
                value=cause, uow=uow, now=self._clock.now(), scene=Scene(), who=None,
                capabilities=self._capabilities, names=self._router.named,
            )  # fmt: skip
            try:
                async with uow.savepoint():
                    await cards.redraw(self._router.cards, turn, card, key)
            except OperationalError:
                raise
            except Exception:  # the rows are right, only their picture is missing
                log.exception("card-not-drawn", card=card)

    def _bury(self, uow: UnitOfWork, value: Inbound, error: Exception) -> None:
        """Keep what could not be handled, with the error."""
        log.error("dead-letter", key=value.key, kind=type(value).__name__, exc_info=error)
        now = self._clock.now()
        if isinstance(value, TimerFired):
            _done(uow, value)
        else:
            uow.defer(inbox.SEEN, {"key": value.key, "at": now})
        row = {"key": value.key, "kind": type(value).__name__, "payload": _payload(value), "at": now}
        uow.defer(_DEAD, {**row, "error": f"{type(error).__name__}: {error}"})


def _done(uow: UnitOfWork, value: TimerFired) -> None:
    """A timer is done with: exactly the one that fired, not one that was set meanwhile."""
    uow.defer(timers.TIMER_DONE, {"b_kind": value.kind, "b_subject": value.subject, "b_due": value.due})


def _note_presence(value: Value, world: World) -> None:
    """Who hears somebody in a room is in it, whatever was thought before."""
    room = world.rooms.get((value.account, value.room))
    if room is not None and room.state == "lost" and isinstance(value, CommandInvoked | MessagePosted | ButtonPressed):
        room.state = "active"


async def _unseen(uow: UnitOfWork, values: Sequence[Value]) -> list[Value]:
    """The values not handled before, each once."""
    seen = await inbox.seen(uow, [value.key for value in values])
    fresh: dict[str, Value] = {}
    for value in values:
        if value.key not in seen:
            fresh.setdefault(value.key, value)
    return list(fresh.values())


async def _scene(uow: UnitOfWork, room: Room | None, who: Known | None, person: Person | None) -> Scene:
    spoken = (who.locale if who is not None else None) or (person.locale if person is not None else None)
    if room is not None and room.role == "direct" and who is not None and person is not None:
        return await of_private_talk(uow, room, who.member, spoken)
    here = await of_room(uow, room)
    return here if here.owned else replace(here, spoken=spoken)


def _payload(value: Inbound) -> str:
    """The value as JSON; in Python's words where it holds what is no text (half of a surrogate pair)."""
    try:
        return inbound.encode(value)
    except UnicodeEncodeError:
        return ascii(value)


def _park(uow: UnitOfWork, value: Value) -> None:
    row = {
        "key": value.key,
        "account": value.account,
        "room": value.room,
        "message": getattr(value, "message", ""),
        "reaction": getattr(value, "reaction", ""),
        "payload": inbound.encode(value),
        "at": value.at,
    }
    uow.defer(inbox.PARK, row)


async def _refused(turn: Turn, refusal: Refusal) -> None:
    """Say no, kindly; where nobody asked, or did long ago, only the log hears it. A command ends what was being asked
    all the same."""
    found = isinstance(turn.value, ChoiceMade) and turn.value.found
    if isinstance(turn.value, CommandInvoked) and turn.scene.room is not None:
        await turn.interrupt(user=turn.value.person.user, room=turn.value.room)
    if isinstance(turn.value, PersonInbound) and turn.scene.room is not None and not found:
        turn.answer(refusal.text_id, **refusal.args_of_text)
    log.info("refused", key=turn.value.key, why=refusal.text_id)


def _apologise(turn: Turn) -> None:
    """Tell the person that it was not their fault."""
    if isinstance(turn.value, PersonInbound) and turn.scene.room is not None:
        turn.answer("error-ours")
