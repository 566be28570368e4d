"""Invocation of commands: find, authorize and parse a command, ask for missing arguments one by one, and run it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Mapping, Sequence
from contextlib import nullcontext

import structlog
from msgspec import structs

from bots.commands import localization, lookup, parsing
from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import join
from bots.dialogs import corrections, forms, prompts, suggested_commands
from bots.i18n import answers, languages
from bots.routing.feature import CommandHandler
from bots.routing.router import Router
from bots.turn.authorization import held_rights, lacking_right
from bots.turn.effects import Effects
from bots.turn.room_context import RoomContext
from bots.turn.turn import Turn
from storage.queries import dialogs
from storage.tables import Dialog

log = structlog.get_logger()

MAX_REFUSED_ANSWERS = 4
"""After so many unusable answers in a row we stop asking: the person is talking to somebody else."""
MAX_TEXT_LENGTH = 4000
"""Of a whole command, or of one answer. It is checked before anything is parsed."""


async def handle_command(call: CommandInvoked, turn: Turn, router: Router) -> None:
    """Run a command. Raises Refusal if anything about it is wrong."""
    if call.edited and not await corrections.take_back(call, turn):
        corrections.hint(call, turn)
        return
    await turn.interrupt_dialog(user=call.person.user, room=call.room)
    try:
        await invoke(call, turn, router)
    except Refusal as refusal:
        await suggested_commands.offer(refusal, call, turn)


async def invoke(call: CommandInvoked, turn: Turn, router: Router) -> None:
    """Find, check and run a command, or ask for a missing argument."""
    check_length(call.line, *(call.options or {}).values())
    command, rest = lookup.find_command(call.line, router.commands_by_name)
    await check_allowed(command, turn)
    args = _parse(command, rest, call, turn)
    try:
        args = _check(command, args, turn)
        async with turn.uow.savepoint() if command.args else nullcontext():
            await _run_or_ask(command, router.commands[command.name][1], call, args, turn)
    except Refusal as refusal:
        await _ask_again(command, call, args, turn, refusal)


def _parse(command: Command, rest: str, call: CommandInvoked, turn: Turn) -> Args:
    """Return the arguments in the typed line, or those that the platform passed by name. Raises Refusal."""
    locale = turn.room_context.locale
    if call.options is None:
        return parsing.parse(command, rest, locale)
    args = parsing.parse_options(command, call.options)
    return args if command.reader is None else command.reader.complete(args, locale)


async def press_command(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """Run the command that a button stands for, as if the person had chosen it in the menu."""
    if press.subject not in router.commands:
        raise Refusal("button-unknown")
    await turn.interrupt_dialog(user=press.person.user, room=press.room)
    call = structs.replace(_resumed_command(press, press.subject, {}), token=press.token)
    command, run = router.commands[press.subject]
    await check_allowed(command, turn)
    await _run_or_ask(command, run, call, Args(), turn)


def check_length(*texts: str) -> None:
    """Raise Refusal("text-too-long") if one of the texts is too long to be parsed."""
    length = max(map(len, texts))
    if length > MAX_TEXT_LENGTH:
        raise Refusal("text-too-long", length=length, limit=MAX_TEXT_LENGTH)


def _check(command: Command, args: Args, turn: Turn) -> Args:
    """Return the checked arguments, with normalized choices. Raises Refusal."""
    args = localization.normalize_choices(command, args, turn.room_context.locale)
    parsing.check(command, args)
    return args


async def check_allowed(command: Command, turn: Turn) -> None:
    """Check that the room is set up for a command and that the person may invoke it. Raises Refusal."""
    context = turn.room_context
    if not context.satisfies(command.needs):
        raise _wrong_room(command, context)
    if command.right not in await held_rights(turn):
        raise await lacking_right(command.right, command.name, turn)


def _wrong_room(command: Command, context: RoomContext) -> Refusal:
    """Return the reason why a command does not work in this room, which also says where it works."""
    if command.needs == "network":
        return Refusal("room-without-network", command=command.name)
    if command.needs == "free" and context.community is not None:
        return Refusal("setup-already", community=context.community.name)
    if command.needs == "free" and context.network is not None:
        return Refusal("setup-is-network", network=context.network.name)
    in_private = context.is_direct or command.needs == "free"
    return Refusal("not-in-private" if in_private else "room-not-set-up", command=command.name)


async def _run_or_ask(command: Command, run: CommandHandler, call: CommandInvoked, args: Args, turn: Turn) -> None:
    missing = parsing.first_missing(command, args)
    if missing is None:
        await run(call, args, turn)
    elif turn.capabilities.forms and call.token is not None:
        forms.show(command, args, turn)
    else:
        await _open_dialog(command, missing, call, args, turn)
        prompts.ask(missing, turn, f"ask-{command.slug}-{missing.name.replace('_', '-')}")


async def _ask_again(
    command: Command, call: CommandInvoked, args: Args, turn: Turn, refusal: Refusal, *, refused: int = 0
) -> None:
    """Ask only for the refused argument again, so that nobody has to type the others twice.

    `refused`: how many answers in a row could not be used; after several of them, say that the question is over.
    Raises the refusal if it is about no argument.
    """
    arg = next((arg for arg in command.args if arg.name == refusal.argument), None)
    if arg is None:
        raise refusal
    turn.effects = Effects()
    why = turn.answer_text(refusal.text_id, **refusal.text_args)
    if refused >= MAX_REFUSED_ANSWERS:
        await turn.close_dialog(user=call.person.user, room=call.room)
        turn.answer_content(Content(text=join([why, turn.answer_text("dialog-stopped", command=command.name)])))
        return
    values = Args({**args.values, **refusal.remember})
    suggested = prompts.suggestions(refusal)
    await _open_dialog(command, arg, call, values, turn, refused=refused, suggested=suggested)
    if turn.capabilities.forms and turn.token is not None:
        turn.answer_content(forms.with_button(command, why, turn))
    else:
        prompts.ask(arg, _in_chosen_language(command, args, turn), refusal.text_id, **refusal.text_args)


async def _open_dialog(
    command: Command,
    arg: Arg,
    call: CommandInvoked,
    args: Args,
    turn: Turn,
    *,
    refused: int = 0,
    suggested: Sequence[str] = (),
) -> None:
    values = {name: value for name, value in args.values.items() if name != arg.name}
    typed = args.words(arg.name)
    await prompts.expect(call, command.name, arg, values, turn, typed=typed, refused=refused, suggested=suggested)


async def handle_answer(message: MessagePosted, turn: Turn, router: Router) -> bool:
    """Treat a message as the answer to its author's open dialog. Return False if it answers nothing."""
    dialog = await _dialog(message, turn)
    if dialog is None or dialog.kind == forms.FORM_VERB:
        return False
    state: Mapping[str, object] = json.loads(dialog.state)
    kind, subject = dialog.kind, dialog.subject
    if answers.match(message.text.strip().lstrip("!/"), "cancel") and not state.get(prompts.TAKES_CANCEL):
        await turn.close_dialog(user=message.person.user, room=message.room)
        turn.answer("dialog-cancelled")
        return True
    accept: Awaitable[bool]
    if kind == suggested_commands.SUGGESTED_DIALOG:
        accept = _run_suggested(message, state, turn, router)
    elif kind == prompts.COMMAND_DIALOG:
        accept = _continue(_resumed_command(message, subject, state), message.text, state, turn, router)
    else:
        accept = router.answers[kind](message, subject, state, turn)
    return await _accept_or_close(accept, message, turn)


async def _run_suggested(message: MessagePosted, state: Mapping[str, object], turn: Turn, router: Router) -> bool:
    """Run the command that was suggested, or ask which, if the message says yes. Return False for any other message."""
    line = await suggested_commands.accepted_line(message, state, turn)
    if line:
        await invoke(_resumed_command(message, line, state), turn, router)
    return line is not None


async def handle_choice(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """Treat the press of a prompt's button as the answer. Raises Refusal("answer-not-asked") for other people."""
    dialog = await _dialog(press, turn)
    state: Mapping[str, object] = json.loads(dialog.state) if dialog is not None else {}
    if dialog is None or dialog.kind != prompts.COMMAND_DIALOG or state["asking"] != press.subject:
        raise Refusal("answer-not-asked")
    command = _resumed_command(press, dialog.subject, state)
    await _accept_or_close(_continue(command, press.choice, state, turn, router), press, turn)


async def _dialog(value: MessagePosted | ButtonPressed, turn: Turn) -> Dialog | None:
    """Return the person's open dialog in the room. Close one that has expired: what waits beneath it comes back."""
    at = (value.account, value.room, value.person.user)
    dialog = await dialogs.dialog_at(turn.uow, *at)
    if dialog is not None and dialog.expires_at < turn.occurred_at:
        await turn.close_dialog(user=value.person.user, room=value.room)
        dialog = await dialogs.dialog_at(turn.uow, *at)
    return dialog


async def _accept_or_close(accept: Awaitable[bool], value: MessagePosted | ButtonPressed, turn: Turn) -> bool:
    """Accept an answer. If it is refused, undo its writes and close the dialog: the next message is ordinary again."""
    try:
        async with turn.uow.savepoint():
            return await accept
    except Refusal as refusal:
        turn.effects = Effects()
        await turn.close_dialog(user=value.person.user, room=value.room)
        turn.answer(refusal.text_id, **refusal.text_args)
        log.info("refused", key=value.key, why=refusal.text_id)
        return True


def _resumed_command(value: MessagePosted | ButtonPressed, name: str, state: Mapping[str, object]) -> CommandInvoked:
    """Return the command that an answer belongs to, as if the person invoked it now."""
    reply_to = state.get("reply_to")
    return CommandInvoked(
        key=value.key, account=value.account, room=value.room, at=value.at, person=value.person, line=name,
        message=value.message, reply_to=reply_to if isinstance(reply_to, str) else None,
        direct=isinstance(value, MessagePosted) and value.direct, mentions=_mentions(value),
    )  # fmt: skip


def _mentions(value: MessagePosted | ButtonPressed) -> tuple[str, ...]:
    """Return the users that an answer mentions. Ignore those of a reply: it mentions the author it replies to."""
    return value.mentions if isinstance(value, MessagePosted) and value.reply_to is None else ()


async def _continue(call: CommandInvoked, text: str, state: Mapping[str, object], turn: Turn, router: Router) -> bool:
    """Add the answered argument, then ask for the next one or run the command. Ask again for a refused argument."""
    command, run = router.commands[call.line]
    arg = next(arg for arg in command.args if arg.name == state["asking"])
    values = state["values"]
    assert isinstance(values, dict)
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    await check_allowed(command, turn)
    meant = prompts.accepted(text, state, turn)
    if meant is None:
        return True
    text = meant
    try:
        _check_answer(text, arg)
    except Refusal as refusal:
        await _ask_again(command, call, Args(given), turn, refusal, refused=_refused_answers(state, refusal))
        return True
    args = Args({**given, arg.name: text})
    try:
        args = parsing.add_answer(command, Args(given), arg, text, turn.room_context.locale)
        args = _check(command, args, turn)
        async with turn.uow.savepoint():
            await turn.close_dialog(user=call.person.user, room=call.room)
            await _run_or_ask(command, run, call, args, _in_chosen_language(command, args, turn))
    except Refusal as refusal:
        await _ask_again(command, call, args, turn, refusal, refused=_refused_answers(state, refusal))
    return True


def _check_answer(text: str, arg: Arg) -> None:
    """Raise Refusal("text-too-long" | "answer-in-words") for an answer that is too long, or only a picture."""
    try:
        check_length(text)
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


def _in_chosen_language(command: Command, args: Args, turn: Turn) -> Turn:
    """Return the turn in the language that the arguments name, so that the next question is in it already."""
    given = (args.optional_text(arg.name) for arg in command.args if arg.kind == "locale")
    locale = next((languages.named(text) for text in given if text), None)
    return turn if locale is None else turn.in_language(locale)
