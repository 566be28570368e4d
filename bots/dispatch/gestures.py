"""What people do without asking for an answer: reactions, native votes, edits, comings and goings.

None of it may be lost: an edit may take a phone number out of a highlight. So a flood of it is not refused. What is
beyond a person's or a room's allowance is handled after everybody else's, and of what replaces each other, such as
one reaction set and removed a thousand times, only the last is handled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from bots.core.inbound import (
    ChoiceMade,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    ReactionAdded,
    ReactionRemoved,
    Value,
)

Gesture = ReactionAdded | ReactionRemoved | ChoiceMade | MessageEdited | MemberJoined | MemberLeft
PersonKey = tuple[str, str]


def person_key(gesture: Gesture) -> PersonKey:
    """Return what names the person who did it."""
    return gesture.person.platform, gesture.person.user


class Floods:
    """The people whose gestures wait behind everybody else's. All that they do stays in its order."""

    def __init__(self, may_gesture: Callable[[Gesture], bool]) -> None:
        self._may_gesture = may_gesture
        self._waiting = Counter[PersonKey]()

    def divide(self, values: Iterable[Value]) -> tuple[list[Value], list[Value]]:
        """Return the values to handle now, and those that wait, each in their order.

        A deletion follows what was done to its message, or the reaction that it takes back.
        """
        now, later, touched = list[Value](), list[Value](), set[tuple[str, str]]()
        for value in values:
            if isinstance(value, Gesture) and not (self._may_gesture(value) and not self._waiting[person_key(value)]):
                self._waiting[person_key(value)] += 1
                touched.update((value.account, one) for one in _messages(value))
                later.append(value)
            elif isinstance(value, MessageDeleted) and (value.account, value.message) in touched:
                later.append(value)
            else:
                now.append(value)
        return now, later

    def handled(self, values: Iterable[Value]) -> None:
        """Note that these have been handled, or replaced by a later one."""
        self._waiting.subtract(person_key(value) for value in values if isinstance(value, Gesture))
        self._waiting = +self._waiting


def dropped(values: Iterable[Value], kept: Iterable[Value]) -> list[Value]:
    """Return the values that were not kept."""
    keys = {value.key for value in kept}
    return [value for value in values if value.key not in keys]


def newest_edits(values: Sequence[Value]) -> list[Value]:
    """Return the values without edits that a later one by the same person replaces: a flood of them is one edit."""
    return _last_of_each(values, lambda value: _target(value) if isinstance(value, MessageEdited) else None)


def drop_replaced(values: Sequence[Value]) -> list[Value]:
    """Return the values that no later one replaces. The end of a reaction goes with the reaction.

    Votes are all kept: on Matrix, one that is taken back leaves the one before it.
    """
    kept = _last_of_each(values, _target)
    gone = {value.reaction for value in values if isinstance(value, ReactionAdded)}
    gone -= {value.reaction for value in kept if isinstance(value, ReactionAdded)}
    return [value for value in kept if not (isinstance(value, MessageDeleted) and value.message in gone)]


def _last_of_each(values: Sequence[Value], target: Callable[[Value], tuple[str, ...] | None]) -> list[Value]:
    """Return the values without those that a later one with the same target replaces."""
    kept, taken = list[Value](), set[tuple[str, ...]]()
    for value in reversed(values):
        at = target(value)
        if at is not None and at in taken:
            continue
        if at is not None:
            taken.add(at)
        kept.append(value)
    return kept[::-1]


def _target(value: Value) -> tuple[str, ...] | None:
    """Return what a value changes, if a later change of the same replaces it."""
    match value:
        case ReactionAdded() | ReactionRemoved():
            return "reaction", value.account, value.room, value.message, value.person.user, value.emoji
        case MessageEdited():
            return "edit", value.account, value.room, value.message, value.person.user
        case MemberJoined() | MemberLeft():
            return "membership", value.account, value.room, value.person.user
        case _:
            return None


def _messages(gesture: Gesture) -> tuple[str, ...]:
    match gesture:
        case ReactionAdded():
            return gesture.message, gesture.reaction
        case ReactionRemoved() | ChoiceMade() | MessageEdited():
            return (gesture.message,)
        case MemberJoined() | MemberLeft():
            return ()
