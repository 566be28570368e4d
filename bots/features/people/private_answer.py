"""An answer that only the acting person reads, whatever the room."""

from __future__ import annotations

from bots.core.outbound import Content
from bots.turn.turn import Turn
from storage.tables import RoomRole


def answer(content: Content, turn: Turn) -> None:
    """Answer in private, or write to the person in their private chat and say so in the room."""
    room = turn.room_context.room
    if turn.capabilities.private_answers or (room is not None and room.role == RoomRole.DIRECT):
        turn.answer_content(content)
        return
    user = turn.person_event().person.user
    turn.send_direct(user, content, fallback=Content(text=turn.text("people-unreachable")))
    turn.answer("people-sent")
