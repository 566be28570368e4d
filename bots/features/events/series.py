"""Series: the dates of a rule, their instants, and what people read about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text
from bots.dates import formatting, recurrence
from bots.dates.local_time import resolve_local_time
from bots.dates.recurrence import Repetition
from bots.dates.resolution import Slot
from bots.dates.rule_line import parse_repetition
from bots.turn import rule_dates
from bots.turn.rule_dates import holiday_place
from bots.turn.rule_text import RuleText
from bots.turn.turn import Turn
from storage.queries import ownership
from storage.queries import series as queries
from storage.queries.memberships import Place
from storage.tables import Event, EventSeries, Occurrence

SHOWN_DATES = 3
"""How many dates a preview names."""
_ALMOST_A_YEAR = timedelta(days=330)
"""Dates that are further away are named with their year."""
_LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - on the wall clock


def repetition(series: EventSeries) -> Repetition:
    """Return the rule of a series with what it leaves out."""
    left_out = tuple(date.fromisoformat(on) for on in series.left_out.split(",") if on)
    return Repetition(rule=recurrence.parse_rule(series.rule), left_out=left_out, skips_holidays=series.skips_holidays)


def write(series: EventSeries, new: Repetition) -> None:
    """Give a series another rule."""
    series.rule, series.skips_holidays = str(new.rule), new.skips_holidays
    series.left_out = ",".join(on.isoformat() for on in sorted(new.left_out))


def new_series(new: Repetition, first: Occurrence, now: datetime) -> EventSeries:
    """Return the series of a rule that begins with this date."""
    series = EventSeries(
        rule="", wall_start=first.wall_start, wall_end=first.wall_end, zone=first.zone, all_day=first.all_day,
        latest=first.wall_start, created_at=now,
    )  # fmt: skip
    write(series, new)
    return series


def check_holidays(new: Repetition, place: Place) -> None:
    """Raise Refusal("event-holidays-which") if an event skips public holidays and nobody said whose."""
    if new.skips_holidays and not holiday_place(place):
        raise Refusal("event-holidays-which")


def wall_times(series: EventSeries, place: Place, *, since: datetime = _LONG_AGO) -> Iterator[datetime]:
    """Yield the starts of a series on the wall clock, from `since` on."""
    start = datetime.fromisoformat(series.wall_start)
    found = rule_dates.wall_times(repetition(series), start, place, since=since)
    cancelled = datetime.fromisoformat(series.cancelled_from) if series.cancelled_from else None
    return takewhile(lambda wall: cancelled is None or wall < cancelled, found)


def slot_of(series: EventSeries, wall: datetime) -> Slot:
    """Return the instants of a date: what the clocks skip moves forward, of what comes twice it is the first."""
    zone = ZoneInfo(series.zone)
    start, moved = resolve_local_time(wall, zone)
    if series.wall_end is None:
        return Slot(start, moved=moved, all_day=series.all_day)
    length = datetime.fromisoformat(series.wall_end) - datetime.fromisoformat(series.wall_start)
    end, shifted = resolve_local_time(wall + length, zone)
    return Slot(start, max(end, start + timedelta(minutes=1)), moved or shifted, series.all_day)


def following(series: EventSeries, place: Place, now: datetime) -> tuple[datetime, Slot] | None:
    """Return the date after the newest one that has an event, and its instants. Dates that began are passed over."""
    latest = datetime.fromisoformat(series.latest)
    for wall in wall_times(series, place, since=latest + timedelta(minutes=1)):
        slot = slot_of(series, wall)
        if slot.start_by > now:
            return wall, slot
    return None


def coming(series: EventSeries, place: Place, now: datetime, number: int = SHOWN_DATES) -> list[Slot]:
    """Return the next dates of a series that have not begun."""
    since = now.astimezone(ZoneInfo(series.zone)).replace(tzinfo=None) - timedelta(days=1)
    slots = (slot_of(series, wall) for wall in wall_times(series, place, since=since))
    return list(islice((slot for slot in slots if slot.start_by > now), number))


def rule_words(series: EventSeries, place: Place, turn: Turn) -> str:
    """Return the rule of a series in the turn's language."""
    start, shown = datetime.fromisoformat(series.wall_start).date(), repetition(series)
    if series.cancelled_from:
        ends, begins = datetime.fromisoformat(series.cancelled_from), datetime.fromisoformat(series.wall_start)
        last = ends.date() - timedelta(days=ends.time() <= begins.time())
        shown = replace(shown, rule=replace(shown.rule, until=last, count=None))
    return RuleText(turn.room_context.locale, ZoneInfo(series.zone)).describe(
        shown, start, holidays=holiday_place(place),
        since=turn.now.astimezone(ZoneInfo(series.zone)).date(),
    )  # fmt: skip


async def rule_line(event: Event, turn: Turn) -> Rich:
    """Return the line of a card that says when the event recurs; nothing if it doesn't, or after the last date."""
    series = await queries.series_of(turn.uow, event)
    place = await ownership.place_of(turn.uow, event) if series is not None else None
    if series is None or place is None or _is_cut_off(series, event):
        return ()
    return turn.text("event-rule", rule=Text(rule_words(series, place, turn)))


def _is_cut_off(series: EventSeries, event: Event) -> bool:
    """Return whether the series was cancelled from this date on."""
    return bool(series.cancelled_from and event.recurrence and event.recurrence >= series.cancelled_from)


def dates_line(series: EventSeries, place: Place, turn: Turn, now: datetime) -> Rich:
    """Return the line that names the next dates of a series."""
    zone, locale = ZoneInfo(series.zone), turn.room_context.locale
    slots = coming(series, place, now)
    if not slots:
        return turn.text("event-rule-no-dates")
    if slots[-1].start - now > _ALMOST_A_YEAR:
        days = " · ".join(formatting.format_date(slot.start.date(), zone, locale, "short") for slot in slots)
    else:
        days = " · ".join(formatting.format_day(slot.start, zone, locale) for slot in slots)
    return turn.text("event-rule-dates", dates=Text(days))


def parse_rule(
    occurrence: Occurrence, text: str, turn: Turn, *, since: date | None = None
) -> tuple[Repetition, Slot] | None:
    """Return the rule that somebody typed for an event, and its first date; None if it isn't a rule.

    Without an hour it is that of the event. `since`: the first day that counts; today if not given. Raises
    CalendarProblem.
    """
    zone = turn.room_context.zone
    today = turn.occurred_at.astimezone(zone).date()
    return parse_repetition(
        text, start=occurrence.starts_at, all_day=occurrence.all_day, since=since or today,
        locale=turn.room_context.locale, zone=zone, now=turn.occurred_at,
    )  # fmt: skip
