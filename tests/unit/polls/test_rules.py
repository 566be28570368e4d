"""Which ballots count after a change, and which changes are only spelling."""

from datetime import UTC, datetime, timedelta

import pytest

from bots.core.refusal import Refusal
from bots.features.polls import rules, wording
from bots.features.polls.proposals import Proposal
from storage.queries.ownership import Holder

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


def test_ballot_for_changed_words_does_not_count() -> None:
    """A ballot from before a change is refused, and one from after it counts."""
    poll = Proposal(question="Tea?", options=("a", "b")).as_poll(
        holder=Holder(community=1), room=1, number=3, author=1, now=NOW
    )
    poll.changed_at = NOW + timedelta(minutes=1)
    with pytest.raises(Refusal, match="poll-changed"):
        rules.check_accepts(poll, NOW, NOW + timedelta(minutes=2))
    rules.check_accepts(poll, poll.changed_at, NOW + timedelta(minutes=2))


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("Balck", "Black", True),
        ("biblioteque", "Bibliothèque", True),
        ("garden", "Garden", True),
        ("Tea", "Ten", False),
        ("yes", "no", False),
        ("friday 7pm", "friday 8pm", False),
        ("Green", "Coffee", False),
        ("Libary, near the gate", "Library, near the gate", True),
    ],
)
def test_spelling(before: str, after: str, same: bool) -> None:
    """Few other letters are spelling; another number or word is not."""
    old, new = (Proposal(question="Where?", options=("other", option)) for option in (before, after))
    assert wording.only_spelling(old, new) is same


def test_more_options_are_no_spelling() -> None:
    """Another number of options, or fewer choices, is more than spelling."""
    old = Proposal(question="Where?", options=("Garden", "Park"), max_choices=2)
    assert not wording.only_spelling(
        old, Proposal(question="Where?", options=("Garden", "Park", "Hall"), max_choices=2)
    )
    assert not wording.only_spelling(old, Proposal(question="Where?", options=("Garden", "Park")))
