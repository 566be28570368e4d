"""Agree, abstain, disagree, or block. A proposal passes when somebody agrees and nobody blocks."""

from __future__ import annotations

from bots.features.polls.kinds.choice import Choice
from bots.features.polls.kinds.tally import Tally

AGREE, ABSTAIN, DISAGREE, BLOCK = range(4)
POSITIONS = ("agree", "abstain", "disagree", "block")
"""The options, whose labels are the texts `poll-<position>`."""
EMOJI = ("👍", "⚪", "👎", "🛑")


class Consent(Choice):
    """A ballot names one position by its number, such as `0` for agree. Only a block stops a proposal."""


def is_reached(tally: Tally) -> bool:
    """Return whether there is consent."""
    return tally.votes[AGREE] > 0 and tally.votes[BLOCK] == 0
