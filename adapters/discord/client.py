"""discord.py's client as the door needs it: few intents, nothing cached that is not needed, events heard at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

log = structlog.get_logger()
READY_SECONDS = 0.3
"""After the last server is told, at the start; one that comes later is met then."""

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
    """Calls the listener's functions as events come, without a task for each; all else is discord.py's."""

    def __init__(self, ears: Mapping[str, Ear], *, shards: int | None = None) -> None:
        self._ears = dict(ears)
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it says nothing aloud
        super().__init__(
            intents=intents(), max_messages=None, chunk_guilds_at_startup=False, shard_count=shards,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags(voice=False, joined=True), guild_ready_timeout=READY_SECONDS,
        )  # fmt: skip

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


def speak_to(api: str) -> None:
    """Use another address than Discord's, for tests: the whole process then does."""
    Route.BASE = f"{api}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(api.replace("http", "ws", 1) + "/gateway")
