"""A number of dots for each voter, to spread over the options: `0:3,2:1`."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.refusal import Refusal
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.numbers import parse_points, read_points, write_points
from bots.features.polls.kinds.tally import Tally, add_up, best

DOTS = 5
"""Dots for each voter, unless the poll says otherwise."""


class Dots:
    """The option with the most dots wins. Nobody has to use all of theirs."""

    private_steps = True

    def read(self, form: Form, text: str) -> str:
        """Return the ballot that somebody typed. Raises Refusal("ballot-points-unread" | "ballot-dots")."""
        dots = {option: given for option, given in read_points(text, form.standing).items() if given}
        _check(form, dots)
        return write_points(dots)

    def press(self, form: Form, ballot: str, index: int, points: int | None) -> str:
        """Put one more dot on an option, or, with `points` 0, take all of its dots back. Raises Refusal."""
        dots = parse_points(ballot)
        if points == 0:
            dots.pop(index, None)
        else:
            dots[index] = dots.get(index, 0) + 1
        _check(form, dots)
        return write_points(dots)

    def chosen(self, ballot: str) -> tuple[int, ...]:
        """Return the options with dots, most first."""
        dots = parse_points(ballot)
        return tuple(sorted(dots, key=lambda option: -dots[option]))

    def tally(self, form: Form, ballots: Sequence[tuple[str, int]]) -> Tally:
        """Add up the dots. A full bar is all dots."""
        votes, voters = add_up(form.options, ((parse_points(ballot), count) for ballot, count in ballots))
        return Tally(votes, voters, best(votes), sum(votes))


def _check(form: Form, dots: dict[int, int]) -> None:
    if sum(dots.values()) > form.points:
        raise Refusal("ballot-dots", most=form.points, given=sum(dots.values()))
