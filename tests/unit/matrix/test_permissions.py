"""What the bot may not do in a room, as its newest power levels say."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.matrix.rooms import permissions
from bots.core.inbound import Missing
from bots.core.outbound import CheckRights
from tests.unit.matrix.syncs import ANNA, ME, ROOM, Account, Event, created, event, member

WRITE, REACT = Missing("power level 50", "send"), Missing("power level 50", "react")


def levels(**content: Any) -> Event:
    """Power levels."""
    return event("m.room.power_levels", ANNA, content, state_key="")


def missing(*states: Event, version: str = "11", by: str = ANNA) -> tuple[Missing, ...]:
    """What is missing after these power levels, one after the other."""
    account = Account()
    account.joined(state=[created(version, by), member(ANNA, "join"), member(ME, "join")])
    for state in states:
        account.joined(state)
    return permissions.found(account.known, CheckRights(room=ROOM, subject="check"), "k").missing


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((), ()),
        ((levels(events_default=50),), (WRITE, REACT)),
        ((levels(events_default=50, users={ME: 50}),), ()),
        ((levels(events_default=50, users_default=50),), ()),
        ((levels(events={"m.reaction": 50}),), (REACT,)),
        ((levels(events_default="50", events={"m.reaction": "0"}),), (WRITE,)),
        ((levels(events=[], users=7, events_default=None),), ()),
    ],
)
def test_what_takes_more_power_than_the_bot_has_is_missing(
    states: tuple[Event, ...], expected: tuple[Missing, ...]
) -> None:
    """The level for a type, else the default for all, against the bot's own."""
    assert missing(*states) == expected


def test_a_level_that_was_taken_away_is_forgotten() -> None:
    """New power levels replace the old ones: neither the bot's own level stays, nor that of a type."""
    assert missing(levels(events_default=50, users={ME: 50}), levels(events_default=50)) == (WRITE, REACT)
    assert missing(levels(events={"m.reaction": 50}), levels()) == ()


def test_who_made_a_room_may_do_all_in_it() -> None:
    """From room version 12 on its creators stand above all levels."""
    assert missing(levels(events_default=50), version="12", by=ME) == ()
