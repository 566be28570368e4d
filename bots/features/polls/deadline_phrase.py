"""A deadline at the end or the beginning of a poll: "until friday", "jusqu’à demain 18h", "Ende Sonntag"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bots.dates.polite import strip_polite
from bots.dates.recognition import names_time
from bots.dates.vocabulary import union
from bots.features.polls.vocabulary import FLAGS, fragments, pattern

_LONGEST = 80
_MAX_TIME_WORDS = 4
_LEAD = re.compile(rf"\s*(?P<lead>\S[^\n?]{{0,{_LONGEST}}}?):\s+(?=\S)")
_DATE_DOT = re.compile(r"[0-9]\.[0-9]{1,2}\.$")
_TRIMMED = " \t,;.()–—-!"


@lru_cache(maxsize=1)
def _until() -> tuple[re.Pattern[str], ...]:
    """Return the pattern of each language: one language's word may begin another's phrase."""
    return tuple(re.compile(rf"(?<![\w'’])(?:{words})\s*", FLAGS) for words in fragments("until"))


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    """Return the pattern of the verb behind a deadline: "bis Samstag abstimmen"."""
    return re.compile(rf"\s+{pattern('until_behind')}$", FLAGS)


@lru_cache(maxsize=1)
def _length() -> re.Pattern[str]:
    return re.compile(pattern("length"), FLAGS)


def take_deadline(text: str, question: str) -> tuple[str, str]:
    """Return a text without the deadline at its end, and the deadline, which is empty where there is none.

    A question such as "how long do we stay?" is answered with "until friday".
    """
    if _length().search(question):
        return text, ""
    begin = max(0, len(text) - _LONGEST)
    matches = [match for until in _until() for match in until.finditer(text, begin)]
    for match in sorted(matches, key=lambda match: -match.start()):
        before, time = text[: match.start()], _behind().sub("", text[match.end() :].strip(_TRIMMED))
        if names_time(time) and not _begins_with_until(before):
            return _trimmed(strip_polite(before, listed=True)), time
    return text, ""


def _trimmed(text: str) -> str:
    """Return a text without the signs at its end; "17.12." keeps its dot."""
    kept = text.rstrip(_TRIMMED.replace(".", ""))
    return kept if _DATE_DOT.search(kept[-6:]) else kept.rstrip(_TRIMMED)


def take_leading_deadline(text: str) -> tuple[str, str]:
    """Return a text without the deadline and the colon at its beginning, and the deadline: "until friday: where?"."""
    match = _LEAD.match(text)
    if match is None or not is_deadline(match["lead"]):
        return text, ""
    return text[match.end() :], take_deadline(match["lead"], "")[1]


def is_deadline(text: str) -> bool:
    """Return whether a text is nothing but a deadline."""
    before, time = take_deadline(text, "")
    return bool(time) and not before


def looks_like_deadline(options: Sequence[str]) -> bool:
    """Return whether the last option may rather be a deadline: it names a time, and the others don't."""
    words = options[-1].split()
    tails = (" ".join(words[-size:]).strip(_TRIMMED) for size in range(1, min(len(words), _MAX_TIME_WORDS + 1)))
    if _before().match(options[-1]) and names_time(_before().sub("", options[-1], count=1)):
        return True
    return any(map(names_time, tails)) and not any(map(_ends_with_time, options[:-1]))


def _ends_with_time(option: str) -> bool:
    words = option.split()
    return any(names_time(" ".join(words[-size:])) for size in range(1, min(len(words), _MAX_TIME_WORDS) + 1))


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{union('deadline')})\s+", FLAGS)


def _begins_with_until(text: str) -> bool:
    """Return whether one of the options before begins like a deadline too: then these are options."""
    parts = [part.strip() for part in re.split(r"[,;/|]", text)]
    return any(one.match(part) for part in parts if part for one in _until())
