"""The bot's own messages in a sync, which nobody reads: nio would check each of them against three schemas."""

from __future__ import annotations

from typing import Any


def drop_own_messages(sync: dict[Any, Any], me: str) -> None:
    """Remove the account's own plain messages from a sync, and rooms in which nothing else happened.

    Everything else of ours stays: joins and invitations say where we are, encrypted events belong to nio's store. What
    is not as the specification says stays too, for the quarantine.
    """
    joined = _part(_part(sync, "rooms"), "join")
    for room in [room for room, info in joined.items() if _drop(info, me)]:
        del joined[room]


def _drop(info: object, me: str) -> bool:
    """Remove own messages from a room. Return whether the room can go."""
    timeline = _part(info, "timeline")
    events = timeline.get("events")
    if not isinstance(events, list):
        return False
    kept = [event for event in events if not _is_own_message(event, me)]
    if len(kept) == len(events):
        return False
    timeline["events"] = kept
    return not kept and not timeline.get("limited") and not any(_happened(info))


def _is_own_message(event: object, me: str) -> bool:
    return (
        isinstance(event, dict)
        and event.get("type") == "m.room.message"
        and event.get("sender") == me
        and "state_key" not in event
    )


def _happened(info: object) -> list[object]:
    """Return what a room's part of a sync holds besides its timeline."""
    return [_part(info, name).get("events") for name in ("state", "ephemeral", "account_data")] + [
        _part(info, "summary")
    ]


def _part(whole: object, name: str) -> dict[Any, Any]:
    found = whole.get(name) if isinstance(whole, dict) else None
    return found if isinstance(found, dict) else {}
