"""The choice of the handler of what people ask for: commands, buttons and forms."""

from __future__ import annotations

from bots.core.card_id import ANSWER_VERB, COMMAND_VERB, FORM_VERB, PAGE_VERB, ButtonId
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted, MessageEdited, RateLimited
from bots.core.refusal import Refusal
from bots.dialogs import answering, form_submissions, invocation, pagination
from bots.dispatch.steps import Handle, Ignore
from bots.routing.router import Router
from bots.turn.turn import Turn


def plan_request(value: CommandInvoked | FormSubmitted | RateLimited, router: Router) -> Handle:
    """Choose the handler of a command or a form."""
    match value:
        case CommandInvoked() if value.edited:
            return Handle(value, lambda turn: _handle_edited_command(value, turn, router))
        case CommandInvoked():
            return Handle(value, lambda turn: invocation.handle_command(value, turn, router))
        case FormSubmitted():
            return Handle(value, lambda turn: form_submissions.submit(value, turn, router))
        case RateLimited():
            return Handle(value, _refuse_too_fast)


async def _handle_edited_command(call: CommandInvoked, turn: Turn, router: Router) -> None:
    """Treat a message that became a command as edited, too: what shows its former words must follow."""
    if call.message is not None:
        edit = MessageEdited(
            key=call.key, account=call.account, room=call.room, at=call.at, person=call.person, message=call.message,
            text=f"{turn.capabilities.prefix}{call.line}",
        )  # fmt: skip
        for handler in router.values.get(MessageEdited, ()):
            await handler(edit, turn)
    await invocation.handle_command(call, turn, router)


def plan_press(value: ButtonPressed, router: Router) -> Handle | Ignore:
    """Choose the handler of a button. Ignore a released button unless a feature handles it."""
    verb = ButtonId.parse(value.button).verb
    if verb == FORM_VERB:
        return Handle(value, lambda turn: form_submissions.show_requested(value, turn, router))
    if verb == ANSWER_VERB and not value.released:
        return Handle(value, lambda turn: answering.handle_choice(value, turn, router))
    if verb == COMMAND_VERB and not value.released:
        return Handle(value, lambda turn: invocation.press_command(value, turn, router))
    if verb == PAGE_VERB and not value.released:
        return Handle(value, lambda turn: pagination.turn_page(value, turn, router))
    handlers = router.releases if value.released else router.buttons
    if verb in handlers:
        return Handle(value, lambda turn: handlers[verb](value, turn))
    return Ignore() if value.released else Handle(value, _refuse_unknown_button)


async def _refuse_unknown_button(_turn: Turn) -> None:
    raise Refusal("button-unknown")


async def _refuse_too_fast(_turn: Turn) -> None:
    raise Refusal("too-fast")
