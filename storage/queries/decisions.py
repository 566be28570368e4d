"""Queries about how far highlights came along memberships."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, update
from sqlmodel import col, select

from storage.tables import Decision, DecisionState, Highlight, HighlightState, Membership, MembershipState, Network
from storage.unit_of_work import UnitOfWork

SHOWN = (DecisionState.PASSED, DecisionState.HEARD)
"""The states in which the network shows the highlight."""
_MAX_REASONS = 5


async def at(uow: UnitOfWork, highlight: Highlight, membership: Membership) -> Decision | None:
    """Return what was decided about a highlight at a membership."""
    query = select(Decision).where(Decision.highlight_id == highlight.id, Decision.membership_id == membership.id)
    return await uow.first(query)


async def of_highlight(uow: UnitOfWork, highlight: Highlight) -> Sequence[Decision]:
    """Return a highlight's way so far."""
    return await uow.all(select(Decision).where(Decision.highlight_id == highlight.id).order_by(col(Decision.id)))


async def has_reached(uow: UnitOfWork, highlight: Highlight, network: Network) -> bool:
    """Return whether a network shows a highlight already, whichever way it came."""
    query = select(Decision.id).where(Decision.highlight_id == highlight.id, Decision.network_id == network.id)
    return await uow.first(query.where(col(Decision.state).in_(SHOWN)).limit(1)) is not None


async def states_at(uow: UnitOfWork, highlight: Highlight, network: Network) -> Collection[DecisionState]:
    """Return the states of a highlight at a network, one for each way that it came."""
    query = select(Decision).where(Decision.highlight_id == highlight.id, Decision.network_id == network.id)
    return {decision.state for decision in await uow.all(query)}


async def way_to(uow: UnitOfWork, highlight: Highlight, network: Network) -> Membership | None:
    """Return the membership along which a highlight came to a network that shows it, the first of several."""
    query = select(Membership).join(Decision, col(Decision.membership_id) == col(Membership.id))
    query = query.where(Decision.highlight_id == highlight.id, Decision.network_id == network.id)
    return await uow.first(query.where(col(Decision.state).in_(SHOWN)).order_by(col(Decision.id)).limit(1))


async def networks_in_state(
    uow: UnitOfWork, highlight: Highlight, states: Collection[DecisionState], *,
    among: Collection[int] | None = None, limit: int | None = None,
) -> Sequence[Network]:  # fmt: skip
    """Return the networks at which a highlight has arrived in one of these states, in the order of its way.

    `among`: only these, by id. `limit`: the first ones.
    """
    first = func.min(Decision.id).label("first")
    arrived = select(Decision.network_id, first).where(Decision.highlight_id == highlight.id)
    arrived = arrived.where(col(Decision.state).in_(states)).group_by(col(Decision.network_id))
    if among is not None:
        arrived = arrived.where(col(Decision.network_id).in_(among))
    found = arrived.order_by(first).limit(limit).subquery()
    query = select(Network).join(found, found.c.network_id == col(Network.id))
    return await uow.all(query.order_by(found.c.first))


async def reasons(uow: UnitOfWork, highlight: Highlight) -> Sequence[tuple[Network, str]]:
    """Return the networks that left a highlight out and said why, in the order of its way."""
    query = select(Network, Decision.reason).join(Decision, col(Decision.network_id) == col(Network.id))
    query = query.where(Decision.highlight_id == highlight.id, Decision.state == DecisionState.DECLINED)
    query = query.where(Decision.reason != "").order_by(col(Decision.id)).limit(_MAX_REASONS)
    return await uow.rows(query)


async def forget_reasons(uow: UnitOfWork, highlight: Highlight) -> None:
    """Delete why a highlight was left out: the words may quote it."""
    said = (col(Decision.highlight_id) == highlight.id, col(Decision.reason) != "")
    await uow.execute(update(Decision).where(*said).values(reason=""))


async def reasoned_by(uow: UnitOfWork, member: int) -> Sequence[Decision]:
    """Return the decisions for which a coordinator gave a reason."""
    return await uow.all(select(Decision).where(Decision.decided_by == member, Decision.reason != ""))


async def queued_in(uow: UnitOfWork, network: int, limit: int) -> Sequence[Decision]:
    """Return the highlights that wait for a coordinator of this network, oldest first."""
    query = select(Decision).join(Highlight, col(Decision.highlight_id) == col(Highlight.id))
    query = query.join(Membership, col(Decision.membership_id) == col(Membership.id))
    query = query.where(Decision.network_id == network, Decision.state == DecisionState.QUEUED)
    query = query.where(Highlight.state == HighlightState.PUBLISHED, Membership.state == MembershipState.ACTIVE)
    return await uow.all(query.order_by(col(Decision.id)).limit(limit))
