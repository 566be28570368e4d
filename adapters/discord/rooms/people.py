"""Persons as the core knows them, and who manages a channel."""

from __future__ import annotations

import discord

from bots.core.inbound import Person

PLATFORM = "discord"
Place = discord.abc.GuildChannel | discord.Thread
Human = discord.Member | discord.User | discord.ClientUser


def person(user: Human, *, admin: bool = False, locale: str | None = None) -> Person:
    """Somebody under the name that the server shows. `locale`: the language of their client, where Discord tells it."""
    return Person(
        platform=PLATFORM, user=str(user.id), name=user.display_name, admin=admin, bot=user.bot,
        locale=locale.split("-")[0] if locale else None,
    )  # fmt: skip


def manages(user: Human | None, place: object) -> bool:
    """Whether they hold Discord's right to manage the server or this channel."""
    if not isinstance(user, discord.Member) or not isinstance(place, Place):
        return False
    try:
        return holds(place.permissions_for(user))
    except discord.ClientException:  # the thread's channel is not known
        return holds(user.guild_permissions)


def holds(rights: discord.Permissions) -> bool:
    """Whether these rights make somebody the manager of a room."""
    return rights.manage_guild or rights.manage_channels


class Managers:
    """Who manages which channel, worked out once. Whatever changes rights must call `forget`."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bool] = {}

    def of(self, user: Human, place: object) -> bool:
        """As `manages`; a server whose members are not all known tells no changes, so it is worked out each time."""
        if not isinstance(user, discord.Member) or not user.guild.chunked:
            return manages(user, place)
        key = (getattr(place, "id", 0), user.id)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = manages(user, place)
        return found

    def forget(self) -> None:
        """Rights have changed somewhere."""
        self._known.clear()
