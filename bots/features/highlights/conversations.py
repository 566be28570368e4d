"""Conversations: several messages that are one highlight, each with the consent of its author.

Each message is a highlight of its own that names the conversation's; it is never shown alone. The conversation's row
derives from these.
"""

from __future__ import annotations

from collections.abc import Sequence

from bots.features.highlights import hold_back, relaying, rules
from bots.turn.turn import Turn
from storage.queries import highlights
from storage.tables import Highlight, HighlightState

KIND = "conversation"
LEAST, MOST = 2, 10
"""Messages of a conversation."""


def is_conversation(highlight: Highlight) -> bool:
    """Return whether a highlight is a conversation, rather than one message."""
    return highlight.source.startswith(f"{KIND}:")


def shown_as(highlight: Highlight) -> int:
    """Return the number of the highlight that shows a message: its own, or its conversation's."""
    return highlight.conversation_id or highlight.id


async def parts_of(highlight: Highlight, turn: Turn) -> Sequence[Highlight]:
    """Return the messages of a conversation in their order; none for any other highlight."""
    return await highlights.parts_of(turn.uow, highlight) if is_conversation(highlight) else ()


async def retell(whole: Highlight, turn: Turn) -> None:
    """Take over the words, files and link of the messages that are left."""
    parts = await parts_of(whole, turn)
    whole.text = "\n".join(part.text for part in parts if part.text.strip())
    whole.files = relaying.encode(tuple(file for part in parts for file in relaying.decode(part.files)))
    whole.link = next((part.link for part in parts if part.link), "")


async def follow_edit(part: Highlight, turn: Turn) -> None:
    """Update what others see of a conversation after one of its messages changed."""
    whole = await turn.uow.get(Highlight, part.conversation_id)
    if whole is None or whole.state not in rules.WITH_TEXT:
        return
    await retell(whole, turn)
    await hold_back.follow_change(whole, turn)


async def publish_parts(whole: Highlight, turn: Turn) -> None:
    """Note that the messages of a conversation are shown now."""
    for part in await parts_of(whole, turn):
        part.state = HighlightState.PUBLISHED


async def release_parts(whole: Highlight, turn: Turn, *, shown: bool) -> None:
    """Forget the messages of a conversation that ends. Those that nobody saw elsewhere can be suggested again."""
    for part in await parts_of(whole, turn):
        part.conversation_id = None
        rules.erase(part, HighlightState.WITHDRAWN if shown else HighlightState.EXPIRED)
