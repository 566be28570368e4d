"""An event in one line: "Potluck friday 7pm at the garden", "AG le 3 mars à 18h30 à la mairie"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.dates import parsing, title_and_place
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import LONGEST_TEXT
from bots.dates.parsing import Reading, Stretch
from bots.dates.resolution import slot


@dataclass(frozen=True, kw_only=True)
class EventDraft:
    """An event as it was understood, to be shown before it is made; times are aware, in the zone asked for.

    `moved`: a DST change skips an hour that was said, the next real one is taken. `understood`: the phrases read as
    time. `leftover`: what was said behind the date and is neither title nor place.
    """

    title: str
    start: datetime
    end: datetime | None = None
    place: str | None = None
    moved: bool = False
    understood: tuple[str, ...] = ()
    leftover: str = ""


def parse_event(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> EventDraft:
    """Read one line, in the locale's language or another we know; `now` is aware.

    The first of these that holds is raised as CalendarProblem: "event-too-long" (limit), "date-impossible" (given),
    "event-no-date", "event-no-time" (given), "date-past" (at), "date-too-far" (at, years), "weekday-mismatch"
    (given, at), "end-before-start" (at, end), "event-no-title". `at` and `end` are aware, in the zone.
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("event-too-long", limit=LONGEST_TEXT)
    line = parsing.line_of(text)
    reading = parsing.best(line, locale, now.astimezone(zone).date())
    when = slot(reading, zone, now)
    words = title_and_place.words(line, _without_name(reading), reading.rules.language)
    if not _says_something(words.title):
        raise CalendarProblem("event-no-title")
    return EventDraft(
        title=words.title,
        start=when.start,
        end=when.end,
        place=words.place,
        moved=when.moved,
        understood=reading.understood,
        leftover=words.leftover,
    )


def _without_name(reading: Reading) -> tuple[Stretch, ...]:
    """The stretches to cut out. A capital weekday that opens a name stays in it: "Friday Night Magic at 8pm"."""
    day, clock, text = reading.day, reading.clock, reading.text
    if not day or not day.bare or not clock or text[: day.start].strip():
        return reading.used
    behind = text[day.end :].lstrip()
    adjoining = clock.start - day.end <= 1
    if text[day.start].isupper() and behind[:1].isupper() and not adjoining:
        return tuple(stretch for stretch in reading.used if stretch != (day.start, day.end))
    return reading.used


def _says_something(title: str) -> bool:
    """Whether there is a letter, a digit or a symbol (an emoji)."""
    return any(unicodedata.category(letter)[0] in "LNS" for letter in title)
