"""The data of the stand-in, and the events of its changes."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.standins.discord import payloads, payloads_guilds, rights
from tests.standins.discord.records import (
    DM,
    TEXT,
    THREAD,
    Channel,
    Gathering,
    Guild,
    Interaction,
    Json,
    Member,
    Message,
    Role,
    User,
)

GUILDS, MEMBERS, MESSAGES, REACTIONS = 1 << 0, 1 << 1, 1 << 9, 1 << 10
DIRECT_MESSAGES, DIRECT_REACTIONS, CONTENT, EVENTS = 1 << 12, 1 << 13, 1 << 15, 1 << 16
POLLS, DIRECT_POLLS, PRESENCES = 1 << 24, 1 << 25, 1 << 8
"""Intents: https://discord.com/developers/docs/events/gateway#list-of-intents"""
NONCE_SECONDS = 180.0
_EPOCH_MS = 1_420_070_400_000


@dataclass(frozen=True)
class News:
    """An event for bots with the intent (0 for any) that see the channel."""

    event: str
    data: Json
    intent: int = 0
    guild: Guild | None = None
    channel: Channel | None = None


@dataclass
class Store:
    """Servers, people and one bot. `url` is the stand-in's address."""

    url: str = ""
    sessions_left: int = 999
    sessions_reset_ms: int = 86_400_000
    name: str = "glocal"
    users: dict[int, User] = field(default_factory=dict)
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    interactions: dict[int, Interaction] = field(default_factory=dict)
    tokens: dict[str, Interaction] = field(default_factory=dict)
    commands: dict[int, Json] = field(default_factory=dict)
    files: dict[int, tuple[str, bytes]] = field(default_factory=dict)
    nonces: dict[str, tuple[float, Message]] = field(default_factory=dict)
    tellers: list[Callable[[News], None]] = field(default_factory=list)
    allowed_intents: int = CONTENT | MEMBERS
    _last_id: int = 0

    def __post_init__(self) -> None:
        self.application = self.new_id()
        self.bot = self.add_user(self.name, bot=True)
        self.reset_token()

    def reset_token(self) -> None:
        """Replace the token, so that the old one is refused."""
        self.token = f"{secrets.token_hex(12)}.stand.{secrets.token_hex(16)}"

    def new_id(self) -> int:
        """Return a unique snowflake, ordered by time."""
        now = (int(time.time() * 1000) - _EPOCH_MS) << 22
        self._last_id = max(now, self._last_id + 1)
        return self._last_id

    def tell(
        self, event: str, data: Json, intent: int = 0, guild: Guild | None = None, channel: Channel | None = None
    ) -> None:
        """Send an event to the gateway."""
        for teller in self.tellers:
            teller(News(event, data, intent, guild, channel))

    # People and servers

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-US") -> User:
        """Add a user."""
        made = User(self.new_id(), name, bot=bot, locale=locale)
        self.users[made.id] = made
        return made

    def add_guild(self, name: str, owner: User, *, with_bot: bool = True, bot_permissions: int = rights.ALL) -> Guild:
        """Add a server, on which the bot has a role with these permissions."""
        number = self.new_id()
        made = Guild(number, name, owner)
        made.roles[number] = Role(number, "@everyone", rights.EVERYONE)
        made.members[owner.id] = Member(owner)
        self.guilds[number] = made
        if with_bot:
            self.invite_bot(made, bot_permissions)
        return made

    def invite_bot(self, guild: Guild, permissions: int = rights.ALL & ~rights.ADMINISTRATOR) -> None:
        """Add the bot to a server, as an administrator with the invite link does."""
        role = Role(self.new_id(), self.name, permissions, position=1, bot=self.bot.id)
        guild.roles[role.id] = role
        guild.members[self.bot.id] = Member(self.bot, [role.id])
        self.tell("GUILD_CREATE", payloads_guilds.guild_create(guild, self.bot, known=False), GUILDS, guild)

    def expel_bot(self, guild: Guild) -> None:
        """Remove the bot from a server."""
        self.tell("GUILD_DELETE", {"id": str(guild.id)}, GUILDS, guild)
        del guild.members[self.bot.id]

    def break_down(self, guild: Guild) -> None:
        """Begin an outage of a server, which is no removal of the bot.

        https://discord.com/developers/docs/events/gateway-events#guild-delete
        """
        self.tell("GUILD_DELETE", {"id": str(guild.id), "unavailable": True}, GUILDS, guild)

    def come_back(self, guild: Guild) -> None:
        """End an outage."""
        self.tell("GUILD_CREATE", payloads_guilds.guild_create(guild, self.bot, known=True), GUILDS, guild)

    def set_bot_permissions(self, guild: Guild, permissions: int) -> None:
        """Change the permissions of the bot's role."""
        role = guild.roles[guild.members[self.bot.id].roles[0]]
        role.permissions = permissions
        self.tell("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": payloads.role(role)}, GUILDS, guild)

    def add_member(self, guild: Guild, user: User, *, pending: bool = False) -> None:
        """Add a member."""
        guild.members[user.id] = made = Member(user, pending=pending)
        self.tell("GUILD_MEMBER_ADD", {**payloads.member(made), "guild_id": str(guild.id)}, MEMBERS, guild)

    def update_member(self, guild: Guild, member: Member) -> None:
        """Send the event of a member's new roles, name or screening."""
        data = {**payloads.member(member), "guild_id": str(guild.id)}
        self.tell("GUILD_MEMBER_UPDATE", data, 0 if member.user is self.bot else MEMBERS, guild)

    def remove_member(self, guild: Guild, user: User) -> None:
        """Remove a member."""
        del guild.members[user.id]
        data = {"guild_id": str(guild.id), "user": payloads.user(user)}
        self.tell("GUILD_MEMBER_REMOVE", data, MEMBERS, guild)

    # Channels

    def add_channel(self, guild: Guild, name: str, *, kind: int = TEXT) -> Channel:
        """Add a channel."""
        made = Channel(self.new_id(), kind, name, guild)
        guild.channels[made.id] = self.channels[made.id] = made
        self.tell("CHANNEL_CREATE", payloads.channel(made), GUILDS, guild, made)
        return made

    def tell_roles(self, guild: Guild) -> None:
        """Send the events of all roles' changes."""
        for role in guild.roles.values():
            data = {"guild_id": str(guild.id), "role": payloads.role(role)}
            self.tell("GUILD_ROLE_UPDATE", data, GUILDS, guild)

    def update_channel(self, channel: Channel) -> None:
        """Send the event of a channel's or thread's change."""
        event = "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE"
        self.tell(event, payloads.channel(channel), GUILDS, channel.guild, channel)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel with its messages."""
        guild = channel.guild
        assert guild is not None
        event = "THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE"
        self.tell(event, payloads.channel(channel), GUILDS, guild, channel)
        channel.gone = True
        for held in (guild.channels, guild.threads, self.channels):
            held.pop(channel.id, None)

    def add_thread(self, parent: Channel, name: str, owner: User, number: int | None = None) -> Channel:
        """Add a thread or forum post."""
        guild = parent.guild
        assert guild is not None
        made = Channel(number or self.new_id(), THREAD, name, guild, parent, owner)
        made.joined[owner.id] = owner
        guild.threads[made.id] = self.channels[made.id] = made
        self.tell("THREAD_CREATE", {**payloads.channel(made), "newly_created": True}, GUILDS, guild, made)
        return made

    def direct(self, user: User) -> Channel:
        """Return the direct message channel of the bot and a user."""
        for channel in self.channels.values():
            if channel.recipient is user:
                return channel
        made = Channel(self.new_id(), DM, recipient=user)
        self.channels[made.id] = made
        return made

    def may(self, user: User, channel: Channel, permission: int) -> bool:
        """Whether a user has a permission in a channel."""
        if channel.guild is None:
            return user in (channel.recipient, self.bot)
        return bool(channel.guild.permissions(user, channel) & permission)

    # Scheduled events

    def add_gathering(self, gathering: Gathering) -> None:
        """Add a scheduled event."""
        gathering.guild.gatherings[gathering.id] = gathering
        self.tell_gathering("CREATE", gathering)

    def publish(self, guild: Guild, name: str, starts_at: datetime) -> Gathering:
        """The bot has made a scheduled event; Discord notes it as interested."""
        made = Gathering(self.new_id(), guild, self.bot, name, starts_at, starts_at + timedelta(hours=2), "here", None)
        self.add_gathering(made)
        self.set_interest(made, self.bot, on=True)
        return made

    def tell_gathering(self, what: str, gathering: Gathering) -> None:
        """Send the CREATE, UPDATE or DELETE event of a scheduled event."""
        self.tell(f"GUILD_SCHEDULED_EVENT_{what}", payloads.gathering(gathering), EVENTS, gathering.guild)

    def set_interest(self, gathering: Gathering, user: User, *, on: bool) -> None:
        """Set whether a user is interested in a scheduled event."""
        if on:
            gathering.interested[user.id] = user
        else:
            gathering.interested.pop(user.id, None)
        data = {
            "guild_scheduled_event_id": str(gathering.id),
            "user_id": str(user.id),
            "guild_id": str(gathering.guild.id),
        }
        self.tell(f"GUILD_SCHEDULED_EVENT_USER_{'ADD' if on else 'REMOVE'}", data, EVENTS, gathering.guild)

    def now(self) -> datetime:
        """Return the current time."""
        return datetime.now(UTC)
