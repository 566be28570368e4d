"""The question for one argument, with a button for each of its choices."""

from __future__ import annotations

from bots.commands import localization
from bots.commands.declaration import Arg
from bots.core.outbound import SIGNS, Button, Content
from bots.i18n import texts
from bots.turn.turn import Turn

ANSWER = "answer"
"""The verb of a button that answers what its presser was asked: `answer:<argument>:<choice>`."""


def ask(arg: Arg, turn: Turn, text_id: str, /, **args: object) -> None:
    """Ask the person who acts; their next message, or a press of theirs, is the answer."""
    locale = turn.own_locale
    text = texts.rich(locale, text_id, turn.shown(args, locale))
    turn.answer_content(Content(text=text, buttons=_buttons(arg, locale), asks=True))


def _buttons(arg: Arg, locale: str) -> tuple[Button, ...]:
    offered = localization.choices(arg, locale)
    return tuple(
        Button(f"{ANSWER}:{arg.name}:{value}", label, sign)
        for (value, label), sign in zip(offered, SIGNS, strict=False)
    )
