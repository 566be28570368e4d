"""Messages on the homeserver, in their current version and decrypted."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from nio.client.async_client import AsyncClient
from nio.events import Event, MegolmEvent, RoomMessage
from nio.exceptions import EncryptionError

from adapters.matrix.api import media
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
