"""Every kind of poll counts like a plain count by hand, whatever people vote, change and in which order."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pyrankvote
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bots.core.refusal import Refusal
from bots.features.polls.kinds import consent, counting
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.numbers import parse_points
from bots.features.polls.kinds.registry import KINDS
from storage.tables import PollKind

OPTIONS = 5
FORMS = {
    PollKind.CHOICE: Form(OPTIONS, most=3),
    PollKind.CONSENT: Form(4),
    PollKind.SCORE: Form(OPTIONS, points=5),
    PollKind.DOTS: Form(OPTIONS, points=6),
    PollKind.RANKED: Form(OPTIONS),
}
PRESSES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, OPTIONS - 1), st.integers(0, 5)), max_size=60)
"""Presses of people 0 to 6: an option, and points for it."""
ORDERS = st.lists(
    st.tuples(
        st.lists(st.integers(0, OPTIONS - 1), unique=True, min_size=1).map(tuple), st.integers(min_value=1, max_value=5)
    ),
    max_size=12,
)


def pressed(kind: PollKind, presses: list[tuple[int, int, int]]) -> dict[int, str]:
    """Return everybody's ballot after these presses; refused ones change nothing."""
    ballots: dict[int, str] = {}
    for person, option, points in presses:
        before, given = ballots.get(person, ""), points if kind == PollKind.SCORE else None
        try:
            ballots[person] = KINDS[kind].press(FORMS[kind], before, option % FORMS[kind].options, given)
        except Refusal:
            assert kind in (PollKind.CHOICE, PollKind.DOTS)
    return {person: ballot for person, ballot in ballots.items() if ballot}


def by_hand(kind: PollKind, ballots: list[str]) -> list[int]:
    """Count ballots one by one."""
    votes = [0] * FORMS[kind].options
    for ballot in ballots:
        if kind in (PollKind.SCORE, PollKind.DOTS):
            for option, points in parse_points(ballot).items():
                votes[option] += points
        elif kind == PollKind.RANKED:
            votes[int(ballot.split(",")[0])] += 1
        else:
            for part in ballot.split(","):
                votes[int(part)] += 1
    return votes


@pytest.mark.parametrize("kind", PollKind)
@given(presses=PRESSES)
def test_tally_is_the_count_by_hand(kind: PollKind, presses: list[tuple[int, int, int]]) -> None:
    """Ballots that people pressed together count like each of them read out, in any order and grouping."""
    if kind == PollKind.CONSENT:
        presses = [(person, option % 4, points) for person, option, points in presses]
    ballots = list(pressed(kind, presses).values())
    tally = KINDS[kind].tally(FORMS[kind], list(Counter(ballots).items()))
    alone = KINDS[kind].tally(FORMS[kind], [(ballot, 1) for ballot in reversed(ballots)])
    assert list(tally.votes) == by_hand(kind, ballots)
    assert tally.voters == len(ballots)
    assert tally == alone


@pytest.mark.parametrize("kind", PollKind)
@given(presses=PRESSES)
def test_ballots_stay_within_their_form(kind: PollKind, presses: list[tuple[int, int, int]]) -> None:
    """No row of presses makes a ballot with too many options, points or dots."""
    form = FORMS[kind]
    for ballot in pressed(kind, presses).values():
        if kind == PollKind.DOTS:
            assert sum(parse_points(ballot).values()) <= form.points
        elif kind == PollKind.SCORE:
            assert all(0 <= points <= form.points for points in parse_points(ballot).values())
        elif kind != PollKind.RANKED:
            assert len(ballot.split(",")) <= form.most
        assert len(set(KINDS[kind].chosen(ballot))) == len(KINDS[kind].chosen(ballot))


def naive_run_off(orders: list[tuple[tuple[int, ...], int]]) -> tuple[int, ...]:
    """Return the winners of an instant run-off, from paper ballots that are gone through again in each round."""
    paper = [list(order) for order, number in orders for _ in range(number)]
    standing, history = set(range(OPTIONS)), list[Counter[int]]()
    while paper:
        heads = [next((one for one in ballot if one in standing), None) for ballot in paper]
        votes = Counter(head for head in heads if head is not None)
        history.append(votes)
        total = sum(votes.values())
        if not total:
            return ()
        for option in standing:
            if Fraction(votes[option], total) > Fraction(1, 2):
                return (option,)
        last = {option for option in standing if votes[option] == min(votes[one] for one in standing)}
        for earlier in history[-2::-1]:
            if len(last) > 1:
                last = {option for option in last if earlier[option] == min(earlier[one] for one in last)}
        if last == standing:
            return tuple(sorted(standing))
        standing -= last
    return ()


def naive_champion(orders: list[tuple[tuple[int, ...], int]]) -> int | None:
    """Return the option that wins each comparison of two, from paper ballots."""

    def prefers(order: tuple[int, ...], one: int, other: int) -> int:
        places = {option: at for at, option in enumerate(order)}
        mine, theirs = places.get(one, OPTIONS), places.get(other, OPTIONS)
        return (mine < theirs) - (mine > theirs)

    for one in range(OPTIONS):
        others = [other for other in range(OPTIONS) if other != one]
        if all(sum(number * prefers(order, one, other) for order, number in orders) > 0 for other in others):
            return one
    return None


@st.composite
def contests(draw: st.DrawFn) -> list[tuple[tuple[int, ...], int]]:
    """Draw ballots of which some put each option first, in numbers that rarely tie."""
    orders = [draw(st.permutations(range(OPTIONS))) for _ in range(2 * OPTIONS)]
    heads = [[at % OPTIONS, *(option for option in order if option != at % OPTIONS)] for at, order in enumerate(orders)]
    lengths = st.integers(min_value=1, max_value=OPTIONS)
    return [(tuple(order[: draw(lengths)]), draw(st.integers(min_value=1, max_value=60))) for order in heads]


@given(orders=contests())
def test_run_off_agrees_with_a_library(orders: list[tuple[tuple[int, ...], int]]) -> None:
    """Where no round ties, the winner of the run-off is pyrankvote's (which breaks ties by chance)."""
    counted = counting.count(OPTIONS, orders, pairwise=False)
    standing = set(range(OPTIONS))
    for votes, gone in zip(counted.rounds, counted.removed, strict=False):
        assume(sum(votes[option] == min(votes[one] for one in standing) for option in standing) == 1)
        standing -= set(gone)
    assume(len(counted.winners) == 1)
    candidates = [pyrankvote.Candidate(str(option)) for option in range(OPTIONS)]
    paper = [
        pyrankvote.Ballot([candidates[option] for option in order]) for order, number in orders for _ in range(number)
    ]
    [winner] = pyrankvote.instant_runoff_voting(candidates, paper).get_winners()
    assert counted.winners == (int(winner.name),)


@given(orders=ORDERS)
def test_ranked_count_agrees_with_another_one(orders: list[tuple[tuple[int, ...], int]]) -> None:
    """The winners of the run-off and of the comparisons are those of a plain implementation with paper ballots."""
    counted = counting.count(OPTIONS, orders, pairwise=False)
    assert counted.winners == naive_run_off(orders)
    assert counted.champion == naive_champion(orders)
    by_pairs = counting.count(OPTIONS, orders, pairwise=True)
    assert by_pairs.winners == ((counted.champion,) if counted.champion is not None else counted.winners)


def test_circle_is_decided_by_run_off() -> None:
    """Where A beats B, B beats C and C beats A, nobody wins in pairs, and the last of the run-off goes first."""
    orders = [((0, 1, 2), 4), ((1, 2, 0), 3), ((2, 0, 1), 2)]
    ranking = counting.count(3, orders, pairwise=True)
    assert (ranking.champion, ranking.by_pairs) == (None, False)
    assert ranking.removed == ((2,),)
    assert ranking.winners == (0,)


def test_equal_options_tie() -> None:
    """Options that were equal in every round are all winners of a tie."""
    assert counting.count(3, [((0,), 2), ((1,), 2)], pairwise=False).winners == (0, 1)


@pytest.mark.parametrize(
    ("kind", "text", "ballot"),
    [
        (PollKind.RANKED, "3 1 2", "2,0,1"),
        (PollKind.RANKED, "3 > 1", "2,0"),
        (PollKind.SCORE, "5 0 3 1 2", "0:5,1:0,2:3,3:1,4:2"),
        (PollKind.SCORE, "1=5, 3: 2", "0:5,2:2"),
        (PollKind.DOTS, "4 2 0 0 0", "0:4,1:2"),
        (PollKind.CHOICE, "3, 1", "0,2"),
    ],
)
def test_typed_ballot(kind: PollKind, text: str, ballot: str) -> None:
    """People type numbers as they like."""
    assert KINDS[kind].read(FORMS[kind], text) == ballot


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (PollKind.RANKED, "3 1 9", "ballot-unread"),
        (PollKind.RANKED, "3 1 3", "ballot-twice"),
        (PollKind.RANKED, "the garden", "ballot-unread"),
        (PollKind.SCORE, "5 5", "ballot-points-unread"),
        (PollKind.SCORE, "9 0 0 0 0", "ballot-points"),
        (PollKind.DOTS, "4 4 0 0 0", "ballot-dots"),
        (PollKind.CHOICE, "1 2 3 4", "poll-too-many"),
        (PollKind.CHOICE, "0", "ballot-unread"),
        (PollKind.CHOICE, "9" * 5000, "ballot-unread"),
    ],
)
def test_wrong_typed_ballot(kind: PollKind, text: str, why: str) -> None:
    """A ballot that cannot be counted is refused with what to type."""
    with pytest.raises(Refusal, match=why):
        KINDS[kind].read(FORMS[kind], text)


@pytest.mark.parametrize(
    ("votes", "reached"), [((3, 0, 2, 0), True), ((9, 0, 0, 1), False), ((0, 4, 1, 0), False), ((1, 0, 0, 0), True)]
)
def test_consent(votes: tuple[int, ...], reached: bool) -> None:
    """There is consent when somebody agrees and nobody blocks."""
    ballots = [(str(position), count) for position, count in enumerate(votes) if count]
    assert consent.is_reached(KINDS[PollKind.CONSENT].tally(FORMS[PollKind.CONSENT], ballots)) is reached
