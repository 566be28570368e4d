"""Backfill of the events that a sync left out of a busy room ("limited" timelines).

https://spec.matrix.org/v1.11/client-server-api/#syncing
"""

from __future__ import annotations

import structlog
from nio.api import MessageDirection
from nio.client.async_client import AsyncClient
from nio.events import Event, RoomMemberEvent
from nio.responses import RoomInfo, RoomMessagesError, SyncResponse

from adapters.matrix.api.quarantine import FilteredMessages, Quarantined
from adapters.matrix.api.retry import to_exception
from adapters.matrix.inbound.memberships import is_own_join

log = structlog.get_logger()
MOST_EVENTS = 1000
PAGE = 100
MOST_PAGES = 40
"""An empty page doesn't mean the end: a homeserver may search in bounded steps."""


async def fetch_missed(
    client: AsyncClient, me: str, response: SyncResponse, since: str, quarantined: list[Quarantined]
) -> dict[str, list[Event]]:
    """Return for each room the events between `since` and its timeline, oldest first, at most the newest MOST_EVENTS.

    Add events that nio cannot read to `quarantined`. Raises UnreachableError, SessionEndedError or a network error.
    """
    missed = {}
    for room, info in response.rooms.join.items():
        if info.timeline.limited and info.timeline.prev_batch and not _just_joined(info, me):
            missed[room] = await _fetch_between(client, room, info.timeline.prev_batch, since, quarantined)
    return missed


def _just_joined(info: RoomInfo, me: str) -> bool:
    """Return whether the bot joined in this timeline, so that the missed events came before."""
    return any(type(event) is RoomMemberEvent and is_own_join(event, me) for event in info.timeline.events)


async def _fetch_between(
    client: AsyncClient, room: str, newest: str, since: str, quarantined: list[Quarantined]
) -> list[Event]:
    events: list[Event] = []
    token: str | None = newest
    for _ in range(MOST_PAGES):
        if token is None or len(events) >= MOST_EVENTS:
            break
        page = await client.room_messages(room, token, since, MessageDirection.back, limit=PAGE)
        if isinstance(page, RoomMessagesError):
            if page.status_code in ("M_FORBIDDEN", "M_NOT_FOUND"):
                log.warning("matrix-gap-closed", room=room, why=page.message)
                break
            raise to_exception(page)
        events.extend(page.chunk)
        quarantined.extend(page.quarantined if isinstance(page, FilteredMessages) else ())
        token = page.end if page.end != token else None
    if token is not None:
        log.warning("matrix-gap-too-wide", room=room, taken=len(events))
    events.reverse()
    return events
