"""What a line says about a rule, and its first date that is still to come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.dates.errors import CalendarProblem
from bots.dates.parsing import Reading
from bots.dates.recurrence import Repetition, first_date
from bots.dates.resolution import Slot, resolve_slot


@dataclass(frozen=True, kw_only=True)
class Repeated:
    """A line with a rule. `first`: the first date that it may have. `once`: the rule may be meant for one date."""

    reading: Reading
    repetition: Repetition
    first: date
    once: bool = False
    counted_from_first: bool = False

    def beginning(self, first: date) -> Repetition:
        """Return the rule as it is if it begins on a later date: "for 10 days" counts from there."""
        rule = self.repetition.rule
        if not self.counted_from_first or rule.until is None:
            return self.repetition
        return replace(self.repetition, rule=replace(rule, until=rule.until + (first - self.first)))


def first_slot(
    repeated: Repeated, zone: ZoneInfo, now: datetime, *, default_minute: int | None = None
) -> tuple[Slot, Repetition]:
    """Return the first date of a rule that is still to come, with its hours, and the rule that begins there.

    `default_minute` is the minute of a day said without an hour. Raises what `resolve_slot` raises, and
    CalendarProblem("event-rule-empty").
    """
    reading, day, today = repeated.reading, repeated.reading.day, now.astimezone(zone).date()
    assert day is not None, "the rule is the day"
    reading = replace(reading, day=replace(day, repeats=0))
    try:
        return resolve_slot(reading, zone, now, default_minute=default_minute), repeated.repetition
    except CalendarProblem as problem:
        if problem.text_id != "date-past" or day.on != today:
            raise
    following = first_date(repeated.repetition.rule, today + timedelta(days=1))
    if following is None:
        raise CalendarProblem("event-rule-empty")
    reading = replace(reading, day=replace(day, on=following, repeats=0))
    return resolve_slot(reading, zone, now, default_minute=default_minute), repeated.beginning(following)
