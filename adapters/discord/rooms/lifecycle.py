"""Rooms that are lost, closed, opened again, and the bot's rights there."""

from __future__ import annotations

from datetime import UTC, datetime

import discord

from adapters.discord.rooms.people import Place
from adapters.discord.rooms.permissions import missing
from adapters.discord.rooms.state import Known, name_of
from bots.core.inbound import BotJoined, Missing, RightsFound, RoomLost


class Places:
    """What happens to the rooms of one account."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._missing: dict[int, tuple[Missing, ...]] = {}
        self._closed: set[int] = set()

    def lost(self, room: int, reason: str) -> None:
        """The bot can't act there any more."""
        if room not in self._known.rooms:
            return
        if reason != "closed":
            self._known.rooms.discard(room)
        value = RoomLost(
            key=self._known.key("lost"), account=self._known.account, room=str(room), at=datetime.now(UTC),
            reason=reason,
        )  # fmt: skip
        self._known.lanes.put(str(room), value)

    def left_server(self, guild: discord.Guild) -> None:
        """The bot was removed from a server: from all its rooms, those that sleep too."""
        for room in self._known.settle(guild):
            self.lost(room, "removed")

    def entered_server(self, guild: discord.Guild) -> None:
        """The bot came into a server: it introduces itself where Discord's own notices go, and nowhere else."""
        channel = guild.system_channel
        if channel is None or channel.id in self._known.rooms or not channel.permissions_for(guild.me).send_messages:
            return
        came = guild.me.joined_at or datetime.now(UTC)
        key = f"discord:joined:{channel.id}:{int(came.timestamp())}"
        self._known.begin(channel, channel.id, key, channel.last_message_id or guild.id)

    def note_thread(self, thread: discord.Thread) -> None:
        """How a thread was found, without telling."""
        if thread.locked:
            self._closed.add(thread.id)

    def thread_changed(self, event: discord.RawThreadUpdateEvent) -> None:
        """A locked thread is closed to the bot; one that only sleeps wakes up when it is written in. discord.py forgets
        threads that sleep, so its own word of them is not enough."""
        room, locked = event.thread_id, bool(event.data["thread_metadata"].get("locked"))
        if event.data["thread_metadata"]["archived"] and event.thread is not None and room in self._known.rooms:
            self._known.asleep[room] = event.thread
        if room not in self._known.rooms or locked == (room in self._closed):
            return
        if locked:
            self._closed.add(room)
            self.lost(room, "closed")
            return
        self._closed.discard(room)
        name = name_of(event.thread) or event.data["name"]
        value = BotJoined(
            key=self._known.key("open"), account=self._known.account, room=str(room), at=datetime.now(UTC), name=name
        )
        self._known.lanes.put(str(room), value)

    def found(self, place: Place, subject: str) -> RightsFound:
        """What the bot may not do there."""
        self._missing[place.id] = lacks = missing(place)
        return RightsFound(
            key=self._known.key("rights"), account=self._known.account, room=str(place.id), at=datetime.now(UTC),
            missing=lacks, subject=subject,
        )  # fmt: skip

    def note_rights(self, guild: discord.Guild) -> None:
        """How the bot's rights are now, without telling."""
        for place in self._known.in_guild(guild):
            self._missing[place.id] = missing(place)

    def rights_changed(self, guild: discord.Guild) -> None:
        """Rights changed somewhere in a server: what is new about the bot's own is told."""
        self._known.managers.forget()
        for place in self._known.in_guild(guild):
            before = self._missing.get(place.id)
            if before is not None and missing(place) != before:
                self._known.lanes.put(str(place.id), self.found(place, ""))
            self._missing.setdefault(place.id, missing(place))
