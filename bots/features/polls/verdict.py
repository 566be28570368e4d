"""The decision of a poll: the winner, a tie, consent or a block; or none, where its own rules are not met. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bots.features.polls import rules, settings, thresholds
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.tally import Tally
from storage.tables import Poll, PollKind

VERDICTS = {
    "poll-result": "won", "poll-result-tie": "tie", "poll-result-none": "none", "poll-result-undecided": "undecided",
    "poll-result-abstained": "undecided",
    "poll-consent-reached": "reached", "poll-consent-blocked": "blocked", "poll-consent-unsupported": "unsupported",
}  # fmt: skip
"""What a record calls a verdict, by the text that says it."""


@dataclass(frozen=True)
class Verdict:
    """The text that says what a poll decided, the labels of the options that won, and which of its rules it lacks."""

    text_id: str
    winners: tuple[str, ...] = ()
    lacks_quorum: bool = False
    lacks_threshold: bool = False

    @property
    def name(self) -> str:
        """What a record calls it."""
        return VERDICTS[self.text_id]


def of(poll: Poll, tally: Tally) -> Verdict:
    """Return what the ballots decide. A missed quorum comes before anything else, then the threshold."""
    labels, given = rules.labels(poll), settings.of(poll)
    leaders = tally.winners()
    winners = tuple(labels[index] for index in leaders)
    if not winners:
        return Verdict("poll-result-abstained" if tally.turnout else "poll-result-none")
    if tally.voters < given.quorum and not given.per_community:
        return Verdict("poll-result-undecided", winners, lacks_quorum=True)
    if given.threshold and not _is_met(poll, tally, leaders):
        return Verdict("poll-result-undecided", winners, lacks_threshold=True)
    if poll.kind == PollKind.CONSENT:
        return Verdict(f"poll-consent-{_consent(tally)}")
    return Verdict("poll-result" if len(winners) == 1 else "poll-result-tie", winners)


def _is_met(poll: Poll, tally: Tally, leaders: tuple[int, ...]) -> bool:
    """Return whether the winner has what it needs. In a consent, abstentions count for neither side."""
    threshold = settings.of(poll).threshold
    if poll.kind == PollKind.CONSENT:
        sides = tally.voters - tally.votes[consent.ABSTAIN]
        return bool(sides) and thresholds.is_met(threshold, tally.votes[consent.AGREE], sides)
    return thresholds.is_met(threshold, tally.votes[leaders[0]], tally.voters)


def _consent(tally: Tally) -> str:
    """Return `reached`, `blocked`, or `unsupported` where nobody agrees."""
    if tally.votes[consent.BLOCK]:
        return "blocked"
    return "reached" if consent.is_reached(tally) else "unsupported"
