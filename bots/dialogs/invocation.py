"""Commands as a conversation: found, allowed, read, asked for step by step where something is missing, and run."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Mapping
from dataclasses import replace

import structlog

from bots.commands import declaration, localization
from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.permissions import Right, allowed
from bots.core.refusal import Refusal
from bots.dialogs import forms, prompts
from bots.i18n import texts
from bots.routing.feature import CommandHandler
from bots.routing.router import Router
from bots.turn.effects import Batch
from bots.turn.room_context import Scene
from bots.turn.turn import Turn
from storage.queries import dialogs, members

log = structlog.get_logger()

COMMAND = "command"
"""The dialog kind of a command whose arguments are asked for."""
_CANCEL = frozenset({"cancel", "stop", "annuler", "abandonner", "!cancel", "/cancel"})
LONGEST = 4000


async def invoked(call: CommandInvoked, turn: Turn, router: Router) -> None:
    """Run a command that somebody typed. Raises Refusal for whatever is wrong with it."""
    await turn.interrupt(user=call.person.user, room=call.room)
    await invoke(call, turn, router)


async def invoke(call: CommandInvoked, turn: Turn, router: Router) -> None:
    """Find, check and run a command, or ask for what is missing."""
    command, rest = declaration.find(call.line, router.named)
    await check_allowed(command, call, turn)
    args = declaration.parsed(command, rest) if call.options is None else declaration.named(command, call.options)
    try:
        args = localization.understood(command, args, turn.scene.locale)
        declaration.check(command, args)
    except Refusal as refusal:
        await _once_more(command, call, args, turn, refusal)
        return
    if len(rest) > LONGEST:
        raise Refusal("text-too-long", length=len(rest), limit=LONGEST)
    await _run_or_ask(command, router.commands[command.name][1], call, args, turn)


async def _once_more(command: Command, call: CommandInvoked, args: Args, turn: Turn, refusal: Refusal) -> None:
    """Where one required argument won't do, it alone is asked for again: the others need not be typed twice."""
    again = next((arg for arg in command.args if arg.required and arg.name == refusal.argument), None)
    if again is None or call.options is not None:
        raise refusal
    await _again(command, again, call, args, _in_named_language(command, args, turn), refusal)


async def check_allowed(command: Command, call: CommandInvoked, turn: Turn) -> None:
    """Raises Refusal when the room is not set up for this command or the person may not give it."""
    place = turn.scene
    if not place.fits(command.needs):
        raise _misplaced(command, call, place)
    roles = await held_roles(turn)
    in_highlights = place.room is not None and place.room.role == "highlights"
    if not allowed(command.right, roles, admin=call.person.admin, highlights_room=in_highlights):
        raise Refusal(f"right-{command.right}", command=command.name)


def _misplaced(command: Command, call: CommandInvoked, place: Scene) -> Refusal:
    """Why a command does not fit where it was typed, and where it does."""
    if command.needs == "network":
        return Refusal("room-without-network", command=command.name)
    if command.needs == "free" and place.community is not None:
        return Refusal("setup-already", community=place.community.name)
    if command.needs == "free" and place.network is not None:
        return Refusal("setup-is-network", network=place.network.name)
    return Refusal(
        "not-in-private" if call.direct or command.needs == "free" else "room-not-set-up", command=command.name
    )


async def held_roles(turn: Turn) -> frozenset[str]:
    """The roles that the acting member holds in the turn's community and network."""
    place = turn.scene
    community = place.community.id if place.community else None
    network = place.network.id if place.network else None
    return await members.roles(turn.uow, turn.member, community, network)


async def _run_or_ask(command: Command, run: CommandHandler, call: CommandInvoked, args: Args, turn: Turn) -> None:
    missing = declaration.missing(command, args)
    if missing is None:
        await run(call, args, turn)
    elif turn.capabilities.forms and call.token is not None:
        forms.show(command, args, turn)
    else:
        await _ask(command, missing, call, args, turn)


async def _ask(command: Command, arg: Arg, call: CommandInvoked, args: Args, turn: Turn) -> None:
    state = {"values": dict(args.values), "asking": arg.name, "message": call.message, "reply_to": call.reply_to}
    await turn.expect(COMMAND, command.name, state, user=call.person.user, room=call.room)
    prompts.ask(arg, turn, f"ask-{command.slug}-{arg.name.replace('_', '-')}")


async def answered(message: MessagePosted, turn: Turn, router: Router) -> bool:
    """Take a message as the answer to what its author was asked; False when they were asked nothing, or it answers
    nothing."""
    dialog = await dialogs.dialog_at(turn.uow, message.account, message.room, message.person.user)
    if dialog is None or dialog.expires_at < turn.now or dialog.kind == forms.FORM:
        return False
    state: Mapping[str, object] = json.loads(dialog.state)
    kind, subject = dialog.kind, dialog.subject
    if message.text.strip().lower() in _CANCEL:
        await turn.close_dialog(user=message.person.user, room=message.room)
        turn.answer("dialog-cancelled")
        return True
    taking: Awaitable[bool]
    if kind == COMMAND:
        taking = _step(_told(message, subject, state), message.text, state, turn, router)
    else:
        taking = router.answers[kind](message, subject, state, turn)
    return await _or_over(taking, message, turn)


async def chosen(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """A button of the question was pressed; by who was asked, it is the answer. Raises Refusal("answer-not-asked")."""
    dialog = await dialogs.dialog_at(turn.uow, press.account, press.room, press.person.user)
    if dialog is None or dialog.expires_at < turn.now or dialog.kind != COMMAND:
        raise Refusal("answer-not-asked")
    state: Mapping[str, object] = json.loads(dialog.state)
    if state["asking"] != press.subject:
        raise Refusal("answer-not-asked")
    await _or_over(_step(_told(press, dialog.subject, state), press.choice, state, turn, router), press, turn)


async def _or_over(taking: Awaitable[bool], value: MessagePosted | ButtonPressed, turn: Turn) -> bool:
    """Take an answer. Refused, it leaves nothing behind, and its question is over: what follows is plain talk."""
    try:
        async with turn.uow.savepoint():
            return await taking
    except Refusal as refusal:
        turn.batch = Batch()
        await turn.close_dialog(user=value.person.user, room=value.room)
        turn.answer(refusal.text_id, **refusal.args_of_text)
        log.info("refused", key=value.key, why=refusal.text_id)
        return True


def _told(value: MessagePosted | ButtonPressed, name: str, state: Mapping[str, object]) -> CommandInvoked:
    """The command that the answer belongs to, as if it had been given now."""
    reply_to = state.get("reply_to")
    return CommandInvoked(
        key=value.key, account=value.account, room=value.room, at=value.at, person=value.person, line=name,
        message=value.message, reply_to=reply_to if isinstance(reply_to, str) else None,
        direct=isinstance(value, MessagePosted) and value.direct,
    )  # fmt: skip


async def _step(call: CommandInvoked, text: str, state: Mapping[str, object], turn: Turn, router: Router) -> bool:
    """One argument was answered: go on with the next, or run. A refused argument is asked for again."""
    command, run = router.commands[call.line]
    arg = next(arg for arg in command.args if arg.name == state["asking"])
    values = state["values"]
    assert isinstance(values, dict)
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    args = Args({**given, arg.name: declaration.answered(arg, text)})
    await check_allowed(command, call, turn)
    try:
        args = localization.understood(command, args, turn.scene.locale)
        declaration.check(command, args)
        async with turn.uow.savepoint():
            await turn.close_dialog(user=call.person.user, room=call.room)
            await _run_or_ask(command, run, call, args, _in_named_language(command, args, turn))
    except Refusal as refusal:
        again = next((a for a in command.args if a.name == refusal.argument), None)
        if again is None:
            raise
        await _again(command, again, call, args, _in_named_language(command, args, turn), refusal)
    return True


def _in_named_language(command: Command, args: Args, turn: Turn) -> Turn:
    """The turn in the language that was named a step before, so that the next question is in it already."""
    given = (args.maybe(arg.name) for arg in command.args if arg.kind == "locale")
    named = next((texts.named(text) for text in given if text), None)
    return turn if named is None else turn.at(replace(turn.scene, spoken=named))


async def _again(command: Command, arg: Arg, call: CommandInvoked, args: Args, turn: Turn, refusal: Refusal) -> None:
    kept = {name: value for name, value in args.values.items() if name != arg.name}
    state = {"values": kept, "asking": arg.name, "message": call.message, "reply_to": call.reply_to}
    await turn.expect(COMMAND, command.name, state, user=call.person.user, room=call.room)
    prompts.ask(arg, turn, refusal.text_id, **refusal.args_of_text)


def may_animate(roles: frozenset[str], *, admin: bool) -> bool:
    """Whether somebody with these roles may do what a connector may."""
    return allowed(Right.CONNECTOR, roles, admin=admin, highlights_room=False)
