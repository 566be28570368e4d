"""The reader of `setup` and `network create`: a name, a language, a time zone, and perhaps a network's code.

A name may have several words without quotes: it ends before the language. Since the code of a language may be a word of
the name ("Amis de Paris"), a line that can be read in both ways is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bots.commands.declaration import Arg, Args
from bots.commands.named_values import take_named
from bots.commands.parsing import parse_answer
from bots.commands.tokens import Word, tokenize
from bots.core.refusal import Refusal
from bots.dates.time_zones import known_zone
from bots.i18n import languages
from bots.i18n.listed_words import listed

NAME, LANGUAGE = "name", "locale"
"""The first two arguments."""
_MAX_ZONE_WORDS = 4


@dataclass(frozen=True)
class PlaceReader:
    """Reads a line such as `Les Halles fr Paris`, or the same parts by name."""

    command: str
    args: tuple[Arg, ...]

    def read_line(self, text: str, locale: str) -> Args:
        """Return the arguments in a typed line.

        Raises Refusal("argument-name" | "argument-extra" | "place-name-doubt").
        """
        named = take_named(self.args, text, locale)
        wanted = [arg.name for arg in self.args if arg.name not in named.values]
        words = tokenize(named.rest)
        if wanted[:1] == [NAME] and len(words) == 1 and not words[0].quoted and languages.named(words[0].value):
            wanted = [LANGUAGE]  # "setup fr"
        parts = self._parts(words, wanted[0]) if words and wanted else []
        if len(parts) > len(wanted):
            raise Refusal("argument-extra", command=self.command, given=" ".join(parts[len(wanted) :]))
        return Args({**dict(zip(wanted, parts, strict=False)), **named.values})

    def read_answer(self, args: Args, arg: Arg, text: str, _locale: str) -> Args:
        """Return the arguments with an answer to the question for one of them."""
        return Args({**args.values, arg.name: parse_answer(arg, text)})

    def complete(self, args: Args, _locale: str) -> Args:
        """Return the arguments of a form as they are."""
        return args

    def _parts(self, words: Sequence[Word], first: str) -> list[str]:
        """Return the name, the language, the zone and the code, from the argument `first` on."""
        if first == LANGUAGE:
            return [words[0].entry, *_behind(words[1:])]
        if first != NAME:
            return _behind(words)
        at = 1 if words[0].quoted else _language_at(words)
        if at is None or len(words) == at:
            return [_join(words)]
        name, rest = _join(words[:at]), words[at + 1 :]
        if not words[0].quoted and _may_be_a_name(words[at]) and _is_bare_city(rest):
            given = " ".join(word.raw for word in words[at:])
            raise Refusal("place-name-doubt", command=self.command, name=name, rest=given, whole=_join(words))
        return [name, words[at].entry, *_behind(rest)]


def _join(words: Sequence[Word]) -> str:
    return " ".join(word.value for word in words).strip(" ,;")


def _language_at(words: Sequence[Word]) -> int | None:
    """Return which word behind the first is the language; None: the line is a name alone.

    A word that may be a part of the name needs a zone behind it, or nothing. Before an IANA name is a language, known
    or not.
    """
    for at in range(len(words) - 1, 0, -1):
        zone = words[at + 1].entry if words[at + 1 :] else ""
        if "/" in zone and known_zone(zone):
            return at
        fits = not zone or not _may_be_a_name(words[at]) or _zone_words(words[at + 1 : at + 1 + _MAX_ZONE_WORDS]) > 0
        if fits and languages.named(words[at].entry):
            return at
    return None


def _zone_words(words: Sequence[Word]) -> int:
    """Return how many words are a time zone: "New York", "Europe/Paris"; 0: none are one."""
    sizes = range(min(len(words), _MAX_ZONE_WORDS), 0, -1)
    return next((size for size in sizes if known_zone(_join(words[:size]))), 0)


def _behind(words: Sequence[Word]) -> list[str]:
    """Return the zone and what follows it."""
    size = _zone_words(words) or 1
    return [part for part in (_join(words[:size]), *(word.entry for word in words[size:])) if part]


def _may_be_a_name(word: Word) -> bool:
    return word.entry.lower() in listed("place-name-words")


def _is_bare_city(words: Sequence[Word]) -> bool:
    """Return whether these words, the last of a line, are a city that may be the end of a name."""
    return bool(words) and "/" not in words[0].value and _zone_words(words) == len(words)
