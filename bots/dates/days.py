"""Days as people name them: "friday", "le 3 mars", "31/12", "tomorrow night", "in 3 days".

Rules where usage differs: `3/4` is the third of April (the day first, in every language), unless only the other order
is a date; "friday" is today's when its hour is still ahead; "next friday" is the one of the next week, weeks starting
on Monday; a date without a year is the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice

from bots.dates.durations import Offset, maybe_offset
from bots.dates.grammar import Grammar
from bots.dates.languages import Language, Part

_MOST = 12
_DIGIT = re.compile("[0-9]")
_YEAR = re.compile(r"[12][0-9]{3}$")


@dataclass(frozen=True)
class Day:
    """A day found in a text, from `start` to `end`.

    `on` is None for a date that does not exist, and for `exact`, a length of time from now ("in 2 hours").
    `again`: days until the next such day, where today's may be over.
    `part`: the part of day said with it. `bare`: nothing but a weekday's name, so maybe part of a title.
    `mismatch`: the weekday said with it is another one. `said`: the words, without a leading "on".
    """

    start: int
    end: int
    on: date | None = None
    said: str = ""
    again: int = 0
    part: Part | None = None
    bare: bool = False
    mismatch: bool = False
    exact: Offset | None = None


def find(text: str, rules: Grammar, today: date) -> list[Day]:
    """The days in `text`, in order, twelve at most; a number that cannot be a day of the month is none."""
    found = (_read(match, rules.language, today) for match in islice(rules.day.finditer(text), _MOST))
    return [day for day in found if day]


def _read(match: re.Match[str], language: Language, today: date) -> Day | None:
    day = _relative(match, language, today) or _fixed(match, language, today)
    if day is None:
        return None
    part = language.parts[" ".join(match["part"].lower().split())] if match["part"] else day.part
    return replace(day, part=part, said=match.group().removeprefix(match["on"] or ""))


def _relative(match: re.Match[str], language: Language, today: date) -> Day | None:
    """A day counted from today; None when it is a date."""
    if match["near"]:
        ahead, part = _near(match["near"], language)
        return Day(*match.span(), today + timedelta(days=ahead), part=part)
    if match["weekday"]:
        return _weekday(match, language, today)
    if match["ahead"]:
        offset = maybe_offset(match["ahead"].split(maxsplit=1)[1])
        if offset and offset.minutes:
            return Day(*match.span(), exact=offset)
        return Day(*match.span(), today + timedelta(days=offset.days) if offset else None)
    return None


def _fixed(match: re.Match[str], language: Language, today: date) -> Day | None:
    """A date; None when the number cannot be a day of a month, or the count of months is no number."""
    if match["monthday"] or match["alone"]:
        return _day_of_month(match, language, today)
    if match["months"]:
        on = _phrase(match["months"], language, today)
        return Day(*match.span(), on) if on or _DIGIT.search(match["months"]) else None
    on = _named(match["named"], language, today) if match["named"] else _numeric(match, today)
    said = match["checked"]
    return Day(*match.span(), on, mismatch=bool(said and on and _number(said, language) != on.weekday()))


def _near(said: str, language: Language) -> tuple[int, Part | None]:
    return language.near[_plain(said)]


def _plain(said: str) -> str:
    """A phrase as the language lists it."""
    return " ".join(said.lower().replace("\u2019", "'").split())


def _number(weekday: str, language: Language) -> int:
    return language.weekdays.index(weekday.lower()[:3])


def _weekday(match: re.Match[str], language: Language, today: date) -> Day:
    number = _number(match["weekday"], language)
    if match["next"] or match["later"]:
        monday = today + timedelta(days=7 - today.weekday())
        return Day(*match.span(), monday + timedelta(days=number))
    on = today + timedelta(days=(number - today.weekday()) % 7)
    if match["weeks"]:
        return Day(*match.span(), on + timedelta(days=language.weeks[_plain(match["weeks"])]))
    return Day(*match.span(), on, again=7, bare=not match["on"])


def _numeric(match: re.Match[str], today: date) -> date | None:
    """A date in figures; None when it does not exist."""
    year, month, day = (match[name] or match[f"{name}2"] or match[f"{name}3"] for name in ("year", "month", "day"))
    if not year:
        on = _next(int(day), int(month), today)
        return on or _next(int(month), int(day), today)
    full = int(year) + (2000 if len(year) == 2 else 0)
    return _exact(full, int(month), int(day)) or (None if match["year"] else _exact(full, int(day), int(month)))


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(day: int, month: int, today: date) -> date | None:
    """The first such date from today on; the 29th of February may be years away."""
    dates = (_exact(today.year + ahead, month, day) for ahead in range(9))
    return next((on for on in dates if on and on >= today), None)


def _day_of_month(match: re.Match[str], language: Language, today: date) -> Day | None:
    """ "the 15th", "vendredi 9": the next one, with its weekday if one was said."""
    digits = re.match("[0-9]+", match["monthday"] or match["alone"])
    number = int(digits[0]) if digits else 0
    dates = [today + timedelta(days=ahead) for ahead in range(92)]
    dates = [on for on in dates if on.day == number]
    if not dates:
        return None
    wanted = _number(match["fixed"], language) if match["fixed"] else None
    on = next((one for one in dates if wanted in {None, one.weekday()}), None)
    return Day(*match.span(), on or dates[0], mismatch=on is None)


def _named(said: str, language: Language, today: date) -> date | None:
    """A date with the month's name. The day before `today` is the base, so that today's own date is not next year's."""
    if _YEAR.search(said):
        return _phrase(said, language, today)
    return _phrase(said, language, today - timedelta(days=1))


def _phrase(said: str, language: Language, base: date) -> date | None:
    """What dateparser reads in `said`, seen from `base`; it never looks at the machine's clock or zone."""
    # Here, not at the top: dateparser's import takes 170 ms, and the start of the bot needs no date.
    import dateparser  # type: ignore[import-untyped]  # it is annotated, but without the py.typed that says so

    found: datetime | None = dateparser.parse(
        said,
        languages=[language.code],
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
