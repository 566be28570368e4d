"""The past of a community or network: polls, events and highlights that are over, and how their words are erased."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, or_
from sqlmodel import col, select

from storage.queries import editions, erasure, poll_records, showings
from storage.queries.ownership import Holder, owned_by
from storage.tables import (
    Audience,
    Ballot,
    BallotCount,
    BallotReason,
    Event,
    EventState,
    Highlight,
    HighlightState,
    Occurrence,
    Placement,
    Poll,
    PollAddition,
    PollState,
    Rsvp,
)
from storage.unit_of_work import UnitOfWork

_HELD = (EventState.PLANNED, EventState.CANCELLED)
_NO_WORDS = {
    "title": "", "place": "", "description": "", "link": "", "picture": "", "reason": "", "reminders": "",
    "question": "", "cost": "", "reply_lead": "", "source": "", "tags": "", "audience": Audience.EVERYBODY,
    "spread_to": None, "host_id": None,
}  # fmt: skip


class Past(NamedTuple):
    """How many polls, events and highlights ended before a day."""

    polls: int
    events: int
    highlights: int


async def count(uow: UnitOfWork, holder: Holder, before: datetime) -> Past:
    """Return how much of the past of a community or network is older than this."""
    polls = select(func.count(col(Poll.id))).where(*_closed(holder, before))
    events = select(func.count(col(Event.id))).join(Occurrence, col(Occurrence.event_id) == col(Event.id))
    highlights = select(func.count(col(Highlight.id))).where(*_published(holder, before))
    return Past(
        await uow.first(polls) or 0, await uow.first(events.where(*_over(holder, before))) or 0,
        await uow.first(highlights) or 0,
    )  # fmt: skip


def _closed(holder: Holder, before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        owned_by(Poll, holder), col(Poll.state) == PollState.CLOSED, col(Poll.closed_at) < before,
    )  # fmt: skip


def _over(holder: Holder, before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        owned_by(Event, holder), col(Event.state).in_(_HELD), col(Event.number).is_not(None),
        col(Occurrence.ends_at) < before,
    )  # fmt: skip


def _published(holder: Holder, before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Highlight.community_id) == holder.community, col(Highlight.state) == HighlightState.PUBLISHED,
        col(Highlight.published_at) < before,
    )  # fmt: skip


async def polls_before(uow: UnitOfWork, holder: Holder, before: datetime, limit: int) -> Sequence[Poll]:
    """Return the polls of a community or network that were closed before this."""
    return await uow.all(select(Poll).where(*_closed(holder, before)).order_by(col(Poll.id)).limit(limit))


async def events_before(uow: UnitOfWork, holder: Holder, before: datetime, limit: int) -> Sequence[Event]:
    """Return the events of a community or network that were over before this."""
    query = select(Event).join(Occurrence, col(Occurrence.event_id) == col(Event.id)).where(*_over(holder, before))
    return await uow.all(query.order_by(col(Event.id)).limit(limit))


async def highlights_before(uow: UnitOfWork, holder: Holder, before: datetime, limit: int) -> Sequence[Highlight]:
    """Return what a community shared before this. A network shares nothing of its own."""
    query = select(Highlight).where(*_published(holder, before)).order_by(col(Highlight.id))
    return await uow.all(query.limit(limit))


async def erase_poll(uow: UnitOfWork, poll: Poll, kinds: Sequence[str], private: Sequence[str]) -> None:
    """Erase a poll's words and ballots. Its number stays, and so do its messages in the rooms.

    `kinds` are the kinds of its cards, `private` those of the ballots in private chats.
    """
    cards = [f"{kind}:{poll.id}" for kind in kinds]
    await erasure.erase_answers(uow, cards)
    await poll_records.forget(uow, poll.id)
    for table in (BallotCount, BallotReason, PollAddition, Ballot):
        await uow.execute(delete(table).where(col(table.poll_id) == poll.id))
    await showings.forget(uow, "poll", poll.id)
    await editions.forget_line(uow, f"poll.{poll.id}")
    theirs = or_(*(col(Placement.card).startswith(f"{kind}:{poll.id}.", autoescape=True) for kind in private))
    await uow.execute(delete(Placement).where(col(Placement.card).in_(cards) | theirs))
    poll.state, poll.question, poll.options, poll.settings = PollState.DELETED, "", "[]", "{}"
    poll.closed_at = None


async def erase_event(uow: UnitOfWork, event: Event, kinds: Sequence[str]) -> None:
    """Erase an event's words and replies. Its number and its date stay, and so do its messages in the rooms."""
    cards = [f"{kind}:{event.id}" for kind in kinds]
    await erasure.erase_answers(uow, cards)
    dates = select(Occurrence.id).where(Occurrence.event_id == event.id)
    for date in await uow.all(dates):
        await editions.forget_line(uow, f"event.{date}")
    await uow.execute(delete(Rsvp).where(col(Rsvp.occurrence_id).in_(dates)))
    await showings.forget(uow, "event", event.id)
    await uow.execute(delete(Placement).where(col(Placement.card).in_(cards)))
    event.state = EventState.DROPPED
    for name, nothing in _NO_WORDS.items():
        setattr(event, name, nothing)
