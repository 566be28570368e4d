"""The values of named arguments in a line: `close=tomorrow 6pm choices=2`. A value may have several words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bots.commands import localization, synonyms
from bots.commands.argument_names import Naming, find_names
from bots.commands.declaration import Arg
from bots.commands.quotes import Quotation, find_quotations
from bots.dates.recognition import names_time

_WORD = re.compile(r"\S+")
_MAX_TIME_WORDS = 10
_YES_NO = ("yes", "no")
_LISTED = re.compile(r"\s*\w+(?:,|\s?/)")


@dataclass(frozen=True)
class NamedValues:
    """The values by the arguments' names, and the text without them."""

    values: dict[str, str]
    rest: str


def take_named(args: Sequence[Arg], text: str, locale: str) -> NamedValues:
    """Take the named arguments out of a line. The last one of the same name counts.

    Raises Refusal("argument-name") for a misspelt name.
    """
    quotations = find_quotations(text)
    namings = [one for one in find_names(args, text, quotations, locale) if not _is_heading(one, text)]
    if not namings:
        return NamedValues({}, text)
    values: dict[str, str] = {}
    kept, at = list[str](), 0
    end = Naming(args[0], "", len(text), len(text), whole=False)
    for naming, following in pairwise([*namings, end]):
        kept.append(text[at : naming.start])
        stops = [quotation for quotation in quotations if naming.end <= quotation.start < following.start]
        greedy = _is_greedy(args, namings, naming, text)
        values[naming.arg.name], at = _value(naming, text, following.start, stops, greedy=greedy)
    kept.append(text[at:])
    return NamedValues(values, " ".join(kept).strip(" \t,;"))


def _is_heading(naming: Naming, text: str) -> bool:
    """Return whether a name with a colon is a heading, and no choice follows: "destino: lisboa, oporto".

    That of a switch may head a question: "anonymous: who leads?".
    """
    headed = naming.start == 0 and ":" in text[: naming.end] and bool(naming.arg.choices)
    if not headed or _LISTED.match(text, naming.end) is not None:
        return headed
    first, behind = (*text[naming.end :].split(maxsplit=1), "", "")[:2]
    find = localization.find_named_choice if behind else localization.find_choice  # "anonyme : on y va ?"
    return naming.arg.choices == _YES_NO and find(first.strip(",;."), naming.arg) is None


def _is_greedy(args: Sequence[Arg], namings: Sequence[Naming], naming: Naming, text: str) -> bool:
    """Return whether all words up to the next name are the value: no other argument can take them."""
    named = {one.arg.name for one in namings}
    before = text[: namings[0].start].strip()
    return bool(before) or all(arg.name in named or not arg.required for arg in args if arg is not naming.arg)


def _value(naming: Naming, text: str, stop: int, quotations: Sequence[Quotation], *, greedy: bool) -> tuple[str, int]:
    """Return a value, and where it ends: at the latest where the next name begins."""
    start = naming.end
    if quotations and quotations[0].start == start:
        return quotations[0].text, quotations[0].end
    if naming.arg.kind in {"words", "rest", "person"}:
        return text[start:stop].strip().rstrip(",;"), stop
    stop = min([stop, *(quotation.start for quotation in quotations[:1])])
    newline = text.find("\n", start, stop)
    stop = newline if newline >= 0 else stop
    words = list(_WORD.finditer(text, start, stop))
    if naming.arg.kind == "when":
        words = _time_words(words, naming, text)
    elif words and "://" in words[0][0]:
        words = words[:1]  # "link=https://… in the hall"
    elif naming.arg.kind in {"number", "choice", "locale"}:
        words = words[:1]
    elif not greedy:
        words = _longest_time(words, naming, text)
    end = words[-1].end() if words else stop
    return text[start:end].strip().rstrip(",;").rstrip(), end


def _time_words(words: list[re.Match[str]], naming: Naming, text: str) -> list[re.Match[str]]:
    """Return the words of a time. Where the name opens a line, other words may follow the time."""
    return _longest_time(words, naming, text) if naming.whole else words


def _longest_time(words: list[re.Match[str]], naming: Naming, text: str) -> list[re.Match[str]]:
    """Return the words of the time that a value begins with, or its first word: `at=friday 9am The meeting`."""
    for size in range(min(len(words), _MAX_TIME_WORDS), 0, -1):
        if not synonyms.is_small(words[size - 1][0]) and names_time(
            text[naming.end : words[size - 1].end()].rstrip(" ,;")
        ):
            return words[:size]
    return words[:1]
