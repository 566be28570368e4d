"""Permissions in a channel, computed from what the REST API answers, without a connection.

https://discord.com/developers/docs/topics/permissions#permission-overwrites
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import discord

_THREADS = (10, 11, 12)


def is_thread(channel: Mapping[str, Any]) -> bool:
    """Return whether the channel is a thread. A thread has the permissions of its channel."""
    return channel.get("type") in _THREADS


def permissions_of(
    channel: Mapping[str, Any], roles: Sequence[Mapping[str, Any]], member: Mapping[str, Any], user: str
) -> discord.Permissions:
    """Return a member's permissions in a channel. `roles` are the server's."""
    everyone, held = str(channel["guild_id"]), {str(role) for role in member.get("roles", ())}
    granted = 0
    for role in roles:
        if str(role["id"]) in held | {everyone}:
            granted |= int(role["permissions"])
    if granted & discord.Permissions.administrator.flag:
        return discord.Permissions.all()
    overwrites = {str(one["id"]): one for one in channel.get("permission_overwrites", ())}
    for group in ({everyone}, held, {user}):
        found = [overwrites[one] for one in group if one in overwrites]
        denied = allowed = 0
        for one in found:
            denied, allowed = denied | int(one["deny"]), allowed | int(one["allow"])
        granted = granted & ~denied | allowed
    return discord.Permissions(granted)
