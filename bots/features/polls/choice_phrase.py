"""Words that say how many options one person may choose: "pick 2", "deux choix", "mehrere möglich"."""

from __future__ import annotations

import re
from functools import lru_cache

from bots.dates.durations import read_amount
from bots.features.polls.vocabulary import FLAGS, fragments, pattern

_LONGEST = 60
_REMARK = re.compile(r"\s*\(([^()]{1,60})\)$")


_SHORTEST_SEVERAL = 10
"""Letters of such words behind the last option: shorter ones ("several") rather belong to it."""


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
    """Return an option without such words at its end, and how many options they let people choose.

    The option is empty where it was nothing else ("pick 2"). Else they are in parentheses, or like "max 2" and "2 max".
    """
    if (alone := _alone(option)) and 1 < alone <= count - 1:
        return "", alone
    if count > 2 and len(option.split()) > 1 and _several().fullmatch(option.strip(" .!()")):
        return "", count - 1
    bound = _at_most().search(option)
    before = option[: bound.start()].strip(" ,;") if bound else ""
    most = read_amount(bound[1] or bound[2]) if bound else None
    if most is not None and 1 < most < (count if before else count - 1):
        return before, int(most)
    several = _several_behind().search(option) if count > 2 else None
    if several and len(several[1]) >= _SHORTEST_SEVERAL:
        return option[: several.start()], count
    remark = _REMARK.search(option)
    if remark and remark.start() and _alone(remark[1]) == 1:
        return option[: remark.start()], 0  # "(pick one)", as everybody does
    number = find_choices(remark[1], count) or _most(remark[1], count) if remark and remark.start() else 0
    return (option[: remark.start()], number) if remark and number else (option, 0)


def _alone(option: str) -> int:
    """Return the number in an option that is nothing but "pick 2"; 0 for anything else."""
    found = (phrase.fullmatch(option.strip(" .!()")) for phrase in _numbered())
    number = next((read_amount(next(filter(None, match.groups()))) for match in found if match), None)
    return int(number or 0)


def _most(text: str, count: int) -> int:
    """Return the number of "max 2" or "2 max", if it is fewer than all options; 0 for anything else."""
    bound = _at_most().fullmatch(text.strip())
    most = read_amount(bound[1] or bound[2]) if bound else None
    return int(most) if most is not None and 1 < most < count else 0


def bound_at_end(question: str, count: int) -> int:
    """Return the number of "max 2" at the end of a question, if it is fewer than all options; 0 for anything else."""
    bound = _at_most().search(question.rstrip(" .!()"))
    most = read_amount(bound[1] or bound[2]) if bound and bound.start() else None
    return int(most) if most is not None and 1 < most < count else 0


def says_choices(text: str) -> bool:
    """Return whether a text says only how many options people may choose: "max 2", "pick two", "several answers"."""
    words = text.strip(" .!()")
    patterns = (_at_most(), _several(), *_numbered())
    return len(words) <= _LONGEST and any(pattern.fullmatch(words) for pattern in patterns)


@lru_cache(maxsize=1)
def _at_most() -> re.Pattern[str]:
    number, said = r"(\w{1,6})(?:\s+\w{3,10})?", pattern("at_most")
    return re.compile(rf"(?<!\w)(?:{said}\s+{number}|{number}\s+{said})\s*$", FLAGS)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern('several')}\b", FLAGS)


@lru_cache(maxsize=1)
def _several_behind() -> re.Pattern[str]:
    return re.compile(rf"(?<=\S)\s+({pattern('several')})[\s.!]*$", FLAGS)


@lru_cache(maxsize=1)
def _numbered() -> tuple[re.Pattern[str], ...]:
    said = (phrase.replace("NUMBER", r"(\w{1,6})") for phrase in fragments("up_to"))
    return tuple(re.compile(rf"\b(?:{phrase})\b", FLAGS) for phrase in said)
