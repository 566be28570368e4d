"""How much an event is put off or brought forward: "+1 week", "an hour later", "30 min plus tôt", "am Tag danach"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bots.core.sanitize import one_line
from bots.dates.durations import Offset, bare_unit_pattern, read_bare_unit, read_offset, span_pattern
from bots.dates.grammar import FLAGS, any_of, plain
from bots.dates.polite import strip_polite
from bots.dates.vocabulary import all_vocabularies, unaccent, union

_LONGEST_SHIFT = 60
_CLOCK = re.compile(r"(?:[7-9]|1[0-9]|2[0-4])\s?h\s?[0-9]{0,2}", re.IGNORECASE)
"""An hour of the day rather than a length: "reporter 1 20h"."""


def read_shift(line: str) -> Offset | None:
    """Return how much later a whole line without accents puts an event, in any language; None if it's no such line.

    It is negative for what is earlier.
    """
    if match := _near_days().fullmatch(line):
        return Offset(days=_days()[plain(match[0])])
    match = _pattern().fullmatch(line)
    said = (match["signed"] or match["moved"] or match["length"] or match["by"]) if match else None
    offset = read_offset(said) or read_bare_unit(said) if said else None
    if match is None or offset is None or not offset.length or (match["by"] and _CLOCK.fullmatch(match["by"])):
        return None
    earlier = match["minus"] or match["forward"] or match["earlier"]
    return Offset(-offset.days, -offset.minutes) if earlier else offset


def strip_move_words(line: str) -> str:
    """Return a line without the words around a new time: "to saturday instead", "morgen zur gleichen Zeit"."""
    for match in reversed(list(_around().finditer(unaccent(line)))):
        line = f"{line[: match.start()]} {line[match.end() :]}"
    opening = _opening().match(unaccent(line))
    return line[opening.end() if opening else 0 :].strip(" ,!")


def after_moved(line: str) -> str:
    """Return what follows words that say that something is moved ("is now at 6:30", "passe à 20h"), or nothing."""
    match = _moved().match(unaccent(line))
    return line[match.end() :].strip(" ,:") if match else ""


def with_verb(verb: str, words: str) -> str:
    """Return a length after the verb that says its direction ("adelantar una hora"), and other words without it."""
    line = f"{verb} {strip_polite(words)}"
    if len(line) > _LONGEST_SHIFT or _CLOCK.fullmatch(words):
        return words
    return line if read_shift(unaccent(one_line(line))) is not None else words


def is_next_week(line: str) -> bool:
    """Return whether a line says nothing but "next week", in any language."""
    return bool(re.fullmatch(union("week_after"), line, FLAGS))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    span = span_pattern()
    back, forward, later, earlier = map(union, ("put_back", "bring_forward", "later", "earlier"))
    return re.compile(
        rf"""(?:(?P<minus>[-\u2212\u2013])|\+)\s*(?P<signed>{span})
        |(?:(?:{back})|(?P<forward>{forward}))(?:\s+|(?<=['\u2019]))(?P<moved>{span})
        |(?:(?:{union("by")})\s+)?(?P<length>{span}|{bare_unit_pattern()})\s+(?:(?:{later})|(?P<earlier>{earlier}))
        |(?:{union("by")})\s+(?P<by>{span})""",
        FLAGS,
    )


@lru_cache(maxsize=1)
def _days() -> Mapping[str, int]:
    return {phrase: days for words in all_vocabularies() for phrase, days in words.shifts.items()}


@lru_cache(maxsize=1)
def _near_days() -> re.Pattern[str]:
    return re.compile(any_of(_days()), FLAGS)


@lru_cache(maxsize=1)
def _around() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{union('same_time')}|{union('instead')})(?!\w)", FLAGS)


@lru_cache(maxsize=1)
def _moved() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{union('moved')})(?!\w)", FLAGS)


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{union('move_to')})\s+", FLAGS)
