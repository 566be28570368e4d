"""Queries about the audit log. Entries are only added; what is about people can be erased beside its seal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import update
from sqlmodel import col, select, tuple_

from storage import audit_chain
from storage.audit_chain import Check, Link
from storage.tables import AuditEntry, AuditHead
from storage.unit_of_work import UnitOfWork

KEPT = timedelta(days=400)
"""How long an entry says who did what to whom. After that it only proves that something happened."""
_PAGE = 500


@dataclass(frozen=True)
class Act:
    """What somebody did in the name of a community or network."""

    scope: str
    verb: str
    actor: int
    at: datetime
    subject: int | None = None
    details: dict[str, str] = field(default_factory=dict)


async def append(uow: UnitOfWork, acts: Sequence[Act]) -> None:
    """Add acts at the end of their scopes, the scopes in the order of their names so that nobody waits in a circle."""
    for scope, group in groupby(sorted(acts, key=lambda act: act.scope), key=lambda act: act.scope):
        head = await uow.get(AuditHead, scope) or await uow.add(AuditHead(scope=scope, seq=0, hash=""))
        uow.cache(head, scope)
        for act in group:
            entry = _entry(act, head)
            head.seq, head.hash = entry.seq, entry.hash
            await uow.add(entry)


def _entry(act: Act, head: AuditHead) -> AuditEntry:
    details = audit_chain.canonical(act.details)
    salts = [audit_chain.new_salt() for _ in range(3)]
    about_somebody = act.subject is not None
    entry = AuditEntry(
        scope=act.scope, seq=head.seq + 1, at=act.at, verb=act.verb, previous=head.hash, hash="",
        actor_id=act.actor, actor_salt=salts[0], actor_seal=audit_chain.seal(act.actor, salts[0]),
        subject_id=act.subject, subject_salt=salts[1] if about_somebody else None,
        subject_seal=audit_chain.seal(act.subject, salts[1]) if about_somebody else "",
        details=details, details_salt=salts[2], details_seal=audit_chain.seal(details, salts[2]),
    )  # fmt: skip
    entry.hash = audit_chain.hash_of(entry)
    return entry


async def newest(uow: UnitOfWork, scope: str, limit: int, since: datetime | None = None) -> Sequence[AuditEntry]:
    """Return the newest entries of a scope, the newest first."""
    query = select(AuditEntry).where(AuditEntry.scope == scope)
    query = query if since is None else query.where(col(AuditEntry.at) >= since)
    return await uow.all(query.order_by(col(AuditEntry.seq).desc()).limit(limit))


async def every(uow: UnitOfWork) -> AsyncIterator[AuditEntry]:
    """Yield all entries, scope by scope in the order of their numbers, a page at a time."""
    order = (col(AuditEntry.scope), col(AuditEntry.seq))
    query = select(AuditEntry).order_by(*order).limit(_PAGE)
    page = await uow.all(query)
    while page:
        for entry in page:
            yield entry
        last = (page[-1].scope, page[-1].seq)
        for entry in page:
            uow.session.expunge(entry)
        page = await uow.all(query.where(tuple_(*order) > last))


async def check(uow: UnitOfWork) -> Check:
    """Check every link and seal, and the end of each scope."""
    result = Check()
    async for entry in every(uow):
        result.add(entry)
    result.end(await heads(uow))
    return result


async def heads(uow: UnitOfWork) -> dict[str, Link]:
    """Return the newest entry of each scope, as its head says."""
    rows = await uow.all(select(AuditHead).order_by(col(AuditHead.scope)))
    return {row.scope: Link(row.seq, row.hash) for row in rows}


async def hash_at(uow: UnitOfWork, scope: str, seq: int) -> str | None:
    """Return the hash of an entry, or None if there is none."""
    return await uow.first(select(AuditEntry.hash).where(AuditEntry.scope == scope, AuditEntry.seq == seq))


_NO_DETAILS = {"details": None, "details_salt": None}
_NO_ACTOR = {"actor_id": None, "actor_salt": None}
_NO_SUBJECT = {"subject_id": None, "subject_salt": None}


async def erase_member(uow: UnitOfWork, member: int) -> None:
    """Erase a member from the log: who they were as an actor, and all that was said where an act was about them."""
    await uow.execute(update(AuditEntry).where(col(AuditEntry.actor_id) == member).values(**_NO_ACTOR))
    about = update(AuditEntry).where(col(AuditEntry.subject_id) == member)
    await uow.execute(about.values(**_NO_SUBJECT, **_NO_DETAILS))


async def erase_scope(uow: UnitOfWork, scope: str) -> None:
    """Erase all that a community's log says about people. Its links stay."""
    everything = update(AuditEntry).where(col(AuditEntry.scope) == scope)
    await uow.execute(everything.values(**_NO_ACTOR, **_NO_SUBJECT, **_NO_DETAILS))


async def erase_older_than(uow: UnitOfWork, limit: datetime) -> None:
    """Erase what entries from before `limit` say about people. Their links stay."""
    kept = col(AuditEntry.details_salt).is_not(None) | col(AuditEntry.actor_id).is_not(None)
    old = update(AuditEntry).where(col(AuditEntry.at) < limit, kept)
    await uow.execute_in_thread(old.values(**_NO_ACTOR, **_NO_SUBJECT, **_NO_DETAILS))
