"""What a feature declares: one table a capability, from which the router is made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bots.commands.declaration import Args, Command
from bots.core.inbound import ButtonPressed, ChoiceMade, CommandInvoked, Inbound, MessagePosted, PollEnded, TimerFired
from bots.core.richtext import Rich
from bots.turn.cards import CardShow
from bots.turn.room_context import Scene
from bots.turn.turn import Turn
from storage.unit_of_work import UnitOfWork

CommandHandler = Callable[[CommandInvoked, Args, Turn], Awaitable[None]]
PressHandler = Callable[[ButtonPressed, Turn], Awaitable[None]]
ChoiceHandler = Callable[[ChoiceMade, str, Turn], Awaitable[None]]
"""The second argument is the card of the native poll."""
EndHandler = Callable[[PollEnded, str, Turn], Awaitable[None]]
"""The second argument is the card of the native poll."""
TimerHandler = Callable[[TimerFired, Turn], Awaitable[None]]
AnswerHandler = Callable[[MessagePosted, str, Mapping[str, object], Turn], Awaitable[bool]]
"""Takes what a person said to a dialog: the message, the dialog's subject and its state. False when it was no answer
after all: then it is an ordinary message, and goes to whom those go."""
ValueHandler = Callable[..., Awaitable[None]]
"""Takes one kind of inbound value and the turn."""


@dataclass(frozen=True)
class Listing:
    """A list as it stands now, with what is said above and below it."""

    title: Rich
    lines: Sequence[Rich]
    foot: Rich = ()


ListSource = Callable[[Turn], Awaitable[Listing]]
"""Gives a list as it stands now. Raises Refusal when there is nothing in it."""
Suggest = Callable[[UnitOfWork, Scene, int | None, str], Awaitable[list[tuple[str, str]]]]
"""Takes the room, the member who types (None when unknown) and what they have typed; gives (value, label)."""


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One capability. Buttons, timers and cards are named by the part of their id before the first colon.

    `resumes` sets, at the start, the timers that should be there and are not. `watches` tells, at the start, the
    (account, room) where every message counts for now. `leftovers` are taken after all features' `values`. `light`
    names the button, choice and timer verbs whose handlers write with `uow.defer` alone: they need no savepoint.
    """

    name: str
    commands: Sequence[tuple[Command, CommandHandler]] = ()
    buttons: Mapping[str, PressHandler] = field(default_factory=dict)
    releases: Mapping[str, PressHandler] = field(default_factory=dict)
    choices: Mapping[str, ChoiceHandler] = field(default_factory=dict)
    ended: Mapping[str, EndHandler] = field(default_factory=dict)
    timers: Mapping[str, TimerHandler] = field(default_factory=dict)
    answers: Mapping[str, AnswerHandler] = field(default_factory=dict)
    cards: Mapping[str, CardShow] = field(default_factory=dict)
    reacted: Mapping[str, ValueHandler] = field(default_factory=dict)
    values: Mapping[type[Inbound], Sequence[ValueHandler]] = field(default_factory=dict)
    leftovers: Mapping[type[Inbound], Sequence[ValueHandler]] = field(default_factory=dict)
    watches: Callable[[UnitOfWork], Awaitable[Iterable[tuple[str, str]]]] | None = None
    light: frozenset[str] = frozenset()
    suggestions: Mapping[str, Suggest] = field(default_factory=dict)
    lists: Mapping[str, ListSource] = field(default_factory=dict)
    resumes: Callable[[UnitOfWork, datetime], Awaitable[None]] | None = None
