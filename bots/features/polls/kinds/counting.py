"""The count of ranked ballots: instant run-off, and comparison in pairs (Condorcet).

Instant run-off: the option that is first on more than half of the ballots that still name one wins. Otherwise the
option with the fewest goes, and each ballot counts for the next option that it names. Of several with the fewest, the
one that had fewer in the round before goes, looking back as far as needed; those that were equal in every round go
together. If nobody else is left, they tie. https://en.wikipedia.org/wiki/Instant-runoff_voting

In pairs: an option wins if, against each other one, more ballots put it first. Where no option does (a circle: A beats
B, B beats C, C beats A), instant run-off decides. https://en.wikipedia.org/wiki/Condorcet_winner_criterion
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

Orders = Sequence[tuple[tuple[int, ...], int]]
"""Orders of options, best first, with the number of ballots of each."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The winners (several where they tie), the votes of each option in each round, and how the winner was found.

    `removed` are the options that went after each round but the last. `champion`: the winner of all comparisons.
    """

    winners: tuple[int, ...]
    rounds: tuple[tuple[int, ...], ...]
    removed: tuple[tuple[int, ...], ...]
    champion: int | None
    by_pairs: bool


def count(options: int, orders: Orders, *, pairwise: bool, removed: Collection[int] = ()) -> Ranking:
    """Count ballots. Without any, nobody wins. No ballot names one of the `removed` options."""
    standing = {option for option in range(options) if option not in removed}
    winners, rounds, gone = _run_off(options, standing, orders)
    champion = _champion(options, standing, orders) if winners else None
    if pairwise and champion is not None:
        return Ranking((champion,), rounds, gone, champion, by_pairs=True)
    return Ranking(winners, rounds, gone, champion, by_pairs=False)


def _run_off(
    options: int, among: Collection[int], orders: Orders
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    standing, rounds, removed = set(among), list[tuple[int, ...]](), list[tuple[int, ...]]()
    heads = [[order, 0, number] for order, number in orders if order]
    while True:
        votes = _first_places(options, heads, standing)
        rounds.append(votes)
        total = sum(votes)
        if not total:
            return (), (tuple(votes),), ()
        leader = max(standing, key=lambda option: votes[option])
        if 2 * votes[leader] > total:
            return (leader,), tuple(rounds), tuple(removed)
        last = _last(standing, rounds)
        if last == standing:
            return tuple(sorted(standing)), tuple(rounds), tuple(removed)
        standing -= last
        removed.append(tuple(sorted(last)))


def _first_places(options: int, heads: list[list[object]], standing: set[int]) -> tuple[int, ...]:
    """Count the first option of each ballot that is still standing. Each head moves on along its order."""
    votes = [0] * options
    for head in heads:
        order, at, number = head
        assert isinstance(order, tuple)
        assert isinstance(at, int)
        assert isinstance(number, int)
        while at < len(order) and order[at] not in standing:
            at += 1
        head[1] = at
        if at < len(order):
            votes[order[at]] += number
    return tuple(votes)


def _last(standing: set[int], rounds: Sequence[tuple[int, ...]]) -> set[int]:
    """Return the options that go: those with the fewest, narrowed down by the rounds before."""
    last = set(standing)
    for votes in reversed(rounds):
        fewest = min(votes[option] for option in last)
        last = {option for option in last if votes[option] == fewest}
        if len(last) == 1:
            break
    return last


def _champion(options: int, among: Collection[int], orders: Orders) -> int | None:
    """Return the option that beats each other one, or None: more ballots put it before the other than after it."""
    before = [[0] * options for _ in range(options)]
    for order, number in orders:
        unnamed = set(range(options))
        for option in order:
            unnamed.discard(option)
        for position, option in enumerate(order):
            row = before[option]
            for other in order[position + 1 :]:
                row[other] += number
            for other in unnamed:
                row[other] += number
    for option in among:
        if all(before[option][other] > before[other][option] for other in among if other != option):
            return option
    return None
