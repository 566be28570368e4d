"""Changes of older messages that the bot may have missed: reactions, and votes in its polls.

They are read late and one request after the other, while the room goes on. Changes made meanwhile are read again, in
the room's own order.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.api.rest import RestClient
from adapters.discord.inbound.reactions import Reactions
from adapters.discord.inbound.votes import Votes
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Value

log = structlog.get_logger()
Found = TypeVar("Found")
Read = Callable[[RestClient, discord.Message], Awaitable[Value]]


class Changes:
    """Reads the changes in the rooms of one account. All methods raise discord.DiscordException and network errors."""

    def __init__(self, state: AdapterState, reactions: Reactions, votes: Votes) -> None:
        self._state = state
        self._reactions = reactions
        self._votes = votes

    async def read_votes(self, room: int, polls: Sequence[discord.Message]) -> None:
        """Report the current votes in our polls. Forget those that are closed, and those that somebody has deleted."""
        known = {poll.id: poll for poll in polls}
        for message in sorted({*known, *self._state.open_polls.messages(room)}):
            poll = known.get(message) or await self._fetch(room, message)
            is_there = poll is not None and await self._read(self._votes.poll_snapshot, poll)
            if not is_there or (poll and poll.poll and poll.poll.is_finalised()):
                self._state.open_polls.remove(str(room), str(message))

    async def read_reactions(self, messages: Sequence[discord.Message]) -> None:
        """Report the current reactions to messages, to the newest first."""
        for message in reversed(messages):
            await self._read(self._reactions.snapshot, message)

    async def _fetch(self, room: int, message: int) -> discord.Message | None:
        found = self._state.client.get_channel(room) or self._state.archived_threads.get(room)
        partial = self._state.client.get_partial_messageable(room)
        channel = found if isinstance(found, discord.abc.Messageable) else partial
        return await unless_unreadable(self._state.reading.run(lambda: channel.fetch_message(message), late=True))

    async def _read(self, read: Read, message: discord.Message) -> bool:
        """Report one message, unless it is gone. Return whether it is there."""
        room, rest = str(message.channel.id), RestClient(self._state.client)
        value = await unless_unreadable(read(rest, message))
        if value is None:
            return False
        if message.id not in self._state.touched:
            self._state.queues.put(room, value)
            return True

        async def look_up() -> Sequence[Value]:
            return (await read(rest, await message.channel.fetch_message(message.id)),)

        self._state.queues.put(room, look_up)
        return True


async def unless_unreadable(asked: Awaitable[Found]) -> Found | None:
    """Return what was asked for; None when it is gone or cannot be read, so that all others are read."""
    try:
        return await asked
    except discord.NotFound:
        return None
    except (discord.DiscordException, *NETWORK_ERRORS):
        raise
    except Exception:
        log.exception("discord-unreadable")
        return None
