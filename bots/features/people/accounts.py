"""The accounts of one person: how they are named, and how each hears of the others."""

from __future__ import annotations

from collections.abc import Iterable

from bots.core.outbound import Content
from bots.core.sanitize import display_name
from bots.turn.room_context import of_direct_room
from bots.turn.turn import Turn
from storage.queries import communities
from storage.tables import Identity, Member, Room, RoomState


def names(found: Iterable[Identity]) -> tuple[str, ...]:
    """Return each account's name and platform."""
    return tuple(f"{display_name(one.name)} ({one.platform.capitalize()}: {one.user})" for one in found)


async def tell(account: Identity, text_id: str, turn: Turn, **args: object) -> None:
    """Write to an account in private, in its own language. Where that is impossible nobody reads it."""
    room = await _room_near(account, turn)
    if room is None:
        return
    member = await turn.uow.get(Member, account.member_id)
    own = member.locale if member is not None else None
    there = turn.in_room(await of_direct_room(turn.uow, room, account.member_id, own))
    key = f"{turn.value.key}/{text_id}:{account.id}"
    there.send_direct(account.user, Content(text=there.text(text_id, **args)), key=key)


async def _room_near(account: Identity, turn: Turn) -> Room | None:
    """Return a room that tells through which account of ours one reaches somebody: where they were noticed last."""
    room = await turn.uow.get(Room, account.room_id)
    if room is not None and room.state == RoomState.ACTIVE:
        return room
    return await communities.room_on_platform(turn.uow, account.platform, account.user)
