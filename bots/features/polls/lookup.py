"""The poll that a command is about."""

from __future__ import annotations

from bots.commands import title_words
from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.features.polls import visibility
from bots.turn.turn import Turn
from storage.queries import ownership, polls
from storage.tables import Poll, PollState

CARDS = ("poll", "pollnative", "pollresult", "pollchart")


async def find_poll(call: CommandInvoked, number: str | None, turn: Turn, *, shown: bool = False) -> Poll:
    """Return the poll whose number or question is typed, the one that the command replies to, or the only open one.

    `shown`: in a community also those of networks that are shown there; nobody there may change them.
    Raises Refusal("poll-number-unknown" | "poll-number-twice" | "poll-none-open" | "poll-which").
    """
    chosen = await _chosen(call, number, turn, shown=shown)
    if chosen is not None:
        return chosen
    open_polls = await polls.open_polls(turn.uow, turn.holder, shown=shown)
    if not open_polls:
        raise Refusal("poll-none-open")
    if len(open_polls) > 1:
        numbers = tuple(f"{poll.number} ({poll.question[:40]})" for poll in open_polls)
        raise Refusal("poll-which", argument="number", numbers=numbers)
    return open_polls[0]


async def find_named_poll(call: CommandInvoked, args: Args, turn: Turn) -> tuple[Poll, str]:
    """Return the poll that a command is about, and the words for its deadline: `poll close the tea poll tomorrow`.

    Without a number these words may begin with the question of an open poll. Raises what `find_poll` raises.
    """
    words = args.optional_text("close") or ""
    if words and "number" not in args.values and call.reply_to is None:
        open_polls = await polls.open_polls(turn.uow, turn.holder)
        found = title_words.split_title(words, [poll.question for poll in open_polls])
        if found is not None:
            return open_polls[found[0]], found[1]
    return await find_poll(call, args.optional_text("number"), turn), words


async def find_any_poll(call: CommandInvoked, number: str | None, turn: Turn, *, shown: bool = False) -> Poll:
    """Return the poll that `find_poll` finds; where none is open, the most recently closed one. Raises the same."""
    try:
        return await find_poll(call, number, turn, shown=shown)
    except Refusal as refusal:
        closed = await polls.last_closed(turn.uow, turn.holder, shown=shown)
        if closed is None or refusal.text_id != "poll-none-open":
            raise
        return closed


async def find_closed_poll(call: CommandInvoked, number: str | None, turn: Turn, *, shown: bool = False) -> Poll:
    """Return the poll with this number, the one that the command replies to, or the most recently closed one.

    Raises Refusal("poll-number-unknown" | "poll-none-closed").
    """
    chosen = await _chosen(call, number, turn, shown=shown)
    chosen = chosen or await polls.last_closed(turn.uow, turn.holder, shown=shown)
    if chosen is None:
        raise Refusal("poll-none-closed")
    return chosen


async def _chosen(call: CommandInvoked, number: str | None, turn: Turn, *, shown: bool) -> Poll | None:
    """Return the poll that a number or a reply names; None without either. Raises Refusal("poll-number-unknown")."""
    if number is not None:
        parsed = parse_int(number.lstrip("#"))
        if shown and parsed is not None and turn.room_context.community is not None:
            return await _shown(parsed, number, turn)
        if parsed is None:
            return await _titled(number, turn, shown=shown)
        numbered = await polls.by_number(turn.uow, turn.holder, parsed)
        if numbered is None or numbered.state == PollState.DELETED:
            raise Refusal("poll-number-unknown", argument="number", given=number)
        return numbered
    card = await turn.card_replied_to(call)
    found = await turn.uow.get(Poll, parse_int(card.subject)) if card is not None and card.kind in CARDS else None
    if found is None or found.state == PollState.DELETED:
        return None
    if await ownership.knows(turn.uow, turn.holder, found) or (shown and await visibility.is_shown_here(found, turn)):
        return found
    return None


async def _titled(typed: str, turn: Turn, *, shown: bool) -> Poll:
    """Return the open poll whose question is typed. Raises Refusal("poll-number-unknown")."""
    open_polls = await polls.open_polls(turn.uow, turn.holder, shown=shown)
    found = title_words.split_title(typed, [poll.question for poll in open_polls])
    if found is None or found[1]:
        raise Refusal("poll-number-unknown", argument="number", given=typed)
    return open_polls[found[0]]


async def _shown(number: int, given: str, turn: Turn) -> Poll:
    """Return the poll with this number that a community's room knows: its own one, unless only another one is open.

    Raises Refusal("poll-number-unknown" | "poll-number-twice").
    """
    found = await polls.shown_by_number(turn.uow, turn.holder, number)
    if not found:
        raise Refusal("poll-number-unknown", argument="number", given=given)
    still_open = [poll for poll in found if poll.state == PollState.OPEN]
    if len(still_open) > 1:
        raise Refusal("poll-number-twice", number=number)
    return still_open[0] if still_open else found[0]
