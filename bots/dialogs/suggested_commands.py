"""A yes to "Did you mean `!help`?": it runs the command that was suggested for a mistyped one."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bots.commands.lookup import PLACEHOLDER
from bots.core.inbound import CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Text, join
from bots.i18n import answers
from bots.turn.turn import Turn
from storage.queries import dialogs

log = structlog.get_logger()

SUGGESTED_DIALOG = "suggested-command"
"""The kind of the dialog that a suggestion opens."""
_LINES = "lines"
_SUGGESTING = ("command-unknown", "undo-way")
"""The refusals that name commands."""


async def offer(refusal: Refusal, call: CommandInvoked, turn: Turn) -> None:
    """Suggest the commands that a mistyped line may mean, and wait for a yes. Raise the refusal if it names none.

    Another question that is still open in the room goes first.
    """
    lines = _commands(refusal) or _corrected_line(refusal, call)
    if not lines or turn.room_context.room is None:
        raise refusal
    if await dialogs.dialog_at(turn.uow, call.account, call.room, call.person.user) is not None:
        raise refusal
    await turn.open_dialog(SUGGESTED_DIALOG, "", {_LINES: lines}, user=call.person.user, room=call.room)
    turn.answer_content(Content(text=turn.answer_text(refusal.text_id, **refusal.text_args)), replaceable=True)
    log.info("refused", key=call.key, why=refusal.text_id)


def _corrected_line(refusal: Refusal, call: CommandInvoked) -> list[str]:
    """Return the typed line, with the mistyped name of an argument corrected."""
    given, right = refusal.text_args.get("given"), refusal.text_args.get("right")
    if refusal.text_id != "argument-name" or not isinstance(given, str) or not isinstance(right, str):
        return []
    name = right.partition("=")[0]
    return [call.line.replace(given, f"{name}=", 1)] if call.options is None and given in call.line else []


def _commands(refusal: Refusal) -> list[str]:
    """Return the commands that a refusal suggests and that can be run as they stand."""
    nearest = refusal.text_args.get("nearest")
    if refusal.text_id not in _SUGGESTING or not isinstance(nearest, tuple):
        return []
    lines = [node.value.removeprefix("!") for node in nearest if isinstance(node, Code)]
    return [line for line in lines if not line.endswith(PLACEHOLDER)]


async def accepted_line(message: MessagePosted, state: Mapping[str, object], turn: Turn) -> str | None:
    """Return the suggested line after a yes, or nothing if there are several: then ask which.

    Nothing else is an answer: it ends the question, and the result is None.
    """
    lines = state[_LINES]
    assert isinstance(lines, list)
    if not answers.match(message.text, "yes"):
        await turn.close_dialog(user=message.person.user, room=message.room)
        return None
    if len(lines) > 1:
        turn.answer("suggestion-which", commands=join([(Code(f"!{line}"),) for line in lines], (Text(", "),)))
        return ""
    await turn.close_dialog(user=message.person.user, room=message.room)
    return str(lines[0])
