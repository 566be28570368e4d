"""Queries about polls and ballots."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, bindparam, delete, func, or_
from sqlmodel import col, select

from storage.bulk_writes import Write, delete_by, table_of, upsert
from storage.queries import ballot_counts as counts
from storage.queries import persons
from storage.queries.memberships import Place, told_in
from storage.queries.ownership import Holder, held_by, known_by, owned_by
from storage.tables import (
    Ballot,
    BallotCount,
    BallotReason,
    Community,
    Member,
    Network,
    Poll,
    PollAddition,
    PollSilence,
    PollState,
)
from storage.unit_of_work import UnitOfWork

_BALLOT = ("member_id", "choices", "at", "community_id")
CAST_BALLOT = upsert(
    Ballot, keys=("poll_id", "person_id"), replace=_BALLOT, newest="at", given={"person_id": persons.OF_ACTOR}
)
"""In the place of the person's ballot, with whichever account they cast it. Rows: `ballot_row`."""
DELETE_BALLOT = delete_by(Ballot, "poll_id", newest="at", given={"person_id": persons.OF_ACTOR})
"""The person's ballot, with whichever account they cast it."""
DELETE_BALLOT_OF_CHOICES = delete_by(Ballot, "poll_id", "member_id", "choices", newest="at")
"""The ballot that this very member cast."""
DELETE_BALLOTS_OF_POLL = delete_by(Ballot, "poll_id")
SET_REASON = upsert(BallotReason, keys=("poll_id", "member_id"), replace=("text", "named", "at"))
DELETE_REASON = delete_by(BallotReason, "poll_id", "member_id")
_REASONS = table_of(BallotReason)
_WITH_OTHER_ACCOUNTS = delete(_REASONS).where(
    _REASONS.c.poll_id == bindparam("b_poll_id"),
    _REASONS.c.member_id != bindparam("b_member_id"),
    _REASONS.c.member_id.in_(select(Member.id).where(Member.person_id == persons.OF_ACTOR)),
)
DELETE_OTHER_REASONS = Write("ballot_reasons", lambda _dialect: _WITH_OTHER_ACCOUNTS)
"""Delete the reasons beside ballots that the person cast with other accounts."""
DELETE_COUNTS_OF_POLL = delete_by(BallotCount, "poll_id")
SILENCE = upsert(PollSilence, keys=("member_id",), replace=("at",))
SPEAK = delete_by(PollSilence, "member_id")
DELETE_REASONS_OF_POLL = delete_by(BallotReason, "poll_id")


def ballot_row(poll: int, member: int, choices: str, at: datetime, community: int | None) -> dict[str, object]:
    """Return the row of CAST_BALLOT."""
    return {
        "poll_id": poll, "member_id": member, "b_member_id": member, "choices": choices, "at": at,
        "community_id": community,
    }  # fmt: skip


async def next_number(uow: UnitOfWork, holder: Holder) -> int:
    """Return the number of the next poll of a community or network."""
    return (await uow.first(select(func.max(Poll.number)).where(owned_by(Poll, holder))) or 0) + 1


async def by_number(uow: UnitOfWork, holder: Holder, number: int) -> Poll | None:
    """Return the holder's poll with this number."""
    return await uow.first(select(Poll).where(held_by(Poll, holder), Poll.number == number))


async def shown_by_number(uow: UnitOfWork, holder: Holder, number: int) -> Sequence[Poll]:
    """Return the polls with this number that a room knows: the holder's own first, then those of networks."""
    query = select(Poll).where(known_by(Poll, holder), Poll.number == number, Poll.state != PollState.DELETED)
    return await uow.all(query.order_by(col(Poll.community_id).is_(None), col(Poll.id)))


async def open_polls(uow: UnitOfWork, holder: Holder, *, shown: bool = False) -> Sequence[Poll]:
    """Return the holder's open polls, oldest first. `shown`: and those of networks that are shown in the community."""
    known = known_by if shown else held_by
    query = select(Poll).where(known(Poll, holder), Poll.state == PollState.OPEN)
    return await uow.all(query.order_by(col(Poll.community_id).is_(None), col(Poll.number)))


async def count_running(uow: UnitOfWork, holder: Holder) -> int:
    """Count the holder's polls that are open or open later, in all its rooms."""
    running = col(Poll.state).in_((PollState.OPEN, PollState.WAITING))
    return await uow.first(select(func.count()).where(owned_by(Poll, holder), running)) or 0


async def last_closed(uow: UnitOfWork, holder: Holder, *, shown: bool = False) -> Poll | None:
    """Return the holder's poll that was closed last, or None. `shown`: as in `open_polls`."""
    known = known_by if shown else held_by
    query = select(Poll).where(known(Poll, holder), Poll.state == PollState.CLOSED)
    return await uow.first(query.order_by(col(Poll.closed_at).desc(), col(Poll.number).desc()).limit(1))


async def stored_ballot(uow: UnitOfWork, poll: int, member: int) -> tuple[str, datetime] | None:
    """Return the choices and the time of the stored ballot that this very member cast, or None.

    Ballots being cast are not stored yet.
    """
    query = select(Ballot.choices, Ballot.at).where(Ballot.poll_id == poll, Ballot.member_id == member)
    found = await uow.rows(query, reads_tables=())
    return (found[0][0], found[0][1]) if found else None


def is_casting(uow: UnitOfWork, poll: int, member: int) -> bool:
    """Return whether a ballot of the member waits to be stored: they pressed twice at once."""
    return uow.defers(CAST_BALLOT.table, poll_id=poll, member_id=member)


async def ballot_counts(uow: UnitOfWork, poll: int) -> Sequence[tuple[str, int]]:
    """Return each combination of choices with the number of its ballots; one may come twice in an anonymous poll."""
    query = select(Ballot.choices, func.count()).where(Ballot.poll_id == poll).group_by(Ballot.choices)
    return [*[(choices, count) for choices, count in await uow.rows(query)], *await counts.counted(uow, poll)]


async def waiting_polls(uow: UnitOfWork, holder: Holder) -> Sequence[Poll]:
    """Return the polls that a room knows and that open later, the earliest first."""
    query = select(Poll).where(held_by(Poll, holder), Poll.state == PollState.WAITING)
    return await uow.all(query.order_by(col(Poll.starts_at), col(Poll.number)))


async def choices_of(uow: UnitOfWork, poll: int, member: int) -> str:
    """Return what the member's person chose, or an empty string."""
    query = select(Ballot.choices).where(Ballot.poll_id == poll, Ballot.person_id == persons.person_of(member))
    return await uow.first(query) or ""


async def choices_cast_by(uow: UnitOfWork, poll: int, member: int) -> str:
    """Return the choices of the ballot that this very member cast, or an empty string."""
    query = select(Ballot.choices).where(Ballot.poll_id == poll, Ballot.member_id == member)
    return await uow.first(query) or ""


async def closed_between(
    uow: UnitOfWork, place: Place, since: datetime, until: datetime, limit: int
) -> tuple[Sequence[tuple[Poll, Place]], int]:
    """Return the polls of a place that closed in this period, with who held them, and how many there are in all.

    The earliest come first. A network's are its own, but not from its circle, and its communities', if they were opened
    since they may be told.
    """
    period = (Poll.state == PollState.CLOSED, col(Poll.closed_at) > since, col(Poll.closed_at) <= until)
    query = (
        select(Poll, Community, func.count().over())
        .join(Community, col(Poll.community_id) == col(Community.id))
        .where(told_in(place, col(Poll.created_at)), *period)
    )
    own = select(Poll, Network, func.count().over()).join(Network, col(Poll.network_id) == col(Network.id))
    own = own.where(held_by(Poll, Holder(network=place.id)), *period)
    rows: list[tuple[Poll, Place, int]] = []
    first = (col(Poll.closed_at), col(Poll.id))
    rows += [(poll, one, total) for poll, one, total in await uow.rows(query.order_by(*first).limit(limit))]
    if isinstance(place, Network):
        rows += [(poll, one, total) for poll, one, total in await uow.rows(own.order_by(*first).limit(limit))]
    rows.sort(key=lambda row: (row[0].closed_at or since, row[0].id))
    return [(poll, holder) for poll, holder, _ in rows[:limit]], sum({type(row[1]): row[2] for row in rows}.values())


async def reason_of(uow: UnitOfWork, poll: int, member: int) -> BallotReason | None:
    """Return a member's reason."""
    where = (BallotReason.poll_id == poll, BallotReason.member_id == member)
    return await uow.first(select(BallotReason).where(*where))


class Reason(NamedTuple):
    """Why somebody voted: their words, whether with their name, the name, and their ballot."""

    text: str
    named: bool
    name: str
    choices: str


async def reasons(uow: UnitOfWork, poll: int, choices: str, limit: int) -> Sequence[Reason]:
    """Return the reasons of those whose ballot is `choices`, or of all voters if that is empty, oldest first."""
    query = (
        select(BallotReason.text, BallotReason.named, Member.name, Ballot.choices)
        .join(Ballot, (col(Ballot.poll_id) == BallotReason.poll_id) & (col(Ballot.member_id) == BallotReason.member_id))
        .join(Member, col(Member.id) == BallotReason.member_id)
        .where(BallotReason.poll_id == poll)
    )
    query = query.where(Ballot.choices == choices) if choices else query
    rows = await uow.rows(query.order_by(col(BallotReason.at), col(BallotReason.member_id)).limit(limit))
    return [Reason(*row) for row in rows]


async def told_of_ballot(uow: UnitOfWork, member: int) -> Sequence[int]:
    """Return the polls, newest first, that change when a member is forgotten: open ones, and those with their words."""
    beside = (col(BallotReason.poll_id) == Ballot.poll_id, col(BallotReason.member_id) == Ballot.member_id)
    query = select(Poll.id).join(Ballot, col(Ballot.poll_id) == col(Poll.id)).outerjoin(BallotReason, and_(*beside))
    changed = or_(col(Poll.state) == PollState.OPEN, col(BallotReason.poll_id).is_not(None))
    return await uow.all(query.where(Ballot.member_id == member, changed).order_by(col(Poll.id).desc()))


async def forget_ballots(uow: UnitOfWork, member: int) -> None:
    """Delete a member's ballots in open polls, and what they wrote beside any."""
    still_open = select(Poll.id).where(Poll.state == PollState.OPEN)
    await uow.execute(delete(BallotReason).where(col(BallotReason.member_id) == member))
    await uow.execute(delete(Ballot).where(col(Ballot.member_id) == member, col(Ballot.poll_id).in_(still_open)))


async def additions_by(uow: UnitOfWork, poll: int, member: int) -> int:
    """Return how many options a member's person added to an open poll, with whichever account."""
    added = select(func.count()).select_from(PollAddition).join(Member, col(Member.id) == PollAddition.member_id)
    query = added.where(PollAddition.poll_id == poll, persons.person_of(member) == persons.PERSON)
    return await uow.first(query) or 0


async def forget_additions(uow: UnitOfWork, poll: int) -> None:
    """Forget who added options: nobody adds more."""
    await uow.execute(delete(PollAddition).where(col(PollAddition.poll_id) == poll))


async def open_with_ballot_of(uow: UnitOfWork, members: Collection[int]) -> Sequence[Poll]:
    """Return the open polls in which one of these members voted."""
    voted = select(Ballot.poll_id).where(col(Ballot.member_id).in_(members))
    query = select(Poll).where(col(Poll.id).in_(voted), Poll.state == PollState.OPEN)
    return await uow.all(query.order_by(col(Poll.id)))


async def unite_ballots(uow: UnitOfWork, poll: int) -> bool:
    """Leave one ballot, the newest, to each person who linked accounts since they voted. Return whether some went."""
    query = select(Ballot, persons.PERSON).join(Member, col(Member.id) == col(Ballot.member_id))
    query = query.where(Ballot.poll_id == poll, col(Member.person_id).is_not(None))
    standing: dict[int, Ballot] = {}
    older: list[Ballot] = []
    for ballot, person in await uow.rows(query.order_by(col(Ballot.at).desc(), col(Ballot.member_id))):
        if standing.setdefault(person, ballot) is not ballot:
            older.append(ballot)
    for ballot in older:
        uow.defer(DELETE_REASON, {"b_poll_id": poll, "b_member_id": ballot.member_id})
        await uow.delete(ballot)
    for person, ballot in standing.items():
        ballot.person_id = person
    return bool(older)
