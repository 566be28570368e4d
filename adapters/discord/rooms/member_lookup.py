"""Persons that Discord names by id or as a bare user object."""

from __future__ import annotations

import discord

from adapters.discord.api.pages import User
from adapters.discord.rooms.people import PLATFORM, person
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Person


def person_from_json(user: User, guild: discord.Guild | None, channel: object, state: AdapterState) -> Person:
    """Return the person behind a user object; as a member of the server where the cache has them."""
    member = guild.get_member(int(user["id"])) if guild else None
    if member is not None:
        return person(member, admin=state.admins.is_admin(member, channel))
    name = user.get("global_name") or user["username"]
    return Person(platform=PLATFORM, user=str(user["id"]), name=str(name), bot=bool(user.get("bot")))


async def fetch_person(
    client: discord.Client, state: AdapterState, guild_id: int | None, user_id: int, room: int
) -> Person:
    """Return the person with an id, from the cache or from Discord."""
    guild = client.get_guild(guild_id) if guild_id is not None else None
    if guild is None:
        return person(client.get_user(user_id) or await client.fetch_user(user_id))
    member = await fetch_member(guild, user_id)
    if member is None:
        return person(await client.fetch_user(user_id))
    return person(member, admin=state.admins.is_admin(member, guild.get_channel_or_thread(room)))


async def fetch_member(guild: discord.Guild, user_id: int) -> discord.Member | None:
    """Return a member of a server, from the cache or from Discord; None when they have left."""
    try:
        return guild.get_member(user_id) or await guild.fetch_member(user_id)
    except discord.NotFound:
        return None
