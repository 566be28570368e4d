"""The number of places in a typed event: "max 12 people", "limit 12", ", 12 places", in any of our languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bots.core.refusal import Refusal
from bots.dates.recognition import names_time
from bots.features.events.rules import MAX_CAPACITY
from bots.i18n import answers
from bots.i18n.listed_words import listed

_END = r"(?=\s*(?:[,;.)\n]|$))"
_LONGEST, _TIME_WORDS = 60, 3
_BREAK = r"(?:^|[,;(\n])[^\S\n]*"


class Limited(NamedTuple):
    """A text without the words about places, and their number; None if it says none."""

    text: str
    capacity: int | None


def cut(text: str) -> Limited:
    """Take the number of places out of a typed event. Raises Refusal("event-limit-range")."""
    for match in (*(pattern.search(text) for pattern in _patterns()), _behind_time(text)):
        if match is not None:
            before, behind = text[: match.start()].rstrip(" ,;("), text[match.end() :].lstrip(" ,;)")
            gap = "\n" if "\n" in match[0] or text[match.end() :].startswith("\n") else " "
            return Limited(f"{before}{gap}{behind}".strip(), check(int(match["count"]), "what"))
    return Limited(text, None)


def _behind_time(text: str) -> re.Match[str] | None:
    """Return the places at the end of a text right after a time: "friday 7pm 12 places"."""
    match = _at_end().search(text, max(0, len(text) - _LONGEST))
    words = text[: match.start()].split()[-_TIME_WORDS:] if match else []
    return match if any(names_time(" ".join(words[at:])) for at in range(len(words))) else None


def parse(text: str, argument: str) -> int | None:
    """Return a typed number of places; None for no limit. Raises Refusal("event-limit-unreadable" | "…-range")."""
    words = text.strip().casefold()
    match = re.fullmatch(rf"(?P<count>[0-9]{{1,9}})(?:\s*(?:{_union('event-place-words')}))?", words)
    if match is not None:
        return check(int(match["count"]), argument)
    if answers.match(words, "none", "no", "off") or words in listed("event-unlimited-words"):
        return None
    raise Refusal("event-limit-unreadable", argument=argument, given=text)


def check(count: int, argument: str) -> int:
    """Return a number of places that can be. Raises Refusal("event-limit-range")."""
    if not 1 <= count <= MAX_CAPACITY:
        raise Refusal("event-limit-range", argument=argument, limit=MAX_CAPACITY)
    return count


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return how people say it, the clearest first. "Max" may be a name where it has a capital and ends nothing."""
    limit, short = _union("event-limit-words"), _union("event-limit-short-words")
    people = _union("event-place-words")
    count = r"(?P<count>[0-9]{1,6})(?![\w:.]*[0-9])(?!\w)"
    return (
        re.compile(rf"(?<![^\s,;(])(?:{limit}|{short})\s*[:=]?\s*{count}\s*(?:{people})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<![^\s,;(])(?:{limit})\s*[:=]?\s*{count}", re.IGNORECASE),
        re.compile(rf"(?<![^\s,;(])(?:{short})\s*[:=]?\s*{count}{_END}"),
        re.compile(rf"{_BREAK}{count}\s*(?:{people}){_END}", re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def _at_end() -> re.Pattern[str]:
    count = r"(?P<count>[0-9]{1,6})(?!\w)"
    return re.compile(rf"\s{count}\s*(?:{_union('event-place-words')})\s*[.!]?\s*$", re.IGNORECASE)


def _union(text_id: str) -> str:
    """Return an alternation of the words in all languages, the longest first."""
    words = sorted(listed(text_id), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("’", "['’]") for word in words)
