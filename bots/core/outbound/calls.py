"""Frozen values for everything that the core asks of a platform."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bots.core.inbound import Asked, Attachment
from bots.core.outbound.content import Content
from bots.core.richtext import Rich

HISTORY_LENGTH = 50
"""Messages that a door looks at for a FetchHistory: those of bots, and commands, are among them."""


class Field(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One field of a form. `choices` are (value, label); `long`: several lines; `hint`: the placeholder."""

    id: str
    label: str
    value: str = ""
    required: bool = True
    long: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class Outbound(msgspec.Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True):
    """The common part. `room` is the platform's room id."""

    room: str


class Post(Outbound, frozen=True, kw_only=True):
    """Post a message."""

    content: Content
    card: str | None = None
    reply_to: str | None = None


class Edit(Outbound, frozen=True, kw_only=True):
    """Replace the content of the message that shows `card`. Delivery sends only the newest pending edit of a card."""

    card: str
    content: Content


class Delete(Outbound, frozen=True, kw_only=True):
    """Delete the message that shows `card`."""

    card: str


class ClosePoll(Outbound, frozen=True, kw_only=True):
    """End the native poll that shows `card`. Clients without polls show `text`."""

    card: str
    text: Rich


class DirectMessage(Outbound, frozen=True, kw_only=True):
    """Write to `user` in private. When that is impossible, delivery posts `fallback` in `room`, which it is about.

    `account`: the one of `room`, where another one writes in private (`Capabilities.direct_account`).
    """

    user: str
    content: Content
    card: str | None = None
    fallback: Content | None = None
    account: str = ""


class Answer(Outbound, frozen=True, kw_only=True):
    """Answer one person: in private where the platform can, otherwise as a reply in the room.

    An empty text only tells the platform that the bot received the interaction. `brief`: the room shows the news
    anyway, so a notice that goes away by itself is enough.
    """

    user: str
    content: Content
    token: str | None = None
    reply_to: str | None = None
    brief: bool = False


class ShowForm(Outbound, frozen=True, kw_only=True):
    """Answer an interaction with a form, or with `fallback` when it is too late for a form.

    The submission comes back as FormSubmitted with the same `form`.
    """

    user: str
    token: str
    form: str
    title: str
    fields: tuple[Field, ...]
    fallback: Content


class PublishScheduledEvent(Outbound, frozen=True, kw_only=True, tag="Gather"):
    """Create or change the platform's own scheduled event that shows `card`. Times are aware UTC.

    `rule`: the RRULE (RFC 5545) of an event that recurs without end, on the wall clock of `zone`; empty otherwise.
    `picture`: its cover. Without one the platform's event keeps what it has, unless it is `uncovered`.
    """

    card: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    description: str = ""
    rule: str = ""
    zone: str = ""
    picture: Attachment | None = None
    uncovered: bool = False


class CancelScheduledEvent(Outbound, frozen=True, kw_only=True, tag="CallOff"):
    """Cancel the scheduled event that shows `card`."""

    card: str


class ApproveJoinRequest(Outbound, frozen=True, kw_only=True, tag="Admit"):
    """Let `user` join the room, as they requested."""

    user: str


class CheckRights(Outbound, frozen=True, kw_only=True):
    """Ask which rights the bot lacks in the room. The answer is a RightsReported with the same `subject`."""

    subject: str


class Join(Outbound, frozen=True, kw_only=True):
    """Accept an invitation to the room."""


class Fetch(Outbound, frozen=True, kw_only=True):
    """Ask the platform for `message`. The answer is a MessageFetched with the same `subject`."""

    message: str
    subject: str


class FetchHistory(Outbound, frozen=True, kw_only=True):
    """Ask the platform for messages of people: `message` with those that followed, or with those that came before it.

    Without a message, for the newest. The answer is a HistoryFetched with the same `subject`.
    """

    message: str | None = None
    after: bool = False
    subject: str


class ReadCalendar(Outbound, frozen=True, kw_only=True):
    """Read somebody else's calendar: at an address, or in a file. No door does this, but the delivery itself.

    The answer is a CalendarRead with the same `subject`; a CalendarPreviewed if somebody `asked`. `etag` and
    `modified`: what the server said last time. `zone`: that of times without one.
    """

    subject: str
    zone: str
    address: str = ""
    file: Attachment | None = None
    etag: str = ""
    modified: str = ""
    asked: Asked | None = None
