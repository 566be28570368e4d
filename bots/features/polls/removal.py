"""`poll delete`, which asks first, and `poll reopen`."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.refusal import Refusal
from bots.dialogs import invocation
from bots.features.polls import commands, lookup, rules, views
from bots.features.polls.posting import has_native_poll, post
from bots.features.polls.proposals import parse_deadline
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import erasure, polls
from storage.tables import Poll, PollState

DIALOG = "poll-delete"
_KEEP = "keep"


async def ask_to_delete(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll delete [number]`: say what will be lost, and ask."""
    poll = await lookup.find_poll(call, args.optional_text("number"), turn)
    tally = await views.count_ballots(poll, turn)
    await turn.open_dialog(DIALOG, str(poll.id), {}, user=call.person.user, life=DECISION_LIFE)
    turn.answer_content(views.deletion_question(poll, tally, turn.in_language(turn.answer_locale)))


async def press_delete(press: ButtonPressed, turn: Turn) -> None:
    """Delete the poll, or keep it."""
    poll = await _existing(press.subject, turn)
    await turn.close_dialog(user=press.person.user)
    await _decide(poll, turn, delete=press.choice != _KEEP)


async def answer_question(message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """Handle a typed yes or no. Other words are ordinary messages: the poll stays."""
    await turn.close_dialog(user=message.person.user)
    decision = rules.parse_decision(message.text)
    if decision is None:
        turn.answer("poll-kept")
        return False
    await _decide(await _existing(subject, turn), turn, delete=decision)
    return True


async def _existing(subject: str, turn: Turn) -> Poll:
    """Return the poll if the person may delete it. Raises Refusal("button-unknown") or what `check_allowed` raises."""
    poll = await turn.community_row(Poll, subject)
    if poll.state == PollState.DELETED:
        raise Refusal("button-unknown")
    await invocation.check_allowed(commands.POLL_DELETE, turn)
    return poll


async def _decide(poll: Poll, turn: Turn, *, delete: bool) -> None:
    if not delete:
        turn.answer("poll-kept")
        return
    turn.cancel_timer("poll-close", str(poll.id))
    for kind in lookup.CARDS:
        await turn.withdraw_card(f"{kind}:{poll.id}")
    turn.uow.defer(polls.DELETE_BALLOTS_OF_POLL, {"b_poll_id": poll.id})
    await erasure.erase_answers(turn.uow, [f"{kind}:{poll.id}" for kind in lookup.CARDS])
    poll.state, poll.question, poll.options, poll.closed_at = PollState.DELETED, "", "[]", None
    turn.answer("poll-deleted", number=poll.number)


async def reopen(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll reopen [number] [close]`. The votes cast before still count."""
    poll = await lookup.find_closed_poll(call, args.optional_text("number"), turn)
    if poll.state == PollState.OPEN:
        raise Refusal("poll-is-open", number=poll.number, question=poll.question)
    poll.closes_at = parse_deadline(args.optional_text("close"), turn)
    poll.state, poll.closed_at = PollState.OPEN, None
    if poll.closes_at is not None:
        turn.schedule("poll-close", str(poll.id), poll.closes_at)
    there = await turn.in_community_room(poll.community_id, poll.room_id) or turn
    native = await has_native_poll(poll, turn)
    for kind in lookup.CARDS:
        await turn.withdraw_card(f"{kind}:{poll.id}")
    await post(poll, f"{turn.value.key}:poll:{poll.id}", there, native=native)
    turn.acknowledge("poll-reopened", number=poll.number)
