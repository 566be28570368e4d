"""Limits of announcements, and the times that count for them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.commands import checks
from bots.core.refusal import Refusal
from bots.core.sanitize import is_invisible, one_line, strip_controls
from bots.dates import deadline
from bots.i18n import answers
from bots.turn.room_context import RoomContext

MAX_TEXT_LENGTH = 1500
MAX_UNSENT = 50
"""How many drafts and scheduled announcements of one network may wait."""
MAX_LINE_LENGTH = 300
"""The longest line that a connector adds, and the longest reason."""
DRAFT_LIFETIME = timedelta(days=7)
MAX_LATE = timedelta(hours=12)
"""An announcement whose time passed longer ago, while the bot was away, is not sent without another press."""
MAX_WAIT = timedelta(days=30)
"""How long a connector may put an announcement off."""


def text(typed: str) -> str:
    """Return the words of an announcement. Raises Refusal("answer-in-words" | "text-too-long")."""
    words = strip_controls(typed).strip()
    if is_invisible(words):
        raise Refusal("answer-in-words", argument="text")
    checks.check_length(words, MAX_TEXT_LENGTH, "text")
    return words


def line(typed: str) -> str:
    """Return a connector's line or reason; nothing for a word such as `none`. Raises Refusal("text-too-long")."""
    words = one_line(typed)
    checks.check_length(words, MAX_LINE_LENGTH)
    return "" if words == "-" or is_invisible(words) or answers.match(words, "none", "no") else words


def due(typed: str, context: RoomContext, now: datetime) -> datetime:
    """Return when to send an announcement, on the clock of its network. Raises CalendarProblem."""
    return deadline.parse_when(typed, locale=context.locale, zone=context.zone, now=now, begins=True)


def later(typed: str, context: RoomContext, now: datetime) -> datetime:
    """Return the time until which a connector puts an announcement off, on the clock of their community.

    Raises CalendarProblem, and Refusal("announce-wait-too-long").
    """
    until = due(typed, context, now)
    if until > now + MAX_WAIT:
        raise Refusal("announce-wait-too-long", days=MAX_WAIT.days)
    return until
