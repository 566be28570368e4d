"""The dates of a recurring entry (RRULE, RDATE, EXDATE), on the wall clock. dateutil expands them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from schedules.calendars.times import LONGEST, Times

MAX_DATES = 460
"""The most dates of one entry: each day of a year, and of the days before today on which a date may have begun."""
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_DAY = timedelta(days=1)


def wall_times(event: Any, context: Times) -> Iterator[datetime]:
    """Yield the starts of an entry that may count, in order. Raises ValueError for a rule of hours or seconds."""
    from dateutil import rrule as rules  # type: ignore[import-untyped]  # it has no types

    start = context.wall(event["DTSTART"].dt)
    dates = rules.rruleset()
    for rule in _all(event, "RRULE"):
        dates.rrule(_rule(rule, start, event, context))
    for at in _dates(event, "RDATE", context):
        dates.rdate(at)
    dates.rdate(start)
    for at in _dates(event, "EXDATE", context):
        dates.exdate(at)
    since = context.now.replace(tzinfo=None) - LONGEST
    until = context.repeats_until.replace(tzinfo=None) + _DAY
    for wall in islice(dates.xafter(since, inc=True), MAX_DATES):
        if wall > until:
            return
        yield wall


def _rule(rule: Any, start: datetime, event: Any, context: Times) -> Any:
    """Return dateutil's rule, with its end on the wall clock, like its start."""
    from dateutil import rrule as rules

    parts = {name: list(values) for name, values in rule.items()}
    if not {str(name).upper() for name in parts.get("FREQ", ("",))} <= _FREQUENCIES:
        raise ValueError("this comes again too often")
    until = parts.pop("UNTIL", None)
    text = type(rule)(parts).to_ical().decode()
    if until:
        text += f";UNTIL={context.wall(until[0], like=event):%Y%m%dT%H%M%S}"
        if not isinstance(until[0], datetime):
            text = text.replace("T000000", "T235959")
    return rules.rrulestr(text, dtstart=start)


def _all(event: Any, name: str) -> list[Any]:
    """Return the values of a property that an entry may have several times."""
    found = event.get(name)
    return found if isinstance(found, list) else [found] if found is not None else []


def _dates(event: Any, name: str, context: Times) -> Iterator[datetime]:
    for values in _all(event, name):
        for value in values.dts:
            at = value.dt[0] if isinstance(value.dt, tuple) else value.dt
            wall = context.wall(at, like=event)
            if not isinstance(at, datetime):  # a bare date stands for the entry's hour on that day
                wall = datetime.combine(at, context.wall(event["DTSTART"].dt).time())
            yield wall
