"""What is to be done with one inbound value: the handler that takes it, chosen from the features' tables."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

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
    ReactionAdded,
    ReactionRemoved,
    TimerFired,
    Value,
)
from bots.core.refusal import Refusal
from bots.dialogs import form_submissions, forms, invocation, pagination, prompts
from bots.dispatch.prefetch import World
from bots.routing.router import Router, verb
from bots.turn.turn import Turn
from storage.queries import reactions
from storage.tables import Reaction

Run = Callable[[Turn], Awaitable[None]]


@dataclass(frozen=True)
class Step:
    """`value` is what the handler sees: a reaction on a card may have become a press of its button."""

    value: Value
    run: Run
    light: bool = False


@dataclass(frozen=True)
class Park:
    """The value is about a message of ours that is still on its way: keep it until the message is known."""


@dataclass(frozen=True)
class Skip:
    """Nobody takes this value."""


def plan(value: Value, world: World, router: Router) -> Step | Park | Skip:
    """Choose what happens to a value."""
    match value:
        case CommandInvoked():
            return Step(value, lambda turn: invocation.invoked(value, turn, router))
        case MessagePosted():
            return Step(value, lambda turn: _message(value, turn, router))
        case ButtonPressed():
            return press(value, router)
        case FormSubmitted():
            return Step(value, lambda turn: form_submissions.submitted(value, turn, router))
        case ChoiceMade() | PollEnded():
            return _native(value, world, router)
        case ReactionAdded():
            return _reaction(value, world, router)
        case ReactionRemoved():
            return _unreaction(value, world, router)
        case MessageDeleted() if value.message in world.reactions:
            return _taken_back(value, world.reactions[value.message], world, router)
        case TimerFired():
            light = value.kind in router.light
            return Step(value, lambda turn: router.timers[value.kind](value, turn), light=light)
        case _:
            return _all(value, router)


def press(value: ButtonPressed, router: Router) -> Step | Skip:
    """A press goes to its verb's handler; a released one only where a feature cares."""
    name = verb(value.button)
    if name == forms.FORM:
        return Step(value, lambda turn: form_submissions.wanted(value, turn, router))
    if name == prompts.ANSWER and not value.released:
        return Step(value, lambda turn: invocation.chosen(value, turn, router))
    if name == pagination.TURN and not value.released:
        return Step(value, lambda turn: pagination.turned(value, turn, router))
    handlers = router.releases if value.released else router.buttons
    if name in handlers:
        return Step(value, lambda turn: handlers[name](value, turn), light=name in router.light)
    return Skip() if value.released else Step(value, _unknown_button)


async def _unknown_button(_turn: Turn) -> None:
    raise Refusal("button-unknown")


async def _message(value: MessagePosted, turn: Turn, router: Router) -> None:
    if await invocation.answered(value, turn, router):
        return
    for handler in router.values.get(MessagePosted, ()):
        await handler(value, turn)


def _native(value: ChoiceMade | PollEnded, world: World, router: Router) -> Step | Park | Skip:
    """What is done to a card by the platform's own means waits until it is known whose card it is."""
    placement = world.placements.get((value.account, value.room, value.message))
    if placement is None:
        return Park() if (value.account, value.room) in world.awaiting else Skip()
    card = placement.card
    if isinstance(value, PollEnded):
        return Step(value, lambda turn: router.ended[verb(card)](value, card, turn))
    return Step(value, lambda turn: router.choices[verb(card)](value, card, turn), light=verb(card) in router.light)


def _reaction(value: ReactionAdded, world: World, router: Router) -> Step | Park | Skip:
    """A reaction presses a button, counts for a card, counts for somebody's message, or waits for its message."""
    button = world.button(value)
    if button is not None:
        pressed = press(_pressed(value.person, value, button, released=False), router)
        return (
            Step(pressed.value, _recorded(value, pressed.run), light=pressed.light)
            if isinstance(pressed, Step)
            else pressed
        )
    placement = world.placements.get((value.account, value.room, value.message))
    if placement is not None and verb(placement.card) in router.reacted:
        card = placement.card
        return Step(value, _recorded(value, lambda turn: router.reacted[verb(card)](value, card, turn)))
    if placement is None and (value.account, value.room) in world.awaiting:
        return Park()
    return _all(value, router) if placement is None else Skip()


def _unreaction(value: ReactionRemoved, world: World, router: Router) -> Step:
    """The record goes; then whoever counted the reaction is told."""
    inner = _released(value, world, router)

    async def run(turn: Turn) -> None:
        address = {"b_account": value.account, "b_room": value.room, "b_message": value.message}
        turn.uow.defer(reactions.REACTION_BACK, {**address, "b_user": value.person.user, "b_emoji": value.emoji})
        if isinstance(inner, Step):
            await inner.run(turn)

    return Step(inner.value if isinstance(inner, Step) else value, run)


def _released(value: ReactionRemoved, world: World, router: Router) -> Step | Skip:
    button = world.button(value)
    if button is not None:
        return press(_pressed(value.person, value, button, released=True), router)
    placement = world.placements.get((value.account, value.room, value.message))
    if placement is not None and verb(placement.card) in router.reacted:
        card = placement.card
        return Step(value, lambda turn: router.reacted[verb(card)](value, card, turn))
    return _all(value, router) if placement is None else Skip()


def _taken_back(value: MessageDeleted, reaction: Reaction, world: World, router: Router) -> Step:
    """A deleted reaction is a reaction removed; its record goes first."""
    room = world.rooms.get((value.account, value.room))
    person = Person(platform=room.platform if room else "", user=reaction.user, name="")
    removed = ReactionRemoved(
        key=value.key, account=value.account, room=value.room, at=value.at, person=person,
        message=reaction.message, emoji=reaction.emoji,
    )  # fmt: skip
    inner = _released(removed, world, router)

    async def run(turn: Turn) -> None:
        turn.uow.defer(reactions.REACTION_OFF, {"b_account": value.account, "b_reaction": value.message})
        if isinstance(inner, Step):
            await inner.run(turn)

    return Step(inner.value if isinstance(inner, Step) else removed, run)


def _pressed(person: Person, value: ReactionAdded | ReactionRemoved, button: str, *, released: bool) -> ButtonPressed:
    return ButtonPressed(
        key=value.key, account=value.account, room=value.room, at=value.at, person=person, button=button,
        message=value.message, released=released,
    )  # fmt: skip


def _recorded(value: ReactionAdded, run: Run) -> Run:
    """Keep the reaction, so that its removal can be understood."""

    async def recorded(turn: Turn) -> None:
        turn.record_reaction(value)
        await run(turn)

    return recorded


def _all(value: Inbound, router: Router) -> Step | Skip:
    handlers = router.values.get(type(value), ())
    if not handlers:
        return Skip()

    async def run(turn: Turn) -> None:
        for handler in handlers:
            await handler(value, turn)

    assert isinstance(value, Value)
    return Step(value, run)
