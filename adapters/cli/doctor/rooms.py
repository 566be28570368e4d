"""The rooms of the accounts, and what the bot lacks in each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from sqlalchemy.exc import DatabaseError
from sqlmodel import col, select

from adapters.cli.doctor.findings import Finding
from adapters.cli.opened_database import is_missing, opened
from adapters.cli.settings.model import Settings
from bots.core.inbound import MissingRight
from bots.i18n import texts
from storage.tables import Room, RoomRole, RoomState

MOST_ROOMS = 200
Check = Callable[[Room], Awaitable[Sequence[MissingRight] | str]]
"""Returns what the bot lacks in a room, or why nobody can tell."""


async def rooms_of(settings: Settings, account: str) -> Sequence[Room]:
    """Return the account's active rooms, except private ones. Without a usable database, return none."""
    if is_missing(settings):
        return []
    try:
        async with opened(settings.database_url) as database, database.reading() as uow:
            here = (Room.account == account, Room.state == RoomState.ACTIVE, Room.role != RoomRole.DIRECT)
            return await uow.all(select(Room).where(*here).order_by(col(Room.id)).limit(MOST_ROOMS))
    except DatabaseError:
        return []


async def room_findings(rooms: Sequence[Room], check: Check, remedy: str) -> AsyncIterator[Finding]:
    """Check each room. Rooms where nothing is missing share one line."""
    complete, account = 0, rooms[0].account if rooms else ""
    for room in rooms:
        found = await check(room)
        if isinstance(found, str):
            yield Finding(False, account, f"room “{room.name or room.room}”: {found}")
        elif found:
            lacking = "; ".join(f"{right.name} ({_consequence(right)})" for right in found)
            yield Finding(False, account, f"room “{room.name or room.room}” lacks: {lacking}. {remedy}")
        else:
            complete += 1
    if complete:
        yield Finding(True, account, f"{complete} room{'' if complete == 1 else 's'} with all permissions")


def _consequence(right: MissingRight) -> str:
    """Return what does not work without a right."""
    return texts.words("en", f"rights-breaks-{right.breaks}")
