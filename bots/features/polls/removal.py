"""`poll delete`, which asks first, and `poll reopen`."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.dialogs.yes_no import YesNo
from bots.features.polls import ballot_withdrawal, commands, lookup, rules, settings, views, visibility
from bots.features.polls.posting import check_running, has_native_poll, post, set_timers
from bots.features.polls.proposals import parse_deadline
from bots.turn.turn import Turn
from storage.queries import ballot_counts, editions, erasure, poll_records, polls
from storage.tables import Poll, PollState


async def ask_to_delete(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll delete [number]`: say what will be lost, and ask."""
    poll = await lookup.find_poll(call, args.optional_text("number"), turn)
    tally = await views.count_ballots(poll, turn)
    question = turn.answer_text("poll-delete-sure", number=poll.number, question=poll.question, count=tally.turnout)
    await DELETE.ask(str(poll.id), question, turn)


async def _delete(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    poll = await turn.held_row(Poll, subject)
    if poll.state == PollState.DELETED:
        raise Refusal("button-unknown")
    for timer in ("poll-close", "poll-open", "poll-early"):
        turn.cancel_timer(timer, str(poll.id))
    for kind in lookup.CARDS:
        await turn.withdraw_card(f"{kind}:{poll.id}")
    ballot_withdrawal.begin(poll, turn)
    await visibility.forget(poll, turn)
    await poll_records.forget(turn.uow, poll.id)
    await polls.forget_additions(turn.uow, poll.id)
    turn.uow.defer(polls.DELETE_COUNTS_OF_POLL, {"b_poll_id": poll.id})
    turn.uow.defer(polls.DELETE_REASONS_OF_POLL, {"b_poll_id": poll.id})
    turn.uow.defer(polls.DELETE_BALLOTS_OF_POLL, {"b_poll_id": poll.id})
    await erasure.erase_answers(turn.uow, [f"{kind}:{poll.id}" for kind in lookup.CARDS])
    await editions.forget_line(turn.uow, f"poll.{poll.id}")
    poll.state, poll.question, poll.options, poll.settings = PollState.DELETED, "", "[]", "{}"
    poll.closed_at = None
    turn.answer("poll-deleted", number=poll.number)


async def reopen(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll reopen [number] [close]`. The votes cast before still count."""
    poll = await lookup.find_closed_poll(call, args.optional_text("number"), turn)
    if poll.state == PollState.OPEN:
        raise Refusal("poll-is-open", number=poll.number, question=poll.question)
    if await ballot_counts.counted(turn.uow, poll.id):
        raise Refusal("poll-anonymous-over", number=poll.number)
    if poll.state == PollState.WAITING:
        rules.check_open(poll)
    await check_running(turn)
    await poll_records.forget(turn.uow, poll.id)
    await polls.unite_ballots(turn.uow, poll.id)
    poll.closes_at = parse_deadline(args.optional_text("close"), turn)
    poll.state, poll.closed_at = PollState.OPEN, None
    poll.settings = settings.as_json(structs.replace(settings.of(poll), planned_end=None))
    set_timers(poll, turn)
    there = await turn.in_room_of(poll) or turn
    native = await has_native_poll(poll, turn)
    for kind in lookup.CARDS:
        await turn.withdraw_card(f"{kind}:{poll.id}")
    await post(poll, f"{turn.value.key}:poll:{poll.id}", there, native=native)
    await visibility.begin_again(poll, turn)
    turn.acknowledge("poll-reopened", number=poll.number)


DELETE = YesNo(kind="polldel", yes="poll-delete-yes", no="poll-delete-no", command=commands.POLL_DELETE, act=_delete)
