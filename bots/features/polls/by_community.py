"""A network's poll community by community: the vote of each where communities count, and what may be told. Pure.

Where each community has one vote, it is the one option that won there. It abstains after a tie, and if fewer than five
voted (or than its quorum): its vote would tell how a few people voted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bots.features.polls import rules, settings
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.tally import Tally, best
from storage.queries.figures import LEAST_COUNT
from storage.tables import Poll, PollKind

Groups = Mapping[int | None, Sequence[tuple[str, int]]]
"""The ballots of each community, with the number of each; None stands for the rooms of the network itself."""


@dataclass(frozen=True, slots=True)
class Local:
    """The count in one community, and its vote: an option, or None if it abstains."""

    community: int | None
    tally: Tally
    vote: int | None = None


def least_voters(poll: Poll) -> int:
    """Return how many people have to vote in a community for its vote to count."""
    return max(LEAST_COUNT, settings.of(poll).quorum)


def count(poll: Poll, groups: Groups) -> list[Local]:
    """Count each community by itself, those with most voters first."""
    tallies = [(community, rules.tally(poll, ballots)) for community, ballots in groups.items()]
    locals_ = [Local(community, tally, _vote(poll, community, tally)) for community, tally in tallies if tally.voters]
    return sorted(locals_, key=lambda one: (-one.tally.voters, one.community or 0))


def _vote(poll: Poll, community: int | None, tally: Tally) -> int | None:
    """Return the option for which a community votes. The network's own rooms are none."""
    if community is None or tally.voters < least_voters(poll):
        return None
    if poll.kind == PollKind.CONSENT:
        if tally.votes[consent.BLOCK]:
            return consent.BLOCK
        return consent.AGREE if consent.is_reached(tally) else None
    return tally.first[0] if len(tally.first) == 1 else None


def tally_of(poll: Poll, counted: Sequence[Local]) -> Tally:
    """Return the count of the communities' votes. `people`: how many voted in them."""
    votes = [0] * len(rules.labels(poll))
    for one in counted:
        if one.vote is not None:
            votes[one.vote] += 1
    people = sum(one.tally.voters for one in counted if one.community is not None)
    return Tally(tuple(votes), sum(votes), best(tuple(votes)), sum(votes), people=people)


def told(counted: Sequence[Local]) -> tuple[list[Local], list[Local]]:
    """Return the groups whose figures may be told, and the others.

    Nobody may subtract the groups shown from the total and find fewer than five people, or one group alone. So groups
    below five are hidden, and if that leaves one group or too few people, the next smallest are hidden too.
    """
    shown = sorted(counted, key=lambda one: (-one.tally.voters, one.community or 0))
    hidden = [one for one in shown if one.tally.voters < LEAST_COUNT]
    shown = shown[: len(shown) - len(hidden)]
    while hidden and shown and (len(hidden) < 2 or sum(one.tally.voters for one in hidden) < LEAST_COUNT):
        hidden.append(shown.pop())
    return shown, hidden
