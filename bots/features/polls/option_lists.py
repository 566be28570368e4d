"""The options after a question: in lines, in quotes, numbered, with bullets, commas, slashes, emoji, or "or"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bots.commands.quotes import find_quotations
from bots.commands.tokens import tokenize
from bots.dates.recognition import is_weekday
from bots.features.polls.alternatives import split_at_or
from bots.features.polls.list_markers import split_at_emoji, split_bulleted, split_numbered
from bots.features.polls.vocabulary import and_words, function_words, is_yes_or_no, or_words

_SEMICOLON = re.compile(r"[;|；\n]")
_SLASH = re.compile(r"(?<=\s)(?://|/|\\)(?=\s)")
_TIGHT_SLASH = re.compile(r"(?<![/:0-9.\s])/(?![/\s])|(?<=[^\s/:.])/(?=[^\s/0-9])")
_DASH = re.compile(r"(?<=\s)[-–—](?=\s)")
_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])|[،、]")
_DIGITS = re.compile(r"[0-9]{1,2}(?:,[0-9]{1,2}){2,}")
_PARENTHESES = re.compile(r"\([^()]{0,200}\)")
_MAX_BARE_WORDS = 6
_MAX_TIMES = 12
_HOUR = re.compile(r"[0-9]{1,2}(?:[:.h][0-9]{2}|h|[:.]?[0-9]{0,2}[ap]m)", re.IGNORECASE)
_BETWEEN = frozenset({"", "/", "|", "-", "–", *or_words(), *and_words()})
"""What may stand between quoted options."""


@dataclass(frozen=True, slots=True)
class Options:
    """The entries of a list, and whether they could hardly be meant in another way."""

    entries: tuple[str, ...]
    sure: bool = True


def split_options(text: str, *, after_quote: bool = False) -> Options | None:
    """Return the options on one line, or None if it is not a list. `after_quote`: the question before it had quotes."""
    if find_quotations(text):
        return _quoted(text)
    for split in (_marked, _separated, _dashed, _pictured, _worded):
        options = split(text)
        if options is not None:
            return options
    return _bare(text, after_quote=after_quote)


def _quoted(text: str) -> Options | None:
    """Split at quotes. Words between them are options of their own."""
    words = [word for word in tokenize(text) if word.entry not in _BETWEEN]
    bare = [word for word in words if not word.quoted]
    sure = not any(_has_function_word(word.value) for word in bare)
    return Options(tuple(word.entry for word in words), sure) if len(words) > 1 else None


def _marked(text: str) -> Options | None:
    for split in (split_numbered, split_bulleted):
        marked = split(text)
        if marked is not None and not marked.heading:
            return Options(marked.entries, marked.sure)
    return None


def _separated(text: str) -> Options | None:
    """Split at semicolons, slashes or commas: the first kind that occurs."""
    if entries := _split(text, _SEMICOLON):
        return Options(entries)
    commas = _split(text, _COMMA)
    if entries := _split(text, _SLASH):
        return Options(entries, sure=not commas)
    if not commas and "://" not in text and (entries := _split(text, _TIGHT_SLASH)):
        return Options(entries, sure=all(" " not in entry for entry in entries))
    if not commas:
        return Options(tuple(text.split(","))) if _DIGITS.fullmatch(text) else None
    last = tuple(part.strip() for part in split_at_or(f" {commas[-1]}"))
    sure = len(last) == 1 or (len(last) == 2 and max(len(part.split()) for part in last) <= 2)
    sure = sure and not and_words().intersection(last[-1].casefold().split())
    return Options((*commas[:-1], *last), sure)


def _dashed(text: str) -> Options | None:
    """Split at dashes between blanks, where there are two or more: "monday - tuesday - friday"."""
    entries = _split(text, _DASH)
    return Options(entries, sure=False) if entries and len(entries) > 2 else None


def _pictured(text: str) -> Options | None:
    entries = split_at_emoji(text)
    return Options(entries) if entries else None


def _worded(text: str) -> Options | None:
    """Split at "or", or into words for yes and no."""
    parts = split_at_or(text.rstrip("?？؟ "))
    if len(parts) > 1 and _are_short(words := " ".join(parts).split()):
        return Options(tuple(words))
    if len(parts) > 1:
        sizes = [len(part.split()) for part in parts]
        return Options(parts, sure=max(sizes) <= 2 and sizes[0] <= sizes[-1])
    words = text.split()
    return Options(tuple(words)) if len(words) > 1 and all(map(is_yes_or_no, words)) else None


def _are_short(words: list[str]) -> bool:
    """Return whether words are so short that each is an option of its own: "A B or C", "6pm 7pm or 8pm"."""
    if all(map(is_weekday, words)) or all(len(word) == 1 for word in words):
        return True
    return len(words) <= _MAX_TIMES and all(_HOUR.fullmatch(word) for word in words)


def _bare(text: str, *, after_quote: bool) -> Options | None:
    """Take each word as an option, unless they rather are a sentence."""
    words = tuple(text.split())
    if after_quote:
        return Options(words, sure=not any(map(_has_function_word, words))) if len(words) > 1 else None
    few = 1 < len(words) <= _MAX_BARE_WORDS
    return Options(words, sure=False) if few and not any(map(_has_function_word, words)) else None


def _has_function_word(word: str) -> bool:
    plain = word.casefold().strip(".,;:!")
    return len(plain) > 1 and plain in function_words()


def _split(text: str, separator: re.Pattern[str]) -> tuple[str, ...]:
    """Split a text at a separator outside of parentheses; nothing where that gives no two entries."""
    entries = tuple(entry for entry in _pieces(text, separator) if entry)
    return entries if len(entries) > 1 else ()


def _pieces(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    inside = [match.span() for match in _PARENTHESES.finditer(text)]
    start = position = 0
    for match in separator.finditer(text):
        while position < len(inside) and inside[position][1] <= match.start():
            position += 1
        if position < len(inside) and inside[position][0] <= match.start():
            continue
        yield text[start : match.start()].strip()
        start = match.end()
    yield text[start:].strip()
