"""Prompts: the question for one argument, with a button for each of its choices."""

from __future__ import annotations

from bots.commands import localization
from bots.commands.declaration import Arg
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.i18n import languages, texts
from bots.turn.turn import Turn

ANSWER_VERB = "answer"
"""The verb of a button that answers a prompt: `answer:<argument>:<choice>`."""


def ask(arg: Arg, turn: Turn, text_id: str, /, **args: object) -> None:
    """Ask the acting person for an argument. Their next message, or a press of a button, is the answer."""
    locale = turn.answer_locale
    if arg.kind == "locale":
        args["languages"] = languages.described()
    text = texts.rich(locale, text_id, turn.format_args(args, locale))
    turn.answer_content(Content(text=text, buttons=_buttons(arg, locale), asks=True))


def _buttons(arg: Arg, locale: str) -> tuple[Button, ...]:
    return tuple(
        Button(f"{ANSWER_VERB}:{arg.name}:{value}", label, emoji)
        for (value, label), emoji in zip(localization.choices(arg, locale), CHOICE_EMOJI, strict=False)
    )
