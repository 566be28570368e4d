"""The alternatives within a question: "garden or park?", "Treffen wir uns am Samstag oder am Sonntag?"."""

from __future__ import annotations

import re
from functools import lru_cache

from bots.dates.recognition import is_weekday, names_time
from bots.features.polls.list_markers import without_emoji
from bots.features.polls.vocabulary import (
    FLAGS,
    asks_for_more,
    begins_with_question,
    function_words,
    or_words,
    pattern,
    words_against,
    words_behind_or,
)

_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])")
_NUMERIC = re.compile(r"[0-9]{1,2}(?:[.:h][0-9]{0,2})?")
_MAX_ALTERNATIVES = 20
_MAX_TIME_WORDS = 4
_WEEKDAY_OR_WEEKDAY = 3
_MAX_LETTER = 2
"""Letters of an alternative that is a letter or a number."""


@lru_cache(maxsize=1)
def _or() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(or_words(), key=len, reverse=True))
    inside = "|".join(map(re.escape, ("clock", *words_behind_or())))
    return re.compile(rf"(?<=\s)(?:{words})(?=\s)(?!\s+(?:{inside})\b)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _stem() -> re.Pattern[str]:
    return re.compile(rf"[¿¡]?\s*{pattern('stem')}\s+", FLAGS)


@lru_cache(maxsize=1)
def _either() -> re.Pattern[str]:
    return re.compile(rf"{pattern('and_or')}\s+", FLAGS)


def split_at_or(text: str) -> tuple[str, ...]:
    """Split a text at its words for "or", and at the commas before them; without such words, return one part.

    A comma after the last "or" begins another sentence: "saturday or sunday, what do you think?".
    """
    words = text.split()
    if len(words) == _WEEKDAY_OR_WEEKDAY and words[1].casefold() in or_words() and all(map(is_weekday, words[::2])):
        return words[0], words[2]  # "sa oder so" is no "or so"
    if not has_or(text):
        return (text,)
    *before, last = _or().split(text)
    parts = [part for piece in before for part in _COMMA.split(piece)] + [_COMMA.split(last)[0]]
    return tuple(part.strip() for part in parts if part.strip())


def has_or(text: str) -> bool:
    """Return whether a text has a word for "or"."""
    return _or().search(text) is not None


def alternatives(question: str) -> tuple[str, ...]:
    """Return the alternatives that a question offers, if any.

    The words before the first alternative and after the last one belong to the question: the shape of the neighbours
    shows where to cut.
    """
    text = question.strip().strip("¿?？؟.!… ")
    if has_or(listed := text.rpartition(": ")[2]):
        text = listed
    *before, last = split_at_or(text)
    bare = without_emoji(last).strip() if not any(without_emoji(part) != part for part in before) else last
    parts = (*before, bare or last)
    if not 2 <= len(parts) <= _MAX_ALTERNATIVES:
        return ()
    asking = [index for index, part in enumerate(parts[:-2]) if asks_for_more(part)]
    if asking:
        return parts[asking[-1] + 1 :]
    if len(parts) > 2 and not (_stem().match(f"{parts[0]} ") or names_time(parts[1])):
        return _without_question(parts)
    first, last = _cut(parts[0], parts[1], is_question=question.rstrip().endswith(("?", "？", "؟")))
    found = (*_weekdays_before(first, parts[0]), first, *parts[1:-1], last if len(parts) == 2 else parts[-1])
    if against := _against(found):
        return against
    found = (*found[:-1], _like_the_first(found[0], found[-1]))
    return tuple(_either().sub("", part, count=1) if _either().match(part) else part for part in found)


def _without_question(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return three or more alternatives without the words of their question: "logo A or B or C", "… on friday"."""
    first, last = parts[0].split(), parts[-1].split()
    if all(len(part) <= _MAX_LETTER or _NUMERIC.fullmatch(part) for part in (first[-1], *parts[1:])):
        first = first[-1:]
    elif all(_is_function(part.split()[0]) for part in parts[1:]):
        first = first[_start(first, parts[1].split()) :]
    if not names_time(first[-1]):
        last = _without_time(last)
    return (" ".join(first), *parts[1:-1], " ".join(last))


def _weekdays_before(first: str, part: str) -> list[str]:
    """Return the weekdays right before the first alternative, if that is one too: "which day, mon tue or wed"."""
    before = part.removesuffix(first).split()
    count = 0
    while is_weekday(first) and count < len(before) and is_weekday(before[-1 - count]):
        count += 1
    return before[len(before) - count :]


def _cut(first: str, second: str, *, is_question: bool) -> tuple[str, str]:
    """Return the first alternative without the words before it, and the second without those after it."""
    stem = _stem().match(first)
    left, right = (first[stem.end() :] if stem else first).split(), second.split()
    asks = begins_with_question(first)
    if not left or not right or _plain(first.split()[0]) == _plain(right[0]):
        return first, second
    if _NUMERIC.fullmatch(left[-1]) and _NUMERIC.fullmatch(right[0]):
        return " ".join((left[-1], *right[1:])), second
    if not (is_question or stem or asks):
        return first, second
    if len(left) > len(right) or asks or any(_plain(word) == _plain(right[0]) for word in left):
        left = left[_start(left, right) :]
    if len(right) > len(left) and len(right) > 1 and not stem and _is_function(right[len(left)]):
        right = right[: len(left)]
    return " ".join(left), " ".join(_without_time(right) if not names_time(left[-1]) else right)


def _against(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return both sides of "pour ou contre la fermeture", "tea with or without sugar"; nothing for other words."""
    first, last = found[0].split(), found[-1].split()
    size = next((size for size in (2, 1) if _plain(" ".join(last[:size])) in words_against()), 0)
    return (" ".join(first[-size:]), " ".join(last[:size])) if size and len(found) == 2 and len(last) > size else ()


def _like_the_first(first: str, last: str) -> str:
    """Return the last alternative without the end of the question: "sa oder so grillen"."""
    words = last.split()
    if not _is_time(first) or _is_time(last):
        return last
    sizes = range(min(len(words) - 1, _MAX_TIME_WORDS), 0, -1)
    found = (" ".join(words[:size]) for size in sizes if not _is_function(words[size - 1]))
    return next((said for said in found if _is_time(said)), last)


def _is_time(words: str) -> bool:
    return is_weekday(words) or names_time(words)


def _without_time(words: list[str]) -> list[str]:
    """Return the words without a time at their end: it belongs to the whole question, as in "pub or cinema today?"."""
    for size in range(min(len(words) - 1, _MAX_TIME_WORDS), 0, -1):
        if names_time(" ".join(words[-size:])):
            return words if all(map(_is_function, words[:-size])) else words[:-size]
    return words


def _start(left: list[str], right: list[str]) -> int:
    """Return where the first alternative begins: at the same word as the second, at a word like it, or as long."""
    head = _plain(right[0])
    same = [index for index, word in enumerate(left) if _plain(word) == head]
    if same:
        return same[-1]
    if _is_function(right[0]):
        near = [index for index, word in enumerate(left) if _is_function(word)]
        runs = [index for index in near if index - 1 not in near]
        if runs and runs[-1] > 0:
            return runs[-1]
    return max(0, len(left) - len(right))


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:!")


def _is_function(word: str) -> bool:
    plain = _plain(word).replace("’", "'")
    return plain in function_words() or plain.partition("'")[0] in function_words()
