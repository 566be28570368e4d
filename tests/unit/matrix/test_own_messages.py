"""The bot's own messages leave a sync before nio parses it."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.matrix.api.own_messages import drop_own_messages

ME = "@glocal:x.example"


def message(sender: str, **more: object) -> dict[str, Any]:
    """Return a message event."""
    return {"type": "m.room.message", "sender": sender, "event_id": "$1", "content": {"body": "hello"}, **more}


def sync(*events: object, **more: object) -> dict[str, Any]:
    """Return a sync with these events in one room, which has `more`."""
    timeline = {"events": list(events), "limited": False}
    return {"next_batch": "s1", "rooms": {"join": {"!r:x.example": {"timeline": timeline, **more}}}}


def left(found: dict[str, Any]) -> list[object] | None:
    """Return the events that the room still has; None if it is gone."""
    room = found["rooms"]["join"].get("!r:x.example")
    return None if room is None else room["timeline"]["events"]


def test_other_events_stay() -> None:
    """Only the account's own plain messages go."""
    others = message("@anna:x.example")
    join = {"type": "m.room.member", "sender": ME, "state_key": ME, "content": {"membership": "join"}}
    found = sync(message(ME), others, join, {"type": "m.room.encrypted", "sender": ME})
    drop_own_messages(found, ME)
    assert left(found) == [others, join, {"type": "m.room.encrypted", "sender": ME}]


def test_room_with_nothing_else_goes() -> None:
    """A room in which the bot only read itself is not processed at all."""
    found = sync(message(ME), summary={}, state={"events": []}, unread_notifications={"highlight_count": 0})
    drop_own_messages(found, ME)
    assert left(found) is None


@pytest.mark.parametrize(
    "more", [{"summary": {"m.joined_member_count": 3}}, {"state": {"events": [{"type": "m.room.name"}]}}]
)
def test_room_with_news_stays(more: dict[str, object]) -> None:
    """A room keeps whatever else it reports."""
    found = sync(message(ME), **more)
    drop_own_messages(found, ME)
    assert left(found) == []


def test_gap_stays() -> None:
    """A room whose timeline left events out is still asked for them."""
    found = sync(message(ME))
    found["rooms"]["join"]["!r:x.example"]["timeline"]["limited"] = True
    drop_own_messages(found, ME)
    assert left(found) == []


@pytest.mark.parametrize("odd", [{}, {"rooms": []}, {"rooms": {"join": 3}}, {"rooms": {"join": {"!r": None}}}])
def test_odd_sync_stays(odd: dict[str, Any]) -> None:
    """What is not as specified is left to the quarantine."""
    before = repr(odd)
    drop_own_messages(odd, ME)
    assert repr(odd) == before
