"""Polls are opened, voted on and closed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from bots import scene
from bots.core.calendar.problems import CalendarProblem
from bots.core.calendar.when import parse_when
from bots.core.commands import Args
from bots.core.inbound import ButtonPressed, ChoiceMade, CommandInvoked, TimerFired
from bots.core.numbers import whole
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.features.polls import rules, show
from bots.paging import Listing
from bots.scene import Scene
from bots.turn import Turn
from storage.queries import choices, polls
from storage.tables import Poll, Room


async def open_poll(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`poll`: the native poll where the platform has one (and no buttons, or it is asked for), and the tally card."""
    poll = await turn.uow.add(await _poll(args, turn))
    if rules.native_too(turn.capabilities, args.maybe("native"), poll):
        turn.post_content(show.native(poll, turn), card=f"pollnative:{poll.id}", key=f"poll:{poll.id}:native")
    content = await show.card(str(poll.id), turn)
    assert content is not None, "the poll was added just now"
    turn.post_content(content, card=f"poll:{poll.id}", key=f"poll:{poll.id}")
    if poll.closes_at is not None:
        turn.schedule("poll-close", str(poll.id), poll.closes_at)


async def _poll(args: Args, turn: Turn) -> Poll:
    community = turn.room.community_id or 0
    question, options = rules.question(args.text("question")), rules.options(args.words("options"))
    most = rules.max_choices(args.maybe("choices"), len(options))
    close = args.maybe("close")
    try:
        closes_at = parse_when(close, locale=turn.scene.locale, zone=turn.scene.zone, now=turn.now) if close else None
    except CalendarProblem as problem:
        raise Refusal(problem.slug, argument="close", **problem.args_of_text) from None
    return Poll(
        community_id=community,
        room_id=turn.room.id or 0,
        number=await polls.next_number(turn.uow, community),
        question=question,
        options=json.dumps(options),
        max_choices=most,
        created_by=turn.member,
        created_at=turn.now,
        closes_at=closes_at,
    )


async def cast_ballot(press: ButtonPressed, turn: Turn) -> None:
    """Record the presser's choice; the tally is refreshed, never re-posted. Writes only what can be put off."""
    poll = await _open(press.subject, turn)
    index = rules.choice(poll, press.choice)
    _put(poll, str(index), turn)
    turn.acknowledge("ballot-counted", choice=rules.labels(poll)[index])


async def take_back(press: ButtonPressed, turn: Turn) -> None:
    """The reaction was taken back: what counts is the newest one that still stands, if any."""
    poll = await _open(press.subject, turn)
    standing = await turn.standing_choice(press)
    if standing is not None:
        _put(poll, standing, turn)
        return
    _take_back_choice(poll, press.choice, turn)


async def toggle_choice(press: ButtonPressed, turn: Turn) -> None:
    """One choice more, or less, of several. Where reactions stand in for buttons, taking one back is what unchooses."""
    poll = await _open(press.subject, turn)
    on = None if turn.capabilities.buttons else not press.released
    held = await polls.ballot_of(turn.uow, poll.id or 0, turn.member)
    chosen = rules.toggled(poll, held, rules.choice(poll, press.choice), on=on)
    _put(poll, chosen, turn, at=turn.now)
    words = tuple(rules.labels(poll)[int(index)] for index in chosen.split(",") if index)
    if words:
        turn.acknowledge("ballot-counted", choice=words)
    else:
        turn.acknowledge("ballot-empty")


async def vote_natively(vote: ChoiceMade, card: str, turn: Turn) -> None:
    """A vote in the platform's own poll is the same ballot; an empty one takes it back. One that was found after a gap
    was cast in time, for all we know."""
    poll = await _open(card.partition(":")[2], turn, cast=datetime.min.replace(tzinfo=UTC) if vote.found else None)
    before = None if vote.choices else await choices.last(turn.uow, *_address(vote))
    if before is None:
        _put(poll, rules.choices(poll, vote.choices), turn)
    else:
        _take_back_choice(poll, rules.choices(poll, before.split(",")), turn)


def _address(vote: ChoiceMade) -> tuple[str, str, str, str]:
    return vote.account, vote.room, vote.message, vote.person.user


def _put(poll: Poll, chosen: str, turn: Turn, *, at: datetime | None = None) -> None:
    """The acting member's ballot, in place of an older one. `at`: how old it is, when other than what is handled."""
    cast = at or turn.said_at
    if chosen:
        row = {"poll_id": poll.id, "member_id": turn.member, "choices": chosen, "at": cast}
        turn.uow.defer(polls.CAST, row)
    else:
        turn.uow.defer(polls.TAKE_BACK, {"b_poll_id": poll.id, "b_member_id": turn.member, "b_at": cast})
    _redraw(poll, turn)


def _take_back_choice(poll: Poll, chosen: str, turn: Turn) -> None:
    """The acting member's ballot goes, if it is still this one and not newer."""
    row = {"b_poll_id": poll.id, "b_member_id": turn.member, "b_choices": chosen, "b_at": turn.said_at}
    turn.uow.defer(polls.TAKE_BACK_CHOICE, row)
    _redraw(poll, turn)


def _redraw(poll: Poll, turn: Turn) -> None:
    """The tally, and the results where they were posted."""
    turn.refresh(f"poll:{poll.id}")
    if poll.state != "open":
        turn.refresh(f"pollresult:{poll.id}")


async def _open(subject: str, turn: Turn, *, cast: datetime | None = None) -> Poll:
    """The poll of a button. Some platforms let the presser say which: another community's is refused."""
    poll = await turn.uow.get(Poll, whole(subject))
    if poll is None or turn.scene.community is None or poll.community_id != turn.scene.community.id:
        raise Refusal("button-unknown")
    rules.check_open(poll, cast or turn.said_at, turn.now)
    return poll


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
    return await scene.of_community_room(turn.uow, poll.community_id, room)


async def close_now(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`poll close [number]`."""
    poll = await _named(args.maybe("number"), turn)
    if poll.state != "open":
        raise Refusal("poll-closed", number=poll.number, question=poll.question)
    turn.call_off("poll-close", str(poll.id))
    poll.closes_at = min(poll.closes_at or turn.said_at, turn.said_at)
    await _close(poll, turn)


async def _close(poll: Poll, turn: Turn) -> None:
    poll.state, poll.closed_at = "closed", turn.now
    here = turn.at(await _place(poll, turn) or await scene.of_room(turn.uow, await turn.uow.get(Room, poll.room_id)))
    counted = rules.tally(poll, await polls.ballots(turn.uow, poll.id or 0))
    results = show.results(poll, counted, here)
    await here.close_poll(f"pollnative:{poll.id}", results)
    here.refresh(f"poll:{poll.id}")
    here.post_content(Content(text=results), card=f"pollresult:{poll.id}", key=f"poll:{poll.id}:results")


async def _named(number: str | None, turn: Turn) -> Poll:
    """The poll with this number; without one, the only open poll. Raises Refusal that says which there are."""
    community = turn.room.community_id or 0
    if number is not None:
        wanted = whole(number.lstrip("#"))
        found = await polls.numbered(turn.uow, community, wanted) if wanted is not None else None
        if found is None:
            raise Refusal("poll-number-unknown", argument="number", given=number)
        return found
    standing = await polls.open_in(turn.uow, community)
    if not standing:
        raise Refusal("poll-none-open")
    if len(standing) > 1:
        raise Refusal("poll-which", numbers=tuple(f"{poll.number} ({poll.question[:40]})" for poll in standing))
    return standing[0]


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


async def show_results(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`poll results [number]`: the tally so far, or the outcome."""
    poll = await _named(args.maybe("number"), turn)
    counted = rules.tally(poll, await polls.ballots(turn.uow, poll.id or 0))
    if poll.state == "closed":
        turn.answer_content(Content(text=show.results(poll, counted, turn)))
        return
    content = await show.card(str(poll.id), turn)
    assert content is not None, "the poll was found just now"
    turn.post_content(content, card=f"poll:{poll.id}")
