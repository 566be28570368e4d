"""The bot's rights in a channel, and what breaks without them.

https://discord.com/developers/docs/topics/permissions
"""

from __future__ import annotations

import discord

from adapters.discord.api.errors import NEEDED_RIGHTS
from adapters.discord.rooms.people import ServerChannel, permissions_in
from bots.core.inbound import MissingRight
from bots.i18n import texts

_SEND_IN_THREADS = "send_messages_in_threads"
_SEND_IN_THREADS_RIGHT = ("Send Messages in Threads", "send")


def invitation_permissions() -> discord.Permissions:
    """Return the permissions that the invitation asks for."""
    return discord.Permissions(**dict.fromkeys(NEEDED_RIGHTS, True), send_messages_in_threads=True, embed_links=True)


def invitation(application: int) -> str:
    """Return the link that adds the bot to a server."""
    return discord.utils.oauth_url(application, permissions=invitation_permissions())


def described_rights() -> list[tuple[str, str]]:
    """Return each right by Discord's name, and its purpose (the texts `rights-breaks-…`)."""
    rights = [*NEEDED_RIGHTS.values(), _SEND_IN_THREADS_RIGHT, ("Embed Links", "panels")]
    return [(name, texts.words("en", f"rights-breaks-{breaks}")) for name, breaks in rights]


def missing_rights(channel: ServerChannel) -> tuple[MissingRight, ...]:
    """Return the rights that the bot lacks in a channel; none where its permissions are unknown."""
    permissions = permissions_in(channel, channel.guild.me)
    if permissions is None:
        return ()
    lacking = missing_in(permissions, thread=isinstance(channel, discord.Thread))
    return (*lacking, *(MissingRight(*right) for right in _missing_intents(channel.guild)))


def missing_in(permissions: discord.Permissions, *, thread: bool) -> tuple[MissingRight, ...]:
    """Return the rights that these permissions lack, in a channel or in a thread."""
    needed = dict(NEEDED_RIGHTS)
    if thread:
        del needed["send_messages"]
        needed[_SEND_IN_THREADS] = _SEND_IN_THREADS_RIGHT
    return tuple(MissingRight(*right) for flag, right in needed.items() if not getattr(permissions, flag))


def _missing_intents(guild: discord.Guild) -> list[tuple[str, str]]:
    """Return the intents that are switched off in the Developer Portal, in the form of rights."""
    intents = guild._state.intents
    members = [] if intents.members else [("Server Members Intent", "members")]
    return members if intents.message_content else [*members, ("Message Content Intent", "content")]


def has_right(channel: ServerChannel | None, flag: str) -> bool:
    """Return whether the bot holds a right; true in direct messages and where its permissions are unknown."""
    permissions = permissions_in(channel, channel.guild.me) if channel is not None else None
    return permissions is None or bool(getattr(permissions, flag))


def explaining_right(channel: ServerChannel | None, *breaks: str) -> str | None:
    """Return Discord's name of the missing right that explains a refusal: one to read, else one of `breaks`."""
    missing = missing_rights(channel) if channel is not None else ()
    return next((right.name for slug in ("read", *breaks) for right in missing if right.breaks == slug), None)
