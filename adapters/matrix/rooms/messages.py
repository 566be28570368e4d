"""Messages on the homeserver, in their current version and decrypted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

from nio.client.async_client import AsyncClient
from nio.events import Event, MegolmEvent, RoomMessage
from nio.exceptions import EncryptionError

from adapters.matrix.api import json_body, media
from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.content import own_words
from adapters.matrix.rendering.formatted import formatted_words
from bots.core.richtext import Rich
from bots.ports import Later


async def get_event(client: MatrixClient, room: str, message: str) -> dict[str, Any] | Later | None:
    """Return the raw event, or None if it doesn't exist or the bot may not see it."""
    status, body = await client.request("GET", f"rooms/{quote(room, safe='')}/event/{quote(message, safe='')}")
    if status in (403, 404):
        return None
    if status != 200:
        return Later(0.0, f"the homeserver answers {status}", account_wide=status >= 500)
    event = json.loads(body)
    return event if isinstance(event, dict) else None


async def get_history(
    client: MatrixClient, room: str, message: str | None, limit: int, *, after: bool
) -> Sequence[dict[str, Any]] | Later:
    """Return the raw messages of others on one side of a message, with it, oldest first; of the end without one.

    The homeserver shares the limit between both sides. It returns nothing of what the bot may not see.
    https://spec.matrix.org/v1.11/client-server-api/#get_matrixclientv3roomsroomidcontexteventid
    """
    of_others = {"types": ["m.room.message", "m.room.encrypted"], "not_senders": [client.user_id]}
    query = urlencode({"limit": limit if message is None else 2 * limit, "filter": json.dumps(of_others)})
    where = f"messages?dir=b&{query}" if message is None else f"context/{quote(message, safe='')}?{query}"
    status, body = await client.request("GET", f"rooms/{quote(room, safe='')}/{where}")
    if status in (403, 404):
        return ()
    found = json_body.parse(body) if status == 200 else None
    if not isinstance(found, dict):
        return Later(0.0, f"the homeserver answers {status}", account_wide=status >= 500)
    if message is None:
        return _events(found.get("chunk"))[::-1]
    own = _events([found.get("event")])
    if after:
        return [*own, *_events(found.get("events_after"))[:limit]]
    return [*_events(found.get("events_before"))[:limit][::-1], *own]


def _events(found: object) -> list[dict[str, Any]]:
    return [event for event in found if isinstance(event, dict)] if isinstance(found, list) else []


def readable(client: AsyncClient, room: str, raw: dict[str, Any]) -> Event | None:
    """Decrypt and parse an event. Return None if it was redacted, is malformed or has no key."""
    event = Event.parse_event(raw)
    if type(event) is MegolmEvent:
        event.room_id = room
        try:
            event = client.decrypt_event(event)
        except EncryptionError:
            return None
    return event if isinstance(event, RoomMessage) else None


def current_words(client: AsyncClient, room: str, raw: dict[str, Any], content: dict[str, Any]) -> tuple[str, Rich]:
    """Return the words of the latest edit, which the homeserver adds to the event, or of the event itself.

    https://spec.matrix.org/v1.11/client-server-api/#server-side-aggregation-of-mreplace-relationships
    """
    relations = raw.get("unsigned", {}).get("m.relations", {})
    newest = relations.get("m.replace") if isinstance(relations, dict) else None
    edit = readable(client, room, newest) if isinstance(newest, dict) and "type" in newest else None
    new = edit.source["content"].get("m.new_content") if edit is not None else None
    if isinstance(new, dict):
        text = media.edited_text(new) or ""
        return text, formatted_words(new, text)
    if media.attachment_of(content, "") is not None:
        text = media.caption(content)
    else:
        body = content.get("body")
        text = own_words(body, content) if isinstance(body, str) else ""
    return text, formatted_words(content, text)
