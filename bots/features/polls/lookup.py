"""The poll that a command is about."""

from __future__ import annotations

from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollState

CARDS = ("poll", "pollnative", "pollresult")


async def find_poll(call: CommandInvoked, number: str | None, turn: Turn) -> Poll:
    """Return the poll with this number, the one that the command replies to, or the only open one.

    Raises Refusal("poll-number-unknown" | "poll-none-open" | "poll-which").
    """
    chosen = await _chosen(call, number, turn)
    if chosen is not None:
        return chosen
    open_polls = await polls.open_polls(turn.uow, turn.community.id)
    if not open_polls:
        raise Refusal("poll-none-open")
    if len(open_polls) > 1:
        numbers = tuple(f"{poll.number} ({poll.question[:40]})" for poll in open_polls)
        raise Refusal("poll-which", argument="number", numbers=numbers)
    return open_polls[0]


async def find_any_poll(call: CommandInvoked, number: str | None, turn: Turn) -> Poll:
    """Return the poll that `find_poll` finds; where none is open, the last one that was closed. Raises the same."""
    try:
        return await find_poll(call, number, turn)
    except Refusal as refusal:
        closed = await polls.last_closed(turn.uow, turn.community.id)
        if closed is None or refusal.text_id != "poll-none-open":
            raise
        return closed


async def find_closed_poll(call: CommandInvoked, number: str | None, turn: Turn) -> Poll:
    """Return the poll with this number, the one that the command replies to, or the last one that was closed.

    Raises Refusal("poll-number-unknown" | "poll-none-closed").
    """
    chosen = await _chosen(call, number, turn) or await polls.last_closed(turn.uow, turn.community.id)
    if chosen is None:
        raise Refusal("poll-none-closed")
    return chosen


async def _chosen(call: CommandInvoked, number: str | None, turn: Turn) -> Poll | None:
    """Return the poll that a number or a reply names; None without either. Raises Refusal("poll-number-unknown")."""
    community_id = turn.community.id
    if number is not None:
        parsed = parse_int(number.lstrip("#"))
        numbered = await polls.by_number(turn.uow, community_id, parsed) if parsed is not None else None
        if numbered is None or numbered.state == PollState.DELETED:
            raise Refusal("poll-number-unknown", argument="number", given=number)
        return numbered
    card = await turn.card_replied_to(call)
    shown = await turn.uow.get(Poll, parse_int(card.subject)) if card is not None and card.kind in CARDS else None
    is_ours = shown is not None and shown.community_id == community_id and shown.state != PollState.DELETED
    return shown if is_ours else None
