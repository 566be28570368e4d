"""A network's poll by community: one vote each like a count by hand, and figures that give no few people away."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from bots.features.polls import by_community, settings
from bots.features.polls.settings import Settings
from storage.tables import Poll

OPTIONS = 3
PLACES = st.lists(st.lists(st.integers(0, OPTIONS - 1), max_size=9), max_size=7)
"""The votes in each place; the first stands for the network's own rooms."""


def poll_of(quorum: int) -> Poll:
    """Return a poll in which each community has one vote."""
    given_settings = settings.as_json(Settings(spread=True, per_community=True, quorum=quorum))
    return Poll(
        id=1, room_id=1, number=1, question="Which?", options=json.dumps(["a", "b", "c"]), created_by=1,
        created_at=datetime(2026, 11, 25, tzinfo=UTC), settings=given_settings,
    )  # fmt: skip


def grouped(places: list[list[int]]) -> dict[int | None, list[tuple[str, int]]]:
    """Return the ballots of each place."""
    return {(at or None): [(str(option), 1) for option in votes] for at, votes in enumerate(places)}


@examples(deadline=None)
@given(PLACES, st.integers(0, 8))
def test_one_vote_each_like_by_hand(places: list[list[int]], quorum: int) -> None:
    """Each community with enough voters and one option ahead gives it a vote; all others give none."""
    expected: Counter[int] = Counter()
    for votes in places[1:]:
        ranked = Counter(votes).most_common()
        enough = len(votes) >= max(5, quorum)
        if enough and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            expected[ranked[0][0]] += 1
    counted = by_community.count(poll_of(quorum), grouped(places))
    tally = by_community.tally_of(poll_of(quorum), counted)
    assert list(tally.votes) == [expected[option] for option in range(OPTIONS)]
    assert tally.voters == sum(expected.values())
    assert tally.people == sum(map(len, places[1:]))
    most = max(expected.values(), default=0)
    assert tally.winners() == tuple(option for option in range(OPTIONS) if most and expected[option] == most)


@examples(deadline=None)
@given(PLACES)
def test_nobody_is_found_by_subtraction(places: list[list[int]]) -> None:
    """What is told is of five people or more; the total less what is told is nobody, or five people of two places."""
    counted = by_community.count(poll_of(0), grouped(places))
    shown, hidden = by_community.told(counted)
    assert all(one.tally.voters >= 5 for one in shown)
    assert {one.community for one in (*shown, *hidden)} == {one.community for one in counted}
    left = sum(map(len, places)) - sum(one.tally.voters for one in shown)
    if shown:
        assert left == 0 or (left >= 5 and len(hidden) >= 2)
        biggest = min(one.tally.voters for one in shown)
        assert all(one.tally.voters <= biggest for one in hidden)


@examples(deadline=None)
@given(PLACES)
def test_as_much_is_told_as_may_be(places: list[list[int]]) -> None:
    """No more communities could be told without giving some away, if the largest ones are told first."""
    counted = by_community.count(poll_of(0), grouped(places))
    shown, _ = by_community.told(counted)
    sizes = sorted((one.tally.voters for one in counted), reverse=True)

    def may(count: int) -> bool:
        rest = sizes[count:]
        return all(size >= 5 for size in sizes[:count]) and (not rest or (len(rest) >= 2 and sum(rest) >= 5))

    assert len(shown) == max((count for count in range(len(sizes) + 1) if may(count)), default=0)
