"""Times of day as people say them: "7pm", "18h30", "from 12:00 to 15:00", "noon", "at 7", "8h du soir".

Rules where usage differs: a bare hour from 1 to 7 ("at 7") is in the afternoon or evening, from 8 on it is as said, and
an hour said with an evening word ("tonight 8") is in the evening. Minutes or an `h` make an hour explicit. Midnight is
the end of the day it is said with. An end that is not later is meant for the next day, if that makes 12 hours at most.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bots.dates.grammar import DAY_MARK, Grammar
from bots.dates.languages import Part

_NOON, _MIDNIGHT, _HALF_DAY = 720, 1440, 720
EVENING = 20 * 60
"""When "tonight" is, said without an hour."""


@dataclass(frozen=True)
class Time:
    """One time as said, `minute` below zero for "quarter to". `half` is "a" or "p" for am and pm; `explicit`: said with
    more than a bare number."""

    hour: int
    minute: int = 0
    half: str = ""
    explicit: bool = False


@dataclass(frozen=True)
class Clock:
    """A time of day, or two, found in a text from `start` to `end`. `sure`: it cannot be another number."""

    start: int
    end: int
    first: Time
    last: Time | None = None
    part: Part | None = None
    sure: bool = True


def find(marked: str, rules: Grammar) -> list[Clock]:
    """All times of day in a text whose days are marked, in order.

    A bare number is one only behind a small word ("at 7", which no other word may follow) or right behind a day.
    """
    found = []
    for match in rules.clock.finditer(marked):
        first, (last, end) = _time(match, 1, rules), _last(match, marked, rules)
        sure = bool(first and (first.explicit or (last and last.explicit)))
        if first and (sure or _stands(match, end, marked, rules)):
            part = rules.language.parts[" ".join(match["part"].lower().split())] if match["part"] else None
            found.append(Clock(match.start(), end, first, last, part, sure))
    return found


def _last(match: re.Match[str], marked: str, rules: Grammar) -> tuple[Time | None, int]:
    """The second time of a match and where the whole ends. A bare number that a word follows ("à 12 rue…") is none."""
    last = _time(match, 2, rules)
    if last and not last.explicit and not rules.bare_stop.match(marked, match.end()):
        last = None
    return last, match.end() if last or not match["hour2"] else match.end("begin")


def find_end(marked: str, rules: Grammar) -> tuple[int, int, Time] | None:
    """A time that only closes ("until 10pm"), with where it stands."""
    for match in rules.end.finditer(marked):
        if time := _time(match, 2, rules):
            return match.start(), match.end(), time
    return None


def minutes(clock: Clock, part: Part | None) -> tuple[int, int | None]:
    """Start and end as minutes after the day's midnight; `part` is the part of day said elsewhere.

    The end may lie before the start: "from 15:00 to 12:00".
    """
    part = clock.part or part
    if clock.last is None:
        return _start(clock.first, part), None
    first = clock.first
    if clock.last.half and not first.half and 1 <= first.hour <= 12:
        same, other = (_exact(Time(first.hour, first.minute, half)) for half in (clock.last.half, "a"))
        start = same if same < _exact(clock.last) else other
    else:
        start = _start(first, part)
    return start, ending(start, clock.last, loose=not (first.explicit and clock.last.explicit) or bool(first.half))


def ending(start: int, last: Time, *, loose: bool) -> int:
    """When `last` is, behind `start`; `loose` lets "7pm to 9:30" end at 21:30."""
    end = _exact(last)
    if loose and not last.half and last.hour < 12 and end <= start < end + _HALF_DAY:
        end += _HALF_DAY
    if end <= start and end + _MIDNIGHT - start <= _HALF_DAY:
        end += _MIDNIGHT
    return end


def _stands(match: re.Match[str], end: int, marked: str, rules: Grammar) -> bool:
    """Whether a bare number at this place is a time."""
    behind_day = marked[: match.start()].rstrip(" ,")[-1:] == DAY_MARK
    free = bool(rules.bare_stop.match(marked, end))
    return bool(behind_day and (match["lead"] or free)) or bool(match["lead"] and free)


def _time(match: re.Match[str], number: int, rules: Grammar) -> Time | None:
    """The time in the groups of this number; None when there is none or no clock shows it."""
    said = {name[:-1]: text for name, text in match.groupdict().items() if name.endswith(str(number))}
    aside = _aside(said["before"], rules.language.before) or _aside(said["past"], rules.language.past)
    if said["noon"] or said["midnight"]:
        return Time(12 if said["noon"] else 24, aside, explicit=True)
    if not said["hour"]:
        return None
    hour, minute, half = int(said["hour"]), int(said["minute"] or aside), (said["half"] or "").lower()
    if minute > 59 or hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        return None
    return Time(hour, minute, half, explicit=bool(said["minute"] or said["mark"] or half))


def _aside(said: str | None, minutes_of: Mapping[str, int]) -> int:
    """The minutes in words beside an hour: "half past", "et quart"."""
    return minutes_of[" ".join(said.lower().split())] if said else 0


def _start(time: Time, part: Part | None) -> int:
    """Minutes after midnight, with what usage says about an hour without am or pm."""
    minute = _exact(time)
    if time.half or time.hour == 24 or time.hour > 12:
        return minute
    if part == "evening" and time.hour == 12 and not time.explicit:
        return _MIDNIGHT
    if part in {"evening", "afternoon"} and 1 <= time.hour < 12:
        return minute + _HALF_DAY
    if part is None and not time.explicit and 1 <= time.hour <= 7:
        return minute + _HALF_DAY
    return minute


def _exact(time: Time) -> int:
    hour = time.hour
    if time.half:
        hour = hour % 12 + (12 if time.half == "p" else 0)
    return hour * 60 + time.minute
