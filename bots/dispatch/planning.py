"""The choice of the handler that takes an inbound value."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from bots.core.card_id import CardId
from bots.core.inbound import (
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    FormSubmitted,
    Inbound,
    MessageDeleted,
    MessagePosted,
    Person,
    PollEnded,
    RateLimited,
    ReactionAdded,
    ReactionRemoved,
    TimerFired,
    Value,
)
from bots.dialogs import answering
from bots.dispatch import blocked, card_rounds
from bots.dispatch.prefetch import Prefetched
from bots.dispatch.request_planning import plan_press, plan_request
from bots.dispatch.steps import Handle, Ignore, Park, Run
from bots.routing.router import Router
from bots.turn import rounds
from bots.turn.turn import Turn
from storage.queries import reactions
from storage.tables import Reaction

CardValue = TypeVar("CardValue", bound=Inbound)


def plan(value: Value, prefetched: Prefetched, router: Router) -> Handle | Park | Ignore:
    """Choose what to do with a value."""
    stopped = blocked.stop(value, prefetched, router)
    return _plan_value(value, prefetched, router) if stopped is None else Handle(value, stopped.run)


def _plan_value(value: Value, prefetched: Prefetched, router: Router) -> Handle | Park | Ignore:
    match value:
        case CommandInvoked() | FormSubmitted() | RateLimited():
            return plan_request(value, router)
        case MessagePosted():
            return Handle(value, lambda turn: _handle_message(value, turn, router))
        case ButtonPressed():
            return plan_press(value, router)
        case ChoiceMade() | PollEnded():
            return _plan_native(value, prefetched, router)
        case ReactionAdded():
            return _plan_reaction(value, prefetched, router)
        case ReactionRemoved():
            return _plan_reaction_removed(value, prefetched, router)
        case MessageDeleted() if value.message in prefetched.reactions:
            return _plan_reaction_deleted(value, prefetched.reactions[value.message], prefetched, router)
        case TimerFired() if value.kind in rounds.KINDS:
            return Handle(value, lambda turn: card_rounds.go_on(value, turn, router.cards))
        case TimerFired():
            return Handle(value, lambda turn: router.timers[value.kind](value, turn))
        case _:
            return _plan_values(value, router)


async def _handle_message(value: MessagePosted, turn: Turn, router: Router) -> None:
    if await answering.handle_answer(value, turn, router):
        return
    for handler in router.values.get(MessagePosted, ()):
        await handler(value, turn)


def _plan_native(value: ChoiceMade | PollEnded, prefetched: Prefetched, router: Router) -> Handle | Park | Ignore:
    """Choose the handler of a vote, or of a poll's end. Park it while its card may still be on its way."""
    placement = prefetched.placement(value)
    if placement is None:
        return Park() if prefetched.awaits_card(value) else Ignore()
    if isinstance(value, PollEnded):
        return _handle_card(value, placement.card, router.poll_ended)
    return _handle_card(value, placement.card, router.choices)


def _plan_reaction(value: ReactionAdded, prefetched: Prefetched, router: Router) -> Handle | Park | Ignore:
    """Choose the handler of a reaction.

    It may press a button, count for a card, count for somebody's message, or wait for its message.
    """
    button = prefetched.button(value)
    if button is not None:
        press = plan_press(_as_press(value, button, released=False), router)
        return Handle(press.value, _recording(value, press.run)) if isinstance(press, Handle) else press
    placement = prefetched.placement(value)
    if placement is not None and CardId.parse(placement.card).kind in router.card_reactions:
        return Handle(value, _recording(value, _handle_card(value, placement.card, router.card_reactions).run))
    if placement is None and prefetched.awaits_card(value):
        return Park()
    return _plan_values(value, router) if placement is None else Ignore()


def _plan_reaction_removed(value: ReactionRemoved, prefetched: Prefetched, router: Router) -> Handle:
    """Delete the stored reaction, then run the handler that counted it."""
    release = _plan_release(value, prefetched, router)

    async def run(turn: Turn) -> None:
        address = {"b_account": value.account, "b_room": value.room, "b_message": value.message}
        turn.uow.defer(
            reactions.DELETE_REACTION_BY_EMOJI, {**address, "b_user": value.person.user, "b_emoji": value.emoji}
        )
        if isinstance(release, Handle):
            await release.run(turn)

    return Handle(release.value if isinstance(release, Handle) else value, run)


def _plan_release(value: ReactionRemoved, prefetched: Prefetched, router: Router) -> Handle | Ignore:
    button = prefetched.button(value)
    if button is not None:
        return plan_press(_as_press(value, button, released=True), router)
    placement = prefetched.placement(value)
    if placement is not None and CardId.parse(placement.card).kind in router.card_reactions:
        return _handle_card(value, placement.card, router.card_reactions)
    return _plan_values(value, router) if placement is None else Ignore()


def _plan_reaction_deleted(value: MessageDeleted, reaction: Reaction, prefetched: Prefetched, router: Router) -> Handle:
    """Treat the deletion of a reaction as its removal. Delete the stored reaction first."""
    room = prefetched.rooms.get((value.account, value.room))
    person = Person(platform=room.platform if room else "", user=reaction.user, name="")
    removed = ReactionRemoved(
        key=value.key, account=value.account, room=value.room, at=value.at, person=person,
        message=reaction.message, emoji=reaction.emoji,
    )  # fmt: skip
    release = _plan_release(removed, prefetched, router)

    async def run(turn: Turn) -> None:
        turn.uow.defer(reactions.DELETE_REACTION, {"b_account": value.account, "b_reaction": value.message})
        if isinstance(release, Handle):
            await release.run(turn)

    return Handle(release.value if isinstance(release, Handle) else removed, run)


def _handle_card(
    value: CardValue, card: str, handlers: Mapping[str, Callable[[CardValue, CardId, Turn], Awaitable[None]]]
) -> Handle:
    """Run the handler of the card's kind."""
    assert isinstance(value, Value)
    card_id = CardId.parse(card)
    return Handle(value, lambda turn: handlers[card_id.kind](value, card_id, turn))


def _as_press(value: ReactionAdded | ReactionRemoved, button: str, *, released: bool) -> ButtonPressed:
    return ButtonPressed(
        key=value.key, account=value.account, room=value.room, at=value.at, person=value.person, button=button,
        message=value.message, released=released,
    )  # fmt: skip


def _recording(value: ReactionAdded, run: Run) -> Run:
    """Store the reaction before the handler runs, so that its removal can be handled later."""

    async def recorded(turn: Turn) -> None:
        turn.record_reaction(value)
        await run(turn)

    return recorded


def _plan_values(value: Inbound, router: Router) -> Handle | Ignore:
    """Run all handlers of this type of value."""
    handlers = router.values.get(type(value), ())
    if not handlers:
        return Ignore()

    async def run(turn: Turn) -> None:
        for handler in handlers:
            await handler(value, turn)

    assert isinstance(value, Value)
    return Handle(value, run)
