"""An answer that only the acting person reads, whatever the room."""

from __future__ import annotations

from bots.core.outbound import Content
from bots.turn.turn import Turn


def answer(content: Content, turn: Turn, *, sent: str, unreachable: str) -> None:
    """Answer in private, or write to the person in their private chat and say in the room that it was `sent`.

    Where they can't be written to, the room reads the text `unreachable`.
    """
    if turn.capabilities.private_answers or turn.room_context.is_direct:
        turn.answer_content(content)
        return
    turn.send_direct(turn.person_event().person.user, content, fallback=Content(text=turn.text(unreachable)))
    turn.answer(sent)
