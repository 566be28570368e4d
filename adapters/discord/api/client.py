"""discord.py's client with few intents, a small cache and synchronous event handlers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast
from urllib.request import getproxies, proxy_bypass

import aiohttp
import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.api.session_starts import SessionStarts

log = structlog.get_logger()
READY_SECONDS = 2.0
"""How long discord.py waits at the start for the next server. It handles a server that comes later all the same."""
MEMBERS_TIMEOUT_SECONDS = 60.0
REQUEST_MEMBERS = 8

EventHandler = Callable[..., None]
UnreadableHandler = Callable[[str, object, Exception], None]
"""Takes the name of an event that cannot be read, its payload and the error."""
_NEEDED_EVENTS = ("READY", "RESUMED")
"""Without these there is no session: the client has to start again."""


def intents(*, members: bool = True, content: bool = True) -> discord.Intents:
    """Return the intents that the bot needs.

    Somebody has to switch on `members` and `message_content` in the Developer Portal. Without the content, messages of
    servers would come empty.
    https://discord.com/developers/docs/events/gateway#list-of-intents
    """
    return discord.Intents(
        guilds=True, members=members, guild_messages=content, dm_messages=True, message_content=content,
        guild_reactions=True,
        dm_reactions=True, guild_polls=True, dm_polls=True, guild_scheduled_events=True,
    )  # fmt: skip


class GatewayClient(discord.AutoShardedClient):
    """Calls the handlers of gateway events directly, without a task for each event.

    An event that discord.py or a handler cannot read goes to `on_unreadable`, and the connection stays open.
    `session_starts` delays each new session.

    discord.py reports interest in scheduled events only for users in its cache. This client reports all interest, as
    the events `interest_add` and `interest_remove`.
    https://discord.com/developers/docs/events/gateway-events#guild-scheduled-event-user-add
    """

    def __init__(
        self, handlers: Mapping[str, EventHandler], on_unreadable: UnreadableHandler, session_starts: SessionStarts, *,
        shards: int | None = None, shard_ids: Sequence[int] | None = None, trace: aiohttp.TraceConfig | None = None,
        wanted: discord.Intents | None = None,
    ) -> None:  # fmt: skip
        self._event_handlers = dict(handlers)
        self._on_unreadable = on_unreadable
        self._session_starts = session_starts
        self._handler_errors: list[Exception] = []
        self._limited: dict[int, asyncio.Future[float]] = {}
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # the bot does not use voice
        wanted = wanted or intents()
        super().__init__(
            intents=wanted, max_messages=None, chunk_guilds_at_startup=False, shard_count=shards,
            shard_ids=cast("list[int]", shard_ids),  # None is possible too, says its documentation
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags(voice=False, joined=wanted.members),
            guild_ready_timeout=READY_SECONDS, http_trace=trace or discord.utils.MISSING, proxy=environment_proxy(),
        )  # fmt: skip
        parsers = self._connection.parsers
        parsers["RATE_LIMITED"] = self._on_rate_limited
        parsers["GUILD_SCHEDULED_EVENT_USER_ADD"] = partial(self.dispatch, "interest_add")
        parsers["GUILD_SCHEDULED_EVENT_USER_REMOVE"] = partial(self.dispatch, "interest_remove")
        for event, parse in list(parsers.items()):
            parsers[event] = partial(self._read_event, event, parse)

    def _read_event(self, event: str, parse: Callable[[Any], None], data: Any) -> None:
        """Read one event. Whatever is wrong with it, the next events must come through."""
        self._handler_errors.clear()
        try:
            parse(data)
        except Exception as error:
            if event in _NEEDED_EVENTS:
                raise
            self._handler_errors.append(error)
        for problem in self._handler_errors:
            self._on_unreadable(event, data, problem)

    async def before_identify_hook(self, _shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002 - discord.py names it
        """Wait until the account may start a new session."""
        await self._session_starts.wait(self.http)

    def dispatch(self, event: str, /, *args: object, **kwargs: object) -> None:
        """Call the handler of an event. A failing handler is logged; the connection stays open."""
        handler = self._event_handlers.get(event)
        if handler is None:
            super().dispatch(event, *args, **kwargs)
            return
        try:
            handler(*args)
        except Exception as error:
            log.exception("discord-event-failed", discord_event=event)
            self._handler_errors.append(error)

    async def load_members(self, guild: discord.Guild) -> None:
        """Load all members of a server into the cache. Raises discord.DiscordException and network errors.

        https://discord.com/developers/docs/events/gateway-events#request-guild-members
        """
        limited = self._limited[guild.id] = asyncio.get_running_loop().create_future()
        loading = asyncio.ensure_future(guild.chunk())
        try:
            await asyncio.wait((loading, limited), timeout=MEMBERS_TIMEOUT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if not loading.done():
                raise discord.RateLimited(limited.result()) if limited.done() else TimeoutError
            loading.result()
        finally:
            loading.cancel()
            del self._limited[guild.id]
            self._connection._chunk_requests.pop(guild.id, None)  # else discord.py waits for the old answer next time

    def _on_rate_limited(self, data: Mapping[str, Any]) -> None:
        """Handle an event that discord.py ignores: Discord takes one request for all members in 30 s.

        https://discord.com/developers/docs/events/gateway-events#rate-limited
        """
        limited = self._limited.get(int(data["meta"].get("guild_id", 0)))
        if data["opcode"] == REQUEST_MEMBERS and limited is not None and not limited.done():
            limited.set_result(float(data["retry_after"]))


def environment_proxy() -> str | None:
    """Return the proxy that HTTPS_PROXY and NO_PROXY name for Discord. All connections use it, the gateway's too."""
    api = yarl.URL(Route.BASE)
    return None if proxy_bypass(api.host or "") else getproxies().get(api.scheme)


def use_api_url(api: str) -> None:
    """Send all requests of this process to another address than Discord's, for tests."""
    Route.BASE = f"{api}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(api.replace("http", "ws", 1) + "/gateway")
