"""What a winner needs: a share of the voters (`2/3`), all of them (`all`), or a number of votes (`12`). Pure."""

from __future__ import annotations

import re
from fractions import Fraction

from bots.core.refusal import Refusal
from bots.features.polls.vocabulary import thresholds_by_word
from bots.i18n.answers import without_accents

ALL, HALF = "all", "1/2"
MAX_VOTES = 100_000
_SHARE = re.compile(r"([0-9]{1,2})\s*/\s*([0-9]{1,2})")
_PERCENT = re.compile(r"([0-9]{1,3})\s*%")
_COUNT = re.compile(r"[0-9]{1,6}")


def read(text: str) -> str:
    """Return a threshold as it is kept. Raises Refusal("poll-threshold")."""
    plain = without_accents(" ".join(text.casefold().split()))
    known = thresholds_by_word().get(plain, plain)
    if known == ALL:
        return ALL
    if _COUNT.fullmatch(known) and 0 < int(known) <= MAX_VOTES:
        return str(int(known))
    share = _share(known)
    if share is None or not 0 < share <= 1:
        raise Refusal("poll-threshold", argument="threshold", given=text)
    return ALL if share == 1 else f"{share.numerator}/{share.denominator}"


def _share(text: str) -> Fraction | None:
    if (found := _SHARE.fullmatch(text)) and int(found[2]):
        return Fraction(int(found[1]), int(found[2]))
    return Fraction(int(found[1]), 100) if (found := _PERCENT.fullmatch(text)) else None


def is_met(threshold: str, votes: int, voters: int) -> bool:
    """Return whether `votes` of `voters` are enough. Half means more than half, as in every vote by hand."""
    if threshold == ALL:
        return votes == voters
    if _COUNT.fullmatch(threshold):
        return votes >= int(threshold)
    share = Fraction(threshold)
    return Fraction(votes, voters) > share if threshold == HALF else Fraction(votes, voters) >= share


def read_all(text: str) -> bool:
    """Return whether a text means everybody."""
    return thresholds_by_word().get(without_accents(" ".join(text.casefold().split()))) == ALL
