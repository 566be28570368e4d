"""Put the answer to a question about an unfinished event into the line that somebody typed before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.dates import parsing
from bots.dates.errors import CalendarProblem
from bots.dates.parsing import Position, Reading
from bots.dates.recurrence_reading import says_rule

INCOMPLETE = ("event-no-date", "event-no-time", "event-no-title")
"""The problems of a line that only lacks something."""
RULE_PROBLEMS = (
    "event-rule-unclear", "event-rule-which", "event-rule-month-day", "event-rule-limit", "event-rule-vacations",
    "event-rule-left-out",
)  # fmt: skip
_ABOUT_WORDS = (
    "date-impossible", "date-order-unsure", "event-several-days", "event-day-unsure", "event-hour-unsure",
    "event-several-hours",
    "event-hour-half", "event-day-misspelt", "event-repeats", "event-several-weekly", "weekday-mismatch",
    *RULE_PROBLEMS,
)  # fmt: skip
"""The problems whose `given` words an answer replaces."""
_PARTS = " … "
_HOUR = re.compile(r"[0-9]{1,2}")
_WORD = re.compile(r"\w{3,}")


def complete(
    said: str, answer: str, problem: Mapping[str, str], *, locale: str | None, zone: ZoneInfo, now: datetime
) -> str:
    """Return what somebody `said`, completed by their answer to a problem (its `text_id`, and its `given` words).

    A day or an hour in the answer replaces that of the line. An answer without either is the title, if that is missing.
    """
    text_id, given = problem.get("text_id", ""), problem.get("given", "")
    line = _without_words(said, given) if text_id in _ABOUT_WORDS else said
    answer = f"{answer}:00" if text_id == "event-no-time" and _HOUR.fullmatch(answer) else answer
    new = _read(answer, locale, zone, now)
    old = _read(line, locale, zone, now)
    if text_id == "event-no-title" and (new is None or not new.score):
        return f"{answer}\n{line}" if "\n" in line else f"{answer} {line}"
    if text_id not in RULE_PROBLEMS and new is not None and old is not None and "\n" not in line:
        line = _without_time(old, day=new.day is not None, hour=new.times is not None)
    first, *rest = [part for part in line.split("\n") if part.strip()] or [""]
    return "\n".join([first, answer, *rest]) if rest else f"{first} {answer}".strip()


def says_time(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> bool:
    """Return whether a text names a day or an hour."""
    reading = _read(text, locale, zone, now)
    return reading is None or bool(reading.score) or says_rule(text, locale=locale, zone=zone, now=now)


def lacks_answer(answer: str, problem: Mapping[str, str], *, locale: str | None, zone: ZoneInfo, now: datetime) -> bool:
    """Return whether an answer to a question about the words for a time says neither a day nor an hour."""
    if problem.get("text_id") not in _ABOUT_WORDS or _HOUR.fullmatch(answer.strip()):
        return False
    return not says_time(answer, locale=locale, zone=zone, now=now)


def shares_words(text: str, other: str) -> bool:
    """Return whether two texts have a word of three letters or more in common."""
    return bool(set(_WORD.findall(text.casefold())) & set(_WORD.findall(other.casefold())))


def _read(text: str, locale: str | None, zone: ZoneInfo, now: datetime) -> Reading | None:
    """Return the reading of a text, or None if it names a day that can't be."""
    try:
        return parsing.read_best(parsing.normalize_line(text), locale, zone, now)
    except CalendarProblem:
        return None


def _without_words(said: str, given: str) -> str:
    for words in given.split(_PARTS):
        said = re.sub(re.escape(words), "", said, count=1, flags=re.IGNORECASE) if words else said
    return re.sub(r"[^\S\n]+", " ", said).strip()


def _without_time(reading: Reading, *, day: bool, hour: bool) -> str:
    """Return a line without the day, or the hour, or both."""
    gone = [position for position in reading.positions if _is_gone(position, reading, day=day, hour=hour)]
    kept, at = [], 0
    for start, end in gone:
        kept.append(reading.text[at:start].strip())
        at = end
    return " ".join(part for part in (*kept, reading.text[at:].strip()) if part)


def _is_gone(position: Position, reading: Reading, *, day: bool, hour: bool) -> bool:
    is_day = reading.day is not None and reading.day.start <= position[0] < reading.day.end
    return day if is_day else hour
