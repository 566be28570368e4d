"""Addresses, venues and links among the words of an event: "12 Main St.", "place Bellecour", "Zoom https://…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bots.dates.grammar import FLAGS
from bots.dates.vocabulary import union

_ADDRESS_ON_THE_WEB = r"(?:https?://|(?:[a-z0-9-]+\.)+[a-z]{2,}/)[^\s<>\"“”«»]+"
_LINK = rf"(?<![\w/.@-])(?:[^\W\d_][\w-]*:?\s+){{0,2}}{_ADDRESS_ON_THE_WEB}"
_LONGEST_WORDS = 8
_SHORTEST_REMARK = 2
_TITLE_END = re.compile(r",\s|[?!]\s")
_PRICE = r"(?:[£$€]\s?[0-9]|[0-9]{1,4}(?:[.,][0-9]{2})?\s?[€£$])"
_CHUNK = re.compile(
    r"\s*(?:[,;]|(?<=[£$€][0-9])\s+(?=\D)|(?<=[£$€][0-9][0-9])\s+(?=\D)|(?<=[0-9][€$£])\s+|\s·\s|(?<=[^\W\d_]{3})(?<!vda)(?<!ctra)(?<!\bcol)[.!?](?=\s+\D))\s*"
)


def find_place(words: str) -> tuple[str, str]:
    """Return the first part of some words that is an address, a venue or a link, and the other words."""
    chunks = [chunk.strip(" ?") for part in _remark().split(words) for chunk in _CHUNK.split(part) if chunk.strip(" ?")]
    for find in (is_place, _link_in, _numbered_at_begin):
        for number, chunk in enumerate(chunks):
            if place := find(chunk):
                whole = _with_neighbours(words, chunks, number) if place == chunk else place
                return whole, _without(words, whole)
    return "", words


def _with_neighbours(words: str, chunks: Sequence[str], number: int) -> str:
    """Return an address with the parts beside it that belong to it: "Flat 4, 27 Gower Street", "…, 12043 Berlin"."""
    first = last = number
    if first and _more().fullmatch(chunks[first - 1]):
        first -= 1
    while last + 1 < len(chunks) and _belongs(chunks[last + 1]):
        last += 1
    start = words.find(chunks[first])
    end = words.find(chunks[last], start) + len(chunks[last])
    return words[start:end] if not _remark().search(words[start:end]) else chunks[number]


def _belongs(chunk: str) -> bool:
    """Return whether a part after a venue or an address says where that is: "Old School, 12 High Street"."""
    return bool(_more().fullmatch(chunk) or _numbered_begin().fullmatch(chunk))


def split_address(title: str) -> tuple[str, str]:
    """Return a title and the address with a number, or the link, at its end: "Choir 12 Main Street"."""
    for pattern in (_numbered(), _trailing_link()):
        match = pattern.search(title)
        if match and title[: match.start()].strip(" ,;:-–—"):
            return title[: match.start()].rstrip(" ,;:-–—"), match["place"].strip(" ,;")
    return title, ""


def split_title(title: str) -> tuple[str, str, str]:
    """Return a title, the place after its first comma or sign ("potluck, my place"), and the rest."""
    asked = _remark().search(title)
    if asked is not None and "," in asked[0] and title[: asked.start()].strip():
        return title[: asked.start()], "", title[asked.end() :]
    before, *behind = _TITLE_END.split(title, maxsplit=1)
    place, leftover = find_place(behind[0]) if behind and before.strip() else ("", "")
    return (before, place, leftover) if place else (title, "", "")


def split_remark(place: str) -> tuple[str, str]:
    """Return a place, and the remark in small letters after its comma: "5 Oak Lane, bring a dish"."""
    if asked := _remark().search(place):
        return place[: asked.start()].rstrip(" ,;"), place[asked.end() :]
    before, comma, behind = place.partition(", ")
    if not comma or not behind[:1].islower() or len(behind.split()) < _SHORTEST_REMARK or is_place(behind):
        return place, ""
    return before, behind


def is_place(chunk: str) -> str:
    """Return a chunk that is an address or a venue, or nothing."""
    return chunk if len(chunk.split()) <= _LONGEST_WORDS and _whole().fullmatch(chunk) else ""


def _numbered_at_begin(chunk: str) -> str:
    """Return the address with its number that opens a chunk, whatever follows, or nothing."""
    match = _numbered_begin().match(chunk)
    return match["place"].strip() if match and len(match["place"].split()) <= _LONGEST_WORDS else ""


def _link_in(chunk: str) -> str:
    """Return the link in a chunk, with a word or two before it ("Zoom https://…"), or nothing."""
    match = _link().search(chunk)
    return match[0].strip() if match else ""


def _without(words: str, place: str) -> str:
    """Return words without a place in them, and without the sign that parted the two."""
    before, _, behind = words.partition(place)
    parts: Sequence[str] = (before.rstrip(" ,;·"), behind.lstrip(" ,;·.!?"))
    return ", ".join(part for part in parts if part)


@lru_cache(maxsize=1)
def _whole() -> re.Pattern[str]:
    """Return the pattern of a chunk that is a place in any language, with a small word before it or without."""
    small = rf"(?:(?:{union('place')}|@)\s*)?"
    return re.compile(rf"{small}(?:{union('address')}|{union('named_venue')})", FLAGS)


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """Return the pattern of an address with its number at the end of some words."""
    return re.compile(rf"(?<![\w-])(?P<place>(?:{union('numbered_address')}))[\s,.]*$", FLAGS)


@lru_cache(maxsize=1)
def _numbered_begin() -> re.Pattern[str]:
    """Return the pattern of an address with its number at the begin of some words."""
    return re.compile(rf"(?P<place>(?:{union('numbered_address')}))(?!\w)", FLAGS)


@lru_cache(maxsize=1)
def _more() -> re.Pattern[str]:
    """Return the pattern of a part that belongs to the address beside it: a flat, a floor, a postcode with its city."""
    return re.compile(union("address_more"), FLAGS)


@lru_cache(maxsize=1)
def _remark() -> re.Pattern[str]:
    """Return the pattern of the place before a remark that says what to do: "bring a dish"."""
    return re.compile(rf"(?<![\s,;])[\s,;]+(?=(?-i:(?:{union('remarks')}))(?![\w])|{_PRICE})", FLAGS)


@lru_cache(maxsize=1)
def _link() -> re.Pattern[str]:
    return re.compile(_LINK, re.IGNORECASE)


@lru_cache(maxsize=1)
def _trailing_link() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?P<place>(?:https?://|(?:[a-z0-9-]+\.)+[a-z]{2,}/)\S+)\s*$", re.IGNORECASE)
