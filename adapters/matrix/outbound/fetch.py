"""A message asked for by its id, as it is now: its latest edit, decrypted."""

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
from adapters.matrix.api.content import relation, replied_to, unquoted
from adapters.matrix.outbound.requests import Line
from adapters.matrix.rendering.html import permalink
from adapters.matrix.rooms.people import moment, person
from bots.core.inbound import MessageFetched
from bots.core.outbound import Fetch
from bots.core.surrogates import replace_in_value
from bots.ports import Inbox, Later, Receipt, Sent


async def fetch(line: Line, call: Fetch, key: str, inbox: Inbox) -> Receipt:
    """Ask, and hand the answer to the inbox. Raises network errors."""
    absent = await line.absent(call.room)
    if isinstance(absent, Later):
        return absent
    found = None if absent is not None else await _event(line.client, call.room, call.message)
    if isinstance(found, Later):
        return found
    await inbox.submit([replace_in_value(_answer(line, call, key, found))])
    return Sent()


async def _event(client: AsyncClient, room: str, message: str) -> dict[str, Any] | Later | None:
    """The raw event; None when it is not there, or not for the bot to see."""
    path = f"/_matrix/client/v3/rooms/{quote(room, safe='')}/event/{quote(message, safe='')}"
    async with await client.send("GET", path, headers={"Authorization": f"Bearer {client.access_token}"}) as answer:
        if answer.status in (403, 404):
            return None
        if answer.status != 200:
            return Later(0.0, f"the homeserver answers {answer.status}", account_wide=answer.status >= 500)
        found = json.loads(await answer.text())
    return found if isinstance(found, dict) else None


def _answer(line: Line, call: Fetch, key: str, raw: dict[str, Any] | None) -> MessageFetched:
    """What the core is told; without a person when the message is gone or unreadable."""
    event = _readable(line.client, call.room, raw) if raw is not None else None
    content = event.source.get("content") if event is not None else None
    if raw is None or event is None or not isinstance(content, dict) or call.room not in line.client.rooms:
        return MessageFetched(
            key=f"matrix:fetch:{key}", account=line.known.account, room=call.room, at=datetime.now(UTC),
            message=call.message, subject=call.subject,
        )  # fmt: skip
    attachment = media.read(content, line.known.account)
    author = person(line.known, line.client.rooms[call.room], event.sender)
    return MessageFetched(
        key=f"matrix:fetch:{key}", account=line.known.account, room=call.room, at=datetime.now(UTC),
        message=call.message, subject=call.subject, posted=moment(event.server_timestamp),
        person=structs.replace(author, bot=event.sender == line.known.me),
        text=_text(line.client, call.room, raw, content),
        link=permalink(call.room, event=call.message, via=line.client.user_id.split(":", 1)[1]),
        attachments=(attachment,) if attachment is not None else (),
    )  # fmt: skip


def _readable(client: AsyncClient, room: str, raw: dict[str, Any]) -> Event | None:
    """The event in the clear; None when it was redacted, is malformed, or there is no key for it."""
    event = Event.parse_event(raw)
    if type(event) is MegolmEvent:
        event.room_id = room
        try:
            event = client.decrypt_event(event)
        except EncryptionError:
            return None
    return event if isinstance(event, RoomMessage) else None


def _text(client: AsyncClient, room: str, raw: dict[str, Any], content: dict[str, Any]) -> str:
    """The words of the latest edit, which the homeserver puts beside the event; else those of the event.

    https://spec.matrix.org/v1.11/client-server-api/#server-side-aggregation-of-mreplace-relationships
    """
    relations = raw.get("unsigned", {}).get("m.relations", {})
    newest = relations.get("m.replace") if isinstance(relations, dict) else None
    edit = _readable(client, room, newest) if isinstance(newest, dict) and "type" in newest else None
    new = edit.source["content"].get("m.new_content") if edit is not None else None
    current = new if isinstance(new, dict) else content
    if media.read(content, "") is not None:
        return media.caption(current)
    body = current.get("body")
    words = body if isinstance(body, str) else ""
    return unquoted(words) if replied_to(relation(content)) else words
