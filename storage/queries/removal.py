"""The end of a community. Its rows stay without words, since SQLite may give their ids to others."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import String, cast, delete, literal, update
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.queries import (
    alerts,
    announcements,
    audit,
    blocks,
    calendar_imports,
    editions,
    erasure,
    figures,
    handovers,
    rituals,
    showings,
    tags,
)
from storage.tables import (
    Activity,
    Audience,
    Ballot,
    BallotCount,
    BallotReason,
    Community,
    CommunityConsent,
    DigestEvery,
    Event,
    EventState,
    Journey,
    JourneyStage,
    Membership,
    MembershipState,
    Occurrence,
    Poll,
    PollAddition,
    PollRecord,
    PollState,
    RelayExclusion,
    RoleAssignment,
    Room,
    Rsvp,
)
from storage.unit_of_work import UnitOfWork


async def rooms_of(uow: UnitOfWork, community: int) -> Sequence[Room]:
    """Return the community's rooms in any state, oldest first."""
    return await uow.all(select(Room).where(Room.community_id == community).order_by(col(Room.id)))


def _cards(kind: str, table: type[Event | Poll], community: Community) -> SelectOfScalar[str]:
    """Return the ids of the cards of this kind for all rows of a community."""
    card = literal(f"{kind}:") + cast(col(table.id), String)
    return select(card).where(col(table.community_id) == community.id)


async def erase_community(uow: UnitOfWork, community: Community) -> None:
    """Erase the words of a community's polls, events and newcomers, what its people said about announcements, and who
    voted, answered or had a role.
    """
    polls = select(Poll.id).where(Poll.community_id == community.id)
    events = select(Event.id).where(Event.community_id == community.id)
    dates = select(Occurrence.id).where(col(Occurrence.event_id).in_(events))
    for kind in ("poll", "pollnative", "pollresult", "pollchart"):
        await erasure.erase_answers(uow, _cards(kind, Poll, community))
    for kind in ("event", "gathering"):
        await erasure.erase_answers(uow, _cards(kind, Event, community))
    await uow.execute(update(PollRecord).where(col(PollRecord.revoked_by).in_(polls)).values(revoked_by=None))
    for table in (PollRecord, BallotCount, BallotReason, PollAddition, Ballot):
        await uow.execute(delete(table).where(col(table.poll_id).in_(polls)))
    await uow.execute(delete(Rsvp).where(col(Rsvp.occurrence_id).in_(dates)))
    await showings.forget_community(uow, community.id)
    await uow.execute(update(Ballot).where(col(Ballot.community_id) == community.id).values(community_id=None))
    await blocks.delete_of_community(uow, community.id)
    await audit.erase_scope(uow, f"community:{community.id}")
    await uow.execute(delete(RoleAssignment).where(col(RoleAssignment.community_id) == community.id))
    await tags.delete_ended(uow, community=community.id)
    await alerts.delete_of(uow, community.id)
    await handovers.delete_of(uow, community.id)
    bonds = update(Membership).where(col(Membership.community_id) == community.id)
    await uow.execute(bonds.values(state=MembershipState.LEFT, requested_by=None, decided_by=None, reason=""))
    for kept in (CommunityConsent, RelayExclusion, Activity):
        await uow.execute(delete(kept).where(col(kept.community_id) == community.id))
    await announcements.erase_community(uow, community.id)
    await rituals.erase_community(uow, community.id)
    await calendar_imports.delete_of_community(uow, community.id)
    closed = {"state": PollState.CLOSED, "question": "", "options": "[]", "settings": "{}"}
    await uow.execute(update(Poll).where(col(Poll.community_id) == community.id).values(**closed))
    ended = {
        "state": EventState.CANCELLED, "title": "", "place": "", "description": "", "link": "", "picture": "",
        "reason": "", "reminders": "", "question": "", "cost": "", "reply_lead": "", "audience": Audience.EVERYBODY,
        "source": "", "tags": "", "host_id": None,
    }  # fmt: skip
    await uow.execute(update(Event).where(col(Event.community_id) == community.id).values(**ended))
    left = {"stage": JourneyStage.LEFT, "user": "", "name": "", "answer": "", "greeted_by": "", "place": None}
    await uow.execute(update(Journey).where(col(Journey.community_id) == community.id).values(**left))
    await figures.forget(uow, community.id)
    await editions.forget_community(uow, community.id)
    community.feed_token, community.digest_every = "", DigestEvery.NEVER
    community.calendar_token = ""
    community.name = community.welcome = community.rules = community.question = ""
    community.highlight_emoji = ""
    community.holidays = ""
    community.receives_highlights = False
