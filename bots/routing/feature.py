"""The declaration of a feature. The router merges the declarations of all features."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime

from bots.commands.declaration import Args, Command
from bots.core import inbound
from bots.core.card_id import CardId
from bots.core.outbound import Button
from bots.core.richtext import Rich
from bots.turn.cards import CardRenderer
from bots.turn.digest_section import Scope, Section
from bots.turn.notices import Notice, NoticeHandler
from bots.turn.room_context import RoomContext
from bots.turn.shared_objects import ObjectSharing
from bots.turn.turn import Turn
from storage.unit_of_work import UnitOfWork

CommandHandler = Callable[[inbound.CommandInvoked, Args, Turn], Awaitable[None]]
PressHandler = Callable[[inbound.ButtonPressed, Turn], Awaitable[None]]
ChoiceHandler = Callable[[inbound.ChoiceMade, CardId, Turn], Awaitable[None]]
"""Takes a vote and the card of the native poll or scheduled event."""
PollEndHandler = Callable[[inbound.PollEnded, CardId, Turn], Awaitable[None]]
"""Takes the end of a native poll and the poll's card."""
CardReactionHandler = Callable[[inbound.ReactionAdded | inbound.ReactionRemoved, CardId, Turn], Awaitable[None]]
"""Takes a reaction that presses no button, and the card that it is on."""
CardFollower = Callable[[CardId, Turn], Awaitable[None]]
"""Takes a card that is redrawn or withdrawn, at the end of the transaction."""
TimerHandler = Callable[[inbound.TimerFired, Turn], Awaitable[None]]
AnswerHandler = Callable[[inbound.MessagePosted, str, Mapping[str, object], Turn], Awaitable[bool]]
"""Takes a message, and the subject and the state of the dialog that it may answer.

Returns False when the message is not an answer; the handlers of ordinary messages run then.
"""
ValueHandler = Callable[..., Awaitable[None]]
"""Takes one type of inbound value and the turn."""


@dataclass(frozen=True)
class Listing:
    """The current lines of a list, with its title and its footer. `buttons`: one for each line, without an emoji.

    `coordinators_only`: in a network's highlights room nobody else may read it.
    """

    title: Rich
    lines: Sequence[Rich]
    footer: Rich = ()
    buttons: Sequence[Button] = ()
    coordinators_only: bool = False


ListSource = Callable[[Turn], Awaitable[Listing]]
"""Returns the current list. Raises Refusal when it is empty."""
RoomSource = Callable[[UnitOfWork], Awaitable[Iterable[tuple[str, str]]]]
"""Rooms by account and id, for the message filter."""
FilteredSource = Callable[[Turn, str], Awaitable[Listing]]
"""Returns what of the current list an argument chooses, as `pagination.show_page` was given it. Raises Refusal."""
Suggester = Callable[[UnitOfWork, RoomContext, int | None, str], Awaitable[list[tuple[str, str]]]]
"""Takes the room, the typing member (None if unknown) and the typed text; returns completions as (value, label)."""

DigestSection = Callable[[Scope, Turn], Awaitable[Section]]
"""Takes the place and the period; returns a section of its digest in the turn's language, empty without news."""


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One capability of the bot.

    The keys of `buttons`, `releases` and `timers` are verbs and timer kinds; those of `choices`, `poll_ended`, `cards`
    and `card_reactions` are card kinds, those of `answers` dialog kinds. `releases` handle a removed reaction that
    had pressed a button. The `fallback` handlers run after all features' `values` handlers.

    `followers` run at the end of a transaction that redraws or withdraws cards of these kinds, of any feature.
    `sharings` say how the networks see the feature's objects, by the kind of their card.

    `background` are the timers of work that is too long for one transaction: many that are due together, such as
    digests, or the rest of something, due at once. Each has a transaction of its own.
    `checks` are those that look at something now and then, and mostly find nothing to say.

    `lists` are the lists with pages, each with the command whose right its pages need; `filtered_lists` take an
    argument.

    `notices` handle what other features announce with `Turn.notify`, in the same transaction. `digest_section` adds
    news to digests.

    At the start of the bot, three functions return rooms (account, room) for the message filter. All messages of
    `watched_rooms` reach the handlers, of `answered_rooms` the replies, of `inviting_rooms` words such as "coming".
    `resume` sets missing timers.
    """

    name: str
    commands: Sequence[tuple[Command, CommandHandler]] = ()
    buttons: Mapping[str, PressHandler] = field(default_factory=dict)
    releases: Mapping[str, PressHandler] = field(default_factory=dict)
    choices: Mapping[str, ChoiceHandler] = field(default_factory=dict)
    poll_ended: Mapping[str, PollEndHandler] = field(default_factory=dict)
    timers: Mapping[str, TimerHandler] = field(default_factory=dict)
    background: Set[str] = frozenset()
    checks: Set[str] = frozenset()
    answers: Mapping[str, AnswerHandler] = field(default_factory=dict)
    cards: Mapping[str, CardRenderer] = field(default_factory=dict)
    card_reactions: Mapping[str, CardReactionHandler] = field(default_factory=dict)
    followers: Mapping[str, CardFollower] = field(default_factory=dict)
    sharings: Mapping[str, ObjectSharing] = field(default_factory=dict)
    values: Mapping[type[inbound.Inbound], Sequence[ValueHandler]] = field(default_factory=dict)
    fallback: Mapping[type[inbound.Inbound], Sequence[ValueHandler]] = field(default_factory=dict)
    watched_rooms: RoomSource | None = None
    answered_rooms: RoomSource | None = None
    inviting_rooms: RoomSource | None = None
    suggestions: Mapping[str, Suggester] = field(default_factory=dict)
    lists: Mapping[str, tuple[Command, ListSource]] = field(default_factory=dict)
    filtered_lists: Mapping[str, tuple[Command, FilteredSource]] = field(default_factory=dict)
    notices: Mapping[type[Notice], Sequence[NoticeHandler]] = field(default_factory=dict)
    digest_section: DigestSection | None = None
    resume: Callable[[UnitOfWork, datetime], Awaitable[None]] | None = None
