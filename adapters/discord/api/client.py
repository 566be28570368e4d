"""discord.py's client as the door needs it: few intents, nothing cached that is not needed, events heard at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

log = structlog.get_logger()
READY_SECONDS = 2.0
"""After the last server was told, at the start: for servers that are slow to come. One that comes later still is met
then; when all have come, nobody waits."""
MEMBERS_SECONDS = 60.0
REQUEST_MEMBERS = 8

Ear = Callable[..., None]


def intents() -> discord.Intents:
    """The least that works; `members` and `message_content` have to be switched on in the Developer Portal.

    https://discord.com/developers/docs/events/gateway#list-of-intents
    """
    return discord.Intents(
        guilds=True, members=True, guild_messages=True, dm_messages=True, message_content=True, guild_reactions=True,
        dm_reactions=True, guild_polls=True, dm_polls=True, guild_scheduled_events=True,
    )  # fmt: skip


class DoorClient(discord.AutoShardedClient):
    """Calls the listener's functions as events come, without a task for each; all else is discord.py's. Of interest in
    scheduled events it tells only by people whom it knows: `interest_add` and `interest_remove` are told by all.

    https://discord.com/developers/docs/events/gateway-events#guild-scheduled-event-user-add
    """

    def __init__(self, ears: Mapping[str, Ear], *, shards: int | None = None) -> None:
        self._ears = dict(ears)
        self._limited: dict[int, asyncio.Future[float]] = {}
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it says nothing aloud
        super().__init__(
            intents=intents(), max_messages=None, chunk_guilds_at_startup=False, shard_count=shards,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags(voice=False, joined=True), guild_ready_timeout=READY_SECONDS,
        )  # fmt: skip
        parsers = self._connection.parsers
        parsers["RATE_LIMITED"] = self._rate_limited
        parsers["GUILD_SCHEDULED_EVENT_USER_ADD"] = partial(self.dispatch, "interest_add")
        parsers["GUILD_SCHEDULED_EVENT_USER_REMOVE"] = partial(self.dispatch, "interest_remove")

    def dispatch(self, event: str, /, *args: object, **kwargs: object) -> None:
        """An event. One that the listener fails over is logged, and the connection goes on."""
        ear = self._ears.get(event)
        if ear is None:
            super().dispatch(event, *args, **kwargs)
            return
        try:
            ear(*args)
        except Exception:
            log.exception("discord-event-failed", discord_event=event)

    async def ask_members(self, guild: discord.Guild) -> float | None:
        """Get to know all members of a server; None when that is done, else in how many seconds it can be asked again.
        Raises discord.DiscordException and network errors.

        https://discord.com/developers/docs/events/gateway-events#request-guild-members
        """
        limited = self._limited[guild.id] = asyncio.get_running_loop().create_future()
        asking = asyncio.ensure_future(guild.chunk())
        try:
            await asyncio.wait((asking, limited), timeout=MEMBERS_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                asking.result()
                return None
            return limited.result() if limited.done() else 0.0
        finally:
            asking.cancel()
            del self._limited[guild.id]
            self._connection._chunk_requests.pop(guild.id, None)  # discord.py would wait for the same answer again

    def _rate_limited(self, data: Mapping[str, Any]) -> None:
        """One request for all members of a server in 30 s; discord.py does not know this event.

        https://discord.com/developers/docs/events/gateway-events#rate-limited
        """
        limited = self._limited.get(int(data["meta"].get("guild_id", 0)))
        if data["opcode"] == REQUEST_MEMBERS and limited is not None and not limited.done():
            limited.set_result(float(data["retry_after"]))


def speak_to(api: str) -> None:
    """Use another address than Discord's, for tests: the whole process then does."""
    Route.BASE = f"{api}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(api.replace("http", "ws", 1) + "/gateway")
