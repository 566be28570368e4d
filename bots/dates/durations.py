"""Lengths of time as people write them ("1 day", "2h", "1h30", "2 jours"), and how far before a start they lie.

Units of all languages are read whatever the room's locale: none of them clash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.dates.errors import CalendarProblem
from bots.dates.local_time import LONGEST_TEXT, quoted, settle, tidy

_LONGEST = timedelta(days=3660)
_DAY_MINUTES = 1440
_NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "un", "une"), 1.0),
    **dict.fromkeys(("two", "deux"), 2.0),
    **dict.fromkeys(("three", "trois"), 3.0),
    "half an": 0.5,
}
_UNITS = {
    "demi-heure": 30,
    "m": 1,
    "h": 60,
    "d": _DAY_MINUTES,
    "j": _DAY_MINUTES,
    "w": 7 * _DAY_MINUTES,
    "s": 7 * _DAY_MINUTES,
}
_NUMBER = r"(?:(?:half\s+an|one|two|three|deux|trois|une?|an?)\b|[0-9]{1,4}(?:\.[0-9]{1,2})?)"
_UNIT = (
    r"(?:demi-heures?|min(?:ute)?s?|m|hours?|heures?|hrs?|h|days?|d|jours?|j|weeks?|wks?|w|semaines?|sem)"
    r"(?![^\W\d_])\.?"
)
_JOIN = r"\s*(?:(?:,|\+|and\b|et\b)\s*)?"
_PART = rf"{_NUMBER}\s*{_UNIT}(?:(?<=h)\s?[0-5]?[0-9](?![\w:]))?"
SPAN = rf"{_PART}(?:{_JOIN}{_PART})*(?!\w)"
"""One span inside a larger pattern: it has no groups and needs IGNORECASE."""

_WHOLE = re.compile(SPAN, re.IGNORECASE)
_PIECE = re.compile(rf"({_NUMBER})\s*({_UNIT})(?:(?<=h)\s?([0-5]?[0-9])(?![\w:]))?", re.IGNORECASE)
_STORED = re.compile(r"(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?")
_LIST = re.compile(r"\s*[,;\n]\s*")


@dataclass(frozen=True, order=True)
class Offset:
    """A length of time. `days` follow the wall clock over a DST change, `minutes` are exact."""

    days: int = 0
    minutes: int = 0

    @property
    def length(self) -> timedelta:
        """The length with days of 24 hours."""
        return timedelta(days=self.days, minutes=self.minutes)

    @property
    def short(self) -> str:
        """The form to store, which `stored` reads: "2d", "2h", "1d30m", "0m"."""
        hours, minutes = divmod(self.minutes, 60)
        parts = ((self.days, "d"), (hours, "h"), (minutes, "m"))
        return "".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0m"


def stored(short: str) -> Offset:
    """The offset that `Offset.short` wrote. Raises ValueError on anything else."""
    match = _STORED.fullmatch(short)
    if not match or not short:
        raise ValueError(f"no stored offset: {short!r}")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return Offset(days, hours * 60 + minutes)


def parse_offset(text: str) -> Offset:
    """The span in `text`; "0" is none at all.

    Raises CalendarProblem("span-unreadable", given), also for spans above ten years.
    """
    offset = maybe_offset(tidy(text[:LONGEST_TEXT]))
    if offset is None:
        raise CalendarProblem("span-unreadable", given=quoted(text))
    return offset


def maybe_offset(line: str) -> Offset | None:
    """The span that a tidy line is; None when it is none, or above ten years."""
    if line == "0":
        return Offset()
    if not _WHOLE.fullmatch(line):
        return None
    days, minutes = 0, 0
    for number, unit, more in _PIECE.findall(line):
        amount = _minutes(number, unit)
        whole = amount - amount % _DAY_MINUTES if _unit(unit) >= _DAY_MINUTES else 0
        days += whole // _DAY_MINUTES
        minutes += amount - whole + int(more or 0)
    return Offset(days, minutes) if timedelta(days=days, minutes=minutes) <= _LONGEST else None


def parse_span(text: str) -> timedelta:
    """The span in `text`, with days of 24 hours. Raises CalendarProblem("span-unreadable", given)."""
    return parse_offset(text).length


def parse_spans(text: str) -> tuple[Offset, ...]:
    """A list of spans, parted by commas, semicolons or lines; longest first, each once.

    Raises CalendarProblem("span-unreadable", given) with the entry at fault.
    """
    entries = [entry for entry in _LIST.split(text[:LONGEST_TEXT].strip()) if entry]
    if not entries:
        raise CalendarProblem("span-unreadable", given=quoted(text))
    return tuple(sorted({parse_offset(entry) for entry in entries}, key=lambda one: one.length, reverse=True))


def before(start: datetime, offset: Offset, zone: ZoneInfo) -> datetime:
    """The instant (UTC) that lies `offset` before the aware `start`: days on the clock of `zone`, minutes exactly."""
    return _shifted(start, -offset.days, -offset.minutes, zone)


def after(start: datetime, offset: Offset, zone: ZoneInfo) -> datetime:
    """The instant (UTC) that lies `offset` after the aware `start`: days on the clock of `zone`, minutes exactly."""
    return _shifted(start, offset.days, offset.minutes, zone)


def _shifted(start: datetime, days: int, minutes: int, zone: ZoneInfo) -> datetime:
    if not days:
        return start.astimezone(UTC) + timedelta(minutes=minutes)
    wall = start.astimezone(zone).replace(tzinfo=None, fold=0) + timedelta(days=days)
    return settle(wall, zone)[0].astimezone(UTC) + timedelta(minutes=minutes)


def _minutes(number: str, unit: str) -> int:
    amount = _NUMBERS.get(" ".join(number.lower().split()))
    return round((float(number) if amount is None else amount) * _unit(unit))


def _unit(unit: str) -> int:
    name = unit.lower().rstrip(".")
    return _UNITS.get(name.rstrip("s") if name.startswith("demi") else name[0], 0)
