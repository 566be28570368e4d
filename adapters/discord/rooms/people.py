"""Discord's users as persons, and the people who may manage a channel."""

from __future__ import annotations

import discord

from adapters.discord.api.locales import language_of
from adapters.discord.api.rest import JsonObject
from bots.core.inbound import Person

PLATFORM = "discord"
ServerChannel = discord.abc.GuildChannel | discord.Thread
DiscordUser = discord.Member | discord.User | discord.ClientUser


def person(user: DiscordUser, *, admin: bool = False, locale: str | None = None) -> Person:
    """Return a person with their name on the server. `locale`: the language of their client, where it is known."""
    return Person(
        platform=PLATFORM, user=str(user.id), name=user.display_name, admin=admin, bot=user.bot,
        locale=language_of(locale) if locale else None,
    )  # fmt: skip


def grants_admin(permissions: discord.Permissions) -> bool:
    """Return whether these permissions make somebody an admin of a room."""
    return permissions.manage_guild or permissions.manage_channels


def permissions_in(channel: ServerChannel, member: discord.Member) -> discord.Permissions | None:
    """Return the permissions in a channel; None for a thread whose channel is not in the cache."""
    try:
        return channel.permissions_for(member)
    except discord.ClientException:
        return None


async def fetch_member(guild: discord.Guild, user_id: int) -> discord.Member | None:
    """Return a member of a server, from the cache or from Discord; None when they have left."""
    try:
        return guild.get_member(user_id) or await guild.fetch_member(user_id)
    except discord.NotFound:
        return None


class People:
    """Persons in channels. Caches the admins of each channel: call `clear` whenever permissions change."""

    def __init__(self) -> None:
        self._admins: dict[tuple[int, int], bool] = {}

    def clear(self) -> None:
        """Forget who is an admin."""
        self._admins.clear()

    def in_channel(self, user: DiscordUser, channel: object) -> Person:
        """Return a person; as an admin if they may manage the server or this channel."""
        return person(user, admin=self._is_admin(user, channel))

    def author(self, message: discord.Message) -> Person:
        """Return the author of a message."""
        return self.in_channel(message.author, message.channel)

    def from_json(self, user: JsonObject, guild: discord.Guild | None, channel: object) -> Person:
        """Return the person behind a user object; as a member of the server where the cache has them."""
        member = guild.get_member(int(user["id"])) if guild else None
        if member is not None:
            return self.in_channel(member, channel)
        name = user.get("global_name") or user["username"]
        return Person(platform=PLATFORM, user=str(user["id"]), name=str(name), bot=bool(user.get("bot")))

    async def fetch(self, client: discord.Client, guild_id: int | None, user_id: int, room: int) -> Person:
        """Return the person with an id, from the cache or from Discord."""
        guild = client.get_guild(guild_id) if guild_id is not None else None
        member = await fetch_member(guild, user_id) if guild is not None else client.get_user(user_id)
        user = member or await client.fetch_user(user_id)
        return self.in_channel(user, guild.get_channel_or_thread(room) if guild is not None else None)

    def _is_admin(self, user: DiscordUser, channel: object) -> bool:
        """Return whether somebody may manage a channel, from the cache where all members of the server are loaded.

        Discord reports changes of roles only for loaded members.
        """
        if not isinstance(user, discord.Member) or not isinstance(channel, ServerChannel):
            return False
        key = (channel.id, user.id)
        if key not in self._admins or not user.guild.chunked:
            permissions = permissions_in(channel, user)
            admin = grants_admin(user.guild_permissions if permissions is None else permissions)
            if not user.guild.chunked:
                return admin
            self._admins[key] = admin
        return self._admins[key]
