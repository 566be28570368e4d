"""The names of arguments that people type: `close=tomorrow 6pm`, `clôture : demain 18h`.

Every name that a platform shows is understood, in every language, with and without accents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bots.commands.declaration import Arg
from bots.commands.folding import foldings
from bots.commands.quotes import Quotation
from bots.core.refusal import Refusal
from bots.core.similarity import edit_distance, similarity
from bots.i18n import languages, texts
from bots.i18n.answers import without_accents

MIN_SIMILARITY = 75
"""A word that is less similar, of a hundred, is no misspelt name."""
_LONG = 5
"""Letters of a name of which the first one may be mistyped, too."""
_MARKS = r"\u0300-\u036f"
_NAME = re.compile(rf"(?<![^\s,;])([^\W\d_](?:[\w-]|[{_MARKS}]){{0,30}})([^\S\n]?[=＝：:][^\S\n]?)(?=\S)")
_SIGNS = "=＝：:"
_ENDS = frozenset("?!.…,;)？！。\n")
"""A name with a colon stands at the beginning, or after one of these or a quotation."""


@dataclass(frozen=True, slots=True)
class Naming:
    """`name=` in a line: the argument, and where its value begins. `whole`: it opens the line or its own line."""

    arg: Arg
    typed: str
    start: int
    end: int
    whole: bool


def find_names(args: Sequence[Arg], text: str, quotations: Sequence[Quotation], locale: str) -> tuple[Naming, ...]:
    """Return the names of arguments in a text, outside of quotations.

    Raises Refusal("argument-name") for a misspelt name, with the right one.
    """
    if not args or not any(sign in text for sign in _SIGNS):
        return ()
    return tuple(_find(tuple(args), text, quotations, locale))


def _find(args: tuple[Arg, ...], text: str, quotations: Sequence[Quotation], locale: str) -> Iterator[Naming]:
    names = _names_of(args)
    behind, with_colons = {quotation.end for quotation in quotations}, False
    for match in _outside(text, quotations):
        typed, start = match[1], match.start()
        before = text[max(0, start - 40) : start].rstrip(" \t\u00a0\u202f")
        opens = start == 0 or not before or before.endswith("\n")
        arg = names.get(_plain(typed))
        if match[2].strip() in {":", "："}:
            known = opens or with_colons or before[-1:] in _ENDS or start - 1 in behind
            if arg is None or not known:
                continue
            with_colons = True
        elif arg is None and (arg := _other_names(args).get(_plain(typed))) is None:
            _refuse_misspelt(names, typed, text[match.end() :], locale)
            continue
        yield Naming(arg, typed, start, match.end(), opens)


def _outside(text: str, quotations: Sequence[Quotation]) -> Iterator[re.Match[str]]:
    """Yield the matches that don't begin in a quotation."""
    ends = iter([*quotations, Quotation(len(text) + 1, len(text) + 1, "")])
    current = next(ends)
    for match in _NAME.finditer(text):
        while current.end <= match.start():
            current = next(ends)
        if match.start() < current.start:
            yield match


def _refuse_misspelt(names: dict[str, Arg], typed: str, value: str, locale: str) -> None:
    """Raise Refusal("argument-name") if this looks like an argument's name, or means one."""
    plain = _plain(typed)
    arg = _synonyms(tuple(names.values())).get(plain)
    if arg is None and len(plain) > 1:
        own = {_plain(shown_name(one, locale)) for one in names.values()}
        nearest = max((name for name in names if _is_near(plain, name)), default="", key=_closeness(plain, own))
        arg = names.get(nearest)
    if arg is not None:
        right = f"{shown_name(arg, locale)}={first_line(value)}"
        raise Refusal("argument-name", argument=arg.name, given=f"{typed}=", right=right)


def _is_near(typed: str, name: str) -> bool:
    """Return whether a name may be meant: it is similar, or its letters are swapped ("ot").

    A short word with another first letter is another word: "host" is no "cost".
    """
    if sorted(typed) != sorted(name) and len(typed) < _LONG and typed[0] != name[0]:
        return False
    return similarity(typed, name) >= MIN_SIMILARITY or (len(typed) == len(name) and edit_distance(typed, name) == 1)


def _closeness(typed: str, own: Collection[str]) -> Callable[[str], tuple[bool, float, int, bool]]:
    """Return how near a name is: first one of the same letters, and of two alike that of the own language."""
    return lambda name: (
        sorted(typed) == sorted(name), similarity(typed, name), -edit_distance(typed, name), name in own
    )  # fmt: skip


def find_name(args: Sequence[Arg], word: str) -> Arg | None:
    """Return the argument that a word names, in any language."""
    return _names_of(tuple(args)).get(_plain(word.strip(":=")))


def first_line(value: str) -> str:
    """Return the beginning of a value, for an example."""
    return value.strip().split("\n")[0][:30].strip()


def shown_name(arg: Arg, locale: str) -> str:
    """Return what an argument is called in a language."""
    return _translated(arg.name, locale)


def _translated(name: str, locale: str) -> str:
    text_id = f"argname-{name.replace('_', '-')}"
    return texts.words(locale, text_id) if texts.has(text_id, locale) else name


def _plain(name: str) -> str:
    return without_accents(name).casefold().replace("_", "-")


@lru_cache
def _names_of(args: tuple[Arg, ...]) -> dict[str, Arg]:
    """Return the arguments by their names in every language."""
    translated = {
        plain: arg
        for locale in reversed(languages.codes())
        for arg in args
        for plain in foldings(shown_name(arg, locale).replace("_", "-"))
    }
    return translated | {_plain(arg.name): arg for arg in args}


@lru_cache
def _other_names(args: tuple[Arg, ...]) -> dict[str, Arg]:
    """Return the arguments by what they may be called too. A colon is no sign of them: "For: Anna" is a text."""
    called = [(_translated(name, code), arg) for code in languages.codes() for arg in args for name in arg.also]
    other = {plain: arg for name, arg in called for plain in foldings(name)}
    return {name: arg for name, arg in other.items() if name not in _names_of(args)}


@lru_cache
def _synonyms(args: tuple[Arg, ...]) -> dict[str, Arg]:
    """Return the arguments by words that mean the same, in every language: the texts `arglike-…`."""
    found: dict[str, Arg] = {}
    for arg in args:
        for locale in languages.codes():
            text_id = f"arglike-{arg.name.replace('_', '-')}"
            if texts.has(text_id, locale):
                found |= dict.fromkeys(map(_plain, texts.words(locale, text_id).split()), arg)
    return found
