"""Rooms: their members, the bot's presence and its rights."""

from __future__ import annotations

import msgspec

from bots.core.inbound.base import Inbound, PersonInbound


class MemberJoined(PersonInbound, frozen=True, kw_only=True):
    """A person who entered the room."""


class MemberLeft(PersonInbound, frozen=True, kw_only=True):
    """A person who left the room. `removed`: somebody put them out."""

    removed: bool = False


class JoinRequested(PersonInbound, frozen=True, kw_only=True):
    """A request to join the room. `direct`: the private room where the bot may now write to the person."""

    direct: str = ""


class BotInvited(PersonInbound, frozen=True, kw_only=True):
    """An invitation of the bot by `person`. `direct`: to a private room."""

    name: str
    direct: bool = False


class BotJoined(Inbound, frozen=True, kw_only=True):
    """The bot's arrival in the room.

    `quiet`: the bot need not introduce itself. `parent`: the id of the server or group that contains the room; people
    join the parent, and it is lost or moved with all its rooms. `locale`: the language of the inviting person or of
    the server, if the platform states it.
    """

    name: str
    direct: bool = False
    encrypted: bool = False
    quiet: bool = False
    parent: str = ""
    locale: str | None = None


class RoomMoved(Inbound, frozen=True, kw_only=True):
    """A new platform id for the room (Matrix tombstone, Telegram supergroup)."""

    new_room: str


class RoomLost(Inbound, frozen=True, kw_only=True):
    """The loss of a room. `reason`: `removed`, `deleted`, or `closed` (a topic, until the next BotJoined)."""

    reason: str


class MissingRight(msgspec.Struct, frozen=True):
    """A right that the bot lacks: the platform's name for it, and the slug of the function that needs it."""

    name: str
    breaks: str


class RightsReported(Inbound, frozen=True, kw_only=True, tag="RightsFound"):
    """The rights that the bot lacks in the room: the answer to CheckRights, or news when `subject` is empty."""

    missing: tuple[MissingRight, ...]
    subject: str = ""


class ScheduledEventPublished(Inbound, frozen=True, kw_only=True):
    """A scheduled event of ours that the platform shows now. `card` is what it shows, `link` opens it."""

    card: str
    link: str
