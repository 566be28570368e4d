"""The posting of a poll: its tally, and the native poll where the platform needs one."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import TimerFired
from bots.core.refusal import Refusal
from bots.features.polls import inactivity, repeating, rules, settings, views, visibility
from bots.features.polls.limits import MAX_RUNNING
from bots.features.polls.proposals import Proposal
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import placements, polls
from storage.tables import Poll, PollState, PollStyle


async def publish(proposal: Proposal, turn: Turn) -> Poll:
    """Store a poll, and post it in the turn's room now, or when it begins; one for a network's communities in its room.

    Raises what `visibility.home_of` and `check_running` raise.
    """
    there = await visibility.home_of(proposal, turn)
    await check_running(there)
    poll = proposal.as_poll(
        holder=there.holder, room=there.room.id, author=turn.member_id, now=turn.now,
        number=await polls.next_number(turn.uow, there.holder),
    )  # fmt: skip
    poll.style = _style(poll, proposal, there)
    await turn.uow.add(poll)
    if poll.starts_at is not None and poll.state == PollState.WAITING:
        turn.schedule("poll-open", str(poll.id), poll.starts_at)
        turn.answer("poll-waits", number=poll.number, question=poll.question, at=poll.starts_at)
    else:
        following = await open_now(poll, there)
        if following is not None:
            turn.answer("poll-comes-again", number=following.number, at=following.starts_at or turn.now)
    return poll


async def check_running(turn: Turn) -> None:
    """Raise Refusal("poll-many-running") where a community or network has enough polls that are not closed."""
    if await polls.count_running(turn.uow, turn.holder) >= MAX_RUNNING:
        raise Refusal("poll-many-running", limit=MAX_RUNNING)


def _style(poll: Poll, proposal: Proposal, turn: Turn) -> PollStyle:
    usual, count = turn.place.poll_style, len(proposal.options)
    plain = rules.is_plain(poll.kind, proposal.settings)
    return rules.choose_style(turn.capabilities, proposal.native, usual, poll.max_choices, count, plain=plain)


async def open_now(poll: Poll, turn: Turn) -> Poll | None:
    """Post a poll in the turn's room, and set its timers. Return the one that will follow it, if one does."""
    following = await repeating.plan_next(poll, turn)
    await post(poll, f"poll:{poll.id}", turn, native=poll.style != PollStyle.CARD)
    await visibility.begin(poll, turn)
    set_timers(poll, turn)
    return following


def set_timers(poll: Poll, turn: Turn) -> None:
    """Set the timers of the end, and of the reminder before it."""
    if poll.closes_at is None:
        return
    turn.schedule("poll-close", str(poll.id), poll.closes_at)
    minutes = settings.of(poll).remind_minutes
    if minutes and (due := poll.closes_at - timedelta(minutes=minutes)) > turn.now:
        turn.schedule("poll-nudge", f"{poll.id}:0", due)


async def open_on_time(timer: TimerFired, turn: Turn) -> None:
    """Open a poll that waited for its time, unless nobody voted in those before; wait on while there is no room."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    if poll is None or poll.state != PollState.WAITING:
        return
    there = await turn.in_room_of(poll)
    if there is None:
        turn.schedule("poll-open", timer.subject, turn.now + rules.RETRY_INTERVAL)
        return
    if await inactivity.stop_if_unanswered(poll, there):
        return
    poll.state, poll.created_at = PollState.OPEN, turn.now
    await open_now(poll, there)


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
