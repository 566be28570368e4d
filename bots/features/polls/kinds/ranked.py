"""The options in order, best first: `2,0,1`. Options left out come after all others, and equal among themselves."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.refusal import Refusal
from bots.features.polls.kinds import counting
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.numbers import parse_options, read_numbers, write_options
from bots.features.polls.kinds.tally import Tally


class Ranked:
    """Instant run-off, or first the option that wins every comparison of two (`counting.py`)."""

    private_steps = True

    def read(self, form: Form, text: str) -> str:
        """Return the ballot that somebody typed: `3 1 2`. Raises Refusal("ballot-unread" | "ballot-twice")."""
        order = read_numbers(text, form.standing)
        if len(set(order)) < len(order):
            raise Refusal("ballot-twice")
        return write_options(order)

    def press(self, _form: Form, ballot: str, index: int, _points: int | None) -> str:
        """Put an option after those chosen before, or take it out of the order."""
        order = parse_options(ballot)
        order = [one for one in order if one != index] if index in order else [*order, index]
        return write_options(order)

    def chosen(self, ballot: str) -> tuple[int, ...]:
        """Return the options, best first."""
        return tuple(parse_options(ballot))

    def tally(self, form: Form, ballots: Sequence[tuple[str, int]]) -> Tally:
        """Count first places for the bars, and find the winner. Work: options x different ballots, in each round."""
        orders = [(self.chosen(ballot), count) for ballot, count in ballots if ballot]
        ranking = counting.count(form.options, orders, pairwise=form.pairwise, removed=form.removed)
        votes = ranking.rounds[0] if ranking.rounds else (0,) * form.options
        voters = sum(count for _, count in orders)
        return Tally(votes, voters, ranking.winners, voters, ranking)
