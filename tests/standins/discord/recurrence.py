"""What Discord accepts as a recurrence rule.

https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object
"""

from __future__ import annotations

from datetime import datetime

from tests.standins.discord.asked import Refusal, invalid
from tests.standins.discord.records import Json

_SETS = ([0, 1, 2, 3, 4], [1, 2, 3, 4, 5], [0, 1, 2, 3, 6], [4, 5], [5, 6], [0, 6])
_ALLOWED = {"start", "frequency", "interval", "by_weekday", "by_n_weekday", "by_month", "by_month_day"}
_DAYS = ({"by_weekday"}, {"by_n_weekday"}, {"by_month", "by_month_day"}, set[str]())


def _refused(why: str) -> Refusal:
    return invalid("recurrence_rule", why)


def recurring(rule: Json) -> Json:
    """Return a rule as it is stored. Raises Refusal for one that applications may not set."""
    if not rule.keys() <= _ALLOWED:
        raise _refused(f"May not be set: {sorted(rule.keys() - _ALLOWED)}")
    given = {name for name in _ALLOWED - {"start", "frequency", "interval"} if rule.get(name)}
    if given not in _DAYS:
        raise _refused("These fields exclude each other.")
    datetime.fromisoformat(rule["start"])
    frequency, interval = int(rule["frequency"]), int(rule["interval"])
    if interval != 1 and not (frequency == 2 and interval == 2):
        raise _refused("Only a weekly rule may have an interval of 2.")
    fits = {
        0: given == {"by_month", "by_month_day"} and len(rule["by_month"]) == len(rule["by_month_day"]) == 1,
        1: given == {"by_n_weekday"} and len(rule["by_n_weekday"]) == 1 and 1 <= rule["by_n_weekday"][0]["n"] <= 5,
        2: given == {"by_weekday"} and len(rule["by_weekday"]) == 1,
        3: not given or (given == {"by_weekday"} and sorted(rule["by_weekday"]) in _SETS),
    }
    if not fits.get(frequency):
        raise _refused("These days do not go with the frequency.")
    return {"end": None, "count": None, "by_year_day": None, **dict.fromkeys(_ALLOWED), **rule}
