"""Times of day as people say them: "7pm", "18h30", "from 12:00 to 15:00", "noon", "at 7", "8h du soir", "halb acht".

Where usage differs: a bare hour before 8 ("at 7", "at 6:30" in English) is in the afternoon or evening, and from 8 on
as said. An hour with an evening word ("tonight 8") is in the evening. A zero ("07:00"), and where clocks have 24 hours
minutes in digits or a word such as "h", make an hour explicit. Midnight is the end of its day. An end that is not later
is on the next day, if that makes 12 hours at most.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bots.dates.grammar import DAY_MARK, Grammar, plain
from bots.dates.occasions import Occasion
from bots.dates.vocabulary import Part

_EARLIEST, _DAWN, _MORNING, _LATE, _NOON = 60, 6 * 60, 8 * 60, 10 * 60, 12 * 60
_MIDNIGHT, _HALF_DAY = 24 * 60, 12 * 60
_BEHIND_DAY = " ,:/|-\u2013\u2014"
_DASH = re.compile("\\s?[-\u2013\u2014]\\s?[0-9]")
_UNIT = re.compile(
    r"\s*(?:[€$£%]|(?:k?m|kg?|g|meters?|metres?|meter|m[eè]tres?|metros?|people|pers\w*|leute|steps|words|years?|yrs?|ans|jahren?|a[nñ]os|kids|players|min(?:s|utes?|uten|utos)?)\b)",
    re.IGNORECASE,
)
"""Behind a number that counts something."""
DEFAULT_MINUTES: dict[Part | None, int] = {"noon": _NOON, "evening": 20 * 60}
"""When "tonight" and "tomorrow noon" are, without an hour: in minutes after midnight."""


@dataclass(frozen=True)
class Time:
    """One time as said. `minute` is negative for "quarter to". `meridiem` is "a" or "p" for am and pm.

    `certain`: said with more than a bare number. `explicit`: the hour is of 24, as in "7h" or "07:00".
    `fixed`: nothing else can move it to the other half of the day, as in "07:00" or "7am".
    """

    hour: int
    minute: int = 0
    meridiem: str = ""
    certain: bool = False
    explicit: bool = False
    fixed: bool = False

    @property
    def minutes(self) -> int:
        """The minutes after midnight, as said."""
        hour = self.hour % 12 + (12 if self.meridiem == "p" else 0) if self.meridiem else self.hour
        return hour * 60 + self.minute


@dataclass(frozen=True)
class TimeRange:
    """A time of day, or two, in a text from `start` to `end`. `certain`: it cannot be another number."""

    start: int
    end: int
    first: Time
    last: Time | None = None
    part: Part | None = None
    certain: bool = True


def find_times(masked: str, rules: Grammar) -> list[TimeRange]:
    """Return all times of day in a text whose days are masked, in order.

    A bare number is a time only after a small word ("at 7", with no other word after it) or right after a day.
    """
    found = []
    for match in rules.clock.finditer(masked):
        first, (last, end) = _time(match, 1, rules), _last(match, masked, rules)
        certain = bool(first and (first.certain or (last and last.certain) or _is_spoken(match)))
        if first and (certain or _is_time(match, end, masked, rules, closed=last is not None)):
            part = rules.words.parts[plain(match["part"])] if match["part"] else None
            found.append(TimeRange(match.start(), end, first, last, part, certain))
    return found


def _is_spoken(match: re.Match[str]) -> bool:
    """Return whether the minutes are said in a phrase that no other number has: "half past nine", "nueve y media"."""
    phrase = plain(match["before1"] or match["past1"] or "")
    return " " in phrase and not phrase.endswith(" of")


def is_certain(match: re.Match[str], rules: Grammar) -> bool:
    """Return whether a match of the clock's pattern is a time, and cannot be another number."""
    first = _time(match, 1, rules)
    return first is not None and first.certain


def find_end(masked: str, rules: Grammar) -> tuple[int, int, Time] | None:
    """Return (start, end, time) of a time that only closes ("until 10pm")."""
    for match in rules.end.finditer(masked):
        if time := _time(match, 2, rules):
            return match.start(), match.end(), time
    return None


def to_minutes(times: TimeRange, part: Part | None, occasion: Occasion | None = None) -> tuple[int, int | None]:
    """Return start and end in minutes after the day's midnight; `part` is the part of day said elsewhere.

    The end may lie before the start: "from 15:00 to 12:00". A night goes on into the next day: "heute Nacht um 1".
    """
    start, last = _to_minutes(times, times.part or part, occasion)
    if part == "night" and times.part is None and start < _DAWN:
        return start + _MIDNIGHT, last + _MIDNIGHT if last is not None else None
    return start, last


def _to_minutes(times: TimeRange, part: Part | None, occasion: Occasion | None) -> tuple[int, int | None]:
    if times.last is None:
        return _start(times.first, part, occasion), None
    first, last = times.first, times.last
    if last.meridiem and not first.meridiem and 1 <= first.hour <= 12:
        same, other = (Time(first.hour, first.minute, half).minutes for half in (last.meridiem, "a"))
        start = same if same < last.minutes else other
    else:
        start = _start(first, part, occasion)
        if last.explicit and first.minutes < last.minutes < start:
            start = first.minutes
    return start, end_after(start, last, loose=not (first.explicit and last.explicit) or bool(first.meridiem))


def end_after(start: int, last: Time, *, loose: bool) -> int:
    """Return the minute of `last`, which ends what begins at `start`; `loose` lets "7pm to 9:30" end at 21:30."""
    if loose and last == Time(12) and start > _NOON:
        return _MIDNIGHT  # "saturday 8 till 12"
    end = last.minutes
    if loose and not last.meridiem and last.hour < 12 and end <= start < end + _HALF_DAY:
        end += _HALF_DAY
    if end <= start and end + _MIDNIGHT - start <= _HALF_DAY:
        end += _MIDNIGHT
    return end


def _last(match: re.Match[str], masked: str, rules: Grammar) -> tuple[Time | None, int]:
    """Return the second time of a match and its end. A bare number before a word ("à 12 rue…") is not a time.

    Behind a day and a word such as "from" it is one: "saturday from 10 to 2 town hall".
    """
    last = _time(match, 2, rules)
    if last and not last.certain and not rules.time_end.match(masked, match.end()):
        said = match["minute1"] or match["mark1"] or match["half1"]
        ranging = match["ranging"] and _is_behind_day(match, masked)
        tight = _is_tight(match, masked) and (said or _is_behind_day(match, masked))
        last = last if ranging or tight else None
    return last, match.end() if last or not match["hour2"] else match.end("begin")


def _is_tight(match: re.Match[str], masked: str) -> bool:
    """Return whether nothing but a dash is between two hours, and they count nothing: "10-2 town hall"."""
    return bool(_DASH.match(masked, match.end("begin"))) and not _UNIT.match(masked, match.end())


def _is_time(match: re.Match[str], end: int, masked: str, rules: Grammar, *, closed: bool) -> bool:
    """Return whether a bare number at this place is a time. `closed`: an hour at which it ends is behind it."""
    said = match["before1"] and not rules.words.twelve_hours  # "half seven" is 7:30 in London and 6:30 elsewhere
    opened = bool(match["lead"] or said)
    free = bool(closed or match["part"] or rules.time_end.match(masked, end))
    plainly = bool(opened or match["exact1"] or match["dot1"] or match["before1"] or free or _is_clock(match, masked))
    return bool(_is_behind_day(match, masked) and plainly) or (opened and free)


def _is_clock(match: re.Match[str], masked: str) -> bool:
    """Return whether four digits before a word are an hour: "mon 7 dec 1930 zoom", but not "sat 1500 m"."""
    return bool(match["digits1"]) and not _UNIT.match(masked, match.end())


def _is_behind_day(match: re.Match[str], masked: str) -> bool:
    return masked[: match.start()].rstrip(_BEHIND_DAY)[-1:] == DAY_MARK


def _time(match: re.Match[str], number: int, rules: Grammar) -> Time | None:
    """Return the time in the groups of this number; None for a missing or impossible time."""
    said = {name[:-1]: text for name, text in match.groupdict().items() if name.endswith(str(number))}
    shift = {**rules.words.before, **rules.words.minutes_to}[plain(said["before"])] if said["before"] else 0
    shift = rules.words.past[plain(said["past"])] if said["past"] else shift
    if said["noon"] or said["midnight"]:
        return Time(12 if said["noon"] else 24, shift, certain=True, explicit=True, fixed=True)
    if said["digits"]:
        return Time(int(said["digits"][:2]), int(said["digits"][2:]), explicit=True, fixed=True)
    if joined := said["joined"]:
        said |= {"hour": joined[:-2], "minute": joined[-2:], "half": said["joined_half"]}
    if not said["hour"]:
        return None
    hour = int(said["hour"]) if said["hour"].isdecimal() else rules.words.hours[plain(said["hour"])]
    minute, meridiem = int(said["minute"] or shift), (said["half"] or said["late"] or "").lower()
    if minute > 59 or hour > 24 or (hour == 24 and minute > 0) or (meridiem and not 1 <= hour <= 12):
        return None
    minutes_said = said["minute"] and not said["dot"] and said["bare"] is None
    certain = bool(minutes_said or said["mark"] or meridiem)
    fixed = bool(meridiem) or said["hour"].startswith("0")
    return Time(hour, minute, meridiem, certain, explicit=bool(meridiem) or _is_of_24(said, rules), fixed=fixed)


def _is_of_24(said: Mapping[str, str | None], rules: Grammar) -> bool:
    """Return whether an hour is said as on a clock of 24 hours; in words, or in English without a zero, it is not."""
    hour, mark = said["hour"] or "", (said["mark"] or "").strip()
    if not hour.isdecimal() or not (said["minute"] or mark):
        return False
    return not rules.words.twelve_hours or hour.startswith("0") or mark == "h"


def is_doubtful(time: Time, part: Part | None, occasion: Occasion | None) -> bool:
    """Return whether an hour may be in either half of the day: "4h", choir at 8, or a party at 10."""
    if part or time.fixed or occasion in {"evening", "afternoon"}:
        return False
    if time.explicit:
        return time.certain and _EARLIEST <= time.minutes < _DAWN - 60
    if occasion == "unsure":
        return _MORNING <= time.minutes < _LATE
    return occasion == "late" and not time.certain and _LATE <= time.minutes < _NOON


def _start(time: Time, part: Part | None, occasion: Occasion | None) -> int:
    """Return the minutes after midnight, by what usage says about an hour without am or pm."""
    minute = time.minutes
    if time.meridiem or time.hour > 12 or time.hour == 0:
        return minute
    if time.hour == 12 and (part == "night" or (part == "evening" and not time.explicit)):
        return minute + _HALF_DAY
    if part in {"noon", "afternoon", "evening"} and minute < (_DAWN if part == "noon" else _NOON):
        return minute + _HALF_DAY
    if part == "night" and _DAWN <= minute < _NOON:
        return minute + _HALF_DAY
    if part is None and not time.fixed and _is_after_noon(time, occasion):
        return minute + _HALF_DAY
    return minute


def _is_after_noon(time: Time, occasion: Occasion | None) -> bool:
    """Return whether an hour up to 11 is in the second half of the day."""
    minute = time.minutes
    if occasion == "evening":
        return minute < _NOON
    if occasion == "morning" and minute >= _DAWN - 60:
        return False
    if time.explicit:
        return occasion == "afternoon" and minute < _MORNING
    return minute < {"late": _LATE, "same": _NOON}.get(occasion or "", _MORNING)
