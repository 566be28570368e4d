"""Rooms that the bot enters or loses, and changes of its rights there."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import discord
import structlog

from adapters.discord.api.background import BackgroundTasks
from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.api.rest import RestClient
from adapters.discord.rooms.people import ServerChannel
from adapters.discord.rooms.permissions import missing_rights
from adapters.discord.rooms.state import AdapterState, room_name
from bots.core.inbound import BotJoined, MissingRight, RightsReported, RoomLost

log = structlog.get_logger()
_MEMBERSHIP = "/channels/{channel_id}/thread-members/@me"


class RoomLifecycle:
    """Reports what happens to the rooms of one account."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state
        self._missing: dict[int, tuple[MissingRight, ...]] = {}
        self._locked: set[int] = set()
        self._tasks = BackgroundTasks()
        state.on_new_thread = self.join_thread

    def join_thread(self, thread: discord.Thread) -> None:
        """Become a member of a thread in use. Only members may unarchive it, and nobody joins an archived one."""
        if thread.me is None and not thread.archived:
            self._tasks.start(f"join {thread.id}", partial(self._join_thread, thread.id))

    def on_thread_woken(self, thread: discord.Thread) -> None:
        """Join a thread in use that was archived, when somebody has unarchived it."""
        if thread.id in self._state.rooms:
            self.join_thread(thread)

    async def _join_thread(self, thread: int) -> None:
        rest = RestClient(self._state.client)
        try:
            await self._state.reading.run(partial(rest.request, "PUT", _MEMBERSHIP, channel_id=thread), late=True)
        except (discord.DiscordException, *NETWORK_ERRORS) as error:
            log.info("discord-thread-not-joined", thread=thread, error=str(error))

    def close_thread(self, room: int) -> None:
        """Report that the bot cannot write in a thread, since it is locked."""
        self._locked.add(room)
        self.lose_room(room, "closed")

    def lose_room(self, room: int, reason: str) -> None:
        """Report that the bot cannot act in a room: it is `deleted`, `closed`, or the bot was `removed`."""
        if room not in self._state.rooms:
            return
        if reason != "closed":
            self._state.rooms.discard(room)
        self._state.queues.put(str(room), RoomLost(**self._state.unique_head("lost", room), reason=reason))

    def on_server_left(self, guild: discord.Guild) -> None:
        """Report the loss of all rooms of a server, archived threads included."""
        for room in self._state.locate_rooms(guild):
            self.lose_room(room, "removed")

    def on_server_joined(self, guild: discord.Guild) -> None:
        """Start the channel of Discord's own notices as a room, so that the bot introduces itself there only."""
        channel = guild.system_channel
        if channel is None or channel.id in self._state.rooms or not channel.permissions_for(guild.me).send_messages:
            return
        joined_at = guild.me.joined_at or datetime.now(UTC)
        key = f"{self._state.account}:joined:{channel.id}:{int(joined_at.timestamp())}"
        self._state.start_room(channel, channel.id, key, channel.last_message_id or guild.id)

    def remember_thread(self, thread: discord.Thread) -> None:
        """Remember whether a thread is locked, without reporting it."""
        if thread.locked:
            self._locked.add(thread.id)

    def on_thread_updated(self, event: discord.RawThreadUpdateEvent) -> None:
        """Report that a thread was locked or unlocked.

        The bot cannot write in a locked thread. A message unarchives an archived one. This uses the raw event because
        discord.py does not cache archived threads.
        """
        room, locked = event.thread_id, bool(event.data["thread_metadata"].get("locked"))
        if event.data["thread_metadata"]["archived"] and event.thread is not None and room in self._state.rooms:
            self._state.archived_threads[room] = event.thread
        if room not in self._state.rooms or locked == (room in self._locked):
            return
        if locked:
            self.close_thread(room)
            return
        self._locked.discard(room)
        name = room_name(event.thread) or event.data["name"]
        self._state.queues.put(str(room), BotJoined(**self._state.unique_head("open", room), name=name))

    def report_rights(self, channel: ServerChannel, subject: str) -> None:
        """Report the rights that the bot lacks in a room."""
        self._missing[channel.id] = missing = missing_rights(channel)
        head = self._state.unique_head("rights", channel.id)
        self._state.queues.put(str(channel.id), RightsReported(**head, missing=missing, subject=subject))

    def remember_rights(self, guild: discord.Guild) -> None:
        """Remember the bot's rights in the rooms of a server, without reporting them."""
        for channel in self._state.channels_in(guild):
            self._missing[channel.id] = missing_rights(channel)
            if isinstance(channel, discord.Thread):
                self.join_thread(channel)

    def on_permissions_changed(self, guild: discord.Guild) -> None:
        """Report the bot's rights in each room of a server where they have changed."""
        self._state.people.clear()
        for channel in self._state.channels_in(guild):
            missing = missing_rights(channel)
            if self._missing.setdefault(channel.id, missing) != missing:
                self.report_rights(channel, "")
