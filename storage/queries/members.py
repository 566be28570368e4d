"""Who is who: identities to members, and who animates what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, update
from sqlmodel import col, select, tuple_

from storage.bulk_writes import Write, insert_new, table_of
from storage.tables import Animator, Identity, Member
from storage.unit_of_work import UnitOfWork


class Known(NamedTuple):
    """What most handlers need of a member, without loading more."""

    member: int
    locale: str | None
    name: str


UserKey = tuple[str, str]
_MEMBER, _IDENTITY = insert_new(Member), insert_new(Identity)
_MEMBERS = table_of(Member)
_RENAMED = Write(
    "members",
    lambda _dialect: (
        update(_MEMBERS)
        .where(_MEMBERS.c.id == bindparam("b_id"), _MEMBERS.c.name == bindparam("b_old"))
        .values(name=bindparam("b_new"))
    ),
)
"""A member is called as the account is that gave them their name."""


async def known(uow: UnitOfWork, users: Collection[UserKey] | Mapping[UserKey, str]) -> dict[UserKey, Known]:
    """The members behind these (platform, user) pairs; those never seen are left out. Where it is said by which name
    each was heard, a new one is learnt."""
    if not users:
        return {}
    query = (
        select(Identity, col(Member.locale))
        .join(Member, col(Identity.member_id) == col(Member.id))
        .where(tuple_(col(Identity.platform), col(Identity.user)).in_(list(users)))
    )
    found = await uow.rows(query)
    if isinstance(users, Mapping):
        for who, _ in found:
            _learn(uow, who, users[(who.platform, who.user)])
    return {(who.platform, who.user): Known(who.member_id, locale, who.name) for who, locale in found}


def _learn(uow: UnitOfWork, who: Identity, name: str) -> None:
    """Call an account by the name heard. What is but a part of its id stands for a name that was not told."""
    if name == who.name or name in who.user:
        return
    uow.defer(_RENAMED, {"b_id": who.member_id, "b_old": who.name, "b_new": name})
    who.name = name


async def enroll(uow: UnitOfWork, users: dict[UserKey, str], at: datetime) -> dict[UserKey, Known]:
    """Make a member with one identity for each (platform, user), named as given.

    The ids are counted on, since there is one writer: many rows are then two statements, where SQLAlchemy would insert
    each by itself to learn its id.
    """
    last = await uow.first(select(func.max(Member.id))) or 0
    made = {key: Known(number, None, name) for number, (key, name) in enumerate(users.items(), start=last + 1)}
    for (platform, user), who in made.items():
        uow.defer(_MEMBER, Member(id=who.member, name=who.name, created_at=at).model_dump())
        identity = Identity(platform=platform, user=user, name=who.name, member_id=who.member)
        uow.defer(_IDENTITY, identity.model_dump(exclude={"id"}))
    await uow.flush()
    return made


async def identities(uow: UnitOfWork, member: int) -> Sequence[Identity]:
    """All the accounts of a member."""
    return await uow.all(select(Identity).where(Identity.member_id == member))


async def by_user(uow: UnitOfWork, platform: str, user: str) -> Identity | None:
    """The identity of this platform account, if it was ever seen."""
    return await uow.first(select(Identity).where(Identity.platform == platform, Identity.user == user))


async def by_name(uow: UnitOfWork, platform: str, name: str) -> Sequence[Identity]:
    """The identities on this platform that bear this shown name, any case; at most five."""
    query = select(Identity).where(Identity.platform == platform, func.lower(Identity.name) == func.lower(name))
    return await uow.all(query.limit(5))


async def roles(
    uow: UnitOfWork, member: int, community: int | None = None, network: int | None = None
) -> frozenset[str]:
    """The roles this member holds here: connector, greeter, coordinator."""
    query = select(Animator.role).where(Animator.member_id == member)
    here = (col(Animator.community_id) == (community or 0)) | (col(Animator.network_id) == (network or 0))
    return frozenset(await uow.all(query.where(here)))


async def animators(
    uow: UnitOfWork, role: str, *, community: int | None = None, network: int | None = None
) -> Sequence[Animator]:
    """Who holds `role` here."""
    query = select(Animator).where(Animator.role == role)
    query = query.where(Animator.community_id == community, Animator.network_id == network)
    return await uow.all(query)


async def name_animator(
    uow: UnitOfWork, member: int, role: str, *, community: int | None = None, network: int | None = None
) -> bool:
    """Give a role; False when they hold it already."""
    if any(a.member_id == member for a in await animators(uow, role, community=community, network=network)):
        return False
    await uow.add(Animator(member_id=member, role=role, community_id=community, network_id=network))
    return True


async def platform_users(uow: UnitOfWork, members: Iterable[int], platform: str) -> Sequence[Identity]:
    """The identities that these members have on one platform, by name."""
    query = select(Identity).where(col(Identity.member_id).in_(list(members)), Identity.platform == platform)
    return await uow.all(query.order_by(func.lower(Identity.name)))
