"""Answers to the bot's questions: the next message, or the press of a button."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Mapping

import structlog
from msgspec import structs

from bots.commands import parsing
from bots.commands.declaration import Arg, Args
from bots.core.card_id import FORM_VERB
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.refusal import Refusal
from bots.core.sanitize import without_address
from bots.dialogs import corrections, invocation, prompts, suggested_commands
from bots.dialogs.asides import is_aside
from bots.i18n import answers
from bots.routing.router import Router
from bots.turn.effects import Effects
from bots.turn.turn import Turn
from storage.attempts import attempt
from storage.queries import dialogs
from storage.tables import Dialog

log = structlog.get_logger()


async def handle_answer(message: MessagePosted, turn: Turn, router: Router) -> bool:
    """Treat a message as the answer to its author's open dialog. Return False if it answers nothing.

    The question stays open below what is plainly something else.
    """
    dialog = await _dialog(message, turn)
    if dialog is None or dialog.kind == FORM_VERB:
        return False
    state: Mapping[str, object] = json.loads(dialog.state)
    kind, subject = dialog.kind, dialog.subject
    asked = _asked(subject, state, router) if kind == prompts.COMMAND_DIALOG else None
    if kind == prompts.COMMAND_DIALOG and asked is None:
        await turn.close_dialog(user=message.person.user, room=message.room)
        return False
    if asked is not None and is_aside(message, asked, router.commands_by_name):
        return False
    if message.addressed and (asked is None or asked.kind != "person"):
        message = structs.replace(message, text=without_address(message.text))
    if answers.match(message.text.strip().lstrip("!/"), "cancel") and not state.get(prompts.TAKES_CANCEL):
        await turn.close_dialog(user=message.person.user, room=message.room)
        turn.answer("dialog-cancelled")
        return True
    accept: Awaitable[bool]
    if kind == suggested_commands.SUGGESTED_DIALOG:
        accept = _run_suggested(message, state, turn, router)
    elif kind == prompts.COMMAND_DIALOG:
        accept = _continue(invocation.resumed_command(message, subject, state), message.text, state, turn, router)
    else:
        accept = router.answers[kind](message, subject, state, turn)
    answered = await _accept_or_close(accept, message, turn)
    if answered:
        await corrections.settle(message, state, turn)
    elif kind != prompts.COMMAND_DIALOG and await _comes_back(message, turn):
        return await handle_answer(message, turn, router)
    return answered


async def _comes_back(message: MessagePosted, turn: Turn) -> bool:
    """Return whether the question beside which we asked another is the open one again."""
    dialog = await dialogs.dialog_at(turn.uow, message.account, message.room, message.person.user)
    return dialog is not None and dialog.kind == prompts.COMMAND_DIALOG


def _asked(name: str, state: Mapping[str, object], router: Router) -> Arg | None:
    """Return the argument that a command's dialog asks for; None where this version has no such question."""
    args = router.commands[name][0].args if name in router.commands else ()
    return next((arg for arg in args if arg.name == state["asking"]), None)


async def _run_suggested(message: MessagePosted, state: Mapping[str, object], turn: Turn, router: Router) -> bool:
    """Run the command that was suggested, or ask which, if the message says yes. Return False for any other message."""
    line = await suggested_commands.accepted_line(message, state, turn)
    if line:
        await invocation.invoke(invocation.resumed_command(message, line, state), turn, router)
    return line is not None


async def handle_choice(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """Treat the press of a prompt's button as the answer. Raises Refusal("answer-not-asked") for other people."""
    dialog = await _dialog(press, turn)
    state: Mapping[str, object] = json.loads(dialog.state) if dialog is not None else {}
    if dialog is None or dialog.kind != prompts.COMMAND_DIALOG or state["asking"] != press.subject:
        raise Refusal("answer-not-asked")
    command = invocation.resumed_command(press, dialog.subject, state)
    await _accept_or_close(_continue(command, press.choice, state, turn, router), press, turn)
    await corrections.settle(press, state, turn)


async def _dialog(value: MessagePosted | ButtonPressed, turn: Turn) -> Dialog | None:
    """Return the person's open dialog in the room. Close an expired dialog: the dialog beneath it comes back."""
    at = (value.account, value.room, value.person.user)
    dialog = await dialogs.dialog_at(turn.uow, *at)
    if dialog is not None and dialog.expires_at < turn.occurred_at:
        await turn.close_dialog(user=value.person.user, room=value.room)
        dialog = await dialogs.dialog_at(turn.uow, *at)
    return dialog


async def _accept_or_close(accept: Awaitable[bool], value: MessagePosted | ButtonPressed, turn: Turn) -> bool:
    """Accept an answer. If it is refused, undo its writes and close the dialog: the next message is ordinary again."""
    try:
        async with attempt(turn.uow):
            return await accept
    except Refusal as refusal:
        turn.effects = Effects()
        await turn.close_dialog(user=value.person.user, room=value.room)
        turn.answer(refusal.text_id, **refusal.text_args)
        log.info("refused", key=value.key, why=refusal.text_id)
        return True


async def _continue(call: CommandInvoked, text: str, state: Mapping[str, object], turn: Turn, router: Router) -> bool:
    """Add the answered argument, then ask for the next one or run the command. Ask again for a refused argument."""
    command, run = router.commands[call.line]
    arg, values = _asked(call.line, state, router), state["values"]
    assert arg is not None, "handle_answer checked it"
    assert isinstance(values, dict)
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    await invocation.check_allowed(command, turn)
    meant = prompts.accepted(text, state, turn)
    if meant is None:
        return True
    text = meant
    try:
        _check_answer(text, arg)
    except Refusal as refusal:
        await invocation.ask_again(command, call, Args(given), turn, refusal, refused=_refused_answers(state, refusal))
        return True
    args = Args({**given, arg.name: text})
    try:
        args = parsing.add_answer(command, Args(given), arg, text, turn.room_context.locale)
        args = invocation.check_arguments(command, args, turn)
        async with attempt(turn.uow):
            await turn.close_dialog(user=call.person.user, room=call.room)
            await invocation.run_or_ask(command, run, call, args, invocation.in_chosen_language(command, args, turn))
    except Refusal as refusal:
        await invocation.ask_again(command, call, args, turn, refusal, refused=_refused_answers(state, refusal))
    return True


def _check_answer(text: str, arg: Arg) -> None:
    """Raise Refusal("text-too-long" | "answer-in-words") for an answer that is too long, or only a picture."""
    try:
        invocation.check_length(text)
    except Refusal as refusal:
        raise Refusal(refusal.text_id, argument=arg.name, **refusal.text_args) from None
    if not text.strip():
        raise Refusal("answer-in-words", argument=arg.name)


def _refused_answers(state: Mapping[str, object], refusal: Refusal) -> int:
    """Return how many answers in a row could not be used. One that brought the command further is not among them."""
    values, refused = state["values"], state.get("refused", 0)
    assert isinstance(values, dict)
    assert isinstance(refused, int)
    further = any(values.get(name) != value for name, value in refusal.remember.items())
    return 0 if further or refusal.argument != state["asking"] else refused + 1
