"""An answer that only the acting person reads, whatever the room."""

from __future__ import annotations

from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.turn.turn import Turn


def is_private(turn: Turn) -> bool:
    """Return whether only the acting person reads an answer here, and nobody else read what they typed.

    On Discord a command that was typed as a message has no interaction, so that its answer is a message, too.
    """
    value = turn.value
    written_directly = isinstance(value, CommandInvoked) and value.direct
    return written_directly or turn.room_context.is_direct or (turn.token is not None and turn.answers_privately)


def answer(content: Content, turn: Turn, *, sent: str, unreachable: str, personal: bool = False) -> None:
    """Answer in private, or write to the person in their private chat and say in the room that it was `sent`.

    Where they can't be written to, the room reads the text `unreachable`. `personal`: it is about the person, so that a
    command that was typed as a message is answered in the private chat, also where platforms know private answers.
    """
    here = is_private(turn) if personal else turn.capabilities.private_answers or turn.room_context.is_direct
    if here:
        turn.answer_content(content)
        return
    turn.send_direct(turn.person_event().person.user, content, fallback=Content(text=turn.text(unreachable)))
    turn.answer(sent)
