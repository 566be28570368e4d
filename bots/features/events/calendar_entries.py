"""Events as calendar entries (RFC 5545): what a calendar program reads of a single event, and of a series.

A series is one entry with its rule. A date that differs is an entry of its own with a RECURRENCE-ID; a date that is
left out is an EXDATE. Entries keep their UID, and SEQUENCE grows with each change, so that a program that reads the
file again replaces what it had.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bots.dates import public_holidays, recurrence
from bots.dates.local_time import resolve_local_time
from bots.features.events import series as series_rules
from bots.features.events import whole_days
from bots.turn import rule_dates
from storage.queries.events import EventOccurrence
from storage.queries.memberships import Place
from storage.tables import Event, EventSeries, EventState, Occurrence

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Entry

_CONTENT = ("title", "place", "description", "link", "link_hidden")
IMPORTED = "x-glocal-imported"
"""Marks entries from another calendar, so that two bots don't feed each other forever."""
_HOLIDAYS_AHEAD = timedelta(days=1100)
"""How far ahead public holidays are written as dates that are left out."""


def single(planned: EventOccurrence) -> Entry:
    """Return the entry of one event."""
    entry = _entry(planned.event, f"event-{planned.occurrence.id}@glocal")
    _set_times(entry, planned.occurrence)
    return entry


def of_series(
    row: EventSeries, template: Event, dates: Sequence[EventOccurrence], place: Place, now: datetime,
    hidden: Collection[str] = (),
) -> list[Entry]:  # fmt: skip
    """Return the entries of a series: the rule, and each of its `dates` that differs from it or is before it.

    `hidden`: the dates of the rule that are left out too, since not everybody may know of them.
    """
    uid = f"series-{row.id}@glocal"
    master = _entry(template, uid)
    first = datetime.fromisoformat(row.wall_start)
    length = datetime.fromisoformat(row.wall_end) - first if row.wall_end else None
    _set_span(master, first, first + length if length else None, row.zone, all_day=row.all_day)
    rule = series_rules.repetition(row)
    master.add("rrule", _rrule(row, rule.rule))
    walls = {datetime.fromisoformat(each) for each in hidden if each >= row.wall_start}
    for wall in sorted(walls.union(_left_out(row, rule, place, now))):
        master.add("exdate", _stamp(wall, row.zone, all_day=row.all_day))
    entries = [master]
    for planned in dates:
        recurrence_id = planned.event.recurrence
        if recurrence_id is None or recurrence_id < row.wall_start:
            entries.append(single(planned))
        elif _differs(planned, template):
            other = _entry(planned.event, uid)
            _set_times(other, planned.occurrence)
            wall = datetime.fromisoformat(recurrence_id)
            other.add("recurrence-id", _stamp(wall, row.zone, all_day=row.all_day))
            entries.append(other)
    revisions = [planned.event.revision for planned in dates]
    master["sequence"] = max([template.revision, *revisions])
    return entries


def calendar(entries: Iterable[Entry], name: str = "") -> Calendar:
    """Return a calendar with these entries, and the time zones that they name."""
    from icalendar import Calendar  # loaded when somebody wants a file: it takes 4 MB

    found = Calendar()
    found.add("prodid", "-//glocal//events//EN")
    found.add("version", "2.0")
    if name:
        found.add("name", name)
        found.add("x-wr-calname", name)
    for entry in entries:
        found.add_component(entry)
    found.add_missing_timezones()
    return found


def _entry(event: Event, uid: str) -> Entry:
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", uid)
    changed = event.changed_at or event.created_at
    entry.add("dtstamp", changed)  # without a METHOD it is that of the last change (RFC 5545, 3.8.7.2)
    entry.add("sequence", event.revision)
    entry.add("last-modified", changed)
    entry.add("status", "CANCELLED" if event.state == EventState.CANCELLED else "CONFIRMED")
    entry.add("summary", event.title)
    if event.place:
        entry.add("location", event.place)
    if event.link and not event.link_hidden:
        entry.add("url", event.link)
    if event.description:
        entry.add("description", event.description)
    if event.source:
        entry.add(IMPORTED, event.source)
    return entry


def _differs(planned: EventOccurrence, template: Event) -> bool:
    """Return whether a date is at another time than the rule says, is cancelled, or says something else."""
    event, occurrence = planned
    moved = occurrence.wall_start != event.recurrence
    return (
        moved
        or event.state == EventState.CANCELLED
        or any(getattr(event, field) != getattr(template, field) for field in _CONTENT)
    )


def _set_times(entry: Entry, occurrence: Occurrence) -> None:
    if occurrence.all_day:
        first, end = whole_days.calendar_times(occurrence)
        entry.add("dtstart", first)
        entry.add("dtend", end)
        return
    zone = ZoneInfo(occurrence.zone)
    entry.add("dtstart", occurrence.starts_at.astimezone(zone))
    entry.add("dtend", occurrence.ends_at.astimezone(zone))


def _set_span(entry: Entry, first: datetime, end: datetime | None, zone: str, *, all_day: bool) -> None:
    from bots.features.events.rules import DEFAULT_DURATION

    entry.add("dtstart", _stamp(first, zone, all_day=all_day))
    entry.add("dtend", _stamp(end or first + DEFAULT_DURATION, zone, all_day=all_day))


def _stamp(wall: datetime, zone: str, *, all_day: bool) -> date | datetime:
    """Return a start on the wall clock as a calendar says it: a time in its zone, or a date."""
    return wall.date() if all_day else wall.replace(tzinfo=ZoneInfo(zone))


def _rrule(row: EventSeries, rule: recurrence.Rule) -> dict[str, object]:
    """Return the parts of the rule. Its end is an instant in UTC, as RFC 5545 wants it beside a zone."""
    parts: dict[str, object] = {
        name: value.split(",") for name, value in (part.split("=") for part in str(rule.open).split(";"))
    }
    until = datetime.combine(rule.until, time(23, 59)) if rule.until else None
    if row.cancelled_from is not None:
        cancelled = datetime.fromisoformat(row.cancelled_from) - timedelta(minutes=1)
        until = min(until, cancelled) if until is not None else cancelled
    if until is not None:
        parts["UNTIL"] = (
            until.date() if row.all_day else resolve_local_time(until, ZoneInfo(row.zone))[0].astimezone(UTC)
        )
    elif rule.count:
        parts["COUNT"] = rule.count
    return parts


def _left_out(row: EventSeries, rule: recurrence.Repetition, place: Place, now: datetime) -> list[datetime]:
    """Return the dates of the rule that are left out, on the wall clock; holidays as far as they matter."""
    start = datetime.fromisoformat(row.wall_start)
    country = rule_dates.holiday_place(place) if rule.skips_holidays else ""
    is_holiday = public_holidays.checker(country) if country else None
    found = [datetime.combine(on, start.time()) for on in rule.left_out]
    if is_holiday is not None:
        end = now.replace(tzinfo=None) + _HOLIDAYS_AHEAD
        bare = recurrence.Repetition(rule=rule.rule)
        for wall in recurrence.expand(bare, start, since=start):
            if wall > end:
                break
            if is_holiday(wall.date()):
                found.append(wall)
    return sorted(set(found))
