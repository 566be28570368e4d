"""Names that look alike: the skeleton of a name, after UTS #39 (https://www.unicode.org/reports/tr39/#Confusable_Detection).

The table is Unicode's confusables.txt, as the package confusable-homoglyphs ships it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

import regex
from confusable_homoglyphs.utils import load

from bots.core.sanitize import is_invisible

MAX_LENGTH = 200
"""Only the beginning of a longer name is compared."""
_KEPT = regex.compile(r"[\p{L}\p{N}]+")
_MARKS = regex.compile(r"\p{M}+")


def skeleton(name: str) -> str:
    """Return a form that is equal for names that look alike.

    Letters of other scripts become the ones they resemble. Capitals, accents, blanks, signs and invisible characters
    don't count, unless the name consists of signs only.
    """
    plain = "".join(letter for letter in name[:MAX_LENGTH] if not is_invisible(letter))
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", plain))
    return "".join(_KEPT.findall(_fold(_fold(letters).casefold()))) or plain.strip().casefold()


def look_alike(one: str, other: str) -> bool:
    """Return whether a reader may take one name for the other."""
    return skeleton(one) == skeleton(other)


def _fold(text: str) -> str:
    return "".join(map(_prototype, text))


@lru_cache(4096)
def _prototype(letter: str) -> str:
    """Return the letter that stands for all those that look like this one.

    The table lists the prototype of each letter, and all letters of each prototype.
    """
    twins = _table().get(letter, ())
    if len(twins) != 1:
        return letter
    twin = twins[0]["c"].strip("\u200e")
    return twin if len(_table().get(twin, ())) > 1 else min(letter, twin)


@lru_cache(1)
def _table() -> Mapping[str, list[dict[str, str]]]:
    table: Mapping[str, list[dict[str, str]]] = load("confusables.json")
    return table
