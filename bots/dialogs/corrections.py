"""Edits of commands: the new reading replaces a refusal, a question or a draft. Finished actions stay."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.turn.notices import DialogReplaced
from bots.turn.reply_cards import reply_card, reply_card_of
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


async def settle(value: MessagePosted | ButtonPressed, state: Mapping[str, object], turn: Turn) -> None:
    """Remember that a question was answered: an edit of the command that asked it, by its dialog's `state`, comes late.

    Do nothing while the same question is open again.
    """
    message, user = state.get("message"), value.person.user
    dialog = await dialogs.dialog_at(turn.uow, value.account, value.room, user)
    if not isinstance(message, str) or (dialog is not None and _asks_the_same(json.loads(dialog.state), state)):
        return
    for placement in await placements.placements_of(
        turn.uow, [reply_card_of(value.account, value.room, message, user)]
    ):
        placement.gone = True


def _asks_the_same(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return "asking" in one and one["asking"] == other.get("asking")


def hint(call: CommandInvoked, turn: Turn) -> None:
    """Say that editing this message has no effect. Say it once for each message."""
    if turn.room_context.room is not None:
        key = f"edited:{call.account}:{call.room}:{call.message}"
        turn.answer_content(Content(text=turn.answer_text("command-edited")), key=key)
