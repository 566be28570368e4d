"""The posting of a poll: its tally, and the native poll where the platform needs one."""

from __future__ import annotations

from bots.features.polls import rules, views
from bots.features.polls.proposals import Proposal
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import placements, polls
from storage.tables import Poll, PollStyle


async def publish(proposal: Proposal, turn: Turn) -> Poll:
    """Store a poll and post it in the turn's room."""
    poll = proposal.as_poll(
        holder=turn.holder, room=turn.room.id, author=turn.member_id, now=turn.now,
        number=await polls.next_number(turn.uow, turn.holder),
    )  # fmt: skip
    usual, count = turn.place.poll_style, len(proposal.options)
    poll.style = rules.choose_style(
        turn.capabilities, proposal.native, usual, poll.max_choices, count, plain=rules.is_plain(poll.kind)
    )
    await turn.uow.add(poll)
    await post(poll, f"poll:{poll.id}", turn, native=poll.style != PollStyle.CARD)
    if poll.closes_at is not None:
        turn.schedule("poll-close", str(poll.id), poll.closes_at)
    return poll


async def post(poll: Poll, key: str, turn: Turn, *, native: bool) -> None:
    """Post the tally of a poll, or the native poll and what is below it. Messages with the same key are sent once."""
    if native:
        turn.post_content(views.native_poll(poll, turn), card=f"pollnative:{poll.id}", key=f"{key}:native")
    await cards.post(views.render_tally, f"poll:{poll.id}", turn, key=key)


async def post_again(poll: Poll, turn: Turn) -> None:
    """Withdraw the messages that show an open poll in this room, and post new ones."""
    native = await has_native_poll(poll, turn)
    for kind in ("pollnative", "poll"):
        await turn.withdraw_card(f"{kind}:{poll.id}")
    await post(poll, f"{turn.value.key}:poll:{poll.id}", turn, native=native)


async def has_native_poll(poll: Poll, turn: Turn) -> bool:
    """Return whether a native poll shows this poll."""
    return bool(await placements.placements_of(turn.uow, [f"pollnative:{poll.id}"]))
