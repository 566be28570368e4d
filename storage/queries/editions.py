"""Queries about the digests of periods, and whose figures they count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Integer, Select, and_, case, delete, func, insert, literal, or_
from sqlalchemy import select as core_select
from sqlmodel import col, select

from storage.bulk_writes import insert_new, table_of
from storage.queries.memberships import Place
from storage.tables import (
    Community,
    DigestEvery,
    DigestQuote,
    Edition,
    EditionLine,
    EditionScope,
    EditionState,
    Membership,
    MembershipState,
    Network,
    Share,
    UtcDateTime,
)
from storage.unit_of_work import UnitOfWork

_ADD_QUOTE, _ADD_LINE = insert_new(DigestQuote), insert_new(EditionLine)
MAX_BEFORE = 62
"""How many earlier digests the chart of a digest shows."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FURTHER = (Share.CURATED, Share.EVERYTHING)
"""Highlights that rise along these go on. Highlights that only the digest tells stay there."""


def _of(place: Place) -> ColumnElement[bool]:
    column = Edition.network_id if isinstance(place, Network) else Edition.community_id
    return col(column) == place.id


async def draft(uow: UnitOfWork, place: Place) -> Edition | None:
    """Return the digest that is to go out next, if anything is known of it."""
    return await uow.first(select(Edition).where(_of(place), Edition.state == EditionState.DRAFT))


async def ended(uow: UnitOfWork, place: Place, limit: int, *, sent: bool = False) -> Sequence[Edition]:
    """Return the digests of the periods that are over (`sent`: those that went out), newest first."""
    query = select(Edition).where(_of(place), Edition.state != EditionState.DRAFT)
    if sent:
        query = query.where(Edition.state == EditionState.SENT)
    return await uow.all(query.order_by(col(Edition.until).desc(), col(Edition.id).desc()).limit(limit))


async def before(uow: UnitOfWork, place: Place, since: datetime) -> Edition | None:
    """Return the digest of the period that ended when another one began."""
    return await uow.first(select(Edition).where(_of(place), Edition.until == since).limit(1))


async def ended_between(uow: UnitOfWork, place: Place, after: datetime, until: datetime) -> Sequence[Edition]:
    """Return the digests of the periods that ended within a time, at most MAX_BEFORE of them."""
    query = select(Edition).where(_of(place), col(Edition.until) > after, col(Edition.until) <= until)
    return await uow.all(query.order_by(col(Edition.until).desc()).limit(MAX_BEFORE))


async def define_scope(uow: UnitOfWork, edition: Edition, network: Network) -> int:
    """Note the communities whose figures a network's digest counts, each once whatever its ways up; return how many.

    Each counts since the time at which all on one of its ways had agreed.
    """
    await clear_scope(uow, edition)
    names = ["edition_id", "community_id", "since"]
    await uow.execute(insert(table_of(EditionScope)).from_select(names, _communities_below(network.id, edition.id)))
    return await uow.first(select(func.count()).where(EditionScope.edition_id == edition.id)) or 0


def _communities_below(network: int, edition: int) -> Select[tuple[int, int, datetime]]:
    bonds = table_of(Membership)
    start = core_select(
        literal(network, Integer()).label("id"), literal(_EPOCH, UtcDateTime()).label("since"), literal(1).label("top")
    )
    below = start.cte("below", recursive=True)
    agreed = and_(
        bonds.c.state == MembershipState.ACTIVE, bonds.c.gives != Share.NOTHING, bonds.c.takes != Share.NOTHING,
        bonds.c.gives_since.is_not(None),
    )  # fmt: skip
    goes_on = (below.c.top == 1) | and_(bonds.c.gives.in_(_FURTHER), bonds.c.takes.in_(_FURTHER))
    later = case((bonds.c.gives_since > below.c.since, bonds.c.gives_since), else_=below.c.since)
    along = bonds.c.network_id == below.c.id
    children = core_select(bonds.c.child_id, later, literal(0)).where(
        along, agreed, goes_on, bonds.c.child_id.is_not(None)
    )
    below = below.union(children)
    later = case((bonds.c.gives_since > below.c.since, bonds.c.gives_since), else_=below.c.since)
    goes_on = (below.c.top == 1) | and_(bonds.c.gives.in_(_FURTHER), bonds.c.takes.in_(_FURTHER))
    places = table_of(Community)
    return (
        core_select(literal(edition, Integer()), bonds.c.community_id, func.min(later))
        .select_from(below)
        .join(bonds, bonds.c.network_id == below.c.id)
        .join(places, places.c.id == bonds.c.community_id)
        .where(agreed, goes_on, places.c.relaying.is_(True))
        .group_by(bonds.c.community_id)
    )


async def define_single(uow: UnitOfWork, edition: Edition, community: Community) -> None:
    """Note that a community's digest counts its own figures."""
    await clear_scope(uow, edition)
    await uow.add(EditionScope(edition_id=edition.id, community_id=community.id, since=_EPOCH))


async def scope_page(uow: UnitOfWork, edition: Edition, after: int, limit: int) -> dict[int, datetime]:
    """Return the next communities that an edition counts, each with the time since which it does."""
    query = select(EditionScope.community_id, EditionScope.since).where(EditionScope.edition_id == edition.id)
    rows = await uow.rows(query.where(col(EditionScope.community_id) > after).order_by(
        col(EditionScope.community_id)).limit(limit)
    )  # fmt: skip
    return {community: at for community, at in rows}  # noqa: C416 - mypy does not know a Row as a pair


async def own_parts(uow: UnitOfWork, place: Place, communities: Collection[int]) -> set[int]:
    """Return those of the communities that are parts of a network themselves: its digest may name them."""
    if isinstance(place, Community):
        return set(communities)
    query = select(col(Membership.community_id)).where(
        Membership.network_id == place.id, Membership.state == MembershipState.ACTIVE,
        col(Membership.community_id).in_(communities), Membership.gives != Share.NOTHING,
        Membership.takes != Share.NOTHING,
    )  # fmt: skip
    return {community for community in await uow.all(query) if community is not None}


async def clear_scope(uow: UnitOfWork, edition: Edition) -> None:
    """Forget whose figures an edition counted."""
    await uow.execute(delete(EditionScope).where(col(EditionScope.edition_id) == edition.id))


def quote(uow: UnitOfWork, highlights: Iterable[int], card: str) -> None:
    """Store that a digest's card shows the words of these highlights."""
    for highlight in highlights:
        uow.defer(_ADD_QUOTE, {"highlight_id": highlight, "card": card})


async def cards_quoting(uow: UnitOfWork, highlight: int) -> Sequence[str]:
    """Return the digests that show the words of a highlight."""
    return await uow.all(select(DigestQuote.card).where(DigestQuote.highlight_id == highlight))


async def forget_community(uow: UnitOfWork, community: int) -> None:
    """Delete a community's digests, and all that was noted for those of others."""
    await uow.execute(delete(EditionScope).where(col(EditionScope.community_id) == community))
    await uow.execute(delete(EditionLine).where(col(EditionLine.community_id) == community))
    theirs = select(Edition.id).where(Edition.community_id == community)
    for table in (EditionScope, EditionLine):
        await uow.execute(delete(table).where(col(table.edition_id).in_(theirs)))
    await uow.execute(delete(Edition).where(col(Edition.community_id) == community))


async def communities_with_digest(uow: UnitOfWork) -> Sequence[Community]:
    """Return the communities that have a digest."""
    return await uow.all(select(Community).where(Community.digest_every != DigestEvery.NEVER, Community.name != ""))


async def being_collected(uow: UnitOfWork) -> Sequence[int]:
    """Return the drafts whose figures are being collected."""
    return await uow.all(select(Edition.id).where(Edition.state == EditionState.DRAFT, Edition.collecting != ""))


def keep_line(uow: UnitOfWork, edition: int, key: str, community: int | None, section: str, text: str) -> None:
    """Store a line of a digest that was sent."""
    row = {"edition_id": edition, "key": key, "community_id": community, "section": section, "text": text}
    uow.defer(_ADD_LINE, row)


async def lines_of(uow: UnitOfWork, numbers: Sequence[int]) -> Sequence[EditionLine]:
    """Return the lines of digests that were sent, in their order."""
    query = select(EditionLine).where(col(EditionLine.edition_id).in_(numbers))
    return await uow.all(query.order_by(col(EditionLine.edition_id), col(EditionLine.id)))


async def public_lines_of(uow: UnitOfWork, place: Place, numbers: Sequence[int]) -> Sequence[EditionLine]:
    """Return the lines that may be read on the web: the place's own, and those of communities with an address there.

    Highlights are not among them: their authors agreed to be read in the networks' rooms.
    """
    public = select(Community.id).where(Community.feed_token != "", Community.name != "")
    own = place.id if isinstance(place, Community) else None
    allowed = or_(col(EditionLine.community_id).is_(None), col(EditionLine.community_id) == own)
    query = select(EditionLine).where(col(EditionLine.edition_id).in_(numbers))
    query = query.where(or_(allowed, col(EditionLine.community_id).in_(public)))
    query = query.where(~col(EditionLine.key).startswith("highlight."))
    return await uow.all(query.order_by(col(EditionLine.edition_id), col(EditionLine.id)))


async def forget_line(uow: UnitOfWork, key: str) -> None:
    """Delete what digests kept of something that was deleted."""
    await uow.execute(delete(EditionLine).where(col(EditionLine.key) == key))
