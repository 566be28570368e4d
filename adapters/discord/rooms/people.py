"""Discord's users as persons, and the people who may manage a channel."""

from __future__ import annotations

import discord

from bots.core.inbound import Person

PLATFORM = "discord"
ServerChannel = discord.abc.GuildChannel | discord.Thread
DiscordUser = discord.Member | discord.User | discord.ClientUser


def person(user: DiscordUser, *, admin: bool = False, locale: str | None = None) -> Person:
    """Return a person with their name on the server. `locale`: the language of their client, where it is known."""
    return Person(
        platform=PLATFORM, user=str(user.id), name=user.display_name, admin=admin, bot=user.bot,
        locale=locale.split("-")[0] if locale else None,
    )  # fmt: skip


def is_admin(user: DiscordUser | None, channel: object) -> bool:
    """Return whether somebody may manage the server or this channel."""
    if not isinstance(user, discord.Member) or not isinstance(channel, ServerChannel):
        return False
    try:
        return grants_admin(channel.permissions_for(user))
    except discord.ClientException:  # the channel of the thread is not in the cache
        return grants_admin(user.guild_permissions)


def grants_admin(permissions: discord.Permissions) -> bool:
    """Return whether these permissions make somebody an admin of a room."""
    return permissions.manage_guild or permissions.manage_channels


class AdminCache:
    """Caches who is an admin of which channel. Call `clear` whenever permissions change."""

    def __init__(self) -> None:
        self._admins: dict[tuple[int, int], bool] = {}

    def is_admin(self, user: DiscordUser, channel: object) -> bool:
        """Return `is_admin`, from the cache where all members of the server are loaded.

        Discord reports changes of roles only for loaded members.
        """
        if not isinstance(user, discord.Member) or not user.guild.chunked:
            return is_admin(user, channel)
        key = (getattr(channel, "id", 0), user.id)
        found = self._admins.get(key)
        if found is None:
            found = self._admins[key] = is_admin(user, channel)
        return found

    def clear(self) -> None:
        """Empty the cache."""
        self._admins.clear()
