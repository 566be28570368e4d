"""Tests for floods of what costs no answer: they wait behind everybody else, and the last of each counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import chain

import msgspec

from bots.clock import MovableClock
from bots.core.inbound import (
    ChoiceMade,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    Person,
    ReactionAdded,
    ReactionRemoved,
    Value,
)
from bots.core.inbound.base import PersonFields
from bots.dispatch.gestures import Floods, drop_replaced, newest_edits
from bots.dispatch.rate_limits import DEFAULT_LIMITS, RateLimiter

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def by(key: str, user: str) -> PersonFields:
    """Return the fields that all gestures have."""
    person = Person(platform="memory", user=user, name=user)
    return {"key": key, "account": "memory", "room": "#lyon", "at": AT, "person": person}


def edit(number: int, message: str = "m1", user: str = "@anna") -> MessageEdited:
    """Return an edit of a message."""
    return MessageEdited(**by(f"e{number}", user), message=message, text=str(number))


def reaction(number: int, message: str = "m1", user: str = "@anna") -> ReactionAdded:
    """Return a reaction that was set."""
    return ReactionAdded(**by(f"r{number}", user), message=message, emoji="👍", reaction=f"r{number}")


def unset(number: int) -> ReactionRemoved:
    """Return the end of a reaction."""
    return ReactionRemoved(**by(f"u{number}", "@anna"), message="m1", emoji="👍")


def deletion(message: str) -> MessageDeleted:
    """Return the deletion of a message, or of a reaction."""
    return MessageDeleted(key=f"d-{message}", account="memory", room="#lyon", at=AT, message=message)


def floods(clock: MovableClock | None = None) -> Floods:
    """Return the bookkeeping with the usual limits."""
    return Floods(RateLimiter(DEFAULT_LIMITS, clock or MovableClock(AT)).may_gesture)


def test_flood_of_edits_is_one_edit() -> None:
    """Of many edits of one message by one person the newest is handled; all else stays in its order."""
    deleted = deletion("m3")
    other, impostor = edit(900, "m2"), edit(901, user="@mallory")
    values: list[Value] = [edit(1), other, deleted, *(edit(number) for number in range(2, 500)), impostor]
    assert newest_edits(values) == [other, deleted, edit(499), impostor]


def test_ordinary_number_of_gestures_keeps_its_order() -> None:
    """Sixty reactions at once are handled as they came."""
    values: list[Value] = list(chain.from_iterable((reaction(number), unset(number)) for number in range(30)))
    assert floods().divide(values) == (values, [])


def test_flood_waits_behind_the_others_in_its_own_order() -> None:
    """What a person does beyond the allowance waits, and so does all they do until it has been handled."""
    flood, zoe = [reaction(number, f"m{number}") for number in range(100)], reaction(900, user="@zoe")
    clock = MovableClock(AT)
    waiting = floods(clock)
    assert waiting.divide([*flood, zoe]) == ([*flood[:60], zoe], flood[60:])
    later = edit(1)
    assert waiting.divide([later]) == ([], [later])
    waiting.handled([*flood[60:], later])
    clock.advance(timedelta(minutes=1))
    again = msgspec.structs.replace(edit(2), at=clock.now())
    assert waiting.divide([again]) == ([again], [])


def test_deletion_follows_what_it_takes_back() -> None:
    """The end of a reaction that waits, and the deletion of a message whose edit waits, wait as well."""
    flood = [reaction(number, f"m{number}") for number in range(61)]
    ends, late = [deletion("r60"), deletion("m60")], deletion("r1")
    assert floods().divide([*flood, late, *ends]) == ([*flood[:60], late], [flood[60], *ends])


def test_of_a_flood_the_last_of_each_stands() -> None:
    """A reaction that is toggled stands as it was left, and one deleted by its id does not come back."""
    toggled: list[Value] = list(chain.from_iterable((reaction(number), unset(number)) for number in range(100)))
    assert drop_replaced(toggled) == [unset(99)]
    assert drop_replaced(toggled[:-1]) == [reaction(99)]
    redacted: list[Value] = list(
        chain.from_iterable((reaction(number), deletion(f"r{number}")) for number in range(100))
    )
    assert drop_replaced(redacted) == [reaction(99), deletion("r99")]
    left, joined = MemberLeft(**by("l", "@anna")), MemberJoined(**by("j", "@anna"))
    assert drop_replaced([joined, left, joined, left]) == [left]


def test_votes_are_all_kept() -> None:
    """A native vote that is taken back on Matrix leaves the one before it, so none of them is left out."""
    votes = [ChoiceMade(**by(f"v{number}", "@anna"), message="m1", choices=("a",)) for number in range(3)]
    assert drop_replaced(votes) == votes
