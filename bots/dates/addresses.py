"""Addresses, venues and links among the words of an event: "12 Main St.", "place Bellecour", "Zoom https://…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bots.dates.grammar import FLAGS
from bots.dates.vocabulary import union

_LINK = r"(?:[^\W\d_][\w-]*:?\s+){0,2}https?://[^\s<>\"“”«»]+"
_LONGEST_WORDS = 8
_SHORTEST_REMARK = 2
_CHUNK = re.compile(r"\s*(?:[,;]|\s·\s|(?<=[^\W\d_]{3})[.!?](?=\s+\D))\s*")


def find_place(words: str) -> tuple[str, str]:
    """Return the first part of some words that is an address, a venue or a link, and the other words."""
    chunks = [chunk for chunk in _CHUNK.split(words) if chunk.strip()]
    for find in (_is_place, _link_in):
        for chunk in chunks:
            if place := find(chunk.strip()):
                return place, _without(words, place)
    return "", words


def split_address(title: str) -> tuple[str, str]:
    """Return a title and the address with a number, or the link, at its end: "Choir 12 Main Street"."""
    for pattern in (_numbered(), _trailing_link()):
        match = pattern.search(title)
        if match and title[: match.start()].strip(" ,;:-–—"):
            return title[: match.start()].rstrip(" ,;:-–—"), match["place"].strip(" ,;")
    return title, ""


def split_title(title: str) -> tuple[str, str, str]:
    """Return a title, the place behind its first comma ("potluck, my place"), and what is behind that."""
    before, comma, behind = title.partition(", ")
    place, leftover = find_place(behind) if comma and before.strip() else ("", "")
    return (before, place, leftover) if place else (title, "", "")


def split_remark(place: str) -> tuple[str, str]:
    """Return a place, and the remark in small letters behind its comma: "5 Oak Lane, bring a dish"."""
    before, comma, behind = place.partition(", ")
    if not comma or not behind[:1].islower() or len(behind.split()) < _SHORTEST_REMARK or _is_place(behind):
        return place, ""
    return before, behind


def _is_place(chunk: str) -> str:
    """Return a chunk that is an address or a venue, or nothing."""
    return chunk if len(chunk.split()) <= _LONGEST_WORDS and _whole().fullmatch(chunk) else ""


def _link_in(chunk: str) -> str:
    """Return the link in a chunk, with a word or two before it ("Zoom https://…"), or nothing."""
    match = _link().search(chunk)
    return match[0].strip() if match else ""


def _without(words: str, place: str) -> str:
    """Return words without a place in them, and without the sign that parted the two."""
    before, _, behind = words.partition(place)
    parts: Sequence[str] = (before.rstrip(" ,;·"), behind.lstrip(" ,;·.!"))
    return ", ".join(part for part in parts if part)


@lru_cache(maxsize=1)
def _whole() -> re.Pattern[str]:
    """Return the pattern of a chunk that is a place in any language, with a small word before it or without."""
    small = rf"(?:(?:{union('place')}|@)\s*)?"
    return re.compile(rf"{small}(?:{union('address')}|{union('named_venue')})", FLAGS)


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """Return the pattern of an address with its number at the end of some words."""
    return re.compile(rf"(?<!\w)(?P<place>(?:{union('numbered_address')}))[\s,.]*$", FLAGS)


@lru_cache(maxsize=1)
def _link() -> re.Pattern[str]:
    return re.compile(_LINK, re.IGNORECASE)


@lru_cache(maxsize=1)
def _trailing_link() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?P<place>https?://\S+)\s*$", re.IGNORECASE)
