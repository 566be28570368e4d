"""What a sync left out of a busy room ("limited" timelines), asked for page by page.

https://spec.matrix.org/v1.11/client-server-api/#syncing
"""

from __future__ import annotations

import structlog
from nio.api import MessageDirection
from nio.client.async_client import AsyncClient
from nio.events import Event, RoomMemberEvent
from nio.responses import RoomInfo, RoomMessagesError, SyncResponse

from adapters.matrix.api.retry import trouble
from adapters.matrix.inbound.memberships import entered

log = structlog.get_logger()
MOST_EVENTS = 1000
PAGE = 100
MOST_PAGES = 40
"""A page may be empty though there is more: a homeserver looks through its rows in bounded steps."""


async def fill(client: AsyncClient, me: str, response: SyncResponse, since: str) -> dict[str, list[Event]]:
    """Room -> the events between `since` and its timeline, oldest first, MOST_EVENTS of the newest at most.

    Raises UnreachableError, SessionEndedError or a network error.
    """
    found = {}
    for room, info in response.rooms.join.items():
        if info.timeline.limited and info.timeline.prev_batch and not _just_entered(info, me):
            found[room] = await _between(client, room, info.timeline.prev_batch, since)
    return found


def _just_entered(info: RoomInfo, me: str) -> bool:
    """Whether all that was left out happened before the bot came in."""
    return any(type(event) is RoomMemberEvent and entered(event, me) for event in info.timeline.events)


async def _between(client: AsyncClient, room: str, newest: str, since: str) -> list[Event]:
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
            raise trouble(page)
        events.extend(page.chunk)
        token = page.end if page.end != token else None
    if token is not None:
        log.warning("matrix-gap-too-wide", room=room, taken=len(events))
    events.reverse()
    return events
