"""A command's arguments asked for all at once, on platforms that have forms."""

from __future__ import annotations

from bots.commands import localization
from bots.commands.declaration import Args, Command
from bots.core.outbound import Button, Content
from bots.core.richtext import Rich
from bots.i18n import texts
from bots.turn.turn import Turn

COMMAND = "command"
"""The first part of a command form's id."""
FORM = "form"
"""The verb of the button that asks for a form, and the dialog kind that keeps what was typed into one."""


def show(command: Command, args: Args, turn: Turn) -> None:
    """All arguments at once. Where the form can't be shown any more, a button asks for it again."""
    locale = turn.own_locale
    title, fields = texts.words(locale, f"cmd-{command.slug}"), localization.fields(command, args, locale)
    turn.show_form(
        f"{COMMAND}:{command.name}", title, fields, with_button(command, texts.rich(locale, "form-late"), turn)
    )


def with_button(command: Command, text: Rich, turn: Turn) -> Content:
    """A text with the button that asks for the form."""
    button = Button(f"{FORM}:{command.name}", texts.words(turn.own_locale, "form-fill-in"), "✏️")
    return Content(text=text, buttons=(button,))
