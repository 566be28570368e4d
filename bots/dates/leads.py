"""Lengths before a start, for reminders: "1d, 1h, 0", "2 days before", "la veille et 1h avant"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bots.core.sanitize import one_line
from bots.dates.durations import Offset, read_offset
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS
from bots.dates.local_time import LONGEST_TEXT, excerpt
from bots.dates.shifts import read_shift
from bots.dates.vocabulary import unaccent, union

_LIST = re.compile(r"[,;\n]")


def parse_leads(text: str) -> tuple[Offset, ...]:
    """Return a list of lengths, separated by commas, semicolons, lines or "and"; longest first, each once.

    Raises CalendarProblem("span-unreadable", given) with the entry at fault.
    """
    entries = [entry.strip() for entry in _LIST.split(text[:LONGEST_TEXT]) if entry.strip()]
    found: set[Offset] = set()
    for entry in entries:
        leads = _read_entry(unaccent(one_line(unicodedata.normalize("NFC", entry))))
        if not leads:
            raise CalendarProblem("span-unreadable", given=excerpt(entry))
        found |= set(leads)
    if not found:
        raise CalendarProblem("span-unreadable", given=excerpt(text))
    return tuple(sorted(found, key=lambda one: one.length, reverse=True))


def parse_list(text: str) -> tuple[Offset, ...]:
    """Return the lengths as `parse_leads` does, and read "1d 1h" and "1h 0" as two: days and a zero add to nothing."""
    words = text[:LONGEST_TEXT].split()
    each = [_read_lead(unaccent(word)) for word in words]
    found = [offset for offset in each if offset is not None]
    if len(found) == len(words) > 1 and any(offset.days or not offset.length for offset in found):
        return tuple(sorted(set(found), key=lambda one: one.length, reverse=True))
    return parse_leads(text)


def _read_entry(line: str) -> tuple[Offset, ...]:
    """Return the lengths in an entry without accents; none where it is unreadable.

    "1 day and 1 hour" is two reminders, "1 hour and 30 minutes" one.
    """
    whole = _read_lead(line)
    parts = [_read_lead(part) for part in _and().split(line)]
    each = tuple(part for part in parts if part is not None)
    if len(each) == len(parts) > 1 and (whole is None or any(part.days for part in each)):
        return each
    return () if whole is None else (whole,)


def _read_lead(line: str) -> Offset | None:
    """Return the length in a line, with or without "before" after it; None where the line is something else."""
    if (offset := read_offset(line)) is not None:
        return offset
    shift = read_shift(line)
    return Offset(-shift.days, -shift.minutes) if shift is not None and shift < Offset() else None


@lru_cache(maxsize=1)
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{union('joins')}|&|\+)\s+", FLAGS)
