"""`help` and `cancel`."""

from __future__ import annotations

from bots.commands import declaration
from bots.commands.declaration import Args, Command
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.richtext import Code, Rich, Text, join, plain
from bots.turn.authorization import held_rights
from bots.turn.turn import Turn


async def show_help(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `help [command]`: list what the person may do here, or explain one command."""
    visible = {name: command for name, command in turn.commands_by_name.items() if not command.hidden}
    wanted = args.optional_text("command")
    if wanted is not None:
        command, _ = declaration.find_command(wanted, visible)
        turn.answer_content(Content(text=_explain(command, turn)))
        return
    rights = await held_rights(turn)
    lines = [
        _line(command, turn)
        for command in {command.name: command for command in visible.values()}.values()
        if command.right in rights and turn.room_context.satisfies(command.needs)
    ]
    turn.answer_content(Content(text=join([turn.text("help-title"), *lines, turn.text("help-foot")])))


def _line(command: Command, turn: Turn) -> Rich:
    return (Code(f"!{command.name}"), Text(" – "), *turn.answer_text(f"cmd-{command.slug}"))


def _explain(command: Command, turn: Turn) -> Rich:
    """Return a command's description, who may use it, and an example."""
    example = plain(turn.answer_text(f"example-{command.slug}"))
    right = turn.answer_text(f"who-{command.right}")
    return join([_line(command, turn), right, turn.answer_text("help-example", example=example)])


async def cancel_dialog(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `cancel`: close the person's dialog, even one that outlives other commands."""
    await turn.close_dialog(user=call.person.user, room=call.room)
    turn.answer("dialog-cancelled")
