"""The newest power levels decide which permissions the bot lacks."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.matrix.rooms import permissions
from bots.core.inbound import MissingRight
from bots.core.outbound import CheckRights
from tests.unit.matrix.syncs import ANNA, ME, ROOM, Account, Event, creation, event, member

WRITE, REACT = MissingRight("power level 50", "send"), MissingRight("power level 50", "react")


def levels(**content: Any) -> Event:
    """Return a power levels event."""
    return event("m.room.power_levels", ANNA, content, state_key="")


def missing(*states: Event, version: str = "11", by: str = ANNA) -> tuple[MissingRight, ...]:
    """Return the missing permissions after these power levels, one after the other."""
    account = Account()
    account.sync_room(state=[creation(version, by), member(ANNA, "join"), member(ME, "join")])
    for state in states:
        account.sync_room(state)
    return permissions.missing_rights(account.state, CheckRights(room=ROOM, subject="check"), "k").missing


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
def test_a_permission_above_the_bots_level_is_missing(
    states: tuple[Event, ...], expected: tuple[MissingRight, ...]
) -> None:
    """A permission is missing if its level, or the default, is above the bot's own."""
    assert missing(*states) == expected


def test_new_power_levels_replace_old_ones() -> None:
    """New power levels replace all old ones, both those of users and those of event types."""
    assert missing(levels(events_default=50, users={ME: 50}), levels(events_default=50)) == (WRITE, REACT)
    assert missing(levels(events={"m.reaction": 50}), levels()) == ()


def test_a_creator_may_do_everything() -> None:
    """Since room version 12 creators may do everything."""
    assert missing(levels(events_default=50), version="12", by=ME) == ()


def test_polls_and_encrypted_messages_have_levels_of_their_own() -> None:
    """A level for polls is reported where messages need none, and an encrypted room has one level for all."""
    polls = levels(events={"org.matrix.msc3381.poll.start": 50})
    assert missing(polls) == (MissingRight("power level 50", "polls"),)
    encryption = event("m.room.encryption", ANNA, {"algorithm": "m.megolm.v1.aes-sha2"}, state_key="")
    assert missing(encryption, polls) == ()
    assert missing(encryption, levels(events={"m.room.message": 50})) == ()
    assert missing(encryption, levels(events={"m.room.encrypted": 50})) == (WRITE,)
