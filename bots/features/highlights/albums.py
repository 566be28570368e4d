"""Albums: several messages that people see as one. Each has a caption of its own."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import MessageEdited
from bots.turn.turn import Turn
from storage.queries import cached_messages, highlights
from storage.tables import CachedMessage, Highlight


def joint_text(pictures: Sequence[CachedMessage]) -> str:
    """Return the captions of an album as one text."""
    return "\n".join(picture.text for picture in pictures if picture.text)


async def first_message(message: str, turn: Turn) -> str:
    """Return the message that an album begins with, or the message itself."""
    album = await cached_messages.album_of(turn.uow, turn.account, turn.room.room, message)
    return album[0].message if album else message


async def highlight_of(value: MessageEdited, turn: Turn) -> Highlight | None:
    """Return the highlight that shows an edited message, alone or with the rest of its album."""
    own = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    if own is not None:
        return own
    for other in await cached_messages.album_of(turn.uow, value.account, value.room, value.message):
        found = await highlights.of_message(turn.uow, value.account, value.room, other.message)
        if found is not None:
            return found
    return None


async def text_after(value: MessageEdited, turn: Turn) -> str:
    """Return the text of the edited message, and of the rest of its album."""
    album = await cached_messages.album_of(turn.uow, value.account, value.room, value.message)
    return joint_text(album) if len(album) > 1 else value.text
