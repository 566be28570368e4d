"""How similar two words are. rapidfuzz is loaded for the first mistyped word, not at the start: it takes 4 MB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def similarity(one: str, other: str) -> float:
    """Return how similar two words are, from 0 to 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


def edit_distance(typed: str, meant: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with the next one."""
    from rapidfuzz.distance import OSA

    return OSA.distance(typed, meant)


def most_similar(typed: str, words: Sequence[str], *, limit: int, least: float = 0) -> list[tuple[str, float]]:
    """Return the words that are at least so alike, the most similar one first, each with its similarity."""
    from rapidfuzz import fuzz, process

    found = process.extract(typed, words, scorer=fuzz.ratio, limit=limit, score_cutoff=least)
    return [(word, alike) for word, alike, _ in found]


def suggestions(typed: str, labels: Mapping[str, str], *, limit: int, least: float = 0) -> list[tuple[str, float]]:
    """Return the keys of the labels that somebody may have begun to type or means in part, with their similarity."""
    from rapidfuzz import process

    return [(key, alike) for _, alike, key in process.extract(typed, labels, limit=limit, score_cutoff=least)]
