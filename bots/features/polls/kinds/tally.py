"""The count of a poll's ballots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bots.features.polls.kinds.counting import Ranking

_BAR_WIDTH = 8


@dataclass(frozen=True)
class Tally:
    """Votes (or points) for each option, the number of voters, and the best options: several where they tie.

    `whole` is what a full bar stands for. `ranking`: how ranked ballots were counted. `people`: how many voted, where
    the voters are their communities.
    """

    votes: tuple[int, ...]
    voters: int
    first: tuple[int, ...] = ()
    whole: int = 0
    ranking: Ranking | None = None
    people: int = 0

    @property
    def turnout(self) -> int:
        """How many people voted."""
        return self.people or self.voters

    def share(self, index: int) -> float:
        """Return the part of a full bar, from 0 to 1."""
        return min(1.0, self.votes[index] / self.whole) if self.whole else 0.0

    def percent(self, index: int) -> int:
        """Return the rounded share."""
        return round(100 * self.votes[index] / self.whole) if self.whole else 0

    def bar(self, index: int) -> str:
        """Return a bar that fits on a phone."""
        full = round(_BAR_WIDTH * self.share(index))
        return "▓" * full + "░" * (_BAR_WIDTH - full)

    def winners(self) -> tuple[int, ...]:
        """Return the best options; none if nobody voted."""
        return self.first


def add_up(options: int, ballots: Iterable[tuple[Mapping[int, int], int]]) -> tuple[tuple[int, ...], int]:
    """Return the points of each option, and how many voted. A ballot is the points for options, with its number."""
    votes, voters = [0] * options, 0
    for points, count in ballots:
        voters += count if points else 0
        for option, given in points.items():
            votes[option] += given * count
    return tuple(votes), voters


def best(votes: tuple[int, ...]) -> tuple[int, ...]:
    """Return the options with the most votes, if anybody voted."""
    most = max(votes, default=0)
    return tuple(index for index, count in enumerate(votes) if count == most) if most else ()
