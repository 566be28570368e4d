"""The figures of a poll: one line or two for each option, and how ranked ballots were counted."""

from __future__ import annotations

from bots.core.richtext import Break, Rich, Text
from bots.features.polls import rules, settings
from bots.features.polls.kinds.tally import Tally
from bots.i18n.numbers import decimal, percent
from bots.turn.turn import Turn
from storage.tables import Poll, PollKind, PollState

MAX_ROUNDS = 6
"""How many rounds of a run-off the result lists. Of a longer one it lists the last."""


def lines(poll: Poll, tally: Tally, turn: Turn) -> list[Rich]:
    """Return the options with their figures. An open ranked poll shows none: first places alone would mislead.

    Neither does an open poll that is secret: who watches the figures move could tell what each voter chose.
    """
    bare = poll.state == PollState.OPEN and (poll.kind == PollKind.RANKED or settings.of(poll).is_secret)
    named = [(index, f"{emoji} {label}") for index, emoji, label in rules.standing(poll)]
    if bare:
        return [(Text(line),) for _, line in named]
    return [
        (Text(line), Break(), Text(f"{tally.bar(index)} {of_option(poll, tally, index, turn)}"))
        for index, line in named
    ]


def of_option(poll: Poll, tally: Tally, index: int, turn: Turn) -> str:
    """Return the votes and their share; of a score the average of the voters."""
    locale = turn.room_context.locale
    if poll.kind == PollKind.SCORE and not settings.of(poll).per_community:
        average = tally.votes[index] / tally.voters if tally.voters else 0
        return f"{decimal(average, locale)} / {settings.of(poll).points}"
    return f"{tally.votes[index]} ({percent(tally.percent(index), locale)})"


def how_counted(poll: Poll, tally: Tally, turn: Turn) -> list[Rich]:
    """Return how ranked ballots led to the winner: the method, each round, and what a comparison in pairs says."""
    ranking = tally.ranking
    if ranking is None or not ranking.winners:
        return []
    labels, wants_pairs = rules.labels(poll), settings.of(poll).pairwise
    if ranking.by_pairs:
        return [turn.text("poll-by-pairs", winner=labels[ranking.winners[0]])]
    head = "poll-by-runoff-circle" if wants_pairs else "poll-by-runoff"
    told = [turn.text(head, count=len(ranking.rounds)), *_rounds(tally, labels, turn)]
    if not wants_pairs and ranking.champion is None:
        told.append(turn.text("poll-no-champion"))
    elif not wants_pairs and (ranking.champion,) != ranking.winners:
        told.append(turn.text("poll-champion", option=labels[ranking.champion or 0]))
    return told


def _rounds(tally: Tally, labels: tuple[str, ...], turn: Turn) -> list[Rich]:
    ranking = tally.ranking
    assert ranking is not None
    told = list[Rich]()
    for number, votes in enumerate(ranking.rounds):
        gone = {option for removed in ranking.removed[:number] for option in removed}
        figures = ", ".join(f"{label} {votes[at]}" for at, label in enumerate(labels) if label and at not in gone)
        removed = tuple(labels[at] for at in ranking.removed[number]) if number < len(ranking.removed) else ()
        text_id = "poll-round-out" if removed else "poll-round"
        told.append(turn.text(text_id, round=number + 1, figures=figures, removed=removed))
    return told[-MAX_ROUNDS:]
