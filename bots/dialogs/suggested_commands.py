"""A yes to "Did you mean `!help`?": it runs the command that was suggested for a mistyped one."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bots.commands.lookup import PLACEHOLDER
from bots.core.inbound import CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code
from bots.i18n import answers
from bots.turn.turn import Turn
from storage.queries import dialogs

log = structlog.get_logger()

SUGGESTED_DIALOG = "suggested-command"
"""The kind of the dialog that a suggestion opens."""
_LINE = "line"


async def offer(refusal: Refusal, call: CommandInvoked, turn: Turn) -> None:
    """Suggest the command that a mistyped line means, and wait for a yes. Raise the refusal unless it names just one.

    Another question that is still open in the room goes first.
    """
    line = _only_command(refusal) or _corrected_line(refusal, call)
    if not line or turn.room_context.room is None:
        raise refusal
    if await dialogs.dialog_at(turn.uow, call.account, call.room, call.person.user) is not None:
        raise refusal
    await turn.open_dialog(SUGGESTED_DIALOG, "", {_LINE: line}, user=call.person.user, room=call.room)
    turn.answer_content(Content(text=turn.answer_text(refusal.text_id, **refusal.text_args)), replaceable=True)
    log.info("refused", key=call.key, why=refusal.text_id)


def _corrected_line(refusal: Refusal, call: CommandInvoked) -> str:
    """Return the typed line with the right name of an argument in the place of a mistyped one; else nothing."""
    given, right = refusal.text_args.get("given"), refusal.text_args.get("right")
    if refusal.text_id != "argument-name" or not isinstance(given, str) or not isinstance(right, str):
        return ""
    name = right.partition("=")[0]
    return call.line.replace(given, f"{name}=", 1) if call.options is None and given in call.line else ""


async def accepted_line(message: MessagePosted, state: Mapping[str, object], turn: Turn) -> str:
    """Return the suggested line after a yes. Nothing else is an answer, so the question is over in any case."""
    await turn.close_dialog(user=message.person.user, room=message.room)
    line = state[_LINE]
    return line if isinstance(line, str) and answers.match(message.text, "yes") else ""


def _only_command(refusal: Refusal) -> str:
    """Return the only command that a refusal suggests, if it can be run as it stands; else nothing."""
    match refusal.text_args.get("nearest"):
        case (Code(value=line),) if refusal.text_id == "command-unknown" and not line.endswith(PLACEHOLDER):
            return line.removeprefix("!")
        case _:
            return ""
