"""What is in the sandbox: people, rooms, messages as they are now."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import msgspec

from bots.core.outbound import Content, Field

ADDRESS = "https://sandbox.invalid"
"""Where links to messages lead; the page opens them itself."""
BOT = "glocal"
"""The bot's user id on every account of the sandbox."""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom a visitor can be. `role`: newcomer, member, connector or coordinator; `place`: their home."""

    id: str
    name: str
    locale: str = "en"
    role: str = "member"
    place: str = ""
    reachable: bool = True


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A room. `direct`: the one person who talks with the bot there. `place`: whose room it is, as its title says."""

    id: str
    account: str
    name: str
    direct: str | None = None
    locale: str = "en"
    zone: str = "UTC"
    place: str = ""


class Form(msgspec.Struct, frozen=True):
    """Questions that the bot asks one person at once."""

    id: str
    title: str
    fields: tuple[Field, ...]
    token: str


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message as it is now. `content` is what the bot gave it; a person's has a text alone."""

    id: int
    room: str
    author: str
    at: datetime
    text: str
    content: Content | None = None
    form: Form | None = None
    reply_to: int | None = None
    private_to: str | None = None
    card: str | None = None
    key: str | None = None
    edits: int = 0
    gone: bool = False
    poll_open: bool = False


def figure(row: sqlite3.Row) -> Figure:
    """A row of `people`."""
    return Figure(
        id=row["id"], name=row["name"], locale=row["locale"], role=row["role"], place=row["place"],
        reachable=bool(row["reachable"]),
    )  # fmt: skip


def place(row: sqlite3.Row) -> Place:
    """A row of `rooms`."""
    return Place(
        id=row["id"], account=row["account"], name=row["name"], direct=row["direct"], locale=row["locale"],
        zone=row["zone"], place=row["place"],
    )  # fmt: skip


def message(row: sqlite3.Row) -> Message:
    """A row of `messages`."""
    return Message(
        id=row["id"], room=row["room"], author=row["author"], at=datetime.fromisoformat(row["at"]), text=row["text"],
        content=msgspec.json.decode(row["content"], type=Content) if row["content"] else None,
        form=msgspec.json.decode(row["form"], type=Form) if row["form"] else None,
        reply_to=int(row["reply_to"]) if row["reply_to"] else None, private_to=row["private_to"], card=row["card"],
        key=row["key"], edits=row["edits"], gone=bool(row["gone"]), poll_open=bool(row["poll_open"]),
    )  # fmt: skip
