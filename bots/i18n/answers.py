"""The words with which people answer yes, no or nothing, in every language."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import msgspec

from bots.i18n import languages

MAX_SEARCHED = 200
"""How much of a text we search for a word, in letters."""
_PUNCTUATION = " .,;:!¡?¿"
_PICTURES = ("So", "Sk", "Cf", "Mn", "Zs")
"""The categories of emoji, their colours and joiners, and of the spaces between them."""
_NEGATIONS = "❌👎"


class Answers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `answers.toml`: words in small letters; accents may be left out when they are typed."""

    yes: tuple[str, ...]
    maybe: tuple[str, ...]
    no: tuple[str, ...]
    on: tuple[str, ...]
    off: tuple[str, ...]
    none: tuple[str, ...]
    cancel: tuple[str, ...]
    help: tuple[str, ...]
    hello: tuple[str, ...]
    thanks: tuple[str, ...]


def match(text: str, *kinds: str) -> str | None:
    """Return the first of the kinds (names of fields of `Answers`) that has this word, in any language."""
    typed = plain(text)
    return next((kind for kind in kinds if typed in _words(kind)), None)


def find_in(text: str, *kinds: str) -> str | None:
    """Return the first kind that a word of a short text belongs to, in any language."""
    words = plain(text[:MAX_SEARCHED]).replace(",", " ").replace(":", " ").split()
    pairs = {" ".join(words[at : at + size]).strip(_PUNCTUATION) for size in (1, 2, 3) for at in range(len(words))}
    return next((kind for kind in kinds if pairs & _words(kind)), None)


def without_accents(text: str) -> str:
    """Return the text as it is typed on a keyboard without accents."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def plain(text: str) -> str:
    """Return a text as answers are compared: small letters without accents, and without signs around it."""
    words = " ".join(without_accents(text.replace("\u2019", "'").casefold()).split()).strip(_PUNCTUATION)
    return words if words.isascii() else _without_pictures(words) or words


def _without_pictures(words: str) -> str:
    """Return words without the emoji at their end, which add nothing to "yes"; but "yes ❌" stays."""
    end = len(words)
    while end and words[end - 1] not in _NEGATIONS and unicodedata.category(words[end - 1]) in _PICTURES:
        end -= 1
    return words[:end].rstrip(_PUNCTUATION) if end < len(words) else words


@lru_cache
def _words(kind: str) -> frozenset[str]:
    """Return the words of one kind, of all languages."""
    found = (getattr(languages.load(code, "answers", Answers), kind) for code in languages.codes())
    return frozenset(plain(word) for words in found for word in words)
