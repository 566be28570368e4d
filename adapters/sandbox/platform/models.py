"""The sandbox's users, rooms and messages, and how to read them from rows."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TypeVar

import msgspec

from bots.core.outbound import Content, Field

ADDRESS = "https://sandbox.invalid"
"""The prefix of links to messages, which the page opens itself. RFC 2606: no such host can exist."""
BOT = "glocal"
"""The bot's user id on every account of the sandbox."""


class User(msgspec.Struct, frozen=True, kw_only=True):
    """A user whom a visitor can play. `role`: newcomer, member, connector or coordinator; `place`: their home town."""

    id: str
    name: str
    locale: str = "en"
    role: str = "member"
    place: str = ""
    reachable: bool = True


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """A room. `direct`: the user of a private room with the bot; `place`: the town or owner in the room's title."""

    id: str
    account: str
    name: str
    direct: str | None = None
    locale: str = "en"
    zone: str = "UTC"
    place: str = ""


class Form(msgspec.Struct, frozen=True):
    """A form that the bot shows to one user."""

    id: str
    title: str
    fields: tuple[Field, ...]
    token: str


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message in its current state. `content`: set in the bot's messages; a user's message has only a text."""

    id: int
    room: str
    author: str
    at: datetime
    text: str
    content: Content | None = None
    form: Form | None = None
    reply_to: int | None = None
    private_to: str | None = None
    edits: int = 0
    gone: bool = False
    poll_open: bool = False


_Model = TypeVar("_Model", User, Room, Message)


def from_row(row: sqlite3.Row, model: type[_Model]) -> _Model:
    """Convert a row of a table. A message's `content` and `form` are stored as JSON."""
    values = {**row}
    for column in ("content", "form"):
        if values.get(column) is not None:
            values[column] = msgspec.json.decode(values[column])
    return msgspec.convert(values, model, strict=False)
