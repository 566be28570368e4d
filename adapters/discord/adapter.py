"""The Discord adapter: one bot in many servers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

import discord
import structlog
from msgspec import structs

from adapters.discord.account import DiscordAccount, deferred_file
from adapters.discord.api.background import BackgroundTasks
from adapters.discord.api.client import EventHandler, GatewayClient, use_api_url
from adapters.discord.api.errors import NETWORK_ERRORS, network_error_receipt
from adapters.discord.api.rest import RestClient
from adapters.discord.api.session_starts import SessionStarts
from adapters.discord.api.single_flight import SingleFlight
from adapters.discord.inbound.catch_up import CatchUp
from adapters.discord.inbound.listener import Listener
from adapters.discord.interactions.app_commands import AppCommands
from adapters.discord.interactions.deferred import DeferredInteractions
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.outbound.fetch import Fetcher
from adapters.discord.outbound.sender import Sender
from adapters.discord.rendering.markdown import MESSAGE_LENGTH
from adapters.discord.rooms.channels import ServerUnavailable
from adapters.discord.rooms.recent_posts import RecentPosts
from adapters.discord.rooms.state import AdapterState
from adapters.discord.session.command_sync import sync_commands
from adapters.discord.session.sign_in import Connect, fewer_intents, stay_connected
from adapters.tasks import run_until_first_ends
from bots.commands.declaration import Command
from bots.core.inbound import Attachment, Value
from bots.core.outbound import ClosePoll
from bots.ports import Capabilities, CommandNames, ConnectionListener, Inbox, Later, Receipt, Refused, Sending
from bots.retry import NO_LISTENER

log = structlog.get_logger()
SEND_TIMEOUT_SECONDS = 5.0
"""A slower request (a rate limit, or a room that catches up) goes on by itself, and delivery asks for it again."""
SIGN_IN_SECONDS = 3.0
"""How long a sending waits for the first connection before delivery has to retry it."""
FORGET_POSTS_SECONDS = 600.0
"""How long after a connection the posts of an earlier process may be matched to sendings."""
_NOT_SIGNED_IN = Later(1.0, "not signed in", account_wide=True)
CAPABILITIES = Capabilities(
    platform="discord", prefix="/", command_names=CommandNames.ENGLISH, options=True, buttons=True,
    private_answers=True, native_polls=True, scheduled_events=True, forms=True, edits=True, fetch=True, idempotent=True,
    upload_bytes=discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES, moments=True, panels=True, message_length=MESSAGE_LENGTH,
    edit_interval=2.0, concurrent_rooms=16, vocabulary="discord",
    message_pattern=r"([0-9]+) ([0-9]+) ([0-9]+)", message_link=r"https://discord.com/channels/\1/\2/\3",
)  # fmt: skip


class DiscordAdapter:
    """Implements the Adapter port. `Person.admin` means that somebody may manage the server or the channel.

    `shards`: the number of connections, by default Discord's recommendation; those of the settings go before it.
    `session_starts`: those of all accounts of the same bot.
    """

    platform = "discord"

    def __init__(
        self, settings: DiscordAccount, commands: Sequence[Command], *, connect: Connect = discord.Client.start,
        shards: int | None = None, listener: ConnectionListener = NO_LISTENER,
        session_starts: SessionStarts | None = None,
    ) -> None:  # fmt: skip
        self.account = settings.account
        self._settings = settings
        self._watcher = listener
        self._connect = connect
        self._shards = settings.shards.count if settings.shards else shards
        self.capabilities = structs.replace(CAPABILITIES, direct_account=settings.direct_account)
        self._commands = AppCommands(commands)
        self._state = AdapterState(settings.account)
        self._deferred = DeferredInteractions(deferred_file(settings))
        self._responder = InteractionResponder(self._deferred)
        self._recent_posts = RecentPosts()
        self._listener = Listener(self._state, self._commands, self._responder)
        self._session_starts = session_starts or SessionStarts()
        self._intents: discord.Intents | None = None
        self._catch_up = CatchUp(self._state, self._listener, self._recent_posts)
        self._tasks = BackgroundTasks()
        self._single_flight = SingleFlight()
        self._sender: Sender | None = None
        self._signed_in = asyncio.Event()
        self.client: GatewayClient | None = None
        if settings.api:
            use_api_url(settings.api)

    async def run(self, inbox: Inbox) -> None:
        """Sign in and listen until cancelled. Raises AccountRefused."""
        self._state.inbox = inbox
        cursors = await inbox.cursors(self.account)
        self._state.rooms |= {int(scope) for scope in cursors if scope.isdecimal()}
        self._state.open_polls.load(cursors)
        self._catch_up.start()
        connection = stay_connected(self.account, self._run_client, self._watcher)
        await run_until_first_ends(self._state.queues.run(inbox), self._responder.run(), connection)

    async def _run_client(self) -> None:
        """Run one client until it is closed."""
        client = self.client = self._state.client = GatewayClient(
            self._handlers(), self._listener.quarantine.on_event, self._session_starts, shards=self._shards,
            shard_ids=list(self._settings.shards.ids) if self._settings.shards else None,
            trace=self._state.reading.trace(), wanted=self._intents,
        )  # fmt: skip
        try:
            await self._connect(client, self._settings.token)
        except discord.PrivilegedIntentsRequired:
            self._intents = fewer_intents(client)
        finally:
            self._signed_in.clear()
            self._sender = None
            self._catch_up.stop()
            self._tasks.stop_all()
            if not client.is_closed():
                await client.close()

    def _handlers(self) -> dict[str, EventHandler]:
        """Return the handlers of all events.

        `shard_connect`: a shard has a new session, so events before it may be lost. `shard_ready`: Discord has sent
        the servers of a shard, except slow ones. `shard_resumed`: the old session goes on.
        """
        return {
            **self._listener.handlers(), "shard_connect": self._on_shard_connect, "shard_ready": self._on_shard_ready,
            "guild_available": self._catch_up.on_server_available, "guild_remove": self._on_server_left,
            "shard_disconnect": self._on_shard_disconnect, "shard_resumed": self._on_shard_resumed,
        }  # fmt: skip

    def _on_shard_connect(self, shard: int) -> None:
        self._catch_up.on_connected(shard)
        if self._sender is None:
            client = self._state.client
            rest = self._responder.rest = RestClient(client)
            self._sender = Sender(rest, self._state, self._responder, self._listener.lifecycle, self._recent_posts)
            self._signed_in.set()
            self._tasks.start("commands", partial(sync_commands, client, self._commands, self._settings, self._state))

    def _on_shard_resumed(self, _shard: int) -> None:
        self._watcher.connected()

    def _on_shard_disconnect(self, shard: int) -> None:
        self._watcher.disconnected(f"shard {shard} lost its connection")

    def _on_shard_ready(self, shard: int) -> None:
        self._watcher.connected()
        log.info("discord-signed-in", account=self.account, shard=shard, servers=len(self._state.client.guilds))
        for value in self._deferred.take_left_over(datetime.now(UTC)):
            self._queue_left_over(value)
        self._catch_up.on_ready(shard)
        asyncio.get_running_loop().call_later(FORGET_POSTS_SECONDS, self._recent_posts.forget)

    def _queue_left_over(self, value: Value) -> None:
        """Queue an interaction that the last process deferred and may not have answered."""
        channel = self._state.client.get_channel(int(value.room))
        direct = isinstance(channel, discord.DMChannel) or bool(getattr(value, "direct", False))
        self._listener.queue_interaction(value, int(value.key.rsplit(":", 1)[1]), channel, direct=direct)

    def _on_server_left(self, guild: discord.Guild) -> None:
        self._listener.lifecycle.on_server_left(guild)
        self._catch_up.on_server_left(guild)

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value. Raises nothing but cancellation."""
        receipt = await self._single_flight.run(sending.key, partial(self._perform, sending), SEND_TIMEOUT_SECONDS)
        return Later(1.0, "Discord lets it wait") if receipt is None else receipt

    async def _perform(self, sending: Sending) -> Receipt:
        if isinstance(sending.call, ClosePoll):  # read the missed votes first
            await self._state.open_polls.wait_until_read(sending.call.room)
        if self._sender is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._signed_in.wait(), SIGN_IN_SECONDS)
        if self._sender is None:
            return _NOT_SIGNED_IN
        client = self._state.client
        try:
            return await self._sender.perform(sending)
        except NETWORK_ERRORS as error:
            return network_error_receipt(error)
        except Exception as error:
            if client.is_closed():  # whatever discord.py raises then
                return _NOT_SIGNED_IN
            log.exception("discord-send-failed", key=sending.key, room=sending.call.room)
            return Refused("invalid", repr(error))

    async def read(self, attachment: Attachment) -> bytes | None:
        """Return the content of a file; None when it cannot be read."""
        if self.client is None:
            return None
        try:
            return await Fetcher(RestClient(self.client), self._state).read_file(attachment)
        except (discord.DiscordException, ServerUnavailable, ValueError, *NETWORK_ERRORS) as error:
            log.warning("discord-file-unread", name=attachment.name, error=str(error))
            return None

    async def close(self) -> None:
        """Cancel the requests in progress and close the connection."""
        await self._single_flight.close()
        if self.client is not None and not self.client.is_closed():
            await self.client.close()
