"""What a poll decided: the winner, a tie, consent or a block. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bots.features.polls import rules
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.tally import Tally
from storage.tables import Poll, PollKind


@dataclass(frozen=True)
class Verdict:
    """The text that says what a poll decided, and the labels of the options that won."""

    text_id: str
    winners: tuple[str, ...] = ()


def of(poll: Poll, tally: Tally) -> Verdict:
    """Return what the ballots decide."""
    labels = rules.labels(poll)
    winners = tuple(labels[index] for index in tally.winners())
    if not winners:
        return Verdict("poll-result-none")
    if poll.kind == PollKind.CONSENT:
        return Verdict(f"poll-consent-{_consent(tally)}")
    return Verdict("poll-result" if len(winners) == 1 else "poll-result-tie", winners)


def _consent(tally: Tally) -> str:
    """Return `reached`, `blocked`, or `unsupported` where nobody agrees."""
    if tally.votes[consent.BLOCK]:
        return "blocked"
    return "reached" if consent.is_reached(tally) else "unsupported"
