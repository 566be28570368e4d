"""What the result of a network's poll says about its communities."""

from __future__ import annotations

import asyncio

from bots.core.richtext import Rich
from bots.features.polls import by_community, rules, settings
from bots.features.polls.by_community import Local
from bots.features.polls.kinds.tally import Tally
from bots.turn.turn import Turn
from storage.queries import ballot_counts, community_ballots
from storage.tables import Ballot, Network, Poll, PollKind

MAX_SHOWN, MAX_OPTIONS = 15, 4
"""Communities in one result, and options of each: those with most voters, or votes."""


async def count(poll: Poll, turn: Turn) -> list[Local]:
    """Count the ballots of each community that was asked, once in a transaction for all the rooms of a page."""
    key = ("by-community", poll.id, poll.kind, poll.options, poll.settings)
    return await turn.uow.remember(key, (str(Ballot.__tablename__),), lambda: _count(poll, turn))


async def _count(poll: Poll, turn: Turn) -> list[Local]:
    groups = await community_ballots.counts(turn.uow, poll.id)
    return await asyncio.to_thread(by_community.count, poll, groups)


async def lines(poll: Poll, turn: Turn) -> list[Rich]:
    """Return the breakdown by community; nothing for a poll in one place, or an anonymous one: it keeps only totals."""
    given = settings.of(poll)
    if poll.network_id is None or not given.spread or given.anonymous or await ballot_counts.counted(turn.uow, poll.id):
        return []
    counted = await count(poll, turn)
    if not counted:
        return []
    shown, hidden = by_community.told(counted)
    names = await community_ballots.names(turn.uow, [one.community for one in shown if one.community is not None])
    network = await turn.uow.get(Network, poll.network_id)
    named = [(names.get(one.community or 0) or (network.name if network else "–"), one) for one in shown]
    listed = [_line(poll, name, one, turn) for name, one in named[:MAX_SHOWN]]
    left_out = len(hidden) + len(named[MAX_SHOWN:])
    more = [turn.text("poll-communities-hidden", count=left_out, shown=len(listed))] if left_out else []
    return [*_summary(poll, counted, turn), *([turn.text("poll-by-community")] if listed else []), *listed, *more]


def _summary(poll: Poll, counted: list[Local], turn: Turn) -> list[Rich]:
    """Return how many communities voted and abstained, where communities count."""
    if not settings.of(poll).per_community:
        return []
    local = [one for one in counted if one.community is not None]
    voted = sum(one.vote is not None for one in local)
    least = by_community.least_voters(poll)
    return [turn.text("poll-communities-voted", count=voted, abstained=len(local) - voted, least=least)]


def _line(poll: Poll, name: str, one: Local, turn: Turn) -> Rich:
    labels = rules.labels(poll)
    ahead = tuple(labels[at] for at in one.tally.winners()) or ("–",)
    if settings.of(poll).per_community and one.community is not None:
        text_id = "poll-community-abstains" if one.vote is None else "poll-community-votes"
        chosen = ahead if one.vote is None else (labels[one.vote],)
        return turn.text(text_id, community=name, choice=chosen, count=one.tally.voters)
    figures = _figures(poll, one.tally) or ahead
    return turn.text("poll-community-line", community=name, choice=figures, count=one.tally.voters)


def _figures(poll: Poll, tally: Tally) -> tuple[str, ...]:
    """Return the options with most votes there; of points and orders only the first, since sums say little."""
    if poll.kind not in (PollKind.CHOICE, PollKind.CONSENT):
        return ()
    found = sorted((one for one in rules.standing(poll) if tally.votes[one[0]]), key=lambda one: -tally.votes[one[0]])
    return tuple(f"{label} {tally.votes[at]}" for at, _, label in found[:MAX_OPTIONS])
