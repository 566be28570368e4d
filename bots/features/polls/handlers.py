"""Opening and closing of polls, and their results."""

from __future__ import annotations

import json
from datetime import datetime

from bots.commands.declaration import Args
from bots.core.card_id import CardId
from bots.core.inbound import CommandInvoked, PollEnded, RoomMoved, TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.resolution import check_range
from bots.features.polls import native_line, rules, views
from bots.turn import cards
from bots.turn.authorization import held_rights
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollState, PollStyle, Room

_CARDS = ("poll", "pollnative", "pollresult")


async def open_poll(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll`: post a native poll if the platform needs or the person wants one, and the card or line below."""
    poll = await turn.uow.add(await _new_poll(args, turn))
    poll.style = rules.choose_style(turn.capabilities, args.optional_text("native"), poll, turn.community.poll_style)
    if poll.style != PollStyle.CARD:
        turn.post_content(views.native_poll(poll, turn), card=f"pollnative:{poll.id}", key=f"poll:{poll.id}:native")
    await cards.post(views.render_tally, f"poll:{poll.id}", turn, key=f"poll:{poll.id}")
    if poll.closes_at is not None:
        turn.schedule("poll-close", str(poll.id), poll.closes_at)


async def _new_poll(args: Args, turn: Turn) -> Poll:
    community_id = turn.community.id
    question, options = rules.question(args.text("question")), rules.options(args.words("options"))
    return Poll(
        community_id=community_id,
        room_id=turn.room.id,
        number=await polls.next_number(turn.uow, community_id),
        question=question,
        options=json.dumps(options),
        max_choices=rules.max_choices(args.optional_text("choices"), len(options)),
        created_by=turn.member_id,
        created_at=turn.now,
        closes_at=_parse_deadline(args.optional_text("close"), turn),
    )


def _parse_deadline(text: str | None, turn: Turn) -> datetime | None:
    """Return the end of a poll, relative to the time of the command. Raises Refusal if it is not ahead of now."""
    if not text:
        return None
    zone = turn.room_context.zone
    try:
        at = parse_when(text, locale=turn.room_context.locale, zone=zone, now=turn.occurred_at)
        check_range(at, zone, turn.now)
    except CalendarProblem as problem:
        raise Refusal(problem.text_id, argument="close", **problem.text_args) from None
    return at


async def close_on_time(timer: TimerFired, turn: Turn) -> None:
    """Close a poll, or wait until its community has a room for the results."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    if poll is None or poll.state != PollState.OPEN:
        return
    has_room = await turn.in_community_room(poll.community_id, poll.room_id) is not None
    if not has_room and poll.closes_at is not None and turn.now < poll.closes_at + rules.MAX_WAIT:
        turn.schedule("poll-close", timer.subject, turn.now + rules.RETRY_INTERVAL)
    else:
        await _close(poll, turn)


async def close_by_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll close [number]`."""
    poll = await _find_poll(call, args.optional_text("number"), turn)
    if poll.state != PollState.OPEN:
        raise Refusal("poll-closed", number=poll.number, question=poll.question)
    await _close_early(poll, turn)


async def close_natively(value: PollEnded, card: CardId, turn: Turn) -> None:
    """Close a poll whose native poll somebody ended in their client, if they may do that here or on the platform.

    https://github.com/matrix-org/matrix-spec-proposals/pull/3381
    """
    poll = await turn.uow.get(Poll, parse_int(card.subject))
    if poll is None or poll.state != PollState.OPEN:
        return
    if value.is_shown or Right.CONNECTOR in await held_rights(turn):
        await _close_early(poll, turn, ended=value.message if value.is_shown else None)


async def _close_early(poll: Poll, turn: Turn, *, ended: str | None = None) -> None:
    """Close a poll. Ballots count that were cast before the time of the value.

    `ended`: the native poll that clients show as ended already.
    """
    turn.cancel_timer("poll-close", str(poll.id))
    poll.closes_at = min(poll.closes_at or turn.occurred_at, turn.occurred_at)
    await _close(poll, turn, ended=ended)


async def _close(poll: Poll, turn: Turn, *, ended: str | None = None) -> None:
    poll.state, poll.closed_at = PollState.CLOSED, turn.now
    here = await turn.in_community_room(poll.community_id, poll.room_id)
    if here is None:
        here = await turn.for_room(await turn.uow.get(Room, poll.room_id))
    await here.close_poll(f"pollnative:{poll.id}", here.text("poll-foot-closed", number=poll.number), ended=ended)
    here.refresh_card(f"poll:{poll.id}")
    results = await views.outcome(poll, here)
    here.post_content(Content(text=results), card=f"pollresult:{poll.id}", key=f"poll:{poll.id}:results")


async def _find_poll(call: CommandInvoked, number: str | None, turn: Turn) -> Poll:
    """Return the poll with this number, the one that the command replies to, or the only open one.

    Raises Refusal("poll-number-unknown" | "poll-none-open" | "poll-which").
    """
    community_id = turn.community.id
    if number is not None:
        parsed = parse_int(number.lstrip("#"))
        numbered = await polls.by_number(turn.uow, community_id, parsed) if parsed is not None else None
        if numbered is None:
            raise Refusal("poll-number-unknown", argument="number", given=number)
        return numbered
    card = await turn.card_replied_to(call)
    shown = await turn.uow.get(Poll, parse_int(card.subject)) if card is not None and card.kind in _CARDS else None
    if shown is not None and shown.community_id == community_id:
        return shown
    open_polls = await polls.open_polls(turn.uow, community_id)
    if not open_polls:
        raise Refusal("poll-none-open")
    if len(open_polls) > 1:
        raise Refusal("poll-which", numbers=tuple(f"{poll.number} ({poll.question[:40]})" for poll in open_polls))
    return open_polls[0]


async def repost_polls(value: RoomMoved, turn: Turn) -> None:
    """Post the open polls again in the room's successor, because nobody can vote in the old room."""
    if turn.room_context.community is None or turn.room.room != value.new_room:
        return
    for poll in await polls.open_polls(turn.uow, turn.community.id):
        native, tally = f"pollnative:{poll.id}", f"poll:{poll.id}"
        if await turn.detach_card(native):
            turn.post_content(views.native_poll(poll, turn), card=native, key=f"{value.key}:{poll.id}:native")
        if await turn.detach_card(tally):
            await cards.post(views.render_tally, tally, turn, key=f"{value.key}:{poll.id}")


async def show_results(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll results [number]`: post the tally of an open poll, or answer with the results."""
    poll = await _find_poll(call, args.optional_text("number"), turn)
    if poll.state == PollState.CLOSED:
        turn.answer_content(Content(text=await views.outcome(poll, turn)))
        return
    if await native_line.replaces_card(poll, turn):
        turn.answer_content(Content(text=await views.standing(poll, turn)))
        return
    await cards.show_again(views.render_tally, f"poll:{poll.id}", turn)
