"""The words around newcomers: their yes to the rules, and a welcome to everybody."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

import msgspec

from bots.core.sanitize import normalize_emoji
from bots.i18n import answers, languages

_LONGEST_YES = 16
"""A yes of more words than this says something else too."""
_LONGEST_PHRASE = 5
_SENTENCE_END = re.compile(r"[.!?¡¿,;:…\n]+")
_NO_WORD = re.compile(r"[^\w'@]+")
_THUMBS = frozenset(map(normalize_emoji, ("👍", "✅", "🤝", "👌", "✔️", "☑️")))


class Phrases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `newcomers.toml`. See bots/locales/README.md."""

    accept: tuple[str, ...]
    polite: tuple[str, ...]
    opening: tuple[str, ...]
    welcome: tuple[str, ...]
    everybody: tuple[str, ...]


@lru_cache
def _phrases(kind: str) -> frozenset[str]:
    """Return the phrases of one kind, of all languages."""
    files = (languages.load(code, "newcomers", Phrases) for code in languages.codes())
    return frozenset(" ".join(_words(phrase)) for one in files for phrase in getattr(one, kind))


def _words(text: str) -> list[str]:
    return _NO_WORD.sub(" ", answers.without_accents(text.replace("\u2019", "'").casefold())).split()


def accepts(text: str, *, explicitly: bool = False) -> bool:
    """Return whether a message says yes to the rules, and nothing else. `explicitly`: a mere "yes" is not enough."""
    words, said_yes = _words(text), False
    if not words:
        return not explicitly and is_yes_emoji(text.strip())
    if len(words) > _LONGEST_YES:
        return False
    while words:
        length, yes = _next_part(words, explicitly=explicitly)
        if not length:
            return False
        said_yes, words = said_yes or yes, words[length:]
    return said_yes


def is_yes_emoji(emoji: str) -> bool:
    """Return whether an emoji, as a message or as a reaction, says yes."""
    return normalize_emoji(emoji) in _THUMBS


def _next_part(words: list[str], *, explicitly: bool) -> tuple[int, bool]:
    """Return the length of the longest known phrase that the words begin with, and whether it is a yes."""
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        phrase = " ".join(words[:length])
        if phrase in _phrases("accept"):
            return length, True
        if answers.match(phrase, "yes"):
            return length, not explicitly
        if phrase in _phrases("polite"):
            return length, False
    return 0, False


def welcomes_everybody(text: str, community: str) -> bool:
    """Return whether a message welcomes all newcomers at once, such as "Welcome everybody!"."""
    place = _words(community)
    return any(_welcomes(_words(sentence), place) for sentence in _SENTENCE_END.split(text))


def _welcomes(words: list[str], place: list[str]) -> bool:
    """Return whether one sentence says welcome, alone or to everybody or in the name of the community."""
    words = _after(_after(words, _phrases("opening")), _phrases("opening"))
    rest = _after(words, _phrases("welcome"))
    if len(rest) == len(words):
        return False
    if not rest or _after(rest, _phrases("everybody")) != rest:
        return True
    return bool(place) and place in (rest[at : at + len(place)] for at in range(3))


def _after(words: list[str], phrases: Collection[str]) -> list[str]:
    """Return the words after the longest of the phrases that they begin with."""
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        if " ".join(words[:length]) in phrases:
            return words[length:]
    return words
