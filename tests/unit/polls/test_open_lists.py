"""An option that was taken out counts nowhere, and takes no vote of another one with it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from bots.features.polls import rules, settings
from bots.features.polls.kinds.registry import KINDS
from bots.features.polls.kinds.tally import Tally
from bots.features.polls.settings import Settings
from storage.tables import Poll, PollKind

OPTIONS = 6
KIND = st.sampled_from([kind for kind in PollKind if kind != PollKind.CONSENT])
ORDERS = st.lists(st.lists(st.integers(0, OPTIONS - 1), unique=True, min_size=1), max_size=12)
REMOVED = st.sets(st.integers(0, OPTIONS - 1), max_size=OPTIONS - 2)


def poll_of(kind: PollKind, labels: list[str]) -> Poll:
    """Return a poll with these options, some of which may be gone."""
    given_settings = settings.as_json(Settings(points=OPTIONS, pairwise=True, additions=True))
    return Poll(
        id=1, room_id=1, number=1, question="Which?", options=json.dumps(labels), max_choices=OPTIONS, kind=kind,
        created_by=1, created_at=datetime(2026, 11, 25, tzinfo=UTC), settings=given_settings,
    )  # fmt: skip


def ballot(kind: PollKind, order: list[int]) -> str:
    """Return a ballot for these options, the first of them with the most points."""
    if kind == PollKind.CHOICE:
        return ",".join(map(str, sorted(order)))
    if kind == PollKind.RANKED:
        return ",".join(map(str, order))
    return ",".join(f"{option}:{OPTIONS - place}" for place, option in sorted(enumerate(order), key=lambda one: one[1]))


def without(kind: PollKind, order: list[int], removed: set[int], left: list[int]) -> str:
    """Return the same ballot in a poll that never had the removed options."""
    points = {left.index(option): OPTIONS - place for place, option in enumerate(order) if option not in removed}
    if kind in (PollKind.SCORE, PollKind.DOTS):
        return ",".join(f"{option}:{given}" for option, given in sorted(points.items()))
    return ",".join(map(str, sorted(points) if kind == PollKind.CHOICE else points))


def on_left(tally: Tally, left: list[int]) -> tuple[object, ...]:
    """Return what a tally says of the options that are left, by their numbers there."""
    return (
        [tally.votes[option] for option in left], tally.voters, [left.index(one) for one in tally.winners()],
        tally.whole, len(tally.ranking.rounds) if tally.ranking else 0,
    )  # fmt: skip


@examples(deadline=None)
@given(KIND, ORDERS, REMOVED)
def test_removed_options_never_were(kind: PollKind, orders: list[list[int]], removed: set[int]) -> None:
    """A poll with removed options is decided like one that never had them: votes, voters, winners and rounds."""
    left = [option for option in range(OPTIONS) if option not in removed]
    poll = poll_of(kind, ["" if option in removed else f"option {option}" for option in range(OPTIONS)])
    plain = poll_of(kind, [f"option {option}" for option in left])
    tally = rules.tally(poll, [(ballot(kind, order), 1) for order in orders])
    expected = rules.tally(plain, [(without(kind, order, removed, left), 1) for order in orders])
    assert on_left(tally, left) == on_left(expected, list(range(len(left))))


@examples(deadline=None)
@given(KIND, ORDERS)
def test_added_options_move_no_vote(kind: PollKind, orders: list[list[int]]) -> None:
    """After an option was added, every ballot says what it said before."""
    before = poll_of(kind, [f"option {option}" for option in range(OPTIONS)])
    after = poll_of(kind, [f"option {option}" for option in range(OPTIONS + 1)])
    ballots = [(ballot(kind, order), 1) for order in orders]
    old, new = rules.tally(before, ballots), rules.tally(after, ballots)
    assert (*old.votes, 0) == new.votes
    assert (old.voters, old.winners()) == (new.voters, new.winners())


def test_typed_ballots_skip_the_gap() -> None:
    """Typed numbers are those that the card shows; points in a row are for the options that are left."""
    ranked = poll_of(PollKind.RANKED, ["a", "", "c", "d"])
    assert KINDS[PollKind.RANKED].read(rules.form(ranked), "3 1") == "2,0"
    score = poll_of(PollKind.SCORE, ["a", "", "c", "d"])
    assert KINDS[PollKind.SCORE].read(rules.form(score), "5 0 3") == "0:5,2:0,3:3"
