"""Joins and leaves of server members, reported to each room of the server that the member can see.

A server may have rules to accept first (membership screening): a member has joined once they accept. A server may also
have a gate of its own: then a role opens the rooms to the member.
https://discord.com/developers/docs/resources/guild#membership-screening-object
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import discord
import structlog

from adapters.discord.rooms.people import ServerChannel, permissions_in, person
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import MemberJoined, MemberLeft

log = structlog.get_logger()
MAX_MEMBERS = 20_000
"""The bot loads all members of servers up to this size."""
MAX_LOADED = 200_000
"""Members loaded in all servers together, about 200 MB."""
MAX_SINGLE = 20_000
"""Members kept of servers whose members are not loaded, in all of them together."""
NEWCOMER_AGE = timedelta(days=30)
"""Members who joined earlier are not newcomers when a role opens a room to them."""
_MAX_RECENT = 1_000


class MemberTracker:
    """Reports the joins and leaves in the servers of one account, in one queue for each server.

    The cursor of that queue holds the time of the last reported join, and the members that had not accepted the rules
    by then. It does not advance before the joins during an absence of the bot are reported.
    """

    def __init__(self, state: AdapterState, *, max_single: int = MAX_SINGLE, max_loaded: int = MAX_LOADED) -> None:
        self._state = state
        self._max_loaded = max_loaded
        self._max_single = max_single
        self._single: dict[tuple[int, int], None] = {}
        self._pending: dict[int, set[int]] = {}
        self._read: dict[int, float] = {}
        self._recent: dict[int, deque[discord.Member]] = {}

    def on_join(self, member: discord.Member) -> None:
        """Report a new member, unless they have yet to accept the rules."""
        self._keep_bounded(member)
        if member.bot:
            return
        if member.pending:
            self._pending.setdefault(member.guild.id, set()).add(member.id)
            self._advance_cursor(member)
            return
        self._announce(member)

    def on_update(self, before: discord.Member, after: discord.Member) -> None:
        """Report a member who has accepted the rules, or a newcomer who got the role that shows a room."""
        if after.bot or after.pending:
            return
        if before.pending:
            self._announce(after)
        elif before.roles != after.roles and _joined_at(after) > (datetime.now(UTC) - NEWCOMER_AGE).timestamp():
            channels = self._state.channels_in(after.guild)
            self._announce_in(after, [channel for channel in channels if not _can_see(before, channel)])

    def on_leave(self, event: discord.RawMemberRemoveEvent) -> None:
        """Report a member who left or was removed."""
        guild = self._state.client.get_guild(event.guild_id)
        self._pending.get(event.guild_id, set()).discard(event.user.id)
        for channel in self._state.channels_in(guild) if guild and not event.user.bot else ():
            value = MemberLeft(**self._state.unique_head("left", channel.id), person=person(event.user))
            self._state.queues.put(server_scope(event.guild_id), value)

    def may_load(self, guild: discord.Guild) -> bool:
        """Return whether there is room for all members of a server."""
        count = guild.member_count or 0
        loaded = sum(other.member_count or 0 for other in self._state.client.guilds if other.chunked and other != guild)
        if not self._state.client.intents.members:
            return False
        fits = count <= MAX_MEMBERS and loaded + count <= self._max_loaded
        if not fits:
            log.info("discord-members-not-loaded", server=guild.id, members=count, loaded=loaded)
        return fits

    def _keep_bounded(self, member: discord.Member) -> None:
        """Forget the member kept longest of the servers whose members are not loaded, when there are too many."""
        if member.guild.chunked:
            return
        self._single.pop((member.guild.id, member.id), None)
        self._single[(member.guild.id, member.id)] = None
        while len(self._single) > self._max_single:
            server, user = next(iter(self._single))
            del self._single[(server, user)]
            guild = self._state.client.get_guild(server)
            old = guild.get_member(user) if guild is not None and not guild.chunked else None
            if guild is not None and old is not None:
                guild._remove_member(old)

    def mark_unread(self, server: int) -> None:
        """Stop the cursor of a server until `catch_up`: the bot may have missed joins."""
        self._read.pop(server, None)

    def is_read(self, server: int) -> bool:
        """Return whether the joins during the bot's absence are reported."""
        return server in self._read

    def catch_up(self, guild: discord.Guild, token: str | None) -> None:
        """Report the members who joined or accepted the rules since the cursor. All members must be loaded.

        Without a cursor, nobody counts as new.
        """
        since, pending = _parse_cursor(token)
        self._pending[guild.id] = {member.id for member in guild.members if member.pending}
        for member in sorted(guild.members, key=_joined_at) if token else ():
            is_new = _joined_at(member) > since or member.id in pending
            if is_new and not member.bot and not member.pending:
                self._announce(member)
        self._read[guild.id] = max([since, *(_joined_at(member) for member in guild.members)])
        self._put_cursor(guild)

    def _announce(self, member: discord.Member) -> None:
        self._pending.get(member.guild.id, set()).discard(member.id)
        self._announce_in(member, self._state.channels_in(member.guild))
        self._recent.setdefault(member.guild.id, deque(maxlen=_MAX_RECENT)).append(member)
        self._advance_cursor(member)

    def _announce_in(self, member: discord.Member, channels: Iterable[ServerChannel]) -> None:
        """Report a join in each room that the member can see. The key is the same when it is reported again."""
        joined_at = member.joined_at or datetime.now(UTC)
        for channel in channels:
            if not _can_see(member, channel):
                continue
            value = MemberJoined(
                key=f"{self._state.account}:joined:{channel.id}:{member.id}:{int(joined_at.timestamp())}",
                account=self._state.account, room=str(channel.id), at=joined_at,
                person=self._state.people.in_channel(member, channel),
            )  # fmt: skip
            self._state.queues.put(server_scope(member.guild.id), value)

    def announce_recent(self, server: int, channel: ServerChannel) -> None:
        """Report the recent joins of a server in a room that was unknown when they happened."""
        for member in self._recent.get(server, ()):
            self._announce_in(member, [channel])

    def _advance_cursor(self, member: discord.Member) -> None:
        guild = member.guild
        if guild.id in self._read:
            self._read[guild.id] = max(self._read[guild.id], _joined_at(member))
            self._put_cursor(guild)

    def _put_cursor(self, guild: discord.Guild) -> None:
        pending = ",".join(str(user) for user in sorted(self._pending.get(guild.id, set())))
        self._state.queues.put(server_scope(guild.id), None, f"{self._read[guild.id]:.3f} {pending}")


def server_scope(server: int) -> str:
    """Return the queue and the cursor scope of a server's members. Those of a room are its bare number."""
    return f"server:{server}"


def _parse_cursor(token: str | None) -> tuple[float, set[int]]:
    since, _, pending = (token or "0").partition(" ")
    return float(since), {int(user) for user in pending.split(",") if user}


def _joined_at(member: discord.Member) -> float:
    """Return the time of the join as exactly as the cursor holds it.

    Discord states it in microseconds in some places, in milliseconds in others.
    """
    return round(member.joined_at.timestamp(), 3) if member.joined_at else 0.0


def _can_see(member: discord.Member, channel: ServerChannel) -> bool:
    permissions = permissions_in(channel, member)
    return permissions is not None and permissions.view_channel
