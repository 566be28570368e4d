"""The checks of a Discord account."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial

from adapters.cli.doctor.findings import Finding
from adapters.cli.doctor.requests import Answer, Requests
from adapters.cli.doctor.rooms import room_findings, rooms_of
from adapters.cli.settings import accounts
from adapters.cli.settings.model import Settings
from adapters.discord.rooms.json_permissions import is_thread, permissions_of
from adapters.discord.rooms.permissions import missing_in
from bots.core.inbound import MissingRight
from storage.tables import Room

_MEMBERS, _CONTENT = (1 << 14 | 1 << 15), (1 << 18 | 1 << 19)
"""Flags of an application: https://discord.com/developers/docs/resources/application#application-object"""
_REMEDY = "Server Settings, Roles, the bot's role; or Edit Channel, Permissions"
_NO_ACCESS = 403


async def discord_findings(
    name: str, discord: accounts.Discord, settings: Settings, ask: Requests
) -> AsyncIterator[Finding]:
    """Check the token, the intents and the rooms."""
    api, token = f"{discord.api or 'https://discord.com'}/api/v10", f"Bot {discord.token.get_secret_value()}"
    answer = await ask.ask(f"{api}/applications/@me", token=token)
    if answer.status == 401:
        yield Finding(False, name, "the token is rejected. Reset it in the developer portal (Bot, Reset Token)")
        return
    if answer.status != 200 or answer.why:
        yield Finding(False, name, f"{answer.problem}. Check the network; try again later")
        return
    yield Finding(True, name, f"signed in as {answer.body.get('name')}")
    for finding in _intents(name, answer):
        yield finding
    me = await ask.ask(f"{api}/users/@me", token=token)
    check = partial(_lacking, ask, api, token, str(me.body.get("id", "")))
    async for finding in room_findings(await rooms_of(settings, name), check, _REMEDY):
        yield finding


def _intents(account: str, answer: Answer) -> Iterator[Finding]:
    flags = answer.body.get("flags")
    for name, bits in (("SERVER MEMBERS INTENT", _MEMBERS), ("MESSAGE CONTENT INTENT", _CONTENT)):
        there = isinstance(flags, int) and bool(flags & bits)
        state = "on" if there else "off: switch it on in the developer portal (Bot, Privileged Gateway Intents)"
        yield Finding(there, account, f"{name} is {state}")


async def _lacking(ask: Requests, api: str, token: str, me: str, room: Room) -> Sequence[MissingRight] | str:
    """Ask for the channel, its server and the bot's roles there."""
    channel = await ask.ask(f"{api}/channels/{room.room}", token=token)
    if channel.status == _NO_ACCESS:
        return [MissingRight("View Channel", "read")]
    if channel.status != 200:
        return f"Discord doesn't show it ({channel.body.get('message') or channel.problem})"
    above, thread = channel, is_thread(channel.body)
    if thread:
        above = await ask.ask(f"{api}/channels/{channel.body.get('parent_id')}", token=token)
    server = f"{api}/guilds/{channel.body.get('guild_id')}"
    roles, member = await ask.ask(f"{server}/roles", token=token), await ask.ask(f"{server}/members/{me}", token=token)
    if not isinstance(roles.value, list) or member.status != 200 or above.status != 200:
        return "Discord doesn't tell the bot's roles"
    return missing_in(permissions_of(above.body, roles.value, member.body, me), thread=thread)
