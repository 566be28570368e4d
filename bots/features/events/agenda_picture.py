"""The agenda as a picture: a calendar of the days, and the same words as the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import regex

from bots.core.bar_chart import LARGEST
from bots.core.inbound import Attachment
from bots.core.month_sheet import MAX_LINES, MonthSheet, SheetDay
from bots.core.richtext import plain
from bots.dates import formatting, zone_locales
from bots.features.events.agenda_lines import Entry, day_line, entry_line
from bots.features.events.agenda_span import Span
from bots.turn.turn import Turn

_EMOJI = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u200d]+", regex.V1)
_DRAWN = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Inherited}]*", regex.V1)
"""What the letters of the pictures can write; emoji are left out."""


def picture(entries: Sequence[Entry], span: Span, turn: Turn) -> tuple[Attachment, ...]:
    """Return the picture; none where the platform shows no pictures, or the letters are others, or it would be long."""
    if turn.capabilities.upload_bytes < LARGEST or len(entries) > MAX_LINES:
        return ()
    sheet = _sheet(entries, span, turn)
    if _DRAWN.fullmatch(sheet.as_text()) is None:
        return ()
    return (
        Attachment(
            name="agenda.png", mime="image/png", size=LARGEST, data=sheet.encode(), chart=True, alt=sheet.as_text()
        ),
    )


def _sheet(entries: Sequence[Entry], span: Span, turn: Turn) -> MonthSheet:
    zone, locale = turn.room_context.zone, turn.room_context.locale
    days = [span.first + timedelta(days=ahead) for ahead in range((span.end - span.first).days)]
    first = zone_locales.first_weekday(zone, locale)
    monday = date(2024, 1, 1)
    weekdays = [formatting.format_weekday(monday + timedelta(days=first + ahead), zone, locale) for ahead in range(7)]
    shown = sorted({entry.shown_on(span) for entry in entries})
    listed = tuple(
        SheetDay(
            _written(plain(day_line(day, turn))),
            tuple(_written(plain(entry_line(one, span, turn))) for one in entries if one.shown_on(span) == day),
        )
        for day in shown
    )
    busy = {day for entry in entries for day in days if entry.first <= day <= max(entry.last, entry.first)}
    return MonthSheet(
        title=_written(plain(span.title(turn))), weekdays=tuple(weekdays), blanks=(days[0].weekday() - first) % 7,
        cells=tuple(str(day.day) for day in days), busy=tuple(at for at, day in enumerate(days) if day in busy),
        days=listed,
    )  # fmt: skip


def _written(text: str) -> str:
    """Return a text without the emoji, which the letters of the picture lack."""
    return " ".join(_EMOJI.sub("", text).split())
