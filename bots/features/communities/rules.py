"""The names, languages and time zones of communities and networks."""

from __future__ import annotations

from bots.commands.checks import check_length, known_language
from bots.core.refusal import Refusal
from bots.core.sanitize import is_invisible, one_line

MAX_NAME_LENGTH = 60


def name(text: str, argument: str = "name") -> str:
    """Return the name of a community or network on one line. Raises Refusal("name-empty" | "name-too-long")."""
    short = one_line(text)
    if is_invisible(short):
        raise Refusal("name-empty", argument=argument)
    check_length(short, MAX_NAME_LENGTH, argument, refusal="name-too-long")
    return short


def locale(text: str) -> str:
    """Return a language that we have texts in. Raises Refusal("locale-unknown")."""
    return known_language(text, "locale")
