"""Reactions, votes in native polls, and interest in scheduled events."""

from __future__ import annotations

import msgspec

from bots.core.inbound.base import Inbound, Person, PersonInbound


class ReactionAdded(PersonInbound, frozen=True, kw_only=True):
    """A reaction to `message`. `reaction` is the reaction's own id."""

    message: str
    emoji: str
    reaction: str


class ReactionRemoved(PersonInbound, frozen=True, kw_only=True):
    """The removal of a reaction, by message and emoji. Matrix sends MessageDeleted instead."""

    message: str
    emoji: str


class CurrentReaction(msgspec.Struct, frozen=True, kw_only=True):
    """One current reaction to a message."""

    person: Person
    emoji: str
    reaction: str


class ReactionsSnapshot(Inbound, frozen=True, kw_only=True, tag="ReactionsFound"):
    """All current reactions to `message` except the bot's. The adapter sends it after a gap."""

    message: str
    reactions: tuple[CurrentReaction, ...]


class ChoiceMade(PersonInbound, frozen=True, kw_only=True):
    """A vote in the native poll `message`, or interest in the scheduled event `message`.

    `choices` are the ids of our options, or `("interested",)`; empty means that the person withdrew.
    `from_snapshot`: the bot learned of it only after a gap, from a snapshot.
    """

    message: str
    choices: tuple[str, ...]
    from_snapshot: bool = msgspec.field(default=False, name="found")


class CurrentChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One person's current choices."""

    person: Person
    choices: tuple[str, ...]


class ChoicesSnapshot(Inbound, frozen=True, kw_only=True, tag="ChoicesFound"):
    """All current choices in the native poll or scheduled event `message`. The adapter sends it after a gap."""

    message: str
    choices: tuple[CurrentChoice, ...]


class PollEnded(PersonInbound, frozen=True, kw_only=True):
    """The end of the native poll `message`, by the platform's own means instead of a command.

    `is_shown`: clients show the poll as ended, since the person may end it.
    """

    message: str
    is_shown: bool = False
