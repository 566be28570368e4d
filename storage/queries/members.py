"""Queries about members, their identities and their roles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, update
from sqlmodel import col, select, tuple_

from storage.bulk_writes import insert_new, update_by
from storage.tables import (
    Community,
    Identity,
    Journey,
    JourneyStage,
    Member,
    Network,
    RelayConsent,
    Role,
    RoleAssignment,
    Room,
)
from storage.unit_of_work import UnitOfWork


class MemberSummary(NamedTuple):
    """The parts of a member that most handlers need. `away`: see Member.digest_away."""

    member_id: int
    locale: str | None
    name: str
    relay: RelayConsent = RelayConsent.UNNAMED
    away: bool = False
    reminders: str | None = None


MAX_PEOPLE = 5000
"""How many people of a community are compared with a typed name."""
UserKey = tuple[str, str]
_ADD_MEMBER, _ADD_IDENTITY = insert_new(Member), insert_new(Identity)
_RENAME_MEMBER = update_by(Member, "id", "name", values={"name": bindparam("new_name")})
"""Rename a member who still has the identity's old name."""
_NOTICE = update_by(Identity, "id", values={"name": bindparam("new_name"), "room_id": bindparam("new_room")})
"""Store somebody's display name, and where they were noticed last."""
SET_SEEN = update_by(Member, "id", values={"digest_away": False})
"""Somebody who waits for a digest did something."""
_SUMMARIES = (
    select(  # type: ignore[call-overload]  # sqlmodel knows four columns
        Identity.platform, Identity.user, Identity.id, Identity.name, Identity.room_id,
        Member.id, Member.locale, Member.relay, Member.digest_away, Member.reminders,
    )
    .join(Member, col(Identity.member_id) == col(Member.id))
    .where(tuple_(col(Identity.platform), col(Identity.user)).in_(bindparam("users", expanding=True)))
)  # fmt: skip
_LAST_ID = select(func.max(Member.id))
ROLES_READ = (str(RoleAssignment.__tablename__),)
"""The tables that `roles` reads."""
_ROLES = select(RoleAssignment.role).where(
    col(RoleAssignment.member_id) == bindparam("member"),
    (col(RoleAssignment.community_id) == bindparam("community"))
    | col(RoleAssignment.network_id).in_(bindparam("networks", expanding=True)),
)
_CONNECTORS = select(RoleAssignment.member_id).where(
    RoleAssignment.role == Role.CONNECTOR, col(RoleAssignment.community_id) == bindparam("community")
)
_ON_PLATFORM = (
    select(Identity)
    .where(
        col(Identity.member_id).in_(bindparam("members", expanding=True)),
        col(Identity.platform) == bindparam("platform"),
    )
    .order_by(func.lower(Identity.name))
)


async def summaries(
    uow: UnitOfWork, users: Collection[UserKey] | Mapping[UserKey, str], rooms: Mapping[UserKey, int] | None = None
) -> dict[UserKey, MemberSummary]:
    """Return the known members among these (platform, user) pairs.

    A mapping gives the current display name of each; update changed names. `rooms`: where they are noticed now.
    """
    if not users:
        return {}
    found: dict[UserKey, MemberSummary] = {}
    for platform, user, identity, name, room, member, locale, relay, away, reminders in await uow.rows(
        _SUMMARIES, {"users": list(users)}
    ):
        shown = _shown_name(users, (platform, user), name)
        seen_in = (rooms or {}).get((platform, user), room)
        if shown != name:
            uow.defer(_RENAME_MEMBER, {"b_id": member, "b_name": name, "new_name": shown})
        if (shown, seen_in) != (name, room):
            uow.defer(_NOTICE, {"b_id": identity, "new_name": shown, "new_room": seen_in})
        found[platform, user] = MemberSummary(member, locale, shown, relay, away, reminders)
    return found


def _shown_name(users: Collection[UserKey] | Mapping[UserKey, str], user: UserKey, before: str) -> str:
    """Return a person's display name now. Adapters give a part of the user id for an unknown name; ignore that."""
    name = users[user] if isinstance(users, Mapping) else before
    return before if name in user[1] else name


async def enroll(
    uow: UnitOfWork, users: dict[UserKey, str], at: datetime, rooms: Mapping[UserKey, int] | None = None
) -> dict[UserKey, MemberSummary]:
    """Create a member and an identity for each (platform, user), with these names.

    Assign the ids ourselves, which is safe with a single writer. SQLAlchemy would insert each row by itself for its id.
    """
    last = await uow.first(_LAST_ID) or 0
    enrolled = {
        key: MemberSummary(number, None, name) for number, (key, name) in enumerate(users.items(), start=last + 1)
    }
    for (platform, user), summary in enrolled.items():
        uow.defer(_ADD_MEMBER, Member(id=summary.member_id, name=summary.name, created_at=at).model_dump())
        room = (rooms or {}).get((platform, user))
        identity = Identity(platform=platform, user=user, name=summary.name, member_id=summary.member_id, room_id=room)
        uow.defer(_ADD_IDENTITY, identity.model_dump(exclude={"id"}))
    await uow.flush()
    return enrolled


async def identities(uow: UnitOfWork, member: int) -> Sequence[Identity]:
    """Return all identities of a member."""
    return await uow.all(select(Identity).where(Identity.member_id == member))


async def role_holders(
    uow: UnitOfWork, platform: str, role: Role, *, community: int | None = None, network: int | None = None
) -> Sequence[Identity]:
    """Return those who hold a role, as one platform knows them."""
    assignments = await role_assignments(uow, role, community=community, network=network)
    return await identities_on_platform(uow, [assignment.member_id for assignment in assignments], platform)


async def identity_by_user(uow: UnitOfWork, platform: str, user: str) -> Identity | None:
    """Return the identity with this user id on this platform."""
    return await uow.first(select(Identity).where(Identity.platform == platform, Identity.user == user))


async def identities_by_name(uow: UnitOfWork, platform: str, name: str) -> Sequence[Identity]:
    """Return at most five identities on this platform with this display name, in any case."""
    query = select(Identity).where(Identity.platform == platform, func.lower(Identity.name) == func.lower(name))
    return await uow.all(query.limit(5))


async def identities_in_community(uow: UnitOfWork, community: int, platform: str) -> Sequence[Identity]:
    """Return the people of a community on one platform: seen last in its rooms, newcomers there, or with a role."""
    rooms = select(Room.id).where(Room.community_id == community)
    inside = col(Journey.stage).in_((JourneyStage.JOINED, JourneyStage.GREETER, JourneyStage.DONE))
    arrived = select(Journey.member_id).where(Journey.community_id == community, inside)
    in_charge = select(RoleAssignment.member_id).where(RoleAssignment.community_id == community)
    here = col(Identity.room_id).in_(rooms) | col(Identity.member_id).in_(arrived.union(in_charge))
    query = select(Identity).where(Identity.platform == platform, here)
    return await uow.all(query.order_by(col(Identity.id)).limit(MAX_PEOPLE))


async def identities_in_place(uow: UnitOfWork, place: Community | Network, platform: str) -> Sequence[Identity]:
    """Return the people of a community, or those seen last in a network's own rooms or with a role in it."""
    if isinstance(place, Community):
        return await identities_in_community(uow, place.id, platform)
    rooms = select(Room.id).where(Room.network_id == place.id)
    in_charge = select(RoleAssignment.member_id).where(RoleAssignment.network_id == place.id)
    here = col(Identity.room_id).in_(rooms) | col(Identity.member_id).in_(in_charge)
    query = select(Identity).where(Identity.platform == platform, here)
    return await uow.all(query.order_by(col(Identity.id)).limit(MAX_PEOPLE))


async def forget_room(uow: UnitOfWork, room: int) -> None:
    """Forget who was noticed in a room that is about to be deleted."""
    await uow.execute(update(Identity).where(col(Identity.room_id) == room).values(room_id=None))


async def roles(
    uow: UnitOfWork, member: int, community: int | None = None, networks: Collection[int] = ()
) -> frozenset[Role]:
    """Return the member's roles in this community and in these networks."""
    names: Sequence[str] = await uow.all(
        _ROLES, {"member": member, "community": community or 0, "networks": list(networks)}
    )
    return frozenset(Role(name) for name in names)


async def connectors(uow: UnitOfWork, community: int) -> frozenset[int]:
    """Return the ids of a community's connectors."""
    return frozenset(await uow.all(_CONNECTORS, {"community": community}, reads_tables=ROLES_READ))


async def connector_users(uow: UnitOfWork) -> Sequence[tuple[str, str]]:
    """Return the accounts of ours that see a connector in a room of their community, with the connector's user id."""
    query = (
        select(Room.account, Identity.user)
        .join(RoleAssignment, col(RoleAssignment.community_id) == col(Room.community_id))
        .join(Identity, col(Identity.member_id) == col(RoleAssignment.member_id))
        .where(RoleAssignment.role == Role.CONNECTOR, col(Identity.platform) == col(Room.platform))
    )
    return [(account, user) for account, user in await uow.rows(query.distinct())]


async def role_assignments(
    uow: UnitOfWork, role: Role, *, community: int | None = None, network: int | None = None
) -> Sequence[RoleAssignment]:
    """Return the assignments of `role` here."""
    query = select(RoleAssignment).where(RoleAssignment.role == role)
    query = query.where(RoleAssignment.community_id == community, RoleAssignment.network_id == network)
    return await uow.all(query)


async def roles_of_member(uow: UnitOfWork, member: int, community: int) -> Sequence[RoleAssignment]:
    """Return a member's roles in a community."""
    query = select(RoleAssignment).where(RoleAssignment.member_id == member)
    return await uow.all(query.where(RoleAssignment.community_id == community))


async def assign_role(
    uow: UnitOfWork, member: int, role: Role, *, community: int | None = None, network: int | None = None
) -> bool:
    """Assign a role. Return False if the member has it already."""
    if any(a.member_id == member for a in await role_assignments(uow, role, community=community, network=network)):
        return False
    await uow.add(RoleAssignment(member_id=member, role=role, community_id=community, network_id=network))
    return True


async def identities_on_platform(uow: UnitOfWork, members: Iterable[int], platform: str) -> Sequence[Identity]:
    """Return these members' identities on one platform, sorted by name."""
    return await uow.all(_ON_PLATFORM, {"members": list(members), "platform": platform})


async def only_connector_of(uow: UnitOfWork, member: int) -> Sequence[Community]:
    """Return the communities where this member is the only connector."""
    theirs = select(RoleAssignment.community_id).where(RoleAssignment.role == Role.CONNECTOR)
    own = theirs.where(RoleAssignment.member_id == member)
    shared = theirs.where(RoleAssignment.member_id != member, col(RoleAssignment.community_id).is_not(None))
    alone = (col(Community.id).in_(own), col(Community.id).not_in(shared))
    return await uow.all(select(Community).where(*alone).order_by(col(Community.id)))
