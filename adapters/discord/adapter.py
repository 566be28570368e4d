"""The Discord adapter: one bot in many servers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

import discord
import structlog

from adapters.discord.account import DiscordAccount, Store, deferred_file
from adapters.discord.api.background import Errands
from adapters.discord.api.client import DoorClient, Ear, speak_to
from adapters.discord.api.errors import NETWORK_ERRORS, network
from adapters.discord.api.rest import Rest
from adapters.discord.api.single_flight import Flights
from adapters.discord.inbound.catch_up import CatchUp
from adapters.discord.inbound.listener import Listener
from adapters.discord.interactions.app_commands import Declared
from adapters.discord.interactions.autocomplete import Suggester
from adapters.discord.interactions.deferred import Deferred
from adapters.discord.interactions.responder import Desk
from adapters.discord.outbound.fetch import Fetcher
from adapters.discord.outbound.sender import Sender
from adapters.discord.rendering.truncation import MESSAGE_LENGTH
from adapters.discord.rooms.channels import NotYet
from adapters.discord.rooms.recent_posts import Recent
from adapters.discord.rooms.state import Known
from adapters.discord.session.command_sync import tell
from adapters.discord.session.sign_in import Connect, connected, stay_connected
from bots.commands.declaration import Command
from bots.core.inbound import Attachment, Value
from bots.core.outbound import ClosePoll
from bots.ports import Capabilities, Inbox, Later, Receipt, Refused, Sending

log = structlog.get_logger()
PATIENCE_SECONDS = 5.0
"""What waits longer than this (for a rate limit, for what was missed in its room) goes on by itself; delivery asks
again."""
SIGN_IN_SECONDS = 3.0
"""What a sending waits for the first connection, before delivery is asked to come again."""
SETTLED_SECONDS = 600.0
CAPABILITIES = Capabilities(
    platform="discord", prefix="/", options=True, buttons=True, private_answers=True, native_polls=True,
    gatherings=True, forms=True, upload_bytes=discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES, edits=True, fetch=True,
    idempotent=True, moments=True, message_length=MESSAGE_LENGTH, edit_interval=2.0, lanes=16,
)  # fmt: skip


class DiscordAdapter:
    """Implements the Adapter port. `Person.admin`: may manage the server or the channel. `shards`: how many
    connections, Discord's own advice when not given; `connect` signs a client in and returns when it is closed."""

    platform = "discord"
    capabilities = CAPABILITIES

    def __init__(
        self, settings: DiscordAccount, commands: Sequence[Command], *, connect: Connect = connected,
        shards: int | None = None,
    ) -> None:  # fmt: skip
        self.account = settings.account
        self._settings = settings
        self._connect = connect
        self._shards = shards
        self._store = Store(settings)
        self._declared = Declared(commands)
        self._known = Known(settings.account)
        self._deferred = Deferred(deferred_file(settings))
        self._desk = Desk(self._deferred)
        self._recent = Recent()
        self._listener = Listener(self._known, self._declared, self._desk)
        self._catching = CatchUp(self._known, self._listener, self._recent)
        self._errands = Errands()
        self._flights = Flights()
        self._inbox: Inbox | None = None
        self._sender: Sender | None = None
        self._signed_in = asyncio.Event()
        self.client: DoorClient | None = None
        if settings.api:
            speak_to(settings.api)

    async def run(self, inbox: Inbox) -> None:
        """Sign in and listen until cancelled. Raises AccountRefused."""
        self._inbox = inbox
        cursors = await inbox.cursors(self.account)
        self._known.rooms |= {int(scope) for scope in cursors if scope.isdecimal()}
        self._known.polls.load(cursors)
        self._catching.begin(inbox, self._known.rooms)
        running = [asyncio.create_task(part) for part in (self._known.lanes.run(inbox), self._desk.run())]
        listening = asyncio.create_task(stay_connected(self.account, self._sign_in))
        try:
            done, _ = await asyncio.wait([*running, listening], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in (*running, listening):
                task.cancel()
            await asyncio.gather(*running, listening, return_exceptions=True)

    async def _sign_in(self) -> None:
        """One client's life."""
        client = self.client = DoorClient(self._ears(), shards=self._shards)
        self._listener.client = self._catching.client = client
        assert self._inbox is not None, "run sets it"
        self._listener.suggest = Suggester(self.account, self._declared, self._desk, self._inbox).offer
        try:
            await self._connect(client, self._settings.token)
        finally:
            self._signed_in.clear()
            self._sender = None
            self._catching.stop()
            self._errands.stop_all()
            if not client.is_closed():
                await client.close()

    def _ears(self) -> dict[str, Ear]:
        """`shard_connect`: Discord has forgotten us on one connection, and what comes then may have a gap before it.
        `shard_ready`: the servers of that connection are known, but for those that are slow to come."""
        return {
            **self._listener.ears(), "shard_connect": self._greeted, "shard_ready": self._catch_up,
            "guild_available": self._catching.available, "guild_remove": self._removed,
        }  # fmt: skip

    def _greeted(self, shard: int) -> None:
        assert self.client is not None, "a client connected"
        self._catching.connected(shard)
        if self._sender is None:
            rest = Rest(self.client)
            self._desk.connect(rest)
            self._sender = Sender(rest, self._known, self._desk, self._listener.places, self._recent)
            self._signed_in.set()

            self._errands.start("commands", partial(tell, self.client, self._declared, self._store))

    def _catch_up(self, shard: int) -> None:
        assert self.client is not None, "a client is ready"
        log.info("discord-signed-in", account=self.account, shard=shard, servers=len(self.client.guilds))
        for value in self._deferred.left(datetime.now(UTC)):
            self._take_up(value)
        self._catching.ready(shard)
        asyncio.get_running_loop().call_later(SETTLED_SECONDS, self._recent.forget)

    def _take_up(self, value: Value) -> None:
        """An interaction that the last run told Discord to wait for: it may have ended before it was done."""
        assert self.client is not None, "a client is ready"
        place = self.client.get_channel(int(value.room))
        direct = isinstance(place, discord.DMChannel) or bool(getattr(value, "direct", False))
        self._listener.pressed(value, int(value.key.rsplit(":", 1)[1]), place, direct=direct)

    def _removed(self, guild: discord.Guild) -> None:
        self._listener.places.left_server(guild)
        self._catching.gone(guild)

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value. Raises nothing but cancellation."""
        receipt = await self._flights.outcome(sending.key, partial(self._perform, sending), PATIENCE_SECONDS)
        return Later(1.0, "Discord lets it wait") if receipt is None else receipt

    async def _perform(self, sending: Sending) -> Receipt:
        if self._sender is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._signed_in.wait(), SIGN_IN_SECONDS)
        if self._sender is None or self._inbox is None:
            return Later(1.0, "not signed in", account_wide=True)
        if isinstance(sending.call, ClosePoll):  # the votes are read first
            await self._known.lanes.free(sending.call.room)
        try:
            return await self._sender.perform(sending, self._inbox)
        except NETWORK_ERRORS as error:
            return network(error)
        except Exception as error:
            log.exception("discord-send-failed", key=sending.key, room=sending.call.room)
            return Refused("invalid", repr(error))

    async def read(self, attachment: Attachment) -> bytes | None:
        """The content of a file of some message."""
        if self.client is None:
            return None
        try:
            return await Fetcher(Rest(self.client), self._known).read(attachment)
        except (discord.DiscordException, NotYet, ValueError, *NETWORK_ERRORS) as error:
            log.warning("discord-file-unread", name=attachment.name, error=str(error))
            return None

    async def close(self) -> None:
        """Let go of connections."""
        await self._flights.close()
        if self.client is not None and not self.client.is_closed():
            await self.client.close()
