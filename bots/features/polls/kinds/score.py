"""Points for each option, from 0 to the top. A ballot is `0:5,1:3`; an option left out gets nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.refusal import Refusal
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.numbers import parse_points, read_points, write_points
from bots.features.polls.kinds.tally import Tally, add_up, best

TOP = 5
"""Points for one option, unless the poll says otherwise."""


class Score:
    """The option with the most points wins; as many ballots count for each, so it also has the best average."""

    private_steps = True

    def read(self, form: Form, text: str) -> str:
        """Return the ballot that somebody typed. Raises Refusal("ballot-points-unread" | "ballot-points")."""
        points = read_points(text, form.standing)
        if any(given > form.points for given in points.values()):
            raise Refusal("ballot-points", most=form.points)
        return write_points(points)

    def press(self, form: Form, ballot: str, index: int, points: int | None) -> str:
        """Give an option points, or take them back where none are named."""
        given = parse_points(ballot)
        if points is None:
            given.pop(index, None)
        elif 0 <= points <= form.points:
            given[index] = points
        else:
            raise Refusal("button-unknown")
        return write_points(given)

    def chosen(self, ballot: str) -> tuple[int, ...]:
        """Return the options that got points, best first."""
        points = parse_points(ballot)
        return tuple(sorted((option for option, given in points.items() if given), key=lambda one: -points[one]))

    def tally(self, form: Form, ballots: Sequence[tuple[str, int]]) -> Tally:
        """Add up the points. A full bar is the top score from each voter."""
        votes, voters = add_up(form.options, ((parse_points(ballot), count) for ballot, count in ballots))
        return Tally(votes, voters, best(votes), voters * form.points)
