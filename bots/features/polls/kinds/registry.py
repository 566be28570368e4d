"""The kinds by the name that a poll's row has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bots.features.polls.kinds.choice import Choice
from bots.features.polls.kinds.consent import Consent
from bots.features.polls.kinds.dots import Dots
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.ranked import Ranked
from bots.features.polls.kinds.score import Score
from bots.features.polls.kinds.tally import Tally
from storage.tables import PollKind


class Kind(Protocol):
    """One way to vote. A ballot is a short text in the kind's own form; an empty text means no ballot.

    `private_steps`: it takes several steps, so each person fills it in beside the card.
    """

    private_steps: bool

    def read(self, form: Form, text: str) -> str:
        """Return the ballot that somebody typed. Raises Refusal with what to type instead."""

    def press(self, form: Form, ballot: str, index: int, points: int | None) -> str:
        """Return a ballot after the press of an option, with points where the button has them. Raises Refusal."""

    def chosen(self, ballot: str) -> tuple[int, ...]:
        """Return the options that a ballot is for, best first."""

    def tally(self, form: Form, ballots: Sequence[tuple[str, int]]) -> Tally:
        """Count ballots, given with the number of each. It takes a time that is linear in the different ballots."""


KINDS: Mapping[PollKind, Kind] = {
    PollKind.CHOICE: Choice(),
    PollKind.CONSENT: Consent(),
    PollKind.SCORE: Score(),
    PollKind.DOTS: Dots(),
    PollKind.RANKED: Ranked(),
}
