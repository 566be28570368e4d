"""`help` and `cancel`: what the person may do here, by topic; one topic; or one command with an example."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bots.commands import localization, lookup, topics
from bots.commands.declaration import Args, Command
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Bold, Code, Rich, Text, join, plain
from bots.core.sanitize import one_line
from bots.i18n import texts
from bots.turn.authorization import held_rights, held_roles
from bots.turn.turn import Turn
from storage.tables import Role

_NUMBER = re.compile(r"\b[0-9]+\b")
_SEPARATOR = (Text(" · "),)


async def show_help(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `help`, `help TOPIC` and `help COMMAND`."""
    wanted = args.optional_text("command")
    if wanted is None:
        text = await overview(turn)
    elif (topic := topics.find_topic(wanted)) is not None:
        text = await _explain_topic(topic, turn)
    else:
        text = await _explain(_find(wanted, turn), turn)
    turn.answer_content(Content(text=text))


def _find(wanted: str, turn: Turn) -> Command:
    """Return the command that somebody wants explained. Raises Refusal with the help about the nearest ones."""
    try:
        return lookup.find_command(wanted.lstrip("!/"), _visible(turn))[0]
    except Refusal as refusal:
        nearest = refusal.text_args.get("nearest")
        if refusal.text_id != "command-unknown" or not isinstance(nearest, tuple):
            raise
        shown = tuple(
            Code(f"!{lookup.HELP} {node.value.removeprefix('!')}") if isinstance(node, Code) else node
            for node in nearest
        )
        raise Refusal(refusal.text_id, argument=refusal.argument, **{**refusal.text_args, "nearest": shown}) from None


def _visible(turn: Turn) -> dict[str, Command]:
    return {name: command for name, command in turn.commands_by_name.items() if not command.hidden}


async def _allowed(turn: Turn, among: Iterable[Command] | None = None) -> list[Command]:
    """Return the commands that the person may use in this room, of all or `among` these."""
    known = dict.fromkeys(_visible(turn).values() if among is None else among)
    rights = await held_rights(turn) if known else frozenset()
    return [one for one in known if one.right in rights and turn.room_context.satisfies(one.needs)]


async def overview(turn: Turn) -> Rich:
    """Return all that the person may do here: what everybody may, then what only their role may."""
    allowed = await _allowed(turn)
    everybody = [command for command in allowed if command.right is Right.ANYONE]
    more = [command for command in allowed if command.right is not Right.ANYONE]
    lines = [turn.answer_text("help-title"), *_topic_lines(everybody, turn)]
    if turn.room_context.community is not None:
        lines.append(turn.answer_text("help-below"))
    if more:
        lines += [turn.answer_text("help-title-role", role=await _role(turn)), *_topic_lines(more, turn)]
    return join([*lines, turn.answer_text("help-footer")])


async def _role(turn: Turn) -> str:
    """Return the name of the role that lets the person do more here."""
    roles = await held_roles(turn)
    for role in (Role.CONNECTOR, Role.COORDINATOR):
        if role in roles and (role is Role.COORDINATOR) == (turn.room_context.community is None):
            return texts.words(turn.answer_locale, f"role-{role}")
    return texts.words(turn.answer_locale, "role-moderator")


def _topic_lines(commands: Iterable[Command], turn: Turn) -> list[Rich]:
    """Return a line for each topic, with its commands. Their arguments are in the help about the topic: it is long."""
    return [
        (Bold(_label(topic, turn)), Text(" "), *join([(Code(f"!{one.name}"),) for one in listed], _SEPARATOR))
        for topic, listed in topics.by_topic(commands).items()
    ]


def _label(topic: str, turn: Turn) -> Rich:
    return turn.answer_text(f"topic-{topic}")


def _usage(command: Command, turn: Turn) -> Rich:
    """Return a command with its arguments, unless the platform itself asks for them by name."""
    shown = f"!{command.name}" if turn.capabilities.options else localization.usage(command, turn.answer_locale)
    return (Code(shown),)


async def _explain_topic(topic: str, turn: Turn) -> Rich:
    """Return a line for each command of a topic that the person may use. Raises Refusal when there is none."""
    commands = [command for command in await _allowed(turn) if topics.topic_of(command) == topic]
    if not commands:
        raise Refusal("help-topic-none", topic=texts.words(turn.answer_locale, f"topic-{topic}"))
    return join([(Bold(_label(topic, turn)),), *(_line(command, turn) for command in commands)])


def _line(command: Command, turn: Turn) -> Rich:
    return (*_usage(command, turn), Text(" – "), *turn.answer_text(f"cmd-{command.slug}"))


async def _explain(command: Command, turn: Turn) -> Rich:
    """Return what a command does and needs, who may use it, an example, and its relatives."""
    explained: list[Rich] = [_line(command, turn)]
    for arg in (arg for arg in command.args if not arg.ignored):
        about = Text(localization.describe_argument(command, arg, turn.answer_locale))
        explained.append((Text("• "), Code(texts.words(turn.answer_locale, f"argname-{arg.name}")), Text(" "), about))
    explained.append(turn.answer_text(f"who-{command.right}"))
    explained.append(turn.answer_text("help-example", example=await example(command, turn)))
    known = dict.fromkeys(turn.commands_by_name.values())
    near = [one for one in known if one.name.startswith(command.root) and not one.hidden]
    related = [one for one in near if one.root == command.root and one is not command]
    others = await _allowed(turn, related)
    if others:
        listed = join([_usage(one, turn) for one in others], _SEPARATOR)
        explained.append(turn.answer_text("help-more", commands=listed))
    return join(explained)


async def example(command: Command, turn: Turn) -> str:
    """Return how to use a command, with the number of a poll or event that exists."""
    shown = plain(turn.answer_text(f"example-{command.slug}"))
    suggests = next((arg.suggests for arg in command.args if arg.kind == "number"), "")
    suggester = turn.extensions.suggesters.get(suggests)
    if suggester is None:
        return shown
    member = turn.actor.member_id if turn.actor is not None else None
    found = await suggester(turn.uow, turn.room_context, member, "")
    return _NUMBER.sub(found[0][0], shown, count=1) if found else shown


async def cancel_dialog(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `cancel`: close the person's dialog, even one that outlives other commands.

    Raises Refusal("cancel-what") where something is named but nothing was open: `cancel potluck`.
    """
    address = (call.account, call.room, call.person.user)
    was_open = await turn.close_dialog(user=call.person.user, room=call.room) or address in turn.effects.dialogs
    what = args.optional_text("what")
    if what and not was_open:
        raise Refusal("cancel-what", event=Code(f"!event cancel {one_line(what)[: lookup.MAX_REPEATED]}"))
    turn.answer("dialog-cancelled" if was_open else "cancel-nothing")
