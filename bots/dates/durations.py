"""Lengths of time as people write them ("1 day", "2h", "1h30", "2 jours"), and how far before a start they lie.

The units of all languages are read, whatever the room's locale: none of them clash.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from bots.core.sanitize import one_line
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import LONGEST_TEXT, excerpt, resolve_local_time
from bots.dates.vocabulary import NEVER, all_vocabularies, unaccent, union

_LONGEST = timedelta(days=3660)
_DAY_MINUTES = 1440
_MINUTES = {"minutes": 1, "quarter_hours": 15, "half_hours": 30, "hours": 60, "days": 1440, "weeks": 7 * 1440}
_BARE = frozenset({15, 30, 60})
"""The minutes of the units that need no number before "later"."""
_DIGITS = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?"
_MORE = r"(?:(?<=h)\s?([0-5]?[0-9])(?![\w:]))?"
"""The minutes of "1h30"."""
_STORED = re.compile(r"(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?")


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
        """The form to store, which `parse_stored` reads: "2d", "2h", "1d30m", "0m"."""
        hours, minutes = divmod(self.minutes, 60)
        parts = ((self.days, "d"), (hours, "h"), (minutes, "m"))
        return "".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0m"


def parse_stored(short: str) -> Offset:
    """Return the offset that `Offset.short` wrote. Raises ValueError on anything else."""
    match = _STORED.fullmatch(short)
    if not match or not short:
        raise ValueError(f"no stored offset: {short!r}")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return Offset(days, hours * 60 + minutes)


def parse_offset(text: str) -> Offset:
    """Return the length in `text`; "0" is none at all.

    Raises CalendarProblem("span-unreadable", given), also for lengths above ten years.
    """
    offset = read_offset(unaccent(one_line(unicodedata.normalize("NFC", text[:LONGEST_TEXT]))))
    if offset is None:
        raise CalendarProblem("span-unreadable", given=excerpt(text))
    return offset


def read_offset(line: str) -> Offset | None:
    """Return the length in a line without accents; None without one, or above ten years."""
    if line == "0":
        return Offset()
    if not _patterns().span.fullmatch(line):
        return None
    days, minutes = 0, 0
    for number, inside, unit, more, behind, bare_unit, bare in _patterns().piece.findall(line):
        size = _unit_minutes(unit or bare_unit)
        amount = round((_amount(number) + sum(map(_extra, (inside, behind, bare)))) * size)
        whole_days = amount - amount % _DAY_MINUTES if size >= _DAY_MINUTES else 0
        days += whole_days // _DAY_MINUTES
        minutes += amount - whole_days + int(more or 0)
    return Offset(days, minutes) if timedelta(days=days, minutes=minutes) <= _LONGEST else None


def parse_span(text: str) -> timedelta:
    """Return the length in `text`, with days of 24 hours. Raises CalendarProblem("span-unreadable", given)."""
    return parse_offset(text).length


def subtract_offset(start: datetime, offset: Offset, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) `offset` before the aware `start`: days on the clock of `zone`, minutes exactly."""
    return add_offset(start, Offset(-offset.days, -offset.minutes), zone)


def add_offset(start: datetime, offset: Offset, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) `offset` after the aware `start`: days on the clock of `zone`, minutes exactly."""
    if offset.days:
        wall = start.astimezone(zone).replace(tzinfo=None, fold=0) + timedelta(days=offset.days)
        start = resolve_local_time(wall, zone)[0]
    return start.astimezone(UTC) + timedelta(minutes=offset.minutes)


def span_pattern() -> str:
    """Return the pattern of one span inside a larger pattern: it has no groups and needs FLAGS of the grammar."""
    return _patterns().source


def bare_unit_pattern() -> str:
    """Return the pattern of one hour, or a part of it, without its number: the "hour" of "hour later"."""
    return "|".join(f"(?:{pattern})" for pattern, minutes in _units().items() if minutes in _BARE and pattern != NEVER)


def read_bare_unit(line: str) -> Offset | None:
    """Return the length that a unit without a number says ("viertelstunde"); None for what is no such unit."""
    return Offset(minutes=_unit_minutes(line)) if re.fullmatch(bare_unit_pattern(), line, re.IGNORECASE) else None


@dataclass(frozen=True)
class _Patterns:
    """A whole span, one piece of it, and its source.

    A piece is a number, what adds to it, a unit, the minutes of "1h30" and what adds to the unit; or a unit and what
    adds to it.
    """

    span: re.Pattern[str]
    piece: re.Pattern[str]
    source: str


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Return the patterns of lengths in all languages."""
    number = rf"(?:(?:{_phrases(_amounts())})\b|{_DIGITS})"
    units = "|".join(fragment for fragment in _units() if fragment)
    # Atomic: two languages may spell a word alike, and backtracking would try all combinations.
    join = rf"(?>(?:{union('joins')})\b)"
    unit, extra = rf"(?>(?:{units})(?![^\W\d_]))\.?", rf"\s+(?:{_phrases(_extras())})\b"
    piece = rf"(?:({number})({extra})?\s*({unit}){_MORE}({extra})?|({unit})({extra}))"
    part = re.sub(r"\((?!\?)", "(?:", piece)
    source = rf"{part}(?:\s*(?:(?:,|\+|{join})\s*)?{part})*(?!\w)"
    return _Patterns(re.compile(source, re.IGNORECASE), re.compile(piece, re.IGNORECASE), source)


def _phrases(table: Mapping[str, float]) -> str:
    """Return the pattern of the phrases of a table, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(table, key=len, reverse=True))


@lru_cache(maxsize=1)
def _extras() -> Mapping[str, float]:
    """Return what adds a part of a unit ("and a half"), in all languages."""
    return {words: part for one in all_vocabularies() for words, part in one.and_more.items()}


def _extra(words: str) -> float:
    return _extras()[" ".join(words.lower().split())] if words else 0


@lru_cache(maxsize=1)
def _amounts() -> Mapping[str, float]:
    """Return the numbers in words of all languages."""
    return {word: amount for words in all_vocabularies() for word, amount in words.amounts.items()}


def read_amount(word: str) -> float | None:
    """Return the value of a number in digits or in words of any language; None for another word."""
    plain = unaccent(word).lower()
    return float(plain) if plain.isascii() and plain.isdecimal() else _amounts().get(plain)


def digits_for_words(text: str) -> str:
    """Return the text with numbers in words as digits."""
    return re.sub(r"\w+", lambda word: f"{_amounts().get(word[0].lower(), word[0])}", text)


@lru_cache(maxsize=1)
def _units() -> Mapping[str, int]:
    """Return the minutes of each unit of all languages, by its pattern."""
    units = (msgspec.structs.asdict(words.units) for words in all_vocabularies())
    return {pattern: _MINUTES[name] for one in units for name, pattern in one.items()}


def _unit_minutes(unit: str) -> int:
    name = unit.rstrip(".")
    return next(minutes for pattern, minutes in _units().items() if re.fullmatch(pattern, name, re.IGNORECASE))


def _amount(number: str) -> float:
    """Return the value of a number in digits or words; of none, 1."""
    word = " ".join(number.lower().split())
    return _amounts()[word] if word in _amounts() else float(word.replace(",", ".") or 1)
