"""Forms that ask for all arguments of a command at once, on platforms that have forms."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands import localization
from bots.commands.declaration import Args, Command
from bots.core.card_id import FORM_VERB
from bots.core.outbound import Button, Content
from bots.core.richtext import Rich
from bots.i18n import texts
from bots.turn.turn import Turn

COMMAND_FORM = "command"
"""The first part of a form's id."""


BESIDE = "beside-form"
"""A key of a dialog's state: what a form of this dialog has no field for, as `beside` returns it."""


async def keep(command: Command, args: Args, turn: Turn) -> None:
    """Keep what a person gave for a command: a form shows five arguments, and the others must not get lost."""
    await turn.open_dialog(FORM_VERB, command.name, {"values": dict(args.values)}, user=turn.person_event().person.user)


def beside(command: Command, args: Args) -> Mapping[str, object]:
    """Return what a dialog keeps under `BESIDE`, so that a submitted form of this command has it too."""
    return {"command": command.name, "values": dict(args.values)}


def show(command: Command, args: Args, turn: Turn) -> None:
    """Show the form of a command. If it is too late for a form, show a button that opens it."""
    locale = turn.answer_locale
    title, fields = texts.words(locale, f"cmd-{command.slug}"), localization.form_fields(command, args, locale)
    turn.show_form(
        f"{COMMAND_FORM}:{command.name}", title, fields, with_button(command, texts.rich(locale, "form-late"), turn)
    )


def with_button(command: Command, text: Rich, turn: Turn) -> Content:
    """Return a text with the button that shows the form."""
    button = Button(f"{FORM_VERB}:{command.name}", texts.words(turn.answer_locale, "form-fill-in"), "✏️")
    return Content(text=text, buttons=(button,))
