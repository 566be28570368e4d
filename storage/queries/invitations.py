"""Queries about invitations to networks, and about wrong codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, update
from sqlmodel import col, select

from storage.queries.memberships import LIVE
from storage.tables import Invitation, Membership, MembershipState, WrongCodes
from storage.unit_of_work import UnitOfWork

WINDOW = timedelta(hours=1)
"""In which wrong codes are counted."""


async def by_code(uow: UnitOfWork, code: str) -> Invitation | None:
    """Return the invitation with this code, in any state."""
    return await uow.first(select(Invitation).where(Invitation.code == code.strip().lower()))


async def live(uow: UnitOfWork, networks: Sequence[int], now: datetime) -> Sequence[Invitation]:
    """Return the invitations to these networks with which one can ask, or somebody does, oldest first."""
    asked = select(Membership.id).where(Membership.invitation_id == Invitation.id)
    under_way = asked.where(Membership.state == MembershipState.REQUESTED).correlate(Invitation).exists()
    query = select(Invitation).where(col(Invitation.network_id).in_(networks), col(Invitation.revoked_at).is_(None))
    query = query.where(or_(col(Invitation.expires_at).is_(None), col(Invitation.expires_at) > now))
    query = query.where(or_(col(Invitation.uses_left).is_distinct_from(0), under_way))
    return await uow.all(query.order_by(col(Invitation.network_id), col(Invitation.id)))


async def requests_with(uow: UnitOfWork, invitation: Invitation) -> Sequence[Membership]:
    """Return the unanswered requests by this invitation, oldest first."""
    query = select(Membership).where(Membership.invitation_id == invitation.id)
    query = query.where(Membership.state == MembershipState.REQUESTED)
    return await uow.all(query.order_by(col(Membership.id)))


async def take_use(uow: UnitOfWork, invitation: Invitation) -> bool:
    """Take one of its uses. Return False if another request took the last one."""
    if invitation.uses_left is None:
        return True
    left = update(Invitation).where(col(Invitation.id) == invitation.id, col(Invitation.uses_left) > 0)
    return (await uow.execute(left.values(uses_left=col(Invitation.uses_left) - 1))).rowcount == 1


async def give_back(uow: UnitOfWork, invitation: int) -> None:
    """Give a use back, since nothing came of the request."""
    limited = update(Invitation).where(col(Invitation.id) == invitation, col(Invitation.uses_left).is_not(None))
    await uow.execute(limited.values(uses_left=col(Invitation.uses_left) + 1))


async def blocked_until(uow: UnitOfWork, limits: Iterable[tuple[str, int]], now: datetime) -> datetime | None:
    """Return when these (scope, most wrong codes) may try again, or None if none has reached its limit."""
    most = dict(limits)
    recent = select(WrongCodes).where(col(WrongCodes.scope).in_(most), col(WrongCodes.since) > now - WINDOW)
    rows = await uow.all(recent)
    return max((row.since + WINDOW for row in rows if row.count >= most[row.scope]), default=None)


async def count_wrong(uow: UnitOfWork, scopes: Iterable[str], now: datetime) -> None:
    """Count a wrong code. The hour begins with the first one."""
    for scope in scopes:
        row = await uow.first(select(WrongCodes).where(WrongCodes.scope == scope))
        if row is None:
            await uow.add(WrongCodes(scope=scope, count=1, since=now))
        elif row.since <= now - WINDOW:
            row.count, row.since = 1, now
        else:
            row.count += 1


async def delete_ended(uow: UnitOfWork, limit: datetime) -> None:
    """Delete wrong codes, and invitations that ended before `limit` and by which nobody asks or belongs any longer."""
    await uow.execute(delete(WrongCodes).where(col(WrongCodes.since) < limit))
    asked = select(Membership.id).where(Membership.invitation_id == Invitation.id)
    in_use = asked.where(col(Membership.state).in_(LIVE)).exists()
    ended = or_(
        col(Invitation.revoked_at) < limit, col(Invitation.expires_at) < limit,
        (col(Invitation.uses_left) == 0) & (col(Invitation.created_at) < limit),
    )  # fmt: skip
    gone = select(Invitation.id).where(ended, ~in_use)
    loose = update(Membership).where(col(Membership.invitation_id).in_(gone))
    await uow.execute(loose.values(invitation_id=None))
    await uow.execute(delete(Invitation).where(col(Invitation.id).in_(gone)))
