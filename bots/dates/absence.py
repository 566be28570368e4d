"""Whether a message says that its author can't come on a day: "can't make friday"."""

from __future__ import annotations

from functools import lru_cache

from bots.dates.recognition import is_weekday
from bots.dates.vocabulary import unaccent, vocabulary
from bots.i18n import attendance, languages


def is_absence(text: str) -> bool:
    """Return whether a message says only that somebody can't come on a weekday, tomorrow or today.

    All messages of a room are asked this.
    """
    if len(text) > attendance.MAX_LENGTH:
        return False
    words = text.split()
    days = [_is_day(word.strip(",.!")) for word in words]
    if not any(days):
        return False
    said = attendance.read_named(
        " ".join(attendance.CUT if day else word for word, day in zip(words, days, strict=True))
    )
    return said is not None and said.answer == "no"


@lru_cache(maxsize=4096)  # all messages of a room are asked, and people use few words most of the time
def _is_day(word: str) -> bool:
    return bool(word) and (is_weekday(word) or unaccent(word) in _near())


@lru_cache(maxsize=1)
def _near() -> frozenset[str]:
    """Return the words for today, tomorrow and the like, in every language."""
    return frozenset(unaccent(word) for code in languages.codes() for word in vocabulary(code).near)
