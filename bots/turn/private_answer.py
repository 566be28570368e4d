"""An answer that only the acting person reads, whatever the room."""

from __future__ import annotations

from bots.core.inbound import CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.turn.turn import Turn


def is_private(turn: Turn) -> bool:
    """Return whether only the acting person reads this conversation."""
    value = turn.value
    written_directly = isinstance(value, CommandInvoked | MessagePosted) and value.direct
    return written_directly or turn.room_context.is_direct or turn.answers_privately


def answer(content: Content, turn: Turn, *, sent: str, unreachable: str) -> None:
    """Answer in private, or write to the person in their private chat and say in the room that it was `sent`.

    Where they can't be written to, the room reads the text `unreachable`.
    """
    if is_private(turn):
        turn.answer_content(content)
        return
    turn.send_direct(turn.person_event().person.user, content, fallback=Content(text=turn.text(unreachable)))
    turn.answer(sent)
