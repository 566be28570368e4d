"""Numbers that people type for options and points: `3 1 2`, `1=5, 2=0`, `2 > 1 > 3`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bots.core.refusal import Refusal

MAX_LENGTH = 200
"""The longest typed ballot, in letters. Twenty options with their points fit."""
_NUMBER = re.compile(r"[0-9]+")
_PAIR = re.compile(r"([0-9]{1,3})\s*[=:]\s*([0-9]{1,3})")
_SAYS_NUMBERS = re.compile(r"[\s0-9,;.>=:/+-]+")


def is_typed_ballot(text: str) -> bool:
    """Return whether a message is nothing but numbers and what may stand between them."""
    return len(text) <= MAX_LENGTH and any(map(str.isdigit, text)) and _SAYS_NUMBERS.fullmatch(text) is not None


def read_numbers(text: str, standing: Sequence[int]) -> tuple[int, ...]:
    """Return the options, counted from 0, that a text numbers from 1. Raises Refusal("ballot-unread")."""
    numbers = [int(found) for found in _NUMBER.findall(text[:MAX_LENGTH])]
    if not is_typed_ballot(text) or not all(number - 1 in standing for number in numbers):
        raise Refusal("ballot-unread", most=standing[-1] + 1)
    return tuple(number - 1 for number in numbers)


def read_points(text: str, standing: Sequence[int]) -> dict[int, int]:
    """Return the points for options counted from 0: `1=5, 3=2`, or one number for each option in their order.

    Raises Refusal("ballot-points-unread").
    """
    if not is_typed_ballot(text):
        raise Refusal("ballot-points-unread", most=len(standing))
    pairs = [(int(option) - 1, int(points)) for option, points in _PAIR.findall(text)]
    if not pairs:
        given = [int(found) for found in _NUMBER.findall(text)]
        if len(given) != len(standing):
            raise Refusal("ballot-points-unread", most=len(standing))
        pairs = list(zip(standing, given, strict=True))
    if not all(option in standing for option, _ in pairs):
        raise Refusal("ballot-points-unread", most=len(standing))
    return dict(pairs)


def parse_options(ballot: str) -> list[int]:
    """Return the options in a stored ballot: `0,2`."""
    return [int(part) for part in ballot.split(",") if part]


def write_options(options: Iterable[int]) -> str:
    """Return options as a stored ballot."""
    return ",".join(map(str, options))


def parse_points(ballot: str) -> dict[int, int]:
    """Return the points in a stored ballot: `0:5,1:3`."""
    pairs = (part.partition(":") for part in ballot.split(",") if part)
    return {int(option): int(points) for option, _, points in pairs}


def write_points(points: dict[int, int]) -> str:
    """Return points as a stored ballot."""
    return ",".join(f"{option}:{given}" for option, given in sorted(points.items()))
