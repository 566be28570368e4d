"""Every place where the database refers to a member: what `me data` shows and `me erase` ends.

A test walks through all tables: a new column that names a member must get its line here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import RowMapping, Table, select
from sqlmodel import SQLModel, col
from sqlmodel import select as select_one

from storage.tables import Community, Identity, Network, Room
from storage.unit_of_work import UnitOfWork


class AtErasure(StrEnum):
    """What happens to a row when the member that it names is erased."""

    DELETE = "delete"  # the row goes
    FORGET = "forget"  # the row stays and names nobody
    KEEP = "keep"  # the row stays with a member who has no name and no account any longer: a number, or an author
    OWN = "own"  # a rule of its own, in storage/queries/person_erasure.py


@dataclass(frozen=True)
class Reference:
    """A column that names a member. `listed`: the row is about them, so that `me data` and `me export` have it."""

    table: str
    column: str
    erasure: AtErasure
    listed: bool = True


_DELETE, _FORGET, _KEEP, _OWN = AtErasure.DELETE, AtErasure.FORGET, AtErasure.KEEP, AtErasure.OWN
REFERENCES = (
    Reference("identities", "member_id", _OWN),
    Reference("link_codes", "member_id", _DELETE),
    Reference("role_assignments", "member_id", _DELETE),
    Reference("relay_consents", "member_id", _DELETE),
    Reference("relay_exclusions", "member_id", _DELETE),
    Reference("relay_exclusions", "excluded_by", _KEEP, listed=False),
    Reference("activity", "member_id", _DELETE),
    Reference("ballots", "member_id", _KEEP),
    Reference("ballot_reasons", "member_id", _DELETE),
    Reference("poll_silences", "member_id", _DELETE),
    Reference("poll_additions", "member_id", _DELETE),
    Reference("polls", "created_by", _KEEP),
    Reference("events", "created_by", _KEEP),
    Reference("events", "host_id", _FORGET),
    Reference("rsvps", "member_id", _KEEP),
    Reference("calendar_imports", "created_by", _KEEP),
    Reference("journeys", "member_id", _DELETE),
    Reference("highlights", "author_id", _FORGET),
    Reference("highlights", "nominated_by", _FORGET, listed=False),
    Reference("decisions", "decided_by", _FORGET, listed=False),
    Reference("translations", "translator_id", _DELETE),
    Reference("announcements", "created_by", _FORGET),
    Reference("announcement_recipients", "decided_by", _FORGET, listed=False),
    Reference("announcement_answers", "member_id", _DELETE),
    Reference("invitations", "made_by", _FORGET),
    Reference("invitations", "revoked_by", _FORGET, listed=False),
    Reference("memberships", "requested_by", _FORGET, listed=False),
    Reference("memberships", "decided_by", _FORGET, listed=False),
    Reference("handovers", "from_id", _FORGET),
    Reference("handovers", "to_id", _OWN),
    Reference("blocks", "member_id", _OWN),
    Reference("blocks", "made_by", _FORGET, listed=False),
    Reference("blocks", "ended_by", _FORGET, listed=False),
    Reference("reactions", "member_id", _DELETE),
    Reference("rituals", "created_by", _FORGET),
    Reference("ritual_replies", "member_id", _DELETE),
    Reference("ritual_rounds", "host_id", _FORGET),
    Reference("ritual_volunteers", "member_id", _DELETE),
    Reference("audit_entries", "actor_id", _OWN),
    Reference("audit_entries", "subject_id", _OWN),
)
_SECRET = frozenset({"code", "code_hash", "actor_salt", "subject_salt", "details_salt"})
"""Columns that nobody gets a copy of: codes let people in, and salts prove nothing to anybody else."""


def table_of(reference: Reference) -> Table:
    """Return the reference's table."""
    return SQLModel.metadata.tables[reference.table]


async def stored(uow: UnitOfWork, member: int) -> dict[str, list[dict[str, object]]]:
    """Return the rows about a member by table, without the numbers of other people, and the names of their places."""
    found: dict[str, list[dict[str, object]]] = {}
    for reference in REFERENCES:
        if reference.listed:
            table = table_of(reference)
            rows = (await uow.execute(select(table).where(table.c[reference.column] == member))).mappings().all()
            found.setdefault(reference.table, []).extend(_shown(reference, row) for row in rows)
    found |= await _by_account(uow, member)
    found["places"] = await _places(uow, found)
    return {name: rows for name, rows in found.items() if rows}


def _shown(reference: Reference, row: RowMapping) -> dict[str, object]:
    others = {one.column for one in REFERENCES if one.table == reference.table and one.column != reference.column}
    return {name: _plain(value) for name, value in row.items() if name not in others and name not in _SECRET}


BY_ACCOUNT = ("native_votes", "cached_messages", "dialogs", "reactions", "rooms")
"""Tables that know a person by the number of their account on the platform; of rooms, it is their private one."""
_LISTED_BY_ACCOUNT = tuple(name for name in BY_ACCOUNT if name not in {one.table for one in REFERENCES})


async def _by_account(uow: UnitOfWork, member: int) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for identity in await uow.all(select_one(Identity).where(Identity.member_id == member)):
        accounts = await uow.all(select_one(Room.account).where(Room.platform == identity.platform).distinct())
        for name in _LISTED_BY_ACCOUNT:
            table = SQLModel.metadata.tables[name]
            theirs = (table.c.user == identity.user, table.c.account.in_(accounts))
            rows = (await uow.execute(select(table).where(*theirs))).mappings().all()
            found.setdefault(name, []).extend({key: _plain(one) for key, one in row.items()} for row in rows)
    return found


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | bool | None) else str(value)


async def _places(uow: UnitOfWork, found: Mapping[str, Sequence[Mapping[str, object]]]) -> list[dict[str, object]]:
    """Return the names of the communities and networks that the rows name by their numbers."""
    ids = {
        column: {row[column] for rows in found.values() for row in rows if row.get(column) is not None}
        for column in ("community_id", "network_id")
    }
    communities = await uow.all(select_one(Community).where(col(Community.id).in_(ids["community_id"])))
    networks = await uow.all(select_one(Network).where(col(Network.id).in_(ids["network_id"])))
    here: list[dict[str, object]] = [{"community_id": one.id, "name": one.name} for one in communities]
    return [*here, *({"network_id": one.id, "name": one.name} for one in networks)]
