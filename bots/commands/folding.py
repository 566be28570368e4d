"""Words as one compares them: small letters without accents, however a keyboard or a system writes these."""

from __future__ import annotations

from functools import cache

from bots.i18n.answers import without_accents
from bots.i18n.listed_words import listed

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""How people write these letters who don't have them on their keyboard."""


def fold(text: str) -> str:
    """Return a text to compare by: `Évènement`, `événement` and `evenement` are one."""
    return " ".join(without_accents(text.casefold()).replace("\u2019", "'").split())


def foldings(name: str) -> tuple[str, ...]:
    """Return the spellings that find one of our names: `prüfen` also as `pruefen`."""
    return tuple(dict.fromkeys((fold(name), fold(name.casefold().translate(_SPELT_OUT)))))


@cache
def folded_words(text_id: str) -> frozenset[str]:
    """Return the words that a text lists, in all languages, to compare by."""
    return frozenset(map(fold, listed(text_id)))
