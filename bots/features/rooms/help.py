"""`help` and `cancel`."""

from __future__ import annotations

from bots.commands import declaration
from bots.commands.declaration import Args, Command
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.permissions import allowed
from bots.core.richtext import Code, Rich, Text, join
from bots.dialogs.invocation import held_roles
from bots.i18n import texts
from bots.turn.turn import Turn


def visible(turn: Turn) -> dict[str, Command]:
    """The commands that help speaks of, by every name they can be typed by."""
    return {name: command for name, command in turn.names.items() if not command.hidden}


async def show_help(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`help [command]`: what this person may do here; or one command with its example."""
    wanted = args.maybe("command")
    if wanted is not None:
        command, _ = declaration.find(wanted, visible(turn))
        turn.answer_content(Content(text=_one(command, turn)))
        return
    roles = await held_roles(turn)
    in_highlights = turn.scene.room is not None and turn.scene.room.role == "highlights"
    lines = [
        _line(command, turn)
        for command in {command.name: command for command in visible(turn).values()}.values()
        if allowed(command.right, roles, admin=call.person.admin, highlights_room=in_highlights)
        and turn.scene.fits(command.needs)
    ]
    turn.answer_content(Content(text=join([turn.text("help-title"), *lines, turn.text("help-foot")])))


def _line(command: Command, turn: Turn) -> Rich:
    return (Code(f"!{command.name}"), Text(" – "), *texts.rich(turn.own_locale, f"cmd-{command.slug}"))


def _one(command: Command, turn: Turn) -> Rich:
    example = texts.words(turn.own_locale, f"example-{command.slug}")
    right = texts.rich(turn.own_locale, f"who-{command.right}")
    return join([_line(command, turn), right, texts.rich(turn.own_locale, "help-example", {"example": example})])


async def cancel(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """`cancel`: whatever was being asked is over (any command ends most of it, this one all, and says so)."""
    await turn.close_dialog(user=call.person.user, room=call.room)
    turn.answer("dialog-cancelled")
