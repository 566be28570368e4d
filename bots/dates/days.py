"""Days as people name them: "friday", "le 3 mars", "31/12", "tomorrow night", "in 3 days".

Where usage differs: `3/4` is the third of April, or the fourth of March where a place writes the month first, unless
only the other order is a date. "friday" is today if its hour is still ahead. "next friday" is in the next week, and
weeks start on Monday. A date without a year is the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice

from bots.dates.calendar_dates import exact_date, month_after, next_date, nth_in_month
from bots.dates.durations import Offset, digits_for_words, read_offset
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS, Grammar, any_of, plain
from bots.dates.vocabulary import Part, Vocabulary

Order = tuple[bool, ...]
"""Whether the month may come first in a date in figures: one answer, or both."""
_MAX_DAYS = 12
_NUMBERS = ("year", "month", "day")
_DIGIT = re.compile("[0-9]")
_HOUR_BEHIND = re.compile(r"(?<=\w)\s+[0-9]{1,2}\s?h(?:\s?[0-9]{2})?$", re.IGNORECASE)
"""In "dans 15 jours 18h" this is the hour, and no part of the length."""
_ALWAYS = "24/7"
_YEAR = re.compile(r"[12][0-9]{3}$")


@dataclass(frozen=True)
class Day:
    """A day in a text, from `start` to `end`.

    `on` is None for a date that does not exist, and for `exact`, a length of time from now ("in 2 hours").
    `repeats`: days until the next such day, where today's may be over.
    `part`: the part of day said with it. `bare`: nothing but a weekday's name, so maybe part of a title.
    `mismatch`: it is not the weekday said with it. `phrase`: the words, without a leading "on".
    `checked`: its weekday is said beside the date. `dated`: its month is certain; that of "the 4th" is not.
    `month_first`: a number may follow ("december 4-6").
    """

    start: int
    end: int
    on: date | None = None
    phrase: str = ""
    repeats: int = 0
    part: Part | None = None
    bare: bool = False
    mismatch: bool = False
    exact: Offset | None = None
    checked: bool = False
    dated: bool = True
    month_first: bool = False


def find_days(text: str, rules: Grammar, today: date, *, month_first: bool | None = False) -> list[Day]:
    """Return the days in `text`, in order, twelve at most. `month_first`: how 3/4 is read, None where it may be both.

    Raises CalendarProblem("date-order-unsure", given) for a date that may be two.
    """
    order = (False, True) if month_first is None else (month_first,)
    found = (_read(match, rules, today, order) for match in islice(rules.day.finditer(text), _MAX_DAYS))
    days = [day for day in found if day]
    return [day for day in days if not _is_always(day, days)]


def _is_always(day: Day, found: Sequence[Day]) -> bool:
    """Return whether "24/7" is no date: there is another day in the text, further off."""
    apart = (other for other in found if other.start - day.end > 2 or day.start - other.end > 2)
    return day.phrase == _ALWAYS and any(other.on for other in apart)


def _read(match: re.Match[str], rules: Grammar, today: date, order: Order) -> Day | None:
    """Return the day of a match; None for an impossible day, such as the 45th."""
    words = rules.words
    if (
        match["near"]
        and plain(match["near"]) in words.parts
        and rules.part_lead.search(match.string, 0, match.start("near"))
    ):
        return None  # "de la mañana" and "am Morgen" are the morning, not tomorrow
    if match["day2"] and not match["year2"] and rules.serial.search(match.string, 0, match.start()):
        return None  # "part 1/2"
    day = _relative(match, words, today) or _fixed(match, words, today, order)
    if day is None:
        return None
    part = words.parts[plain(match["part"])] if match["part"] else day.part
    phrase = match.string[day.start : day.end].removeprefix(match["on"] or "")
    return replace(day, part=part, phrase=phrase)


def _relative(match: re.Match[str], words: Vocabulary, today: date) -> Day | None:
    """Return a day counted from today; None when it is a date."""
    if match["near"]:
        near = words.near[plain(match["near"])]
        weeks = words.weeks[plain(match["near_weeks"])] if match["near_weeks"] else 0
        return Day(*match.span(), today + timedelta(days=near.days + weeks), part=near.part)
    if match["weekday"]:
        return _weekday(match, words, today)
    if match["from_span"]:
        return _span_from_day(match, words, today)
    if match["ahead"] or match["behind"]:
        return _ahead(match, words, today)
    return None


def _ahead(match: re.Match[str], words: Vocabulary, today: date) -> Day:
    """Return the day of "in 3 days", or "in two weeks on thursday": the thursday of the week in two weeks."""
    span, end = match["ahead"] or match["behind"], match.end()
    hour = _HOUR_BEHIND.search(span) if words.h_is_oclock and not match["of_week"] else None
    if hour and not match["part"]:
        span, end = span[: hour.start()], end - len(hour[0])
    offset = read_offset(span)
    if offset is None or offset.minutes:
        return Day(*match.span(), exact=read_offset(match["ahead"] or match["behind"]))
    on = today + timedelta(days=offset.days)
    if not match["of_week"]:
        return Day(match.start(), end, on)
    number = weekday_number(match["of_week"], words)
    if offset.days % 7:
        return Day(*match.span(), on, mismatch=number != on.weekday())
    return Day(*match.span(), on + timedelta(days=number - on.weekday()))


def _span_from_day(match: re.Match[str], words: Vocabulary, today: date) -> Day:
    """Return the day of "a week from tomorrow"; None when the span is not a whole number of days."""
    offset, said = read_offset(match["from_span"]), match["from_near"]
    if offset is None or offset.minutes:
        return Day(*match.span())
    near = words.near.get(plain(said))
    days = near.days if near else (weekday_number(said, words) - today.weekday()) % 7
    return Day(*match.span(), today + timedelta(days=days + offset.days))


def _fixed(match: re.Match[str], words: Vocabulary, today: date, order: Order) -> Day | None:
    """Return a date; None when the day cannot be in a month, or the count of months is not a number."""
    if match["nth"]:
        return Day(*match.span(), _nth(match, words, today))
    if match["monthday"] or match["alone"] or match["numbered"]:
        return _day_of_month(match, words, today)
    if match["months"]:
        on = _parse_date(digits_for_words(match["months"]), words, today)
        return Day(*match.span(), on) if on or _DIGIT.search(match["months"]) else None
    said = weekday_number(match["checked"], words) if match["checked"] else None
    if match["named"]:
        dates = [_named(match["named"], words, today)]
    else:
        dates = list(dict.fromkeys(_numeric(match, today, month_first=first) for first in order))
    on = next((one for one in dates if one and one.weekday() == said), dates[0])
    if len(dates) > 1 and said is None:
        raise CalendarProblem("date-order-unsure", given=match.group())
    month_first = bool(match["named"] and match["named"][0].isalpha())
    mismatch = bool(said is not None and on and said != on.weekday())
    return Day(*match.span(), on, mismatch=mismatch, checked=said is not None, month_first=month_first)


def _nth(match: re.Match[str], words: Vocabulary, today: date) -> date | None:
    """Return "the first saturday of december", or "of the month"; -1 is the last one. None when there is none."""
    number = words.ordinals[plain(match["nth"])]
    weekday = weekday_number(match["nth_day"], words) if match["nth_day"] else None
    if match["nth_month"]:
        named = _parse_date(f"1 {match['nth_month']}", words, today)
        months = [named.replace(year=today.year + ahead) for ahead in range(2)] if named else []
    else:
        months = [today.replace(day=1), month_after(today)][1 if match["nth_next"] else 0 :]
    dates = (nth_in_month(month, number, weekday) for month in months)
    return next((on for on in dates if on and on >= today), None)


def weekday_number(weekday: str, words: Vocabulary) -> int:
    """Return the number of a weekday, Monday being 0."""
    return next(number for number, start in enumerate(words.weekdays) if re.match(start, weekday, re.IGNORECASE))


def _weekday(match: re.Match[str], words: Vocabulary, today: date) -> Day:
    number = weekday_number(match["weekday"], words)
    if match["next"] or match["next2"]:
        monday = today + timedelta(days=7 - today.weekday())
        return Day(*match.span(), monday + timedelta(days=number))
    if match["coming"] or match["coming2"]:
        return Day(*match.span(), today + timedelta(days=(number - today.weekday() - 1) % 7 + 1))
    on = today + timedelta(days=(number - today.weekday()) % 7)
    if match["weeks"]:
        return Day(*match.span(), on + timedelta(days=words.weeks[plain(match["weeks"])]))
    return Day(*match.span(), on, repeats=7, bare=not match["on"])


def _numeric(match: re.Match[str], today: date, *, month_first: bool) -> date | None:
    """Return a date in figures; None when it does not exist. The other order counts where only that is a date."""
    forms = ("", "2", "3", "4", "5", "6", "7")
    groups = match.groupdict()
    year, month, day = (next(filter(None, (groups.get(name + form) for form in forms)), "") for name in _NUMBERS)
    numbers = int(day), int(month)
    orders = [numbers, numbers[::-1]]
    if month_first and not match["year"] and "." not in match.group():
        orders.reverse()
    full = int(year or 0) + (2000 if len(year) == 2 else 0)
    dates = (exact_date(full, month, day) if year else next_date(day, month, today) for day, month in orders)
    return next(dates) if match["year"] else next((on for on in dates if on), None)


def _day_of_month(match: re.Match[str], words: Vocabulary, today: date) -> Day | None:
    """Return the next "15th" or "vendredi 9", with its weekday if one was said."""
    said = match["monthday"] or match["alone"] or match["numbered"]
    digits = re.match("[0-9]+", said)
    number = int(digits[0]) if digits else words.monthdays.get(plain(said), 0)
    dates = [today + timedelta(days=ahead) for ahead in range(92)]
    dates = [on for on in dates if on.day == number]
    if not dates:
        return None
    wanted = weekday_number(match["fixed"], words) if match["fixed"] else None
    on = next((one for one in dates if wanted in {None, one.weekday()}), None)
    return Day(*match.span(), on or dates[0], mismatch=on is None, checked=wanted is not None, dated=False)


def _named(phrase: str, words: Vocabulary, today: date) -> date | None:
    """Return a date with the month's name. Without a year, count from yesterday: today's date is not next year's."""
    said = any_of(words.monthdays)
    phrase = re.sub(rf"^(?:{said})(?!\w)", lambda word: f"{words.monthdays[plain(word[0])]}", phrase, flags=FLAGS)
    phrase = re.sub(r"(?<=[0-9])(?:[°º]|ten?\b)", "", phrase)
    return _parse_date(phrase, words, today if _YEAR.search(phrase) else today - timedelta(days=1))


def _parse_date(phrase: str, words: Vocabulary, base: date) -> date | None:
    """Return the date that dateparser reads, seen from `base` and not from the machine's clock or zone."""
    # Here, not at the top: dateparser's import takes 170 ms, and the start of the bot needs no date.
    import dateparser  # type: ignore[import-untyped]  # it is annotated, but without the py.typed that says so

    found: datetime | None = dateparser.parse(
        phrase,
        languages=[words.dateparser],
        settings={
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime(base.year, base.month, base.day),  # noqa: DTZ001 - dateparser wants it naive
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
    return found.date() if found else None
