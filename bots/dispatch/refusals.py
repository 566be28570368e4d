"""Answers to a person whose value a handler refused, or failed to handle."""

from __future__ import annotations

import structlog

from bots.core.inbound import ButtonPressed, ChoiceMade, CommandInvoked, PersonInbound
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.dialogs import corrections
from bots.turn.turn import Turn

log = structlog.get_logger()


async def answer_refusal(turn: Turn, refusal: Refusal) -> None:
    """Tell the person why not; only log it when there is no person or the value is from a snapshot.

    A refused command interrupts a dialog too. After an edit, the refusal replaces what was answered before.
    """
    from_snapshot = isinstance(turn.value, ChoiceMade) and turn.value.from_snapshot
    if isinstance(turn.value, CommandInvoked) and turn.room_context.room is not None:
        if turn.value.edited:
            await corrections.take_back(turn.value, turn)
        await turn.interrupt_dialog(user=turn.value.person.user, room=turn.value.room)
    can_answer = turn.room_context.room is not None or turn.token is not None
    if isinstance(turn.value, PersonInbound) and can_answer and not from_snapshot:
        content = Content(text=turn.answer_text(refusal.text_id, **refusal.text_args))
        turn.answer_content(content, key=_key_of_reaction(turn, refusal), replaceable=True)
    log.info("refused", key=turn.value.key, why=refusal.text_id)


def _key_of_reaction(turn: Turn, refusal: Refusal) -> str | None:
    """Return a key that makes the answer to refused reactions unique within an hour: nothing else limits them."""
    value = turn.value
    if not isinstance(value, ButtonPressed) or value.token is not None or value.message is None:
        return None
    return f"refused:{value.account}:{value.room}:{value.person.user}:{refusal.text_id}:{turn.now:%Y%m%d%H}"


def apologize(turn: Turn) -> None:
    """Tell the person that the error is ours."""
    if isinstance(turn.value, PersonInbound) and turn.room_context.room is not None:
        turn.answer("error-ours")
