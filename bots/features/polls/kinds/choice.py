"""One option, or several. A ballot is the chosen options, ascending: `0,2`."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.refusal import Refusal
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.numbers import read_numbers
from bots.features.polls.kinds.tally import Tally, best


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
        return ",".join(map(str, chosen))

    def press(self, form: Form, ballot: str, index: int, _points: int | None) -> str:
        """Choose an option, or take it back; where one may choose one, it replaces the other."""
        chosen = {int(part) for part in ballot.split(",") if part}
        if index in chosen:
            chosen.discard(index)
        else:
            chosen = chosen | {index} if form.most > 1 else {index}
        if len(chosen) > form.most:
            raise Refusal("poll-too-many", most=form.most)
        return ",".join(map(str, sorted(chosen)))

    def chosen(self, ballot: str) -> tuple[int, ...]:
        """Return the options that a ballot is for."""
        return tuple(int(part) for part in ballot.split(",") if part)

    def tally(self, form: Form, ballots: Sequence[tuple[str, int]]) -> Tally:
        """Count ballots, given with the number of each."""
        votes, voters = [0] * form.options, 0
        for ballot, count in ballots:
            chosen = self.chosen(ballot)
            voters += count if chosen else 0
            for index in chosen:
                votes[index] += count
        counted = tuple(votes)
        return Tally(counted, voters, best(counted), voters)
