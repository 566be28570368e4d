"""Messages: posted, edited, deleted, unreadable, or fetched at the core's request."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bots.core.inbound.base import Attachment, Inbound, Person, PersonInbound
from bots.core.richtext import Rich


class MessagePosted(PersonInbound, frozen=True, kw_only=True):
    """A message that is not a command. `mentions` holds platform user ids; `direct`: in a private room with the bot.

    Only platforms that cannot fetch the message later set `link` (its address) and `album` (an id that the messages of
    one album share). `addressed`: it mentions the bot, and is not just a reply to it. `foreign`: somebody else wrote it
    (it is forwarded), so it has no words that could answer for its sender, and never leaves its room.
    """

    message: str
    text: str
    reply_to: str | None = None
    mentions: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    direct: bool = False
    link: str = ""
    album: str = ""
    addressed: bool = False
    foreign: bool = False


class MessageEdited(PersonInbound, frozen=True, kw_only=True):
    """A new text for `message`, by its author. `formatted` as in MessageFetched."""

    message: str
    text: str
    formatted: Rich = ()


class MessageDeleted(Inbound, frozen=True, kw_only=True):
    """The deletion of `message`. On platforms where a reaction is an event, `message` may be a reaction's id."""

    message: str


class QuotedMessage(msgspec.Struct, frozen=True, kw_only=True):
    """The message that a command replies to, on platforms that send it along and cannot fetch it later.

    `foreign`: somebody else than `person` wrote it.
    """

    person: Person
    text: str
    link: str = ""
    posted: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    foreign: bool = False


class Undecryptable(PersonInbound, frozen=True, kw_only=True):
    """A message for which the bot has no key."""

    message: str


class MessageFetched(Inbound, frozen=True, kw_only=True):
    """The platform's answer to an outbound Fetch. `person` is None when the message is gone or unreadable.

    `formatted`: the text with its formatting, if the platform keeps the two apart and there is any.
    """

    message: str
    subject: str
    person: Person | None = None
    text: str = ""
    formatted: Rich = ()
    link: str = ""
    posted: datetime | None = None
    attachments: tuple[Attachment, ...] = ()


class HistoryFetched(Inbound, frozen=True, kw_only=True):
    """The platform's answer to an outbound FetchHistory: people's messages except commands, oldest first.

    `message`: the one that was asked about; it is among them unless it is gone.
    """

    message: str | None
    subject: str
    messages: tuple[MessageFetched, ...] = ()
