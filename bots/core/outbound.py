"""What the core asks of a platform, as frozen values: an outgoing call is a value.

`card` names something of ours that is shown in rooms (`poll:17`): delivery remembers which platform message shows it,
so that Edit, Delete and ClosePoll can name the card instead of the message.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from bots.core.inbound import Attachment
from bots.core.richtext import Rich

SIGNS = ("1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟", *(chr(0x1F1E6 + n) for n in range(10)))
"""What stands for the buttons of a list: keycaps, then regional letters, twenty in all."""


class Button(msgspec.Struct, frozen=True, omit_defaults=True):
    """`id`: `verb:object[:choice]`, at most 64 bytes. `emoji` stands for it where a platform has no buttons.

    With a `url` it opens an address instead; its id is empty then.
    """

    id: str
    label: str
    emoji: str
    url: str = ""


class PollOption(msgspec.Struct, frozen=True):
    """One answer of a native poll. `id` comes back in ChoiceMade."""

    id: str
    label: str


class NativePoll(msgspec.Struct, frozen=True):
    """A poll in the platform's own form. `max_choices` is 1 for a single choice."""

    question: str
    options: tuple[PollOption, ...]
    max_choices: int = 1


class Content(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a message shows. `mentions`: user ids that may be notified; nobody else is, whatever the text says.

    `legend`: where reactions stand in for buttons, say below the text which emoji means what; False when the text does.
    `asks`: the next message of the person it is for is the answer to it.
    """

    text: Rich
    buttons: tuple[Button, ...] = ()
    poll: NativePoll | None = None
    mentions: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    legend: bool = True
    asks: bool = False


class Field(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One question of a form. `choices` are (value, label); `long` asks for several lines; `hint` shows while empty."""

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
    """A new message."""

    content: Content
    card: str | None = None
    reply_to: str | None = None


class Edit(Outbound, frozen=True, kw_only=True):
    """The message that shows `card` gets a new content. Only the newest pending edit of a card is sent."""

    card: str
    content: Content


class Delete(Outbound, frozen=True, kw_only=True):
    """The message that shows `card` is withdrawn."""

    card: str


class ClosePoll(Outbound, frozen=True, kw_only=True):
    """The native poll that shows `card` is ended; `text` stands in where the client shows no polls."""

    card: str
    text: Rich


class DirectMessage(Outbound, frozen=True, kw_only=True):
    """A private message to `user`. `room` is the room it is about; `fallback` is posted there when it can't be had."""

    user: str
    content: Content
    card: str | None = None
    fallback: Content | None = None


class Answer(Outbound, frozen=True, kw_only=True):
    """The outcome for one person: private where the platform can, else a reply in the room. With an empty text it only
    tells the platform that the interaction was taken."""

    user: str
    content: Content
    token: str | None = None
    reply_to: str | None = None


class ShowForm(Outbound, frozen=True, kw_only=True):
    """A form, as the answer to an interaction; `fallback` is answered where it can't be shown any more.

    What is filled in comes back as FormSubmitted with this `form`.
    """

    user: str
    token: str
    form: str
    title: str
    fields: tuple[Field, ...]
    fallback: Content


class Gather(Outbound, frozen=True, kw_only=True):
    """The platform's own scheduled event that shows `card` is made, or changed. Times are aware UTC."""

    card: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    description: str = ""


class CallOff(Outbound, frozen=True, kw_only=True):
    """The scheduled event that shows `card` is cancelled."""

    card: str


class Admit(Outbound, frozen=True, kw_only=True):
    """Let in `user`, who asked to join."""

    user: str


class CheckRights(Outbound, frozen=True, kw_only=True):
    """Ask what the bot may not do in the room; the answer is the inbound RightsFound with the same `subject`."""

    subject: str


class Join(Outbound, frozen=True, kw_only=True):
    """Accept an invitation to the room."""


class Fetch(Outbound, frozen=True, kw_only=True):
    """Ask the platform for `message`; the answer is the inbound MessageFetched with the same `subject`."""

    message: str
    subject: str


Call = (
    Post
    | Edit
    | Delete
    | ClosePoll
    | DirectMessage
    | Answer
    | ShowForm
    | Gather
    | CallOff
    | Admit
    | CheckRights
    | Join
    | Fetch
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Call] = msgspec.json.Decoder(Call)


def encode(call: Call) -> str:
    """The call as JSON text, for the outbox."""
    return _encoder.encode(call).decode()


def decode(text: str) -> Call:
    """The call that `encode` wrote. Raises msgspec.ValidationError on anything else."""
    return _decoder.decode(text)
