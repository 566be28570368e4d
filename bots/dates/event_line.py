"""An event in one line: "Potluck friday 7pm at the garden", "AG le 3 mars à 18h30 à la mairie"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.dates import doubts, parsing, resolved_doubts, spoken_zones
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import LONGEST_TEXT
from bots.dates.parsing import Position, Reading
from bots.dates.polite import strip_polite
from bots.dates.recurrence import Repetition
from bots.dates.recurrence_reading import read_repeated
from bots.dates.repeated import first_slot
from bots.dates.resolution import resolve_slot
from bots.dates.title_and_place import split_title_and_place


@dataclass(frozen=True, kw_only=True)
class EventDraft:
    """An event to be confirmed; times are aware, in the zone asked for.

    `moved`: a DST change skips an hour that was said; the next real one is taken. `phrases`: the words read as time.
    `leftover`: words after the date that are neither title nor place. `all_day`: it takes whole days, from the
    midnight before the first to the midnight after the last. `rule`: how it recurs; `start` is its first date.
    `once`: the rule may be meant for that date only.
    """

    title: str
    start: datetime
    end: datetime | None = None
    place: str | None = None
    moved: bool = False
    phrases: tuple[str, ...] = ()
    leftover: str = ""
    all_day: bool = False
    rule: Repetition | None = None
    once: bool = False

    @property
    def start_by(self) -> datetime:
        """The instant until which it may be announced: its start, or the end of its days."""
        return self.end if self.all_day and self.end is not None else self.start


def parse_event(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> EventDraft:
    """Read one line, in the locale's language or another of ours; `now` is aware.

    The first of these that holds is raised as CalendarProblem: "event-too-long" (limit), "date-impossible" (given),
    "event-repeats", "event-several-days", "event-day-unsure", "event-hour-unsure",
    "event-several-hours" (given),
    "event-day-misspelt" (given, nearest), "event-year-unsure" (given, full),
    "event-no-date", "event-no-time" (given), "date-past" (at), "date-too-far" (at, years), "weekday-mismatch"
    (given, at), "end-before-start" (at, end), "event-no-title". `at` and `end` are aware, in the zone.
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("event-too-long", limit=LONGEST_TEXT)
    line, said_zone = spoken_zones.cut_zone(parsing.normalize_line(strip_polite(text)), zone)
    repeated = read_repeated(line, locale, said_zone, now)
    reading = repeated.reading if repeated else parsing.read_best(line, locale, said_zone, now)
    doubts.check(reading, locale)
    rule = repeated.repetition if repeated else None
    if repeated:
        slot, rule = first_slot(repeated, said_zone, now)
    else:
        slot = resolve_slot(reading, said_zone, now)
        resolved_doubts.check_today(reading, slot.start, now)
        resolved_doubts.check_year(reading, slot.start, now)
    words = split_title_and_place(line, _positions_to_cut(reading), reading.rules.words)
    if not _has_visible_character(words.title):
        raise CalendarProblem("event-no-title")
    return EventDraft(
        title=words.title,
        start=slot.start.astimezone(zone),
        end=slot.end.astimezone(zone) if slot.end else None,
        place=words.place,
        moved=slot.moved,
        phrases=reading.phrases,
        leftover=words.leftover,
        all_day=slot.all_day,
        rule=rule,
        once=repeated is not None and repeated.once,
    )


def with_leftover(draft: EventDraft, text: str) -> EventDraft:
    """Return the event with more words after its leftover ones, on a line of their own."""
    return replace(draft, leftover=f"{draft.leftover}\n{text}".strip())


def _positions_to_cut(reading: Reading) -> tuple[Position, ...]:
    """Return what to cut out. A capital weekday that opens a name stays in it: "Friday Night Magic at 8pm"."""
    day, times, text = reading.day, reading.times, reading.text
    if not day or not day.bare or not times or text[: day.start].strip():
        return reading.positions
    behind = text[day.end :].lstrip()
    adjoining = times.start - day.end <= 1
    if text[day.start].isupper() and behind[:1].isupper() and not adjoining:
        return tuple(position for position in reading.positions if position != (day.start, day.end))
    return reading.positions


def _has_visible_character(title: str) -> bool:
    """Return whether there is a letter, a digit or a symbol (an emoji)."""
    return any(unicodedata.category(letter)[0] in "LNS" for letter in title)
