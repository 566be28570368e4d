"""Invocation of commands: find, authorize and parse a command, ask for what is missing, and run it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext

from msgspec import structs

from bots.commands import localization, lookup, parsing
from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import join
from bots.dialogs import corrections, forms, prompts, suggested_commands
from bots.i18n import languages
from bots.routing.feature import CommandHandler
from bots.routing.router import Router
from bots.turn.authorization import check_right
from bots.turn.effects import Effects
from bots.turn.room_context import RoomContext
from bots.turn.turn import Turn
from storage.attempts import attempt

MAX_REFUSED_ANSWERS = 4
"""After so many unusable answers in a row we stop asking: the person is talking to somebody else."""
MAX_TEXT_LENGTH = 4000
"""The longest command or answer. The bot checks it before it parses anything."""


_NONE = Args()


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


async def invoke(call: CommandInvoked, turn: Turn, router: Router, *, beside: Args = _NONE) -> None:
    """Find, check and run a command, or ask for a missing argument. `beside`: what its form had no field for."""
    check_length(call.line, *(call.options or {}).values())
    command, rest = lookup.find_command(call.line, router.commands_by_name)
    await check_allowed(command, turn)
    args = Args({**beside.values, **_parse(command, rest, call, turn).values})
    try:
        args = check_arguments(command, args, turn)
        async with attempt(turn.uow) if command.args else nullcontext():
            await run_or_ask(command, router.commands[command.name][1], call, args, turn)
    except Refusal as refusal:
        await ask_again(command, call, args, turn, refusal)


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
    call = structs.replace(resumed_command(press, press.subject, {}), token=press.token)
    command, run = router.commands[press.subject]
    await check_allowed(command, turn)
    await run_or_ask(command, run, call, Args(), turn)


def check_length(*texts: str) -> None:
    """Raise Refusal("text-too-long") if one of the texts is too long to be parsed."""
    length = max(map(len, texts))
    if length > MAX_TEXT_LENGTH:
        raise Refusal("text-too-long", length=length, limit=MAX_TEXT_LENGTH)


def check_arguments(command: Command, args: Args, turn: Turn) -> Args:
    """Return the checked arguments, with normalized choices. Raises Refusal."""
    args = localization.normalize_choices(command, args, turn.room_context.locale)
    parsing.check(command, args)
    return args


async def check_allowed(command: Command, turn: Turn) -> None:
    """Check that the room is set up for a command and that the person may invoke it. Raises Refusal."""
    context = turn.room_context
    if not context.satisfies(command.needs):
        raise _wrong_room(command, context)
    await check_right(command.right, command.name, turn)
    turn.effects.used.command = command.name


def _wrong_room(command: Command, context: RoomContext) -> Refusal:
    """Return the reason why a command does not work in this room, which also says where it works."""
    if command.needs == "network":
        return Refusal("room-without-network", command=command.name)
    if command.needs == "free" and context.community is not None:
        text_id = "network-own-room" if command.name == "network create" else "setup-already"
        return Refusal(text_id, community=context.community.name)
    if command.needs == "free" and context.network is not None:
        return Refusal("setup-is-network", network=context.network.name)
    if context.own_network is not None:
        return Refusal("room-of-network", command=command.name, network=context.own_network.name)
    in_private = context.is_direct or command.needs == "free"
    return Refusal("not-in-private" if in_private else "room-not-set-up", command=command.name)


async def run_or_ask(command: Command, run: CommandHandler, call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Run a command whose arguments are complete; otherwise ask for the first missing one."""
    missing = parsing.first_missing(command, args)
    if missing is None:
        turn.effects.used.details = dict(args.values)
        await run(call, args, turn)
    elif turn.capabilities.forms and call.token is not None:
        await forms.keep(command, args, turn)
        forms.show(command, args, turn)
    else:
        await _open_dialog(command, missing, call, args, turn)
        prompts.ask(missing, turn, f"ask-{command.slug}-{missing.name.replace('_', '-')}")


async def ask_again(
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
        prompts.ask(arg, in_chosen_language(command, args, turn), refusal.text_id, **refusal.text_args)


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


def resumed_command(value: MessagePosted | ButtonPressed, name: str, state: Mapping[str, object]) -> CommandInvoked:
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


def in_chosen_language(command: Command, args: Args, turn: Turn) -> Turn:
    """Return the turn in the language that the arguments name, so that the next question is in it already."""
    given = (args.optional_text(arg.name) for arg in command.args if arg.kind == "locale")
    locale = next((languages.named(text) for text in given if text), None)
    return turn if locale is None else turn.in_language(locale)
