"""Polls are voted on."""

from __future__ import annotations

from datetime import UTC, datetime

from bots.core.inbound import ButtonPressed, ChoiceMade
from bots.core.integers import whole
from bots.core.refusal import Refusal
from bots.features.polls import rules
from bots.turn.turn import Turn
from storage.queries import native_votes, polls
from storage.tables import Poll


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
    before = None if vote.choices else await native_votes.last(turn.uow, *_address(vote))
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
