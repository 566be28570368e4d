"""Events that cannot be read: they become dead letters, and the others come through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import blake2s

import structlog
from nio.events import BadEvent, Event, UnknownBadEvent

from adapters.matrix.api.quarantine import Quarantined, quarantined
from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound import Unreadable
from bots.core.invalid_characters import replace_in_value

log = structlog.get_logger()
MOST_IN_A_SYNC = 20
"""A stranger may send any number of them. Log the rest only."""


def unreadable(state: AdapterState, taken: Sequence[Quarantined]) -> list[Unreadable]:
    """Report what was taken out of a response."""
    taken = list(dict.fromkeys(taken))
    for one in taken:
        log.warning("matrix-event-unreadable", room=one.room, event_id=one.event, error=one.error)
    return [_value(state, one) for one in taken[:MOST_IN_A_SYNC]]


def unreadable_event(
    state: AdapterState, room: str, event: Event | BadEvent | UnknownBadEvent, error: Exception
) -> Unreadable:
    """Report an event that cannot be translated."""
    return unreadable(state, [quarantined(room, event.source, error)])[0]


def _value(state: AdapterState, one: Quarantined) -> Unreadable:
    mark = one.event or blake2s(one.payload.encode("utf-8", "replace"), digest_size=16).hexdigest()
    value = Unreadable(
        key=f"{state.account}:unreadable:{mark}", account=state.account, room=one.room, at=datetime.now(UTC),
        payload=one.payload, error=one.error,
    )  # fmt: skip
    return replace_in_value(value)
