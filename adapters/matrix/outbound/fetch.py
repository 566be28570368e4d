"""Fetching a message by its id, in its current version and decrypted."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from msgspec import structs
from nio.client.async_client import AsyncClient
from nio.events import Event, MegolmEvent, RoomMessage
from nio.exceptions import EncryptionError

from adapters.matrix.api import media
from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.content import relation, replied_to, unquoted
from adapters.matrix.outbound.requests import RequestSender
from adapters.matrix.rendering.html import permalink
from adapters.matrix.rooms.people import person, sent_at
from bots.core.inbound import MessageFetched
from bots.core.outbound import Fetch
from bots.core.surrogates import replace_in_value
from bots.ports import Inbox, Later, Receipt, Sent


async def fetch(requests: RequestSender, call: Fetch, key: str, inbox: Inbox) -> Receipt:
    """Fetch a message and submit it to the inbox. Raises network errors."""
    unavailable = await requests.unavailable(call.room)
    if isinstance(unavailable, Later):
        return unavailable
    event = None if unavailable is not None else await _get_event(requests.client, call.room, call.message)
    if isinstance(event, Later):
        return event
    await inbox.submit([replace_in_value(_message_fetched(requests, call, key, event))])
    return Sent()


async def _get_event(client: MatrixClient, room: str, message: str) -> dict[str, Any] | Later | None:
    """Return the raw event, or None if it doesn't exist or the bot may not see it."""
    status, body = await client.request("GET", f"rooms/{quote(room, safe='')}/event/{quote(message, safe='')}")
    if status in (403, 404):
        return None
    if status != 200:
        return Later(0.0, f"the homeserver answers {status}", account_wide=status >= 500)
    event = json.loads(body)
    return event if isinstance(event, dict) else None


def _message_fetched(requests: RequestSender, call: Fetch, key: str, raw: dict[str, Any] | None) -> MessageFetched:
    """Build the inbound value. It has no person if the message is gone or unreadable."""
    fetched = MessageFetched(
        key=f"matrix:fetch:{key}", account=requests.state.account, room=call.room, at=datetime.now(UTC),
        message=call.message, subject=call.subject,
    )  # fmt: skip
    event = _decrypt(requests.client, call.room, raw) if raw is not None else None
    content = event.source.get("content") if event is not None else None
    if raw is None or event is None or not isinstance(content, dict) or call.room not in requests.client.rooms:
        return fetched
    attachment = media.attachment_of(content, requests.state.account)
    author = person(requests.state, requests.client.rooms[call.room], event.sender)
    return structs.replace(
        fetched, posted=sent_at(event),
        person=structs.replace(author, bot=event.sender == requests.state.me),
        text=_text(requests.client, call.room, raw, content),
        link=permalink(call.room, event=call.message, via=requests.client.user_id.split(":", 1)[1]),
        attachments=(attachment,) if attachment is not None else (),
    )  # fmt: skip


def _decrypt(client: AsyncClient, room: str, raw: dict[str, Any]) -> Event | None:
    """Decrypt and parse an event. Return None if it was redacted, is malformed or has no key."""
    event = Event.parse_event(raw)
    if type(event) is MegolmEvent:
        event.room_id = room
        try:
            event = client.decrypt_event(event)
        except EncryptionError:
            return None
    return event if isinstance(event, RoomMessage) else None


def _text(client: AsyncClient, room: str, raw: dict[str, Any], content: dict[str, Any]) -> str:
    """Return the text of the latest edit, which the homeserver adds to the event, or of the event itself.

    https://spec.matrix.org/v1.11/client-server-api/#server-side-aggregation-of-mreplace-relationships
    """
    relations = raw.get("unsigned", {}).get("m.relations", {})
    newest = relations.get("m.replace") if isinstance(relations, dict) else None
    edit = _decrypt(client, room, newest) if isinstance(newest, dict) and "type" in newest else None
    new = edit.source["content"].get("m.new_content") if edit is not None else None
    current = new if isinstance(new, dict) else content
    if media.attachment_of(content, "") is not None:
        return media.caption(current)
    body = current.get("body")
    text = body if isinstance(body, str) else ""
    return unquoted(text) if replied_to(relation(content)) else text
