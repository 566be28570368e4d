"""The recurrence of a scheduled event, as far as Discord can express it.

https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bots.core.outbound import PublishScheduledEvent
from bots.dates.recurrence import Rule, parse_rule

_YEARLY, _MONTHLY, _WEEKLY, _DAILY = range(4)
_MOST_WEEKS = 2
_DAY_SETS = (
    {0, 1, 2, 3, 4}, {1, 2, 3, 4, 5}, {6, 0, 1, 2, 3}, {4, 5}, {5, 6}, {6, 0},
)  # fmt: skip
"""The only sets of weekdays, Monday being 0, that one event may have."""


def recurrence_of(call: PublishScheduledEvent) -> dict[str, Any] | None:
    """Return the rule for the body of a request; None where an event does not recur, or Discord can't express how.

    Discord counts days in UTC and knows no end, so that rules with one are left to the bot.
    """
    if not call.rule:
        return None
    rule = parse_rule(call.rule)
    if rule.until or rule.count:
        return None
    days = _days(rule, call.start, (call.start.date() - call.start.astimezone(ZoneInfo(call.zone)).date()).days)
    return {"start": call.start.isoformat(), "interval": rule.every, **days} if days is not None else None


def _days(rule: Rule, start: datetime, shift: int) -> dict[str, Any] | None:
    """Return the frequency and the days. `shift`: by how many days UTC is ahead of the clock there."""
    weekdays = {(weekday + shift) % 7 for _, weekday in rule.weekdays}
    plain = not (rule.months or rule.monthdays or rule.nth or any(place for place, _ in rule.weekdays))
    if rule.unit == "week" and plain and rule.every <= _MOST_WEEKS and len(weekdays) <= 1:
        return {"frequency": _WEEKLY, "by_weekday": sorted(weekdays) or [start.weekday()]}
    if rule.every > 1:
        return None
    if rule.unit in ("day", "week") and plain and (weekdays in _DAY_SETS or (rule.unit == "day" and not weekdays)):
        return {"frequency": _DAILY, **({"by_weekday": sorted(weekdays)} if weekdays else {})}
    return _within_month(rule, start) if not shift else None


def _within_month(rule: Rule, start: datetime) -> dict[str, Any] | None:
    """Return what falls on one weekday of a month, or on one day of a year."""
    if rule.unit == "month" and len(rule.weekdays) == 1 and not (rule.months or rule.monthdays):
        place, weekday = rule.weekdays[0]
        number = place or rule.nth
        counted_once = 1 <= number <= 5 and not (place and rule.nth not in (0, 1))
        return {"frequency": _MONTHLY, "by_n_weekday": [{"n": number, "day": weekday}]} if counted_once else None
    months, days = rule.months or (start.month,), rule.monthdays or (start.day,)
    on_one_day = len(months) == len(days) == 1 and days[0] > 0 and not (rule.weekdays or rule.nth)
    if rule.unit == "year" and on_one_day:
        return {"frequency": _YEARLY, "by_month": list(months), "by_month_day": list(days)}
    return None
