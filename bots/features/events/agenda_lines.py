"""The lines of the agenda: what takes place, on which day, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bots.core.richtext import Rich, Text
from bots.dates import formatting
from bots.features.events import views
from bots.features.events.agenda_span import Span
from bots.turn.turn import Turn
from storage.queries.memberships import Place
from storage.tables import Event

_OFTEN = "🔁"


@dataclass(frozen=True)
class Entry:
    """Something in the agenda. `end`: the instant when it is over; `last` is its last day.

    `event` has a number where the room can show its card; a date of a series that has no card yet has none.
    """

    start: datetime
    first: date
    last: date
    all_day: bool
    event: Event
    holder: Place

    def shown_on(self, span: Span) -> date:
        """Return the day under which it is listed: its first one, or that of the span if it began before."""
        return max(self.first, span.first)


def day_line(on: date, turn: Turn, text_id: str = "agenda-day") -> Rich:
    """Return the line above what takes place on a day."""
    zone = turn.room_context.zone
    noon = datetime.combine(on, time(12), zone)
    return turn.text(text_id, day=Text(formatting.format_day(noon, zone, turn.room_context.locale)))


def entry_line(entry: Entry, span: Span, turn: Turn) -> Rich:
    """Return the line of an entry: when, its number, its title, whose it is, and where."""
    event, often = entry.event, f" {_OFTEN}" if entry.event.series_id is not None else ""
    title = Text(f"{views.title(event).value}{often}")
    args = {"when": _when(entry, span, turn), "title": title, "place": Text(event.place and f" · {event.place}")}
    if not is_own(entry.holder, turn):
        return turn.text("agenda-line-of", community=Text(turn.name(entry.holder.name)), **args)
    if event.number is None:
        return turn.text("agenda-line-later", **args)
    return turn.text("agenda-line", number=str(event.number), **args)


def is_own(holder: Place, turn: Turn) -> bool:
    """Return whether the place of the turn's room holds it."""
    return holder.id == turn.place.id and type(holder) is type(turn.place)


def _when(entry: Entry, span: Span, turn: Turn) -> Rich:
    zone, locale = turn.room_context.zone, turn.room_context.locale
    clock = formatting.format_instant(entry.start, zone, locale, "time")
    start = turn.text("agenda-all-day") if entry.all_day else (Text(clock),)
    if entry.last <= entry.shown_on(span):
        return start
    until = day_line(entry.last, turn, "agenda-until")
    began = entry.first < span.first and not entry.all_day
    return until if began else (*start, Text(", "), *until)
