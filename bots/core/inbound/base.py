"""The common parts of all inbound values."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

import msgspec


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person, as the platform describes them. `admin`: the platform lets them manage the room."""

    platform: str
    user: str
    name: str
    admin: bool = False
    bot: bool = False
    locale: str | None = None


class Attachment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file of a message.

    Only the adapter of `account` can read `source`. `data` is the content itself when the core made the file.
    `spoiler`: people uncover it themselves. `chart`: the content is a bar chart, which is drawn when it is sent.
    """

    name: str
    mime: str
    size: int
    source: str = ""
    alt: str = ""
    account: str = ""
    data: str | None = None
    spoiler: bool = False
    chart: bool = False


class Inbound(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An inbound value. `account` is the name of the bot's platform account in the settings."""

    key: str
    account: str
    room: str
    at: datetime


class PersonInbound(Inbound, frozen=True, kw_only=True, tag=True):
    """An inbound value that a person caused."""

    person: Person


class CommonFields(TypedDict):
    """The fields of Inbound, to pass on as `**fields`."""

    key: str
    account: str
    room: str
    at: datetime


class PersonFields(CommonFields):
    """The fields of PersonInbound, to pass on as `**fields`."""

    person: Person
