"""Who comes into a server and who goes: told to each of its rooms in use that they can see.

A server with rule screening lets people in when they have agreed: then they have come. One with a gate of its own gives
them a role, by which they see its rooms.
https://discord.com/developers/docs/resources/guild#membership-screening-object
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import discord

from adapters.discord.rooms.people import Place, person
from adapters.discord.rooms.state import Known
from bots.core.inbound import MemberJoined, MemberLeft

MOST_MEMBERS = 20_000
"""Servers up to this size are known member by member; of larger ones, only who is seen."""
NEWCOMER = timedelta(days=30)
"""Who came longer ago than this is none, whatever opens to them."""
_LATELY = 1_000


class Members:
    """Joins and leaves of one account's servers, each server's in a lane of its own. The cursor there says up to when
    the server was read, and who was still to agree to the rules then; it stands still until it is known who came
    while the bot was away."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._pending: dict[int, set[int]] = {}
        self._read: dict[int, float] = {}
        self._lately: dict[int, deque[discord.Member]] = {}

    def joined(self, member: discord.Member) -> None:
        """Somebody came; who has rules to agree to first is waited for."""
        if member.bot:
            return
        if member.pending:
            self._pending.setdefault(member.guild.id, set()).add(member.id)
            self._note(member)
            return
        self._tell(member)

    def changed(self, before: discord.Member, after: discord.Member) -> None:
        """Somebody agreed to the rules; or was given the role by which a room is seen, as servers do at a gate."""
        if after.bot or after.pending:
            return
        if before.pending:
            self._tell(after)
        elif before.roles != after.roles and _joined_at(after) > (datetime.now(UTC) - NEWCOMER).timestamp():
            places = self._known.in_guild(after.guild)
            self._tell_in(after, [place for place in places if not _sees(before, place)])

    def left(self, event: discord.RawMemberRemoveEvent, guild: discord.Guild | None) -> None:
        """Somebody went, or was removed."""
        self._pending.get(event.guild_id, set()).discard(event.user.id)
        for place in self._known.in_guild(guild) if guild and not event.user.bot else ():
            value = MemberLeft(
                key=self._known.key("left"), account=self._known.account, room=str(place.id), at=datetime.now(UTC),
                person=person(event.user),
            )  # fmt: skip
            self._known.lanes.put(scope(event.guild_id), value)

    def forget(self, server: int) -> None:
        """Somebody may have come unseen: the cursor stays until the server is caught up with."""
        self._read.pop(server, None)

    def is_read(self, server: int) -> bool:
        """Whether it is known who came while the bot was away."""
        return server in self._read

    def caught_up(self, guild: discord.Guild, token: str | None) -> None:
        """Who came while the bot was away: joined since, or agreed to the rules since. All members are known."""
        since, waiting = _read(token)
        self._pending[guild.id] = {member.id for member in guild.members if member.pending}
        for member in sorted(guild.members, key=_joined_at) if token else ():
            new = _joined_at(member) > since or member.id in waiting
            if new and not member.bot and not member.pending:
                self._tell(member)
        self._read[guild.id] = max([since, *(_joined_at(member) for member in guild.members)])
        self._put_cursor(guild)

    def _tell(self, member: discord.Member) -> None:
        """One value a room, the same when it is told again."""
        self._pending.get(member.guild.id, set()).discard(member.id)
        self._tell_in(member, self._known.in_guild(member.guild))
        self._lately.setdefault(member.guild.id, deque(maxlen=_LATELY)).append(member)
        self._note(member)

    def _tell_in(self, member: discord.Member, places: Iterable[Place]) -> None:
        came = member.joined_at or datetime.now(UTC)
        for place in places:
            if not _sees(member, place):
                continue
            value = MemberJoined(
                key=f"discord:joined:{place.id}:{member.id}:{int(came.timestamp())}", account=self._known.account,
                room=str(place.id), at=came,
                person=person(member, admin=self._known.managers.of(member, place)),
            )  # fmt: skip
            self._known.lanes.put(scope(member.guild.id), value)

    def tell_lately(self, server: int, place: Place) -> None:
        """A room that was not known when they were told: who came lately is told there too."""
        for member in self._lately.get(server, ()):
            self._tell_in(member, [place])

    def _note(self, member: discord.Member) -> None:
        """The server was read up to this member's coming."""
        guild = member.guild
        if guild.id in self._read:
            self._read[guild.id] = max(self._read[guild.id], _joined_at(member))
            self._put_cursor(guild)

    def _put_cursor(self, guild: discord.Guild) -> None:
        waiting = ",".join(str(user) for user in sorted(self._pending.get(guild.id, set())))
        self._known.lanes.put(scope(guild.id), None, f"{self._read[guild.id]:.3f} {waiting}")


def scope(server: int) -> str:
    """The lane and the cursor's scope; a room's is its number alone."""
    return f"server:{server}"


def _read(token: str | None) -> tuple[float, set[int]]:
    when, _, waiting = (token or "0").partition(" ")
    return float(when), {int(user) for user in waiting.split(",") if user}


def _joined_at(member: discord.Member) -> float:
    """As exact as it is written down: Discord states it by the microsecond here and the millisecond there."""
    return round(member.joined_at.timestamp(), 3) if member.joined_at else 0.0


def _sees(member: discord.Member, place: Place) -> bool:
    try:
        return place.permissions_for(member).view_channel
    except discord.ClientException:  # the thread's channel is not known
        return False
