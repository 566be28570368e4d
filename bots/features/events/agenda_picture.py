"""The agenda as a picture: a calendar of the days, and the same words as the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bots.core.inbound import Attachment
from bots.core.month_sheet import MAX_LINES, MonthSheet, SheetDay
from bots.core.richtext import plain
from bots.dates import formatting, zone_locales
from bots.features.events.agenda_lines import Entry, day_line, entry_line
from bots.features.events.agenda_span import Span
from bots.turn import pictures
from bots.turn.pictures import drawn_text
from bots.turn.turn import Turn


def picture(entries: Sequence[Entry], span: Span, turn: Turn) -> tuple[Attachment, ...]:
    """Return the picture; none where the platform shows no pictures, or the letters are others, or it would be long."""
    return pictures.picture("agenda.png", _sheet(entries, span, turn), turn) if len(entries) <= MAX_LINES else ()


def _sheet(entries: Sequence[Entry], span: Span, turn: Turn) -> MonthSheet:
    zone, locale = turn.room_context.zone, turn.room_context.locale
    days = [span.first + timedelta(days=ahead) for ahead in range((span.end - span.first).days)]
    first = zone_locales.first_weekday(zone, locale)
    monday = date(2024, 1, 1)
    weekdays = [formatting.format_weekday(monday + timedelta(days=first + ahead), zone, locale) for ahead in range(7)]
    shown = sorted({entry.shown_on(span) for entry in entries})
    listed = tuple(
        SheetDay(
            drawn_text(plain(day_line(day, turn))),
            tuple(drawn_text(plain(entry_line(one, span, turn))) for one in entries if one.shown_on(span) == day),
        )
        for day in shown
    )
    busy = {day for entry in entries for day in days if entry.first <= day <= max(entry.last, entry.first)}
    return MonthSheet(
        title=drawn_text(plain(span.title(turn))), weekdays=tuple(weekdays), blanks=(days[0].weekday() - first) % 7,
        cells=tuple(str(day.day) for day in days), busy=tuple(at for at, day in enumerate(days) if day in busy),
        days=listed,
    )  # fmt: skip
