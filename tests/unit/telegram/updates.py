"""Telegram updates as JSON, and their translation to inbound values."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, TypeVar

from adapters.telegram.api import decode
from adapters.telegram.api.chats import Membership, User
from adapters.telegram.api.updates import Update
from adapters.telegram.inbound.translate import translate
from adapters.telegram.rooms.state import AdapterState, ChatAdmins
from bots.commands.declaration import Command
from bots.core.inbound import Value

Json = dict[str, Any]
_Kind = TypeVar("_Kind", bound=Value)
NOW = datetime(2026, 11, 25, tzinfo=UTC)
ME, DATE = 99, 1_790_000_000
GROUP: Json = {"id": -100200, "type": "supergroup", "title": "Lyon"}
FORUM: Json = {"id": -100300, "type": "supergroup", "title": "Forum", "is_forum": True}
PRIVATE: Json = {"id": 7, "type": "private", "first_name": "Anna"}
ANNA: Json = {"id": 7, "is_bot": False, "first_name": "Anna", "last_name": "Li", "language_code": "fr"}
BOT: Json = {"id": ME, "is_bot": True, "first_name": "glocal"}
NAMES = {name: Command(name=name) for name in ("poll", "poll close", "help", "start")}


def state(*managers: int) -> AdapterState:
    """Build the state of a chat with these admins."""
    return state_with(*(Membership(User(one, False, "Manager"), "creator") for one in managers))


def state_with(*admins: Membership) -> AdapterState:
    """Build the state of a chat with these administrators."""
    return AdapterState("telegram", ME, "glocal_bot", NAMES, admins={-100200: ChatAdmins.of(admins)})


def translate_update(body: Json, *, number: int = 1, adapter_state: AdapterState | None = None) -> list[Value]:
    """Translate an update."""
    update = decode.decode_update(json.dumps({"update_id": number, **body}).encode())
    assert isinstance(update, Update), update
    return translate(adapter_state or state(), update, NOW)


def only(kind: type[_Kind], found: list[Value]) -> _Kind:
    """Return the only value, which has this type."""
    assert len(found) == 1, found
    assert isinstance(found[0], kind)
    return found[0]


def message(chat: Json = GROUP, **more: Any) -> Json:
    """Build a message from Anna."""
    return {"message": {"message_id": 5, "date": DATE, "chat": chat, "from": ANNA, **more}}
