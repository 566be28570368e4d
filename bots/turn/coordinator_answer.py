"""Answers that only coordinators may read: in a network's highlights room they go to the asking person in private."""

from __future__ import annotations

from msgspec import structs

from bots.core.outbound import Content
from bots.core.richtext import join
from bots.turn.turn import Turn
from storage.tables import RoomRole


def answer(content: Content, turn: Turn) -> None:
    """Answer with a content; in a highlights room, where others would read it, write to the person in private."""
    if turn.answers_privately or turn.room.role != RoomRole.HIGHLIGHTS:
        turn.answer_content(content)
        return
    text = join([content.text, turn.answer_text("private-list-where")]) if content.buttons else content.text
    private = structs.replace(content, text=text, buttons=())
    user, unreachable = turn.person_event().person.user, Content(text=turn.answer_text("private-list-unreachable"))
    turn.send_direct(user, private, fallback=unreachable)
    turn.answer("private-list-sent")
