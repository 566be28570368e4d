"""How people say in their own words that they come to something, in every language: "coming", "je viens", "+1"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from bots.core.sanitize import normalize_emoji
from bots.i18n import answers
from bots.i18n.listed_words import listed, plain_words

MAX_LENGTH = 80
"""Characters of a message that may be a reply to an invitation."""
_MAX_WORDS = 12
_WORD = re.compile(r"[\w']+")
CUT = "\0"
"""Stands for the day or the title in a message that names what it is about."""
_MAX_SMALL = 3
Said = Literal["yes", "maybe", "no"]
SAID: tuple[Said, ...] = ("yes", "maybe", "no")
_GUESTS = re.compile(r"(?:^|\s)\+\s?(?P<count>[0-9]{1,2})\s*[.!]*$")
_SAID: dict[str, Said] = {
    "yes": "yes", "maybe": "maybe", "no": "no", "✅": "yes", "👍": "yes", "🤔": "maybe", "❌": "no", "👎": "no",
}  # fmt: skip
_TEXTS: dict[Said, str] = {
    "no": "attendance-no-words", "maybe": "attendance-maybe-words", "yes": "attendance-yes-words",
}  # fmt: skip
_NAMED: dict[Said, tuple[str, ...]] = {
    "no": ("attendance-no-words", "attendance-no-named-words"),
    "maybe": ("attendance-maybe-words", "attendance-maybe-named-words"),
    "yes": ("attendance-yes-words", "attendance-yes-named-words"),
}  # fmt: skip


class Attendance(NamedTuple):
    """What a message says about coming. `surely`: it says nothing else; `bare`: only "yes", "no" or "maybe"."""

    answer: Said
    guests: int | None
    surely: bool
    bare: bool = False


def read(text: str) -> Attendance | None:
    """Return what a short message says about coming, or None if it says nothing about that."""
    if len(text) > MAX_LENGTH:
        return None
    alone, guests = _split_guests(text)
    words = answers.plain(alone)
    if not words:
        return None if guests is None else Attendance("yes", guests, surely=True)
    for said in _TEXTS:
        if words in plain_words(_TEXTS[said]):
            return Attendance(said, guests, surely=True)
    bare = _SAID.get(normalize_emoji(text.strip()) if guests is None else "") or answers.match(words, *_TEXTS)
    if bare is not None:
        return Attendance(_SAID[bare], guests, surely=True, bare=True)
    for said in _TEXTS:
        if words in plain_words(f"rsvp-{said}"):
            return Attendance(said, guests, surely=True, bare=True)
    return _find(words, guests)


def read_named(text: str) -> Attendance | None:
    """Return what a short message says about coming to what it names, where a CUT is. None if it says more."""
    if len(text) > MAX_LENGTH:
        return None
    alone, guests = _split_guests(text)
    plain = answers.plain(alone)
    for shown in (plain, _fillers().sub(" ", plain)):
        for lead in _leads():
            words = " ".join(_WORD.findall(lead.sub(" ", shown)))
            for said, text_ids in _NAMED.items():
                if any(words in plain_words(text_id) for text_id in text_ids):
                    return Attendance(said, guests, surely=True)
    return None


def without_fillers(text: str) -> str:
    """Return a short text in small letters, without the words that add nothing: "sorry"."""
    return " ".join(_fillers().sub(" ", answers.plain(text[:MAX_LENGTH])).split())


def may_name(text: str) -> bool:
    """Return whether a short message says among other words that somebody comes, or not, to what it may name."""
    line = f" {' '.join(_WORD.findall(answers.plain(text[:MAX_LENGTH])))} "
    named = (text_id for text_ids in _NAMED.values() for text_id in text_ids)
    return len(text) <= MAX_LENGTH and any(
        f" {phrase} " in line for text_id in named for phrase in plain_words(text_id)
    )


def begins(text: str) -> bool:
    """Return whether a short text begins with words that say only that somebody comes or not: "count me in for tea"."""
    words = answers.plain(text[:MAX_LENGTH])
    return any(words.startswith(f"{phrase} ") for phrase in _by_first_word().get(words.partition(" ")[0], ()))


def is_clear(text: str) -> bool:
    """Return whether a message says only that its author comes, or not. All messages of a room are asked this."""
    if len(text) > MAX_LENGTH or not text:
        return False
    words = answers.plain(_split_guests(text)[0])
    return any(words in plain_words(_TEXTS[said]) for said in _TEXTS) if words else "+" in text


def _split_guests(text: str) -> tuple[str, int | None]:
    """Split a message before the number of guests at its end: "+2", "with two friends", "alone"."""
    if match := _GUESTS.search(text):
        return text[: match.start()], int(match["count"])
    match = _with_guests().search(folded := answers.without_accents(text.casefold()))
    if match is None:
        return text, None
    if match["alone"]:
        return folded[: match.start()], 0
    said = match["count"]
    return folded[: match.start()], int(said) if said.isdecimal() else _counts()[said]


@lru_cache(maxsize=1)
def _with_guests() -> re.Pattern[str]:
    """Return how people say with how many others they come, without accents."""
    lead, people = _union("attendance-with-words"), _union("attendance-guest-words")
    counts, alone = "|".join(map(re.escape, _counts())), _union("attendance-alone-words")
    company = rf"(?:{lead})\s+(?P<count>[1-9][0-9]?|{counts})\s+(?:{people})"
    return re.compile(rf"[\s,]+(?:{company}|(?P<alone>{alone}))\s*[.!]*\s*$")


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    """Return small numbers by their words in all languages: "a" and "two"."""
    said = (word.rsplit(" ", 1) for word in _words("attendance-count-words"))
    return {word: int(count) for word, count in said}


def _union(text_id: str) -> str:
    """Return an alternation of the words in all languages, without accents."""
    return "|".join(map(re.escape, sorted(_words(text_id), key=len, reverse=True)))


def _words(text_id: str) -> set[str]:
    return {answers.without_accents(word.replace("\u2019", "'")) for word in listed(text_id)}


def _find(words: str, guests: int | None) -> Attendance | None:
    """Return what a message says besides other things; never surely."""
    line = f" {' '.join(_WORD.findall(words))} "
    if line.count(" ") > _MAX_WORDS:
        return None
    found = [said for said in _TEXTS if any(f" {phrase} " in line for phrase in plain_words(_TEXTS[said]))]
    return Attendance(found[0], guests, surely=False) if found else None


@lru_cache(maxsize=1)
def _fillers() -> re.Pattern[str]:
    """Return the words that add nothing: "sorry"."""
    return re.compile(rf"\b(?:{_union('attendance-filler-words')})\b")


@lru_cache(maxsize=1)
def _leads() -> tuple[re.Pattern[str], ...]:
    """Return what may lead to a CUT: nothing, or some small words ("to the")."""
    small = rf"(?:\b(?:{_union('attendance-small-words')})(?:\s|'|(?<=')))"
    return tuple(re.compile(rf"{small}{{{count}}}\s*{CUT}+") for count in range(_MAX_SMALL + 1))


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[str]]:
    """Return the phrases of several words, by their first one: each command is asked whether it begins so."""
    found: dict[str, list[str]] = {}
    for phrase in (phrase for text_id in _TEXTS.values() for phrase in plain_words(text_id) if " " in phrase):
        found.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return found
