"""`help` and `cancel`."""

from __future__ import annotations

from bots import features, texts
from bots.conversation import held_roles
from bots.core import commands
from bots.core.commands import Args, Command
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.permissions import allowed
from bots.core.richtext import Code, Rich, Text, join
from bots.turn import Turn


def declared() -> list[Command]:
    """Every command there is, by feature."""
    return [command for feature in features.all_features() for command, _ in feature.commands if not command.hidden]


async def show_help(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`help [command]`: what this person may do here; or one command with its example."""
    wanted = args.maybe("command")
    if wanted is not None:
        command, _ = commands.find(wanted, commands.names_of(declared()))
        turn.answer_content(Content(text=_one(command, turn)))
        return
    roles = await held_roles(turn)
    in_highlights = turn.scene.room is not None and turn.scene.room.role == "highlights"
    lines = [
        _line(command, turn)
        for command in declared()
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
