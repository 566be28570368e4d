"""Edits of commands: the new reading replaces a refusal, a question or a draft. What was done stays done."""

from __future__ import annotations

import json

from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.turn.notices import DialogReplaced
from bots.turn.reply_cards import reply_card
from bots.turn.turn import Turn
from storage.queries import dialogs, placements


async def take_back(call: CommandInvoked, turn: Turn) -> bool:
    """Take back what the bot answered before the edit. Return False if it was no question, refusal or draft."""
    card = reply_card(call)
    dialog = await dialogs.dialog_at(turn.uow, call.account, call.room, call.person.user)
    opened = dialog is not None and json.loads(dialog.state).get("message") == call.message
    if card is None or not (opened or await placements.placements_of(turn.uow, [card])):
        return False
    if dialog is not None and opened:
        kind, subject = dialog.kind, dialog.subject
        await turn.close_dialog(user=call.person.user, room=call.room)
        await turn.notify(DialogReplaced(kind, subject))
    await turn.withdraw_card(card)
    return True


def hint(call: CommandInvoked, turn: Turn) -> None:
    """Say that editing this message has no effect. Say it once for each message."""
    if turn.room_context.room is not None:
        key = f"edited:{call.account}:{call.room}:{call.message}"
        turn.answer_content(Content(text=turn.answer_text("command-edited")), key=key)
