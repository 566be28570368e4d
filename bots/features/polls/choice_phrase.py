"""Words that say how many options one person may choose: "pick 2", "deux choix", "mehrere möglich"."""

from __future__ import annotations

import re
from functools import lru_cache

from bots.dates.durations import read_amount
from bots.features.polls.vocabulary import FLAGS, fragments, pattern

_REMARK = re.compile(r"\s*\(([^()]{1,60})\)$")


def find_choices(text: str, count: int) -> int:
    """Return how many of `count` options a text lets people choose; 0 where it does not say so."""
    if _several().search(text):
        return count
    for phrase in _numbered():
        for match in phrase.finditer(text):
            number = read_amount(next(filter(None, match.groups())))
            if number is not None and 1 < number < count:
                return int(number)
    return 0


def take_choices(option: str, count: int) -> tuple[str, int]:
    """Return an option without such words in parentheses at its end, and how many options they let people choose."""
    remark = _REMARK.search(option)
    number = find_choices(remark[1], count) if remark and remark.start() else 0
    return (option[: remark.start()], number) if remark and number else (option, 0)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern('several')}\b", FLAGS)


@lru_cache(maxsize=1)
def _numbered() -> tuple[re.Pattern[str], ...]:
    said = (phrase.replace("NUMBER", r"(\w{1,6})") for phrase in fragments("up_to"))
    return tuple(re.compile(rf"\b(?:{phrase})\b", FLAGS) for phrase in said)
