"""Read what one line says about time: which day, which hour, how long. Resolution compares it with the clock."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import product
from zoneinfo import ZoneInfo

from bots.core.sanitize import one_line
from bots.dates import coincidence, day_ranges, days, times, zone_locales
from bots.dates.day_ranges import DayRange
from bots.dates.days import Day
from bots.dates.durations import Offset, read_offset
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import DAY_MARK, FLAGS, QUOTE_MARK, Grammar, grammar
from bots.dates.occasions import Occasion, find_occasion
from bots.dates.times import DEFAULT_MINUTES, Time, TimeRange
from bots.dates.vocabulary import unaccent, union, vocabulary
from bots.dates.yearly_days import find_yearly_day
from bots.i18n import languages

Position = tuple[int, int]
"""Where something is in a text: its start, and the index after its end."""
_BEST_SCORE = 3
LINE_SIGN = " · "
"""It stands for the end of a line, where a place ends too."""
_ISO = re.compile(r"(?<![0-9])([0-9]{4}-[0-9]{2}-[0-9]{2})T(?=[0-9])")
_SLASHED = re.compile(r"(?<![0-9])[0-9]{1,2}[/-][0-9]{1,2}(?![0-9])")
_NO_MARKS = str.maketrans("", "", DAY_MARK + QUOTE_MARK)
_SHORTEST, _LONGEST = timedelta(minutes=5), timedelta(days=2)
_HOUR = re.compile(r"(?:[7-9]|1[0-9]|2[0-4])\s?h\s?[0-9]{0,2}", re.IGNORECASE)
QUOTE = re.compile(r'"[^"]*"|“[^”"]*[”"]|„[^“”"]*[“”"]|«[^»]*»|‹[^›]*›|(?<!\w)»[^«]*«')
"""A quotation: marks of two kinds of keyboards may be mixed."""


@dataclass(frozen=True)
class Reading:
    """What one language finds in `text`, and where.

    `occasion`: what the words say about the half of the day. `all_day`: it lasts the whole `day`, or up to `last_day`.
    `impossible`: a date that does not exist. `others`: days in the text besides the one that was chosen.
    `repeating`: where the text has a rule; `day` is its first date.
    """

    text: str
    rules: Grammar
    day: Day | None = None
    times: TimeRange | None = None
    last_day: Day | None = None
    last: Time | None = None
    lasting: Offset | None = None
    occasion: Occasion | None = None
    all_day: bool = False
    positions: tuple[Position, ...] = ()
    impossible: str = ""
    others: tuple[Day, ...] = ()
    repeating: tuple[Position, ...] = ()

    @property
    def score(self) -> int:
        """How much was found: a day counts more than an hour."""
        day = self.day
        hour = self.times is not None or bool(day and (self.all_day or day.exact or day.part in DEFAULT_MINUTES))
        return 2 * (self.day is not None) + hour

    @property
    def hour_is_doubtful(self) -> bool:
        """Whether the hour may be in either half of the day."""
        hours, part = self.times, self.day.part if self.day else None
        return bool(hours and not hours.last and times.is_doubtful(hours.first, hours.part or part, self.occasion))

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases that were read, in order."""
        return tuple(self.text[start:end].strip() for start, end in self.positions)

    def has_only(self, *fields: str) -> bool:
        """Return whether the line has a day or an hour, and besides only the small words in these fields."""
        rest = unaccent(mask(self.text, self.positions, " "))
        return bool(self.score) and not _small_words(fields).sub(" ", rest).strip(" ,;:.!?·-")


@lru_cache
def _small_words(fields: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the words in these fields, of every language."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(union, fields))})(?!\w)", FLAGS)


def normalize_line(text: str) -> str:
    """Return what people typed on one line, an ISO "T" between date and time as a space."""
    text = LINE_SIGN.join(_label().sub("", line) for line in text.splitlines() if line.strip())
    return _ISO.sub(r"\1 ", one_line(unicodedata.normalize("NFC", text.translate(_NO_MARKS))))


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """Return the pattern of a label that opens a line, in any language: "When: friday 7pm"."""
    return re.compile(rf"^\s*(?:{union('labels')})\s*:\s*", FLAGS)


def read_best(text: str, locale: str | None, zone: ZoneInfo, now: datetime) -> Reading:
    """Return the reading of the language that finds most; the locale's own where they find the same.

    `text` is a normalized line, typed at `now` in `zone`. Raises CalendarProblem("date-impossible", given) when its
    only date does not exist, and "date-order-unsure" (given) for 3/4 where that may be April or March.
    """
    today = now.astimezone(zone).date()
    month_first = zone_locales.month_comes_first(zone, locale) if _SLASHED.search(text) else False
    readings = []
    for code in languages.in_order(locale):
        readings.append(read(text, grammar(vocabulary(code)), today, month_first=month_first))
        if readings[-1].score == _BEST_SCORE:
            break
    best = max(readings, key=lambda reading: reading.score)
    impossible = next((reading.impossible for reading in readings if reading.impossible), "")
    if impossible and best.day is None:
        raise CalendarProblem("date-impossible", given=impossible)
    return best


def read(text: str, rules: Grammar, today: date, *, month_first: bool | None = False) -> Reading:
    """Return what a line says in one language. Nothing is read inside quotes."""
    masked = mask(unaccent(text), [match.span() for match in QUOTE.finditer(text)], QUOTE_MARK)
    opened = day_ranges.open_dashes(masked, rules)
    found = [_as_written(day, text) for day in days.find_days(opened, rules, today, month_first=month_first)]
    named = find_yearly_day(masked, rules, today)
    span = [(named.start, named.start + len(named.phrase))] if named else []
    found = [day for day in found if not any(day.start < end and start < day.end for start, end in span)]
    length = rules.lasting.search(masked)
    lasting = read_offset(length["span"] or length["inside"]) if length else None
    spent = [length.span()] if length and lasting else []
    masked = mask(masked, spent, QUOTE_MARK)
    row = day_ranges.find_range(opened, found, rules)
    ranges = times.find_times(mask(masked, [*_positions_of(*found, row), *span], DAY_MARK), rules)
    reading = Reading(
        text, rules, lasting=lasting, positions=tuple(spent), occasion=find_occasion(unaccent(text)),
        impossible=next((day.phrase for day in found if day.on is None and day.exact is None), ""),
    )  # fmt: skip
    if row and not ranges:
        positions = (*spent, *_positions_of(row))
        reading = replace(reading, day=row.first, last_day=row.last, all_day=True, positions=positions)
    else:
        reading = _with_day_and_hours(reading, masked, found, ranges)
        if reading.day is None and named:
            reading = replace(reading, day=replace(named, phrase=text[slice(*span[0])]))
    if not ranges and reading.day and reading.day.on and (whole := rules.all_day.search(masked)):
        reading = replace(reading, all_day=True, positions=(*reading.positions, whole.span()))
    positions = tuple(sorted(reading.positions))
    others = tuple(one for one in found if not any(start <= one.start < end for start, end in positions))
    return replace(reading, positions=positions, others=others)


def _with_day_and_hours(reading: Reading, masked: str, found: list[Day], ranges: list[TimeRange]) -> Reading:
    """Return the reading with the day and the hours chosen from those in the text, and with its end or length."""
    day, hours = _choose(unaccent(reading.text), found, ranges)
    day, joined = coincidence.join_days(reading.text, day, found)
    positions = [*reading.positions, *_positions_of(day, hours), *joined]
    last_day, last, ends = None, None, list[Position]()
    lasting = reading.lasting
    if hours:
        last_day, last, ends = _closing(masked, reading.rules, found, ranges, [day, hours])
        if not (lasting or last or hours.last):
            lasting, ends = _length_behind(masked, hours, reading.rules)
    return replace(
        reading, day=day, times=hours, last_day=last_day, last=last, lasting=lasting, positions=(*positions, *ends)
    )


def _positions_of(*parts: Day | TimeRange | DayRange | None) -> list[Position]:
    return [(part.start, part.end) for part in parts if part]


def _length_behind(masked: str, hours: TimeRange, rules: Grammar) -> tuple[Offset | None, list[Position]]:
    """Return the length right after an hour ("6pm 90 mins", "18h, hora y media"), and where."""
    match = rules.length_behind.match(masked, hours.end)
    lasting = read_offset(match["span"]) if match else None
    if match is None or lasting is None or not _SHORTEST <= lasting.length <= _LONGEST:
        return None, []
    if rules.words.h_is_oclock and _HOUR.fullmatch(match["span"]):
        return None, []  # "18h 20h" is two hours
    return lasting, [match.span()]


def _as_written(day: Day, text: str) -> Day:
    """Return the day with its phrase as people wrote it, with its accents."""
    return replace(day, phrase=text[day.end - len(day.phrase) : day.end])


def mask(text: str, positions: Sequence[Position], mark: str) -> str:
    """Return the text with every letter at the positions replaced by the mark."""
    for start, end in positions:
        text = text[:start] + mark * (end - start) + text[end:]
    return text


def _choose(text: str, found: list[Day], ranges: list[TimeRange]) -> tuple[Day | None, TimeRange | None]:
    """Return the day and the hour nearest to each other; others may belong to a name ("Friday Night Magic")."""
    real = [day for day in found if day.on]
    pairs = list(product(real, ranges))
    if pairs:
        return min(pairs, key=lambda pair: _distance(text, *pair))
    exact = next((day for day in found if day.exact), None)
    if exact or not ranges:
        ordered = sorted(real, key=lambda day: (day.part not in DEFAULT_MINUTES, day.bare))
        return exact or next(iter(ordered), None), None
    return None, min(ranges, key=lambda hours: not hours.certain)


def _distance(text: str, day: Day, hours: TimeRange) -> tuple[bool, bool, int, bool]:
    """Return how far an hour is from a day; of two, the one behind it counts: "messe de minuit 24 décembre 23h"."""
    start, end = (day.end, hours.start) if day.end <= hours.start else (hours.end, day.start)
    between = text[start:end]
    apart = 0 if _gap().fullmatch(between) else len(between)
    return apart > 0, not hours.certain, apart, hours.start < day.start


@lru_cache(maxsize=1)
def _gap() -> re.Pattern[str]:
    """Return the pattern of what may be between a day and its hour, in any language."""
    return re.compile(rf"[\s,·]*(?:(?:{union('lead')}|@)\s*)?", FLAGS)


def _closing(
    masked: str, rules: Grammar, found: list[Day], ranges: list[TimeRange], start: list[Day | TimeRange | None]
) -> tuple[Day | None, Time | None, list[Position]]:
    """Return the end that is said apart from the start ("to sunday 5pm", "until 10pm"), and where."""
    begun = max(part.end for part in start if part)
    for day, hours in product(found, ranges):
        follows = day.start >= begun and rules.to.fullmatch(masked, begun, day.start)
        if follows and day.on and hours.start >= day.end and _gap().fullmatch(masked, day.end, hours.start):
            return day, hours.first, [(begun, hours.end)]
    closing = times.find_end(mask(masked, [(part.start, part.end) for part in start if part], DAY_MARK), rules)
    return (None, closing[2], [closing[:2]]) if closing else (None, None, [])
