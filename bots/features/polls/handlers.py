"""Polls are opened and closed."""

from __future__ import annotations

import json
from datetime import datetime

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, PollEnded, RoomMoved, TimerFired
from bots.core.integers import whole
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.resolution import check_range
from bots.dialogs.invocation import held_roles, may_animate
from bots.features.polls import rules, views
from bots.routing.feature import Listing
from bots.turn import room_context
from bots.turn.room_context import Scene
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, Room

CARDS = ("poll", "pollnative", "pollresult")
"""What a poll is shown by."""


async def open_poll(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`poll`: the native poll where the platform has one (and no buttons, or it is asked for), and the tally card."""
    poll = await turn.uow.add(await _poll(args, turn))
    if rules.native_too(turn.capabilities, args.maybe("native"), poll):
        turn.post_content(views.native(poll, turn), card=f"pollnative:{poll.id}", key=f"poll:{poll.id}:native")
    content = await views.card(str(poll.id), turn)
    assert content is not None, "the poll was added just now"
    turn.post_content(content, card=f"poll:{poll.id}", key=f"poll:{poll.id}")
    if poll.closes_at is not None:
        turn.schedule("poll-close", str(poll.id), poll.closes_at)


async def _poll(args: Args, turn: Turn) -> Poll:
    community = turn.room.community_id or 0
    question, options = rules.question(args.text("question")), rules.options(args.words("options"))
    most = rules.max_choices(args.maybe("choices"), len(options))
    return Poll(
        community_id=community,
        room_id=turn.room.id or 0,
        number=await polls.next_number(turn.uow, community),
        question=question,
        options=json.dumps(options),
        max_choices=most,
        created_by=turn.member,
        created_at=turn.now,
        closes_at=_deadline(args.maybe("close"), turn),
    )


def _deadline(words: str | None, turn: Turn) -> datetime | None:
    """When a poll closes: as it was meant when it was said, and still ahead when it is heard. Raises Refusal."""
    if not words:
        return None
    zone = turn.scene.zone
    try:
        at = parse_when(words, locale=turn.scene.locale, zone=zone, now=turn.said_at)
        check_range(at, zone, turn.now)
    except CalendarProblem as problem:
        raise Refusal(problem.slug, argument="close", **problem.args_of_text) from None
    return at


async def close_due(timer: TimerFired, turn: Turn) -> None:
    """The time is over; late after a downtime, or once there is a room again to say it in, but once."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    if poll is None or poll.state != "open":
        return
    homeless = await _place(poll, turn) is None
    if homeless and poll.closes_at is not None and turn.now < poll.closes_at + rules.HOMELESS:
        turn.schedule("poll-close", timer.subject, turn.now + rules.AGAIN)
    else:
        await _close(poll, turn)


async def _place(poll: Poll, turn: Turn) -> Scene | None:
    room = await turn.uow.get(Room, poll.room_id)
    return await room_context.of_community_room(turn.uow, poll.community_id, room)


async def close_now(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`poll close [number]`."""
    poll = await _meant(call, args.maybe("number"), turn)
    if poll.state != "open":
        raise Refusal("poll-closed", number=poll.number, question=poll.question)
    await _close_as_said(poll, turn)


async def ended_natively(value: PollEnded, card: str, turn: Turn) -> None:
    """Somebody's client ended the native poll: the poll is closed, where they may.

    https://github.com/matrix-org/matrix-spec-proposals/pull/3381 (who may redact may end)
    """
    poll = await turn.uow.get(Poll, whole(card.partition(":")[2]))
    may = may_animate(await held_roles(turn), admin=value.person.admin)
    if poll is not None and poll.state == "open" and may:
        await _close_as_said(poll, turn)


async def _close_as_said(poll: Poll, turn: Turn) -> None:
    """Ballots count up to the platform's time of what is handled."""
    turn.call_off("poll-close", str(poll.id))
    poll.closes_at = min(poll.closes_at or turn.said_at, turn.said_at)
    await _close(poll, turn)


async def _close(poll: Poll, turn: Turn) -> None:
    poll.state, poll.closed_at = "closed", turn.now
    here = turn.at(
        await _place(poll, turn) or await room_context.of_room(turn.uow, await turn.uow.get(Room, poll.room_id))
    )
    counted = rules.tally(poll, await polls.ballots(turn.uow, poll.id or 0))
    results = views.results(poll, counted, here)
    await here.close_poll(f"pollnative:{poll.id}", results)
    here.refresh(f"poll:{poll.id}")
    here.post_content(Content(text=results), card=f"pollresult:{poll.id}", key=f"poll:{poll.id}:results")


async def _meant(call: CommandInvoked, number: str | None, turn: Turn) -> Poll:
    """The poll with this number; without one, that of the card that is replied to, or the only open poll.

    Raises Refusal that says which there are."""
    community = turn.room.community_id or 0
    if number is not None:
        return await _numbered(number, turn)
    kind, subject = await turn.replied_to(call)
    shown = await turn.uow.get(Poll, whole(subject)) if kind in CARDS else None
    if shown is not None and shown.community_id == community:
        return shown
    standing = await polls.open_in(turn.uow, community)
    if not standing:
        raise Refusal("poll-none-open")
    if len(standing) > 1:
        raise Refusal("poll-which", numbers=tuple(f"{poll.number} ({poll.question[:40]})" for poll in standing))
    return standing[0]


async def _numbered(number: str, turn: Turn) -> Poll:
    wanted = whole(number.lstrip("#"))
    found = await polls.numbered(turn.uow, turn.room.community_id or 0, wanted) if wanted is not None else None
    if found is None:
        raise Refusal("poll-number-unknown", argument="number", given=number)
    return found


async def carried_over(value: RoomMoved, turn: Turn) -> None:
    """The room goes on elsewhere: its open polls are shown there anew, since nobody can vote in the old one."""
    if turn.scene.community is None or turn.room.room != value.new_room:
        return
    for poll in await polls.open_in(turn.uow, turn.scene.community.id or 0):
        if await turn.leave_behind(f"pollnative:{poll.id}"):
            key = f"{value.key}:{poll.id}:native"
            turn.post_content(views.native(poll, turn), card=f"pollnative:{poll.id}", key=key)
        content = await views.card(str(poll.id), turn)
        if content is not None and await turn.leave_behind(f"poll:{poll.id}"):
            turn.post_content(content, card=f"poll:{poll.id}", key=f"{value.key}:{poll.id}")


async def open_polls(turn: Turn) -> Listing:
    """The open polls of the community. Raises Refusal("poll-none-open")."""
    standing = await polls.open_in(turn.uow, turn.scene.community.id or 0) if turn.scene.community else ()
    if not standing:
        raise Refusal("poll-none-open")
    lines = []
    for poll in standing:
        text_id = "poll-list-closing" if poll.closes_at else "poll-list-open"
        lines.append(turn.text(text_id, number=poll.number, question=poll.question, at=poll.closes_at or turn.now))
    return Listing(turn.text("poll-list-title"), lines)


async def show_results(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`poll results [number]`: the tally so far, or the outcome."""
    poll = await _meant(call, args.maybe("number"), turn)
    counted = rules.tally(poll, await polls.ballots(turn.uow, poll.id or 0))
    if poll.state == "closed":
        turn.answer_content(Content(text=views.results(poll, counted, turn)))
        return
    content = await views.card(str(poll.id), turn)
    assert content is not None, "the poll was found just now"
    turn.post_content(content, card=f"poll:{poll.id}")
