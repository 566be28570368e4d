"""Queries about alerts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Integer, bindparam, delete, func
from sqlmodel import col, select

from storage.tables import Alert, AlertKind, AlertRule, Community, Membership, MembershipState
from storage.unit_of_work import UnitOfWork

_NETWORK = bindparam("network", type_=Integer())
_RULES = select(AlertRule).where(AlertRule.network_id == _NETWORK)
_UNTOLD = (
    select(Community)
    .join(Membership, col(Membership.community_id) == col(Community.id))
    .where(Membership.network_id == _NETWORK, Membership.state == MembershipState.ACTIVE)
    .where(col(Membership.alerts).is_(False))
    .order_by(col(Community.name))
)
_OPEN = select(Alert).where(Alert.network_id == _NETWORK, col(Alert.closed_at).is_(None))
_OPEN_IN = _OPEN.where(col(Alert.community_id).in_(bindparam("communities", expanding=True)))
_BOND = select(Membership.id).where(
    col(Membership.network_id) == col(Alert.network_id), col(Membership.community_id) == col(Alert.community_id),
    Membership.state == MembershipState.ACTIVE,
)  # fmt: skip
_ORPHANS = _OPEN.where(~_BOND.correlate(Alert).exists()).limit(bindparam("limit", type_=Integer()))


async def rules_of(uow: UnitOfWork, network: int) -> dict[AlertKind, AlertRule]:
    """Return the rules that a network has set."""
    return {rule.kind: rule for rule in await uow.all(_RULES, {"network": network})}


async def untold(uow: UnitOfWork, network: int) -> Sequence[Community]:
    """Return the communities of which a network's coordinators want to hear nothing, by name."""
    return await uow.all(_UNTOLD, {"network": network})


async def open_in(uow: UnitOfWork, network: int, communities: Collection[int]) -> Sequence[Alert]:
    """Return the open alerts about these communities in a network."""
    return await uow.all(_OPEN_IN, {"network": network, "communities": list(communities)})


async def orphans(uow: UnitOfWork, network: int, limit: int) -> Sequence[Alert]:
    """Return open alerts about communities that have left the network."""
    return await uow.all(_ORPHANS, {"network": network, "limit": limit})


async def count_told(uow: UnitOfWork, network: int, since: datetime) -> int:
    """Return of how many matters a network heard since then."""
    query = select(func.count()).select_from(Alert).where(Alert.network_id == network)
    return await uow.first(query.where(col(Alert.network_told_at) > since)) or 0


async def told_elsewhere(uow: UnitOfWork, alert: Alert) -> datetime | None:
    """Return when the community heard of this matter on behalf of another network, or None."""
    query = select(Alert).where(Alert.community_id == alert.community_id, Alert.kind == alert.kind)
    query = query.where(col(Alert.closed_at).is_(None), col(Alert.community_told_at).is_not(None))
    told = await uow.first(query.limit(1))
    return told.community_told_at if told is not None else None


async def delete_old(uow: UnitOfWork, limit: datetime) -> None:
    """Delete alerts that were over before `limit`."""
    await uow.execute(delete(Alert).where(col(Alert.closed_at) < limit))


async def delete_of(uow: UnitOfWork, community: int) -> None:
    """Delete the alerts about a community that is removed."""
    await uow.execute(delete(Alert).where(col(Alert.community_id) == community))
