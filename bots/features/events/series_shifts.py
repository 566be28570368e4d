"""A series all of whose dates move: the rule, the weekdays, the days of the month and the exceptions that follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from bots.dates import recurrence
from bots.dates.recurrence import Repetition, Rule
from bots.dates.resolution import Slot
from bots.features.events import series as series_rules
from storage.queries.events import EventOccurrence
from storage.tables import EventSeries, Occurrence


def moved(
    series: EventSeries, planned: EventOccurrence, slot: Slot, *, first: EventOccurrence | None = None
) -> EventSeries:
    """Return the series as it is when one of its dates is at another time, and all others are moved alike.

    It begins with that date, or with `first`, an earlier one; dates before that no longer count.
    """
    zone, begun = ZoneInfo(series.zone), first or planned
    start = slot.start.astimezone(zone).replace(tzinfo=None, second=0)
    end = slot.end.astimezone(zone).replace(tzinfo=None, second=0) if slot.end is not None else None
    new = shifted(series_rules.repetition(series), planned.occurrence, slot)
    recurrences = [datetime.fromisoformat(one.event.recurrence or series.wall_start) for one in (begun, planned)]
    if new.rule.count is not None:
        new = replace(new, rule=replace(new.rule, count=max(1, new.rule.count - _passed(series, recurrences[0]))))
    if begun is not planned:
        back = start - (recurrences[1] - recurrences[0])
        day = recurrence.first_date(new.rule.open, back.date() - timedelta(days=1)) or back.date()
        earlier = start - datetime.combine(day, start.time())
        start, end = start - earlier, end - earlier if end is not None else None
    wall = start.isoformat(timespec="minutes")
    return EventSeries(
        rule=str(new.rule), left_out=",".join(on.isoformat() for on in new.left_out), wall_start=wall, latest=wall,
        skips_holidays=series.skips_holidays, wall_end=end.isoformat(timespec="minutes") if end is not None else None,
        zone=series.zone, all_day=slot.all_day, created_at=series.created_at,
    )  # fmt: skip


def _passed(series: EventSeries, begun: datetime) -> int:
    """Return how many dates the rule has before one, counting those that are left out."""
    start = datetime.fromisoformat(series.wall_start)
    bare = Repetition(rule=recurrence.parse_rule(series.rule))
    return sum(1 for _ in takewhile(lambda wall: wall < begun, recurrence.expand(bare, start, since=start)))


def shifted(old: Repetition, occurrence: Occurrence, slot: Slot) -> Repetition:
    """Return a rule as it is when one of its dates is at another time: another day moves its weekdays and days."""
    before, after = datetime.fromisoformat(occurrence.wall_start).date(), slot.start.date()
    if before == after:
        return old
    rule, days = old.rule, (after - before).days
    left_out = tuple(on + timedelta(days=days) for on in old.left_out)
    return replace(old, rule=_shifted_rule(rule, after, days), left_out=left_out)


def _shifted_rule(rule: Rule, after: date, days: int) -> Rule:
    """Return the rule whose date moves by some days, to `after`."""
    until = rule.until + timedelta(days=days) if rule.until else None
    rule = replace(rule, until=until)
    if rule.unit == "week":
        return replace(rule, weekdays=tuple(sorted((0, (day + days) % 7) for _, day in rule.weekdays)))
    if rule.unit == "day":
        return rule
    months = (after.month,) if rule.unit == "year" else rule.months
    if rule.nth:
        return replace(rule, weekdays=((0, after.weekday()),), months=months)
    if rule.weekdays:
        place = -1 if rule.weekdays[0][0] == -1 and (after + timedelta(days=7)).month != after.month else _place(after)
        return replace(rule, weekdays=((place, after.weekday()),), months=months)
    return replace(rule, monthdays=(after.day,), months=months)


def _place(on: date) -> int:
    """Return which one of its weekday in the month a date is: 1 to 4, or -1 for the last one."""
    return (on.day - 1) // 7 + 1 if on.day <= 28 else -1
