"""One option, or several. A ballot is the chosen options, ascending: `0,2`."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.refusal import Refusal
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.numbers import parse_options, read_numbers, write_options
from bots.features.polls.kinds.tally import Tally, add_up, best


class Choice:
    """Each option counts the ballots that name it; the most wins."""

    private_steps = False

    def read(self, form: Form, text: str) -> str:
        """Return the ballot that somebody typed: `2`, or `1 3`. Raises Refusal("ballot-unread" | "poll-too-many")."""
        chosen = sorted(set(read_numbers(text, form.standing)))
        if not chosen:
            raise Refusal("ballot-unread", most=form.standing[-1] + 1)
        if len(chosen) > form.most:
            raise Refusal("poll-too-many", most=form.most)
        return write_options(chosen)

    def press(self, form: Form, ballot: str, index: int, _points: int | None) -> str:
        """Choose an option, or take it back; where one may choose one, it replaces the other."""
        chosen = set(parse_options(ballot))
        if index in chosen:
            chosen.discard(index)
        else:
            chosen = chosen | {index} if form.most > 1 else {index}
        if len(chosen) > form.most:
            raise Refusal("poll-too-many", most=form.most)
        return write_options(sorted(chosen))

    def chosen(self, ballot: str) -> tuple[int, ...]:
        """Return the options that a ballot is for."""
        return tuple(parse_options(ballot))

    def tally(self, form: Form, ballots: Sequence[tuple[str, int]]) -> Tally:
        """Count ballots, given with the number of each."""
        chosen = ((dict.fromkeys(parse_options(ballot), 1), count) for ballot, count in ballots)
        votes, voters = add_up(form.options, chosen)
        return Tally(votes, voters, best(votes), voters)
