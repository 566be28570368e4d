"""The end of a member: everything that names them goes; numbers stay with a member who has no name and no account."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, or_, update
from sqlmodel import SQLModel, col, select

from storage.queries import audit, blocks, personal_data
from storage.queries.personal_data import AtErasure
from storage.tables import (
    Announcement,
    AnnouncementState,
    AnnouncementText,
    Block,
    DeadLetter,
    DigestEvery,
    Handover,
    HandoverState,
    Identity,
    InboxKey,
    Journey,
    Member,
    Outbox,
    OutboxState,
    Parked,
    Placement,
    RelayConsent,
    Room,
    RoomRole,
    WrongCodes,
)
from storage.unit_of_work import UnitOfWork

_FAILED = (OutboxState.REFUSED, OutboxState.UNKNOWN)


async def erase(uow: UnitOfWork, member: int, now: datetime) -> None:
    """Erase a member. The words that other features show were taken back before (bots.turn.notices.PersonErased)."""
    identities = await uow.all(select(Identity).where(Identity.member_id == member))
    await _end_unsent(uow, member, now)
    for identity in identities:
        await _erase_account(uow, identity, now)
    for reference in personal_data.REFERENCES:
        table = personal_data.table_of(reference)
        named = table.c[reference.column] == member
        if reference.erasure is AtErasure.DELETE:
            await uow.execute(delete(table).where(named))
        elif reference.erasure is AtErasure.FORGET:
            await uow.execute(update(table).where(named).values({reference.column: None}))
    await audit.erase_member(uow, member)
    await uow.execute(delete(WrongCodes).where(col(WrongCodes.scope) == f"member:{member}"))
    await _keep_blocks(uow, member, identities, now)
    nobody = {
        "name": "", "locale": None, "relay": RelayConsent.OFF, "zone": None, "digest_every": DigestEvery.NEVER,
        "digest_identity": None, "digest_away": False, "digested_at": None, "reminders": None,
        "calendar_token": None,
        "person_id": None,
    }  # fmt: skip
    await uow.execute(update(Member).where(col(Member.id) == member).values(**nobody))


async def _end_unsent(uow: UnitOfWork, member: int, now: datetime) -> None:
    """Drop drafts of announcements with their words, and end what the person was asked to take over."""
    drafts = select(Announcement.id).where(Announcement.created_by == member)
    drafts = drafts.where(Announcement.state == AnnouncementState.DRAFT)
    await uow.execute(delete(AnnouncementText).where(col(AnnouncementText.announcement_id).in_(drafts)))
    dropped = update(Announcement).where(col(Announcement.id).in_(drafts))
    await uow.execute(dropped.values(state=AnnouncementState.DROPPED))
    asked = update(Handover).where(col(Handover.to_id) == member, col(Handover.state) == HandoverState.OPEN)
    await uow.execute(asked.values(state=HandoverState.ENDED, closed_at=now))


async def _erase_account(uow: UnitOfWork, identity: Identity, now: datetime) -> None:
    """Erase what knows the person by the number of their account, or carries words to them or of them."""
    accounts = select(Room.account).where(Room.platform == identity.platform)
    for name in (one for one in personal_data.BY_ACCOUNT if one != "rooms"):  # these go with the last answer
        table = SQLModel.metadata.tables[name]
        await uow.execute(delete(table).where(table.c.user == identity.user, table.c.account.in_(accounts)))
    quoted = json.dumps(identity.user, ensure_ascii=False)
    person = f'"user":{quoted}'
    await uow.execute(delete(Parked).where(col(Parked.account).in_(accounts), col(Parked.payload).contains(person)))
    key = col(DeadLetter.key)  # a whole part of it: the end of somebody else's number is not theirs
    keyed = or_(key.endswith(f":{identity.user}"), key.contains(f":{identity.user}:"))
    await uow.execute(delete(DeadLetter).where(or_(col(DeadLetter.payload).contains(person), keyed)))
    ours = col(Outbox.account).in_(accounts)
    to_them = or_(col(Outbox.ordering_key) == identity.user, col(Outbox.payload).contains(person))
    pending = update(Outbox).where(ours, col(Outbox.state) == OutboxState.PENDING, to_them)
    dropped = {"state": OutboxState.SUPERSEDED, "payload": "", "done_at": now, "collapse_key": None}
    await uow.execute(pending.values(**dropped))
    failed = select(Outbox).where(ours, col(Outbox.state).in_(_FAILED), Outbox.payload != "")
    for row in await uow.all(failed):
        if row.ordering_key == identity.user or quoted in row.payload or _names(row.payload, identity.name):
            row.payload = row.detail = ""
    greeted = update(Journey).where(col(Journey.greeted_by) == identity.name)
    await uow.execute(greeted.values(greeted_by=""))


def _names(payload: str, name: str) -> bool:
    """Return whether a payload holds a name as words of its own: "Al" is not in "Also"."""
    written = json.dumps(name, ensure_ascii=False)[1:-1]
    return bool(written) and re.search(rf"(?<!\w){re.escape(written)}(?!\w)", payload) is not None


async def _keep_blocks(uow: UnitOfWork, member: int, identities: Sequence[Identity], now: datetime) -> None:
    """Keep the blocks that hold, and the numbers of the accounts that they are about, with a member of their own.

    Nothing else of the person is with that member. Other blocks go; so do the accounts, if no block holds.
    """
    holding = [block.id for block in await blocks.all_of_member(uow, member, now)]
    others = update(Block).where(col(Block.member_id) == member, col(Block.id).not_in(holding))
    gone = select(Block.id).where(Block.member_id == member, col(Block.id).not_in(holding))
    await uow.execute(update(Block).where(col(Block.origin_id).in_(gone)).values(origin_id=None))
    await uow.execute(others.values(appeal="", reason=""))
    await uow.execute(delete(Block).where(col(Block.member_id) == member, col(Block.id).not_in(holding)))
    if not holding:
        await uow.execute(delete(Identity).where(col(Identity.member_id) == member))
        return
    kept = await uow.add(Member(name="", relay=RelayConsent.OFF, created_at=now))
    await uow.execute(update(Block).where(col(Block.id).in_(holding)).values(member_id=kept.id, appeal=""))
    accounts = update(Identity).where(col(Identity.id).in_([one.id for one in identities]))
    await uow.execute(accounts.values(member_id=kept.id, name="", room_id=None))


async def forget_unblocked(uow: UnitOfWork) -> None:
    """Delete the accounts that were kept for blocks, when none of these is left."""
    blocked = select(Block.member_id)
    nameless = select(Member.id).where(Member.name == "")
    loose = (col(Identity.name) == "", col(Identity.member_id).in_(nameless), col(Identity.member_id).not_in(blocked))
    await uow.execute(delete(Identity).where(*loose))


async def forget_traces(uow: UnitOfWork, platform: str, user: str, direct: str) -> None:
    """Delete what the last answers to an erased person left: sent messages, and the private conversation.

    `direct`: the platform's id of that conversation; empty if it is unknown.
    """
    theirs = select(Room.room).where(Room.platform == platform, Room.role == RoomRole.DIRECT, Room.user == user)
    rooms = [room for room in (direct, user, *await uow.all(theirs)) if room]
    back = select(Identity.id).where(Identity.platform == platform, Identity.user == user, Identity.name != "")
    if await uow.first(back) is not None:
        return
    accounts = select(Room.account).where(Room.platform == platform)
    of_them = (col(Outbox.account).in_(accounts), or_(col(Outbox.ordering_key) == user, col(Outbox.room).in_(rooms)))
    await uow.execute(delete(Outbox).where(*of_them, col(Outbox.state) != OutboxState.PENDING))
    there = (col(Placement.account).in_(accounts), col(Placement.room).in_(rooms))
    await uow.execute(delete(Placement).where(*there))
    private = (col(Room.platform) == platform, col(Room.role) == RoomRole.DIRECT, col(Room.room).in_(rooms))
    await uow.execute(delete(InboxKey).where(col(InboxKey.key).endswith(f":{user}")))
    await uow.execute(delete(Room).where(*private))
