"""Messages without effect: what the Discord adapter adds to discord.py's own dispatch."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import discord

from adapters.discord.api.client import GatewayClient, intents
from adapters.discord.inbound.listener import Listener
from adapters.discord.interactions.app_commands import AppCommands
from adapters.discord.interactions.deferred import DeferredInteractions
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.rooms.state import AdapterState
from bench.house import opened
from bench.measure import Result
from bots.core.inbound import Value
from bots.dispatch.inbox import Dispatch
from bots.features.registry import FEATURES
from bots.ports import Cursor
from bots.routing.router import Router

ROOMS, MESSAGES, RUNS = 20, 2_000, 15
GUILD, ROLE = 10, 11


class Plain(discord.AutoShardedClient):
    """A bot that gets messages and does nothing."""

    heard = 0

    async def on_message(self, _message: discord.Message) -> None:
        """Count it."""
        self.heard += 1


def server() -> dict[str, Any]:
    """Return a server with rooms, as the gateway describes it."""
    role = {"name": "everyone", "permissions": "1071698660929", "position": 0, "color": 0, "hoist": False}
    role |= {"managed": False, "mentionable": False, "flags": 0}
    channels = [
        {"id": str(100 + n), "type": 0, "name": f"room{n}", "position": n, "permission_overwrites": []}
        for n in range(ROOMS)
    ]
    return {
        "id": str(GUILD), "name": "Bench", "owner_id": "2", "channels": channels, "threads": [], "emojis": [],
        "roles": [{"id": str(GUILD), **role}, {"id": str(ROLE), **role, "name": "members", "position": 1}],
        "members": [member(n) for n in range(50)], "member_count": 50, "features": [], "presences": [],
        "voice_states": [], "stage_instances": [], "guild_scheduled_events": [], "stickers": [],
        "afk_timeout": 0, "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0,
        "mfa_level": 0, "premium_tier": 0, "preferred_locale": "en-US", "nsfw_level": 0, "system_channel_flags": 0,
    }  # fmt: skip


def member(number: int) -> dict[str, Any]:
    """Return a member."""
    return {
        "user": user(number), "roles": [str(ROLE)], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False,
        "mute": False, "flags": 0, "nick": None, "pending": False,
    }  # fmt: skip


def user(number: int) -> dict[str, Any]:
    """Return a user."""
    return {
        "id": str(1000 + number), "username": f"member{number}", "discriminator": "0", "avatar": None,
        "global_name": f"Member {number}", "public_flags": 0,
    }  # fmt: skip


def message(number: int) -> dict[str, Any]:
    """Return a MESSAGE_CREATE event with a message for nobody."""
    said = member(number % 50)
    author = said.pop("user")
    return {
        "id": str(10_000 + number), "channel_id": str(100 + number % ROOMS), "guild_id": str(GUILD), "author": author,
        "member": said, "content": f"Did anybody see the garden this morning? It is number {number}",
        "timestamp": "2026-05-01T12:00:00.000000+00:00", "edited_timestamp": None, "tts": False,
        "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
        "pinned": False, "type": 0, "flags": 0, "components": [], "channel_type": 0, "nonce": str(number),
    }  # fmt: skip


def discord_idle() -> list[Result]:
    """Measure `discord_idle_dispatch_ratio`: parsing, adapter and dispatch, relative to discord.py alone."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder)))


class CountingInbox:
    """The core's dispatch, which counts the messages that reach it."""

    def __init__(self, dispatch: Dispatch) -> None:
        self._dispatch = dispatch
        self.values = 0

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Count the values and submit them to dispatch."""
        await self._dispatch.submit(values, cursor)
        self.values += len(values)

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """Return no cursor."""
        return await self._dispatch.cursor(account, scope)

    async def cursors(self, account: str) -> dict[str, str]:
        """Return no cursors."""
        return await self._dispatch.cursors(account)

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Return no completions."""
        return await self._dispatch.suggest(account, room, user, what, typed)


def _parser(client: discord.Client) -> Callable[[dict[str, Any]], None]:
    """Return the function that the gateway calls with each message, for a client that knows the server."""
    state = client._connection
    state.user = discord.ClientUser(state=state, data=user(0))  # type: ignore[arg-type]  # as READY does
    state.parsers["GUILD_CREATE"](server())
    return state.parsers["MESSAGE_CREATE"]


async def _measure(folder: Path) -> list[Result]:
    """Measure both sides in turn, each until all messages are handled."""
    loop = asyncio.get_running_loop()
    said = [message(number) for number in range(MESSAGES)]
    async with opened(folder) as house:
        plain = Plain(intents=intents(), max_messages=None, chunk_guilds_at_startup=False, shard_count=1)
        known, inbox = AdapterState("discord"), CountingInbox(house.dispatch)
        listener = Listener(
            known,
            AppCommands(Router(FEATURES).declared_commands),
            InteractionResponder(DeferredInteractions(folder / "deferred.json")),
        )
        door = GatewayClient(listener.handlers(), shards=1)
        known.client = door
        plain.loop = door.loop = loop
        theirs, ours = _parser(plain), _parser(door)
        handing = asyncio.create_task(known.queues.run(inbox))
        times: dict[str, list[float]] = {"raw": [], "used": [], "unused": []}
        for _ in range(RUNS):
            known.rooms = {100 + number for number in range(ROOMS)}
            times["raw"].append(await _timed(said, theirs, lambda: plain.heard))
            times["used"].append(await _timed(said, ours, lambda: inbox.values))
            known.rooms = set()
            times["unused"].append(await _timed(said, ours, None))
        handing.cancel()
        await asyncio.gather(handing, return_exceptions=True)
    raw, used, unused = (statistics.median(times[side][1:]) for side in ("raw", "used", "unused"))
    each = 1e6 / MESSAGES
    what = f"{MESSAGES} messages in {ROOMS} rooms in use: {used * each:.1f} µs each, discord.py {raw * each:.1f} µs"
    return [
        Result("discord_idle_dispatch_ratio", used / raw, "x", "≤ 1.3", what),
        Result(
            "discord_unused_room_ratio", unused / raw, "x", "≤ 1.0", f"rooms not in use: {unused * each:.1f} µs each"
        ),
    ]


async def _timed(
    said: list[dict[str, Any]], parse: Callable[[dict[str, Any]], None], count: Callable[[], int] | None
) -> float:
    """Return the seconds until all messages are handled."""
    wanted = (count() if count else 0) + len(said)
    begin = time.perf_counter()
    for one in said:
        parse(one)
    while count is not None and count() < wanted:  # noqa: ASYNC110 - discord.py does not signal that it is done
        await asyncio.sleep(0)
    return time.perf_counter() - begin
