"""Frozen values for everything that the core asks of a platform.

`card` names something of ours that rooms show (`poll:17`). Delivery remembers the message that shows a card, so that
Edit, Delete and ClosePoll can name the card instead of the message.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2s
from typing import Literal

import msgspec

from bots.core.inbound import Asked, Attachment
from bots.core.panel import Panel
from bots.core.richtext import Rich

CHOICE_EMOJI = (
    "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟",
    *(chr(0x1F1E6 + n) for n in range(10)),
)  # fmt: skip
"""The emoji of the buttons of a list: keycaps, then regional letters, twenty in all."""

HISTORY_LENGTH = 50
"""Messages that a door looks at for a FetchHistory: those of bots, and commands, are among them."""

Tone = Literal["", "good", "bad"]


class Button(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button. `id` is a ButtonId as text, at most 64 bytes. Platforms without buttons use `emoji` as a reaction.

    With a `url` the button opens an address, and its id is empty. `tone`: `good` is green and `bad` is red where
    buttons have colours.
    """

    id: str
    label: str
    emoji: str
    url: str = ""
    tone: Tone = ""


class Menu(msgspec.Struct, frozen=True, omit_defaults=True):
    """Buttons that are one list to choose from where the platform has lists; elsewhere they stay buttons.

    These are the buttons whose ids are `options`, a colon and a choice. Who chooses from the list presses `id`, a
    ButtonId without a choice, with all choices joined by commas: `most` of them at most, and none to take them back.
    `hint` stands in the list while nothing is chosen.
    """

    id: str
    options: str
    hint: str
    most: int = 1

    def holds(self, button: Button) -> bool:
        """Return whether a button is one of the list's options."""
        return button.id.startswith(f"{self.options}:")


class PollOption(msgspec.Struct, frozen=True):
    """One option of a native poll. ChoiceMade carries its `id`."""

    id: str
    label: str


class NativePoll(msgspec.Struct, frozen=True):
    """A poll in the platform's own form. `max_choices` is 1 for a single choice."""

    question: str
    options: tuple[PollOption, ...]
    max_choices: int = 1


class Content(msgspec.Struct, frozen=True, omit_defaults=True):
    """The content of a message. `mentions`: the user ids that the message may notify, whatever its text says.

    `legend`: where reactions replace buttons, explain the emoji below the text; False when the text explains them.
    `offers_reactions`: there, the bot adds each reaction, so that people need only press it; False where few will.
    `asks`: the person's next message answers this one. `silent`: nobody asked for it, so send it without a sound where
    the platform can. `panel`: the same text in its parts, for platforms that draw panels. `menu`: which buttons are one
    list where the platform has lists.
    """

    text: Rich
    buttons: tuple[Button, ...] = ()
    poll: NativePoll | None = None
    mentions: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    legend: bool = True
    offers_reactions: bool = True
    asks: bool = False
    silent: bool = False
    panel: Panel | None = None
    menu: Menu | None = None


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
    """

    card: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    description: str = ""
    rule: str = ""
    zone: str = ""


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


Call = (
    Post
    | Edit
    | Delete
    | ClosePoll
    | DirectMessage
    | Answer
    | ShowForm
    | PublishScheduledEvent
    | CancelScheduledEvent
    | ApproveJoinRequest
    | CheckRights
    | Join
    | Fetch
    | FetchHistory
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Call] = msgspec.json.Decoder(Call)
_reading_decoder = msgspec.json.Decoder(ReadCalendar)


def digest(content: Content) -> str:
    """Return a short text that differs for contents that look different after an edit."""
    seen = Content(
        text=content.text, buttons=content.buttons, legend=content.legend, panel=content.panel, menu=content.menu
    )
    return blake2s(_encoder.encode(seen), digest_size=12).hexdigest()


def kind_of(call: Outbound | type[Outbound]) -> str:
    """Return the name of this kind of call in the outbox: its tag, which does not change with the class's name."""
    return str(call.__struct_config__.tag)


def encode(call: Call | ReadCalendar) -> str:
    """Return the call as JSON, for the outbox."""
    return _encoder.encode(call).decode()


def decode(text: str) -> Call:
    """Return the call that `encode` wrote. Raises msgspec.ValidationError on anything else."""
    return _decoder.decode(text)


def decode_reading(text: str) -> ReadCalendar:
    """Return the ReadCalendar that `encode` wrote. Raises msgspec.ValidationError on anything else."""
    return _reading_decoder.decode(text)
