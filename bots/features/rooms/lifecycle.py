"""What happens to the bot in a room."""

from __future__ import annotations

from dataclasses import replace

from bots.core import outbound
from bots.core.inbound import BotInvited, BotJoined, MessagePosted, RoomLost, RoomMoved, Undecryptable
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, outbox
from storage.tables import Room


async def invited(value: BotInvited, turn: Turn) -> None:
    """Whoever asks the bot in gets it."""
    turn.call(value.account, outbound.Join(room=value.room))


async def joined(value: BotJoined, turn: Turn) -> None:
    """The room is known from now on; in a new one the bot says who it is."""
    room = turn.scene.room
    known = room is not None and room.state == "active"
    if room is None:
        room = await turn.uow.add(
            Room(account=value.account, platform=turn.platform, room=value.room, name=value.name, created_at=turn.now)
        )
    room.name, room.encrypted, room.state = value.name or room.name, value.encrypted, "active"
    room.parent = value.parent or room.parent
    if value.direct:
        room.role = "direct"
    if not known and not value.quiet:
        there = await room_context.of_room(turn.uow, room)
        here = turn.at(there if there.owned else replace(there, spoken=value.locale))
        _introduce(here, f"intro:{room.id}:{turn.now.date()}")


def _introduce(turn: Turn, key: str) -> None:
    if turn.room.role == "direct":
        turn.post("intro-direct", key=key)
    elif turn.scene.community is not None:
        turn.post("intro-back", key=key, community=turn.scene.community.name)
    elif turn.scene.network is not None:
        turn.post("intro-back", key=key, community=turn.scene.network.name)
    else:
        turn.post("intro", key=key)


async def lost(value: RoomLost, turn: Turn) -> None:
    """The bot was removed, or the room closed."""
    if turn.scene.room is not None:
        await lose(turn, value.key, "closed" if value.reason == "closed" else "lost")


async def lose(turn: Turn, key: str, state: str) -> None:
    """The row says so, and those who look after the community hear it elsewhere."""
    if turn.room.state in (state, "lost"):
        return
    turn.room.state = state
    for other in await _elsewhere(turn):
        there = turn.at(await room_context.of_room(turn.uow, other))
        there.post(f"room-{state}", key=f"{state}:{key}:{other.id}", room=turn.room.name or turn.room.room)


async def _elsewhere(turn: Turn) -> list[Room]:
    """The community's other rooms; the network's highlights rooms where it has none."""
    community, network = turn.scene.community, turn.scene.network
    rooms = list(await communities.rooms_of(turn.uow, community.id or 0)) if community else []
    others = [room for room in rooms if room.id != turn.room.id]
    if not others and network is not None:
        others = [r for r in await communities.highlights_rooms(turn.uow, network.id or 0) if r.id != turn.room.id]
    return others[:1]


async def moved(value: RoomMoved, turn: Turn) -> None:
    """The room goes on under another id, and so does all that belongs to it."""
    if turn.scene.room is None:
        return
    room = turn.room
    taken = await communities.rooms_at(turn.uow, [(value.account, value.new_room)])
    if any(other.community_id or other.network_id for other in taken.values()):
        await lose(turn, value.key, "lost")  # somebody else's: who says that a room moved there may not own it
        return
    for other in taken.values():
        await turn.uow.delete(other)
    await outbox.readdress(turn.uow, value.account, value.room, value.new_room)
    room.room, room.state = value.new_room, "active"
    turn.batch.moved[(value.account, value.room)] = value.new_room
    turn.call(value.account, outbound.Join(room=value.new_room))
    turn.post("room-moved", key=f"moved:{value.key}")


async def unreadable(_value: Undecryptable, turn: Turn) -> None:
    """Said in the room once: what the bot cannot read, and what helps."""
    if turn.scene.room is not None and not turn.room.unreadable_told:
        turn.room.unreadable_told = True
        turn.post("room-unreadable", key=f"unreadable:{turn.room.id}")


async def said_to_me(message: MessagePosted, turn: Turn) -> None:
    """In a private talk, words that nobody takes get a hint, once an hour."""
    if message.direct and turn.scene.room is not None and not turn.batch.spoke:
        turn.post("private-hint", key=f"hint:{turn.room.id}:{turn.now:%Y%m%d%H}")
