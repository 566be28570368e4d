"""The history of a room, message by message: an unreadable message does not hide the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import discord
import structlog

from adapters.discord.inbound.quarantine import Quarantine
from adapters.discord.rooms.queues import QueueItem
from adapters.discord.rooms.state import AdapterState

if TYPE_CHECKING:
    from discord.abc import MessageableChannel
    from discord.types.message import Message as MessageData

log = structlog.get_logger()
MAX_MISSED = 500
"""Messages read in one room. Older ones are skipped."""
RECENT_MESSAGES = 50
"""Messages read in any case, to check those before the cursor for changes."""
_PAGE = 100


@dataclass
class History:
    """Messages of a room, oldest first, and by their ids the items for those that cannot be read."""

    messages: list[discord.Message] = field(default_factory=list)
    unreadable: dict[int, QueueItem] = field(default_factory=dict)


async def read_history(
    state: AdapterState, quarantine: Quarantine, channel: discord.abc.Messageable, room: int, cursor: int
) -> History:
    """Fetch the messages since the cursor and some before it. Raises discord.DiscordException and network errors."""
    place, found = await channel._get_channel(), History()
    count, oldest, limit = 0, None, RECENT_MESSAGES
    while True:
        page = await state.reading.run(partial(state.client.http.logs_from, room, limit, before=oldest))
        for data in page:
            _add(found, state, quarantine, place, data)
        count += len(page)
        oldest = min((int(data["id"]) for data in page), default=0)
        if not page or oldest <= cursor or count >= MAX_MISSED:
            break
        limit = _PAGE
    found.messages.sort(key=lambda message: message.id)
    return found


def _add(
    found: History, state: AdapterState, quarantine: Quarantine, place: MessageableChannel, data: MessageData
) -> None:
    try:
        found.messages.append(state.client._connection.create_message(channel=place, data=data))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others must be read
        found.unreadable[int(data["id"])] = quarantine.message(str(place.id), data, error)


async def read_messages(
    state: AdapterState, channel: discord.abc.Messageable, page: Sequence[MessageData]
) -> list[discord.Message]:
    """Return a page of messages, oldest first, without those that cannot be read."""
    place, found = await channel._get_channel(), []
    for data in page:
        try:
            found.append(state.client._connection.create_message(channel=place, data=data))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others must be read
            log.warning("discord-message-left-out", message=data.get("id"), error=repr(error))
    return sorted(found, key=lambda message: message.id)
