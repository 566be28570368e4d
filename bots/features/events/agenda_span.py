"""The days that an agenda shows: the coming month, or one with a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text
from bots.dates import formatting, month_names
from bots.i18n import texts
from bots.turn.turn import Turn

DAYS = 31
"""How many days an agenda without a month shows."""


@dataclass(frozen=True)
class Span:
    """The days from `first` on that come before `end`. `whole`: they are a month. `tag`: only events that have it.

    `label`: the tag as people read it.
    """

    first: date
    end: date
    whole: bool
    tag: str = ""
    label: str = ""

    @property
    def argument(self) -> str:
        """The span as the buttons of the pages carry it."""
        days = self.first.strftime("%Y-%m") if self.whole else self.first.isoformat()
        return f"{days},{self.tag}" if self.tag else days

    def instants(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Return the midnights between which it lies."""
        begin, end = (datetime.combine(day, time(), zone) for day in (self.first, self.end))
        return begin, end

    def title(self, turn: Turn) -> Rich:
        """Return the headline."""
        zone, locale = turn.room_context.zone, turn.room_context.locale
        if self.whole:
            title = turn.text("agenda-title", month=Text(month_names.format_month(self.first, zone, locale)))
        else:
            last = formatting.format_date(self.end - timedelta(days=1), zone, locale, "short")
            title = turn.text("agenda-title-coming", last=Text(last))
        return turn.text("agenda-title-tagged", title=title, tag=self.label or self.tag) if self.tag else title


def of_month(first: date) -> Span:
    """Return the span of the month that begins with a day."""
    return Span(first, month_names.month_after(first), whole=True)


def typed(text: str | None, turn: Turn) -> Span:
    """Return the span that somebody typed. Raises Refusal("agenda-month-unreadable")."""
    today = turn.occurred_at.astimezone(turn.room_context.zone).date()
    if not text:
        return Span(today, today + timedelta(days=DAYS), whole=False)
    word = text.casefold().strip()
    for text_id, first in (
        ("agenda-words-this", today.replace(day=1)),
        ("agenda-words-next", month_names.month_after(today)),
    ):
        if word in [one.strip() for one in texts.words(turn.answer_locale, text_id).split(",")]:
            return of_month(first)
    month = month_names.read_month(text, today)
    if month is None:
        raise Refusal("agenda-month-unreadable", argument="month", given=text)
    return of_month(month)


def of_argument(argument: str) -> Span:
    """Return the span of a page's button. Raises Refusal("button-unknown")."""
    days, _, tag = argument.partition(",")
    try:
        if len(days) == len("2026-12"):
            return replace(of_month(date.fromisoformat(f"{days}-01")), tag=tag)
        first = date.fromisoformat(days)
        return Span(first, first + timedelta(days=DAYS), whole=False, tag=tag)
    except (ValueError, OverflowError):
        raise Refusal("button-unknown") from None
