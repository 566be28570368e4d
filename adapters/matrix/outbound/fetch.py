"""Fetching a message by its id, in its current version and decrypted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from msgspec import structs

from adapters.matrix.api import media
from adapters.matrix.outbound.requests import RequestSender
from adapters.matrix.rendering.html import permalink
from adapters.matrix.rooms import messages
from adapters.matrix.rooms.people import person, sent_at
from bots.core.inbound import MessageFetched
from bots.core.invalid_characters import replace_in_value
from bots.core.outbound import Fetch
from bots.ports import Inbox, Later, Receipt, Sent


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


def _message_fetched(requests: RequestSender, call: Fetch, key: str, raw: dict[str, Any] | None) -> MessageFetched:
    """Build the inbound value. It has no person if the message is gone or unreadable."""
    account = requests.state.account
    fetched = MessageFetched(
        key=f"{account}:fetch:{key}", account=account, room=call.room, at=datetime.now(UTC),
        message=call.message, subject=call.subject,
    )  # fmt: skip
    event = messages.readable(requests.client, call.room, raw) if raw is not None else None
    content = event.source.get("content") if event is not None else None
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
