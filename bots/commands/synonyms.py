"""Other words for commands and their verbs, in every language: the file `commands.toml` of each language's folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from bots.commands.folding import fold, foldings
from bots.i18n import languages

Table = Mapping[str, tuple[str, ...]]


class Synonyms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `commands.toml`.

    `aliases`: other names of a command. `verbs`: words for a verb; hardly a title or a question begins with one.
    `mild_verbs`: words for a verb that may begin one. `meanings`: words for which a command is suggested. `around`:
    small words beside a number.
    """

    aliases: Table
    verbs: Table
    mild_verbs: Table
    meanings: Table
    around: Table


def aliases() -> dict[str, str]:
    """Return the name of a command by each of its aliases."""
    return {word: name for name, word in _folded("aliases")}


def alias_words(code: str) -> tuple[str, ...]:
    """Return the other names of commands in one language."""
    return tuple(word for words in _table(code, "aliases").values() for word in words)


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, tuple[str, ...]]:
    """Return what each word may mean, as verbs of ours: those that hardly begin a title come first."""
    found: dict[str, list[str]] = {}
    for verb, word in (*_folded("verbs"), *_folded("mild_verbs")):
        found.setdefault(word, []).append(verb)
    return {word: tuple(dict.fromkeys(meant)) for word, meant in found.items()}


@lru_cache(maxsize=1)
def imperatives() -> frozenset[str]:
    """Return the words that hardly begin a title or a question."""
    return frozenset(word for _, word in _folded("verbs"))


@lru_cache(maxsize=1)
def meanings() -> Mapping[str, tuple[str, ...]]:
    """Return the commands that are suggested for a word."""
    found: dict[str, list[str]] = {}
    for line, word in _folded("meanings"):
        found.setdefault(word, []).append(line)
    return {word: tuple(dict.fromkeys(lines)) for word, lines in found.items()}


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Return the words that may stand beside a number."""
    return frozenset(word for _, word in _folded("around"))


def _folded(field: str) -> list[tuple[str, str]]:
    """Return (what it means, word) of a table, in all languages, each word in all its spellings."""
    return [
        (meant, spelling)
        for code in languages.codes()
        for meant, words in _table(code, field).items()
        for word in words
        for spelling in foldings(word)
    ]


def _table(code: str, field: str) -> Table:
    table: Table = getattr(languages.load(code, "commands", Synonyms), field)
    return table


def is_small(word: str) -> bool:
    """Return whether this is a small word as it stands beside a number."""
    return fold(word) in small_words() or fold(word.strip(".,!")) in small_words()


def without_small_words(text: str) -> str:
    """Return a text without its small words: `poll 3 please` is `3`."""
    return " ".join(word for word in text.split() if not is_small(word))
