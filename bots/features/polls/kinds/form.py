"""What a kind needs to know about a poll."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """The blank form of a ballot: the number of options, how many one may choose, and the points one may give.

    `points`: the most for one option in a score, and for all options together in a dot vote. `pairwise`: a ranked poll
    looks for the option that wins each comparison first. `removed`: options that count no longer; no other one gets
    their numbers.
    """

    options: int
    most: int = 1
    points: int = 0
    pairwise: bool = False
    removed: frozenset[int] = frozenset()

    @property
    def standing(self) -> tuple[int, ...]:
        """The options that people can vote for."""
        return tuple(option for option in range(self.options) if option not in self.removed)
