"""The members that the bot keeps are bounded over all servers."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from adapters.discord.api.client import GatewayClient
from adapters.discord.api.session_starts import SessionStarts
from adapters.discord.rooms.members import MAX_MEMBERS, MemberTracker
from adapters.discord.rooms.state import AdapterState

ME = 1


def user(number: int) -> dict[str, Any]:
    """Return a user as Discord sends it."""
    return {"id": str(number), "username": f"user{number}", "discriminator": "0", "avatar": None, "global_name": None}


def member(number: int, **fields: object) -> dict[str, Any]:
    """Return a member as Discord sends it."""
    return {"user": user(number), "roles": [], "joined_at": "2026-11-01T00:00:00+00:00", "flags": 0, **fields}


def server(number: int, members: int) -> dict[str, Any]:
    """Return a server as Discord sends it, of which only the bot is listed."""
    return {
        "id": str(number), "name": "Lyon", "member_count": members, "members": [member(ME)], "channels": [],
        "threads": [], "roles": [], "emojis": [], "features": [], "owner_id": str(ME), "unavailable": False,
    }  # fmt: skip


def tracker_with_servers(*members: int, max_single: int = 3, max_loaded: int = 1000) -> MemberTracker:
    """Return a tracker of servers with so many members."""
    state = AdapterState("discord")
    tracker = MemberTracker(state, max_single=max_single, max_loaded=max_loaded)
    state.client = GatewayClient({"member_join": tracker.on_join}, lambda *_: None, SessionStarts(), shards=1)
    connection = state.client._connection
    connection.user = discord.ClientUser(state=connection, data=user(ME))  # type: ignore[arg-type]  # as READY does
    for number, count in enumerate(members, start=1000):
        connection._add_guild_from_data(server(number, count))  # type: ignore[arg-type]  # a server as Discord sends it
    return tracker


async def test_members_of_large_servers_are_forgotten() -> None:
    """Of servers whose members are not loaded, only those who came last are kept."""
    tracker = tracker_with_servers(MAX_MEMBERS + 1, MAX_MEMBERS + 1)
    client = tracker._state.client
    for number in range(10, 20):
        guild = 1000 + number % 2
        client._connection.parsers["GUILD_MEMBER_ADD"](member(number, guild_id=str(guild)))
    kept = {one.id for guild in client.guilds for one in guild.members}
    assert kept == {ME, 17, 18, 19}


@pytest.mark.parametrize(("most", "loads"), [(7, False), (8, True)])
async def test_servers_are_loaded_up_to_a_total(most: int, loads: bool) -> None:
    """A server is not loaded when the members of all loaded servers together would become too many."""
    tracker = tracker_with_servers(1, 1, 1, 5, max_loaded=most)
    assert tracker.may_load(tracker._state.client.guilds[-1]) is loads
