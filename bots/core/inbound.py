"""What platforms say to the core, as frozen values.

Every value carries `key`, unique for ever (platform + event id): a value seen before is skipped by it.
Times are aware UTC datetimes as the platform stated them. `room` is the platform's own room id; empty where a vote or
a reaction names only its message, the id of the room's parent where a person joined that.
"""

from __future__ import annotations

from datetime import datetime

import msgspec


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who acted, as the platform knows them. `admin`: holds the platform's own right to manage this room."""

    platform: str
    user: str
    name: str
    admin: bool = False
    bot: bool = False
    locale: str | None = None


class Attachment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file that a message carries. `source` is opaque to the core: only the adapter of `account`, which gave it, can
    read it. `data` is the content itself, where the core made the file."""

    name: str
    mime: str
    size: int
    source: str = ""
    alt: str = ""
    account: str = ""
    data: str | None = None


class Inbound(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The common part of all inbound values. `account` names the bot's platform account in the settings."""

    key: str
    account: str
    room: str
    at: datetime


class PersonInbound(Inbound, frozen=True, kw_only=True, tag=True):
    """An inbound value that somebody caused."""

    person: Person


class MessagePosted(PersonInbound, frozen=True, kw_only=True):
    """A message that is no command. `mentions` holds platform user ids; `direct`: a private talk with the bot.

    `link`, its address, and `album`, which the messages of one album share, are needed only from a platform that can't
    be asked for the message later.
    """

    message: str
    text: str
    reply_to: str | None = None
    mentions: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    direct: bool = False
    link: str = ""
    album: str = ""


class MessageEdited(PersonInbound, frozen=True, kw_only=True):
    """The author gave `message` a new text."""

    message: str
    text: str


class MessageDeleted(Inbound, frozen=True, kw_only=True):
    """`message` was withdrawn (redacted). It may also name a reaction on platforms where a reaction is an event."""

    message: str


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """The message that a command replies to, where the platform sends it along and can't be asked for it later."""

    person: Person
    text: str
    link: str = ""
    posted: datetime | None = None
    attachments: tuple[Attachment, ...] = ()


class CommandInvoked(PersonInbound, frozen=True, kw_only=True):
    """A command: `line` is what follows the prefix (`poll "Tea?" yes no`).

    Platforms that take arguments by name (Discord) give the command's name in `line`, and `options` as they were typed.
    `message` is the invoking message where there is one; `token` lets the adapter answer an interaction.
    """

    line: str
    message: str | None = None
    reply_to: str | None = None
    mentions: tuple[str, ...] = ()
    options: dict[str, str] | None = None
    token: str | None = None
    direct: bool = False
    quoted: Quoted | None = None


class ButtonPressed(PersonInbound, frozen=True, kw_only=True):
    """A button of ours was pressed. `button` is its id, `verb:object[:choice]`, at most 64 bytes.

    `released`: the reaction that pressed it was taken back.
    """

    button: str
    message: str | None = None
    token: str | None = None
    released: bool = False

    @property
    def subject(self) -> str:
        """The object's part of the id: `poll:17:2` is about `17`. Empty in one that names none: some platforms let the
        presser say anything."""
        return self.button.partition(":")[2].partition(":")[0]

    @property
    def choice(self) -> str:
        """What follows the object in the id; empty when nothing does."""
        return self.button.partition(":")[2].partition(":")[2]


class ChoiceMade(PersonInbound, frozen=True, kw_only=True):
    """A vote in a platform's native poll `message`; `choices` are our answer ids, empty takes the vote back. Or
    interest in a scheduled event: `message` is its id, `choices` is `("interested",)` or empty. `found`: it was not
    told when it was made, but stood there after a gap."""

    message: str
    choices: tuple[str, ...]
    found: bool = False


class PollEnded(PersonInbound, frozen=True, kw_only=True):
    """Somebody ended the platform's native poll `message` by its own means, not by a command."""

    message: str


class FormSubmitted(PersonInbound, frozen=True, kw_only=True):
    """A filled-in form (Discord modal). `form` is its id, `verb:object`."""

    form: str
    fields: dict[str, str]
    token: str | None = None


class ReactionAdded(PersonInbound, frozen=True, kw_only=True):
    """Somebody reacted to `message`. `reaction` identifies this reaction for ever."""

    message: str
    emoji: str
    reaction: str


class ReactionRemoved(PersonInbound, frozen=True, kw_only=True):
    """Somebody took back a reaction (platforms that name message and emoji; Matrix says MessageDeleted)."""

    message: str
    emoji: str


class Reacted(msgspec.Struct, frozen=True, kw_only=True):
    """One reaction that stands on a message."""

    person: Person
    emoji: str
    reaction: str


class ReactionsFound(Inbound, frozen=True, kw_only=True):
    """All reactions that stand on `message` now, the bot's left out: what a platform tells after a gap."""

    message: str
    reactions: tuple[Reacted, ...]


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """One person's choices, as they stand."""

    person: Person
    choices: tuple[str, ...]


class ChoicesFound(Inbound, frozen=True, kw_only=True):
    """All choices that stand in the native poll, or the scheduled event, `message` now: what a platform tells after a
    gap."""

    message: str
    choices: tuple[Chosen, ...]


class MemberJoined(PersonInbound, frozen=True, kw_only=True):
    """A person entered the room."""


class MemberLeft(PersonInbound, frozen=True, kw_only=True):
    """A person left the room, or was removed from it."""


class JoinRequested(PersonInbound, frozen=True, kw_only=True):
    """A person asks to be let in. `direct`: the private room in which they may be written to now."""

    direct: str = ""


class BotInvited(PersonInbound, frozen=True, kw_only=True):
    """The bot was asked into a room by `person`. `direct`: into a private talk."""

    name: str
    direct: bool = False


class BotJoined(Inbound, frozen=True, kw_only=True):
    """The bot is in the room from now on. `quiet`: it need not introduce itself. `parent`: what the room is a part of
    (a server's or a group's id); people join that, and it is lost or moved with all its rooms. `locale`: the language
    of whoever brought it in, or of the place, where the platform tells."""

    name: str
    direct: bool = False
    encrypted: bool = False
    quiet: bool = False
    parent: str = ""
    locale: str | None = None


class RoomMoved(Inbound, frozen=True, kw_only=True):
    """The room goes on under another platform id (Matrix tombstone, Telegram supergroup)."""

    new_room: str


class RoomLost(Inbound, frozen=True, kw_only=True):
    """The bot can no longer act in the room. `reason`: `removed`, `deleted`, or `closed` (a topic, until BotJoined)."""

    reason: str


class Undecryptable(PersonInbound, frozen=True, kw_only=True):
    """A message arrived that the bot holds no key for."""

    message: str


class Unreadable(Inbound, frozen=True, kw_only=True):
    """Something that the platform said and its adapter cannot read: kept as a dead letter, the rest goes on."""

    payload: str
    error: str


class MessageFetched(Inbound, frozen=True, kw_only=True):
    """The platform's answer to an outbound Fetch. `person` is None when the message is gone or unreadable."""

    message: str
    subject: str
    person: Person | None = None
    text: str = ""
    link: str = ""
    posted: datetime | None = None
    attachments: tuple[Attachment, ...] = ()


class Missing(msgspec.Struct, frozen=True):
    """A right that the bot lacks: the platform's own word for it, and the slug of what does not work without it."""

    name: str
    breaks: str


class RightsFound(Inbound, frozen=True, kw_only=True):
    """What the bot may not do in the room: the answer to CheckRights, or news when `subject` is empty."""

    missing: tuple[Missing, ...]
    subject: str = ""


class DeliveryFailed(Inbound, frozen=True, kw_only=True):
    """An outbound value was refused for good. `kind` is its class, `right` the missing platform right, where that is
    the cause."""

    outbox_key: str
    kind: str
    reason: str
    detail: str = ""
    right: str | None = None


class TimerFired(Inbound, frozen=True, kw_only=True):
    """A timer came due. `room` and `account` are empty: the subject says what it is about."""

    timer: int
    kind: str
    subject: str
    due: datetime


Value = (
    MessagePosted
    | MessageEdited
    | MessageDeleted
    | CommandInvoked
    | ButtonPressed
    | ChoiceMade
    | PollEnded
    | FormSubmitted
    | ReactionAdded
    | ReactionRemoved
    | ReactionsFound
    | ChoicesFound
    | JoinRequested
    | MemberJoined
    | MemberLeft
    | BotInvited
    | BotJoined
    | RoomMoved
    | RoomLost
    | Undecryptable
    | Unreadable
    | MessageFetched
    | RightsFound
    | DeliveryFailed
    | TimerFired
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Value] = msgspec.json.Decoder(Value)


def encode(value: Inbound) -> str:
    """The value as JSON text, for the dead-letter table."""
    return _encoder.encode(value).decode()


def decode(text: str) -> Value:
    """The value that `encode` wrote. Raises msgspec.ValidationError on anything else."""
    return _decoder.decode(text)
