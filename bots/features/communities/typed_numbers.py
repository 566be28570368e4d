"""Numbers as people type them for a setting: "5", "five", "15 min", "4 people"."""

from __future__ import annotations

from collections.abc import Callable

from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.dates import durations
from bots.dates.grammar import grammar
from bots.dates.times import find_times
from bots.dates.vocabulary import unaccent, vocabulary
from bots.i18n import answers, languages, texts

_LONGEST = 60
_SECONDS = {"minutes": 60, "seconds": 1}
"""The units of lengths, in seconds."""


def number(least: int, most: int, unit: str) -> Callable[[str], int]:
    """Return a parser of integers in this range, with or without their unit. It raises Refusal("config-number")."""

    def parse(text: str) -> int:
        found = parse_int(text)
        found = _counted(text[:_LONGEST], unit) if found is None else found
        found = _hour(text.strip()[:_LONGEST]) if found is None and unit == "hour" else found
        if found is None or not least <= found <= most:
            raise Refusal("config-number", argument="value", given=text, least=least, most=most)
        return found

    return parse


def _hour(text: str) -> int | None:
    """Return the whole hour of a clock, as languages say it: "9am", "9 h", "9 Uhr"."""
    for code in languages.codes():
        found = find_times(text, grammar(vocabulary(code)))
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) and found[0].last is None:
            hour, minute = divmod(found[0].first.minutes, 60)
            return hour if not minute else None
    return None


def _counted(text: str, unit: str) -> int | None:
    """Return the number in "five", "15 min" (also for seconds) or "4 people", or None for other words."""
    count = durations.read_amount(text.split()[0]) if text.split() else None
    if count is not None and count == int(count) and _is_in_unit(text, int(count), unit):
        return int(count)
    length = durations.read_offset(unaccent(text)) if unit in _SECONDS else None
    return None if length is None else int(length.length.total_seconds()) // _SECONDS[unit]


def _is_in_unit(text: str, count: int, unit: str) -> bool:
    """Return whether a text is nothing but a number, or a number with its unit as we write it in some language."""
    behind = [answers.without_accents(word).casefold() for word in text.split()[1:]]
    shown = (texts.words(code, f"unit-{unit}", {"count": count}).split()[1:] for code in languages.codes())
    return not behind or any(behind == [answers.without_accents(word).casefold() for word in one] for one in shown)
