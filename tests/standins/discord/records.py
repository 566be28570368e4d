"""The records of the stand-in: servers, channels, people and messages."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.standins.discord import rights
from tests.standins.discord.embeds import whole_text

Json = dict[str, Any]
TEXT, DM, CATEGORY, THREAD, FORUM = 0, 1, 4, 11, 15
"""Types of channel: https://discord.com/developers/docs/resources/channel#channel-object-channel-types"""
EPHEMERAL, LOADING = 1 << 6, 1 << 7
"""Flags of a message."""
ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0


@dataclass(eq=False)
class User:
    """A person or bot on all servers. `closed` refuses direct messages."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    closed: bool = False


@dataclass(eq=False)
class Role:
    """A role. The role with the server's id is @everyone, and `bot` names the bot that owns it."""

    id: int
    name: str
    permissions: int
    position: int = 0
    bot: int | None = None


@dataclass(eq=False)
class Member:
    """A user on one server. `pending` members have yet to accept the rules."""

    user: User
    roles: list[int] = field(default_factory=list)
    joined_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    nick: str | None = None
    pending: bool = False


@dataclass(eq=False)
class Overwrite:
    """The rights that a channel allows or denies a role (kind 0) or a member (kind 1)."""

    id: int
    kind: int
    allow: int = 0
    deny: int = 0


@dataclass(eq=False)
class Poll:
    """A native poll. `votes` has the voters of each answer by its number, from 1."""

    question: str
    answers: list[Json]
    many: bool
    ends_at: datetime
    votes: dict[int, dict[int, User]] = field(default_factory=dict)
    finalized: bool = False


@dataclass(eq=False)
class Message:
    """A message. `edits` counts edits, only `reader` sees it if given, and `supers` are super reactions.

    `changed` are fields that this Discord sends differently from what its docs say.
    """

    id: int
    channel: Channel
    author: User
    content: str = ""
    kind: int = 0
    flags: int = 0
    reference: Json | None = None
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    everyone: bool = False
    nonce: str | None = None
    reactions: dict[str, dict[int, User]] = field(default_factory=dict)
    supers: dict[str, dict[int, User]] = field(default_factory=dict)
    poll: Poll | None = None
    edited_at: datetime | None = None
    edits: int = 0
    reader: User | None = None
    application: int | None = None
    cause: Interaction | None = None
    changed: Json = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return what a person reads, embeds included."""
        return whole_text(self.content, self.embeds)

    @property
    def buttons(self) -> dict[str, Json]:
        """Return all buttons by label, or by emoji without one."""
        found = [item for item in parts(self.components) if item["type"] == 2]
        return {item.get("label") or item["emoji"]["name"]: item for item in found}

    @property
    def selects(self) -> list[Json]:
        """Return all select menus."""
        return [item for item in parts(self.components) if item["type"] in (3, 5, 6, 7, 8)]


@dataclass(eq=False)
class Channel:
    """A channel, thread or direct message channel. `allowed` are the members of a thread."""

    id: int
    kind: int
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    owner: User | None = None
    overwrites: list[Overwrite] = field(default_factory=list)
    recipient: User | None = None
    archived: bool = False
    locked: bool = False
    joined: dict[int, User] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    gone: bool = False

    @property
    def is_thread(self) -> bool:
        """Whether the channel is a thread or a forum post."""
        return self.kind in (10, 11, 12)


@dataclass(eq=False)
class Gathering:
    """A scheduled event with `state` 1 scheduled, 2 active, 3 completed or 4 cancelled."""

    id: int
    guild: Guild
    creator: User
    name: str
    starts_at: datetime
    ends_at: datetime | None
    place: str | None
    description: str | None
    channel: int | None = None
    kind: int = 3
    state: int = 1
    interested: dict[int, User] = field(default_factory=dict)
    recurrence: Json | None = None
    image: bytes | None = None


@dataclass(eq=False)
class Guild:
    """A server."""

    id: int
    name: str
    owner: User
    locale: str = "en-US"
    features: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    threads: dict[int, Channel] = field(default_factory=dict)
    gatherings: dict[int, Gathering] = field(default_factory=dict)
    commands: dict[int, Json] = field(default_factory=dict)

    def permissions(self, user: User, channel: Channel | None = None) -> int:
        """Compute a member's permissions: https://discord.com/developers/docs/topics/permissions"""
        member = self.members.get(user.id)
        if member is None:
            return 0
        held = self.roles[self.id].permissions
        for role in member.roles:
            held |= self.roles[role].permissions
        if user is self.owner or held & rights.ADMINISTRATOR:
            return rights.ALL
        if channel is None:
            return held
        home = channel.parent if channel.is_thread and channel.parent else channel
        return _overwritten(held, home.overwrites, self.id, member)


def _overwritten(held: int, overwrites: list[Overwrite], everyone: int, member: Member) -> int:
    """Apply the overwrites of @everyone, then of all roles together, then of the member."""
    for chosen in (
        [one for one in overwrites if one.id == everyone],
        [one for one in overwrites if one.kind == 0 and one.id in member.roles],
        [one for one in overwrites if one.kind == 1 and one.id == member.user.id],
    ):
        deny = allow = 0
        for one in chosen:
            deny, allow = deny | one.deny, allow | one.allow
        held = held & ~deny | allow
    return held if held & rights.VIEW_CHANNEL else 0


@dataclass(eq=False)
class Interaction:
    """An interaction and the bot's response. `kind` is 2 command, 3 component, 4 autocomplete or 5 form."""

    id: int
    token: str
    kind: int
    user: User
    channel: Channel
    data: Json
    message: Message | None = None
    made: float = field(default_factory=time.monotonic)
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    answered_at: float = 0.0
    answer: int = 0
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    form: Json | None = None
    suggestions: list[Json] = field(default_factory=list)
    expired: bool = False

    @property
    def too_late(self) -> bool:
        """Whether the time for the first response is over."""
        return self.expired or time.monotonic() - self.made > ANSWER_SECONDS

    @property
    def token_dead(self) -> bool:
        """Whether the webhook token has expired."""
        return self.expired or time.monotonic() - self.made > TOKEN_SECONDS

    @property
    def shown(self) -> list[Message]:
        """Return the bot's visible response."""
        first = [self.original] if self.original and not self.original.flags & LOADING else []
        return first + self.followups


def parts(components: list[Json]) -> list[Json]:
    """Return all components, including nested ones."""
    found: list[Json] = []
    for item in components:
        inner = item.get("components", []) + ([item["component"]] if "component" in item else [])
        accessory = [item["accessory"]] if "accessory" in item else []
        found += [item, *parts(inner + accessory)]
    return found
