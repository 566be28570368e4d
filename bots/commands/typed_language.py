"""The language of a typed command, where its first word belongs to one language only: "!aide", "!umfrage"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bots.commands import synonyms
from bots.commands.declaration import MAX_NAME_LENGTH
from bots.commands.folding import fold, foldings
from bots.i18n import languages, texts


def language_of(line: str, commands: Iterable[str]) -> str | None:
    """Return the code of the only language in which the first word of a line is a command; None if none or several.

    `commands` are the names of all commands.
    """
    first = fold(line[:MAX_NAME_LENGTH].split(maxsplit=1)[0].strip(":,.;!?")) if line.strip() else ""
    spoken = _languages(frozenset(commands)).get(first, frozenset())
    return next(iter(spoken)) if len(spoken) == 1 else None


@lru_cache(maxsize=8)
def _languages(commands: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """Return the languages of each word that invokes a command."""
    roots = {name.split()[0] for name in commands}
    found: dict[str, set[str]] = {}
    for code in languages.codes():
        names = (texts.words(code, f"name-{root}") for root in roots if texts.has(f"name-{root}"))
        for word in (*names, *synonyms.alias_words(code)):
            for spelling in foldings(word.split()[0]):
                found.setdefault(spelling, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}
