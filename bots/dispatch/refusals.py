"""Answers to a person whose value a handler refused, or failed to handle."""

from __future__ import annotations

import structlog

from bots.core.inbound import ChoiceMade, CommandInvoked, PersonInbound
from bots.core.refusal import Refusal
from bots.turn.turn import Turn

log = structlog.get_logger()


async def answer_refusal(turn: Turn, refusal: Refusal) -> None:
    """Tell the person why not; only log it when there is no person or the value is from a snapshot.

    A refused command interrupts a dialog too.
    """
    from_snapshot = isinstance(turn.value, ChoiceMade) and turn.value.from_snapshot
    if isinstance(turn.value, CommandInvoked) and turn.room_context.room is not None:
        await turn.interrupt_dialog(user=turn.value.person.user, room=turn.value.room)
    can_answer = turn.room_context.room is not None or turn.token is not None
    if isinstance(turn.value, PersonInbound) and can_answer and not from_snapshot:
        turn.answer(refusal.text_id, **refusal.text_args)
    log.info("refused", key=turn.value.key, why=refusal.text_id)


def apologize(turn: Turn) -> None:
    """Tell the person that the error is ours."""
    if isinstance(turn.value, PersonInbound) and turn.room_context.room is not None:
        turn.answer("error-ours")
