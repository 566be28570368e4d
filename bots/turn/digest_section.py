"""The form of a digest section: a title and a list of lines."""

from __future__ import annotations

from bots.core.richtext import Rich, Text, join
from bots.core.sanitize import one_line, truncate
from bots.turn.context import Context

MAX_LINE_LENGTH = 120
MAX_LINES = 8
LEAST_COUNT = 5
"""A smaller number of people is not told as a figure: those who know the group would know who they are."""


def compose_section(title: Rich, lines: list[Rich], context: Context) -> Rich:
    """Return a title with its lines as bullets, and how many more there are. Return nothing when there are no lines."""
    if not lines:
        return ()
    bullets: list[Rich] = [(Text("• "), *line) for line in lines[:MAX_LINES]]
    more = len(lines) - MAX_LINES
    return join([title, *bullets, *([context.text("digest-more", count=more)] if more > 0 else [])])


def shorten(text: str) -> str:
    """Return a text that somebody typed as one short line."""
    return truncate(one_line(text), MAX_LINE_LENGTH)
