"""Fetching a message by its id, in its current version and decrypted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import structlog
from msgspec import structs
from nio.events import RoomMessageNotice

from adapters.matrix.api import media
from adapters.matrix.api.content import command_line, relation, valid_id
from adapters.matrix.outbound.requests import RequestSender
from adapters.matrix.rendering.html import permalink
from adapters.matrix.rooms import messages
from adapters.matrix.rooms.people import person, sent_at
from bots.core.inbound import HistoryFetched, MessageFetched
from bots.core.invalid_characters import replace_in_value
from bots.core.outbound import HISTORY_LENGTH, Fetch, FetchHistory
from bots.ports import Inbox, Later, Receipt, Sent

log = structlog.get_logger()


async def fetch(requests: RequestSender, call: Fetch, key: str, inbox: Inbox) -> Receipt:
    """Fetch a message and submit it to the inbox. Raises network errors."""
    unavailable = await requests.unavailable(call.room)
    if isinstance(unavailable, Later):
        return unavailable
    event = None if unavailable is not None else await messages.get_event(requests.client, call.room, call.message)
    if isinstance(event, Later):
        return event
    await inbox.submit([replace_in_value(_message_fetched(requests, call, key, event))])
    return Sent()


async def fetch_history(requests: RequestSender, call: FetchHistory, key: str, inbox: Inbox) -> Receipt:
    """Fetch messages of people and submit them to the inbox. Raises network errors."""
    unavailable = await requests.unavailable(call.room)
    if unavailable is not None:
        return unavailable
    events = await messages.get_history(requests.client, call.room, call.message, HISTORY_LENGTH, after=call.after)
    if isinstance(events, Later):
        return events
    account = requests.state.account
    said = [_said(requests, call, key, event) for event in events]
    history = HistoryFetched(
        key=f"{account}:fetch:{key}", account=account, room=call.room, at=datetime.now(UTC), message=call.message,
        subject=call.subject, messages=tuple(one for one in said if one is not None),
    )  # fmt: skip
    await inbox.submit([replace_in_value(history)])
    return Sent()


def _said(requests: RequestSender, call: FetchHistory, key: str, raw: dict[str, Any]) -> MessageFetched | None:
    """Return what a person said; None for an edit, a command, a bot's notice, and what is gone or unreadable."""
    content, message = raw.get("content"), valid_id(raw.get("event_id"))
    if message is None or not isinstance(content, dict) or relation(content).get("rel_type") == "m.replace":
        return None
    alone = Fetch(room=call.room, message=message, subject=call.subject)
    try:
        fetched = _message_fetched(requests, alone, f"{key}:{message}", raw)
    except Exception as error:  # noqa: BLE001 - whatever an event contains, the others must come through
        log.warning("matrix-message-left-out", room=call.room, message=message, error=repr(error))
        return None
    if fetched.person is None or command_line(fetched.text) is not None:
        return None
    return fetched


def _message_fetched(requests: RequestSender, call: Fetch, key: str, raw: dict[str, Any] | None) -> MessageFetched:
    """Build the inbound value. It has no person if the message is gone, unreadable, or the notice of a bot."""
    account = requests.state.account
    fetched = MessageFetched(
        key=f"{account}:fetch:{key}", account=account, room=call.room, at=datetime.now(UTC),
        message=call.message, subject=call.subject,
    )  # fmt: skip
    event = messages.readable(requests.client, call.room, raw) if raw is not None else None
    content = event.source.get("content") if event is not None and not isinstance(event, RoomMessageNotice) else None
    if raw is None or event is None or not isinstance(content, dict) or call.room not in requests.client.rooms:
        return fetched
    attachment = media.attachment_of(content, requests.state.account)
    author = person(requests.state, requests.client.rooms[call.room], event.sender)
    text, formatted = messages.current_words(requests.client, call.room, raw, content)
    return structs.replace(
        fetched, posted=sent_at(event),
        person=structs.replace(author, bot=event.sender == requests.state.me),
        text=text,
        formatted=formatted,
        link=permalink(call.room, event=call.message, via=requests.client.user_id.split(":", 1)[1]),
        attachments=(attachment,) if attachment is not None else (),
    )  # fmt: skip
