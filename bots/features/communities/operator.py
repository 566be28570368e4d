"""What an operator asked for with `glocal communities`.

The command line only sets a timer. When it fires, the bot acts in one transaction and tells the rooms.
"""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.communities import declining, leaving
from bots.turn.notices import CommunityRemoved, RoomJoinedCommunity
from bots.turn.turn import Turn
from storage.queries import memberships, operator_requests, removal
from storage.tables import Community, MembershipState, Room, RoomRole, RoomState


async def remove_community(timer: TimerFired, turn: Turn) -> None:
    """Take a community out of its networks and its rooms, and erase what it said."""
    community = await turn.uow.get(Community, int(timer.subject))
    if community is None or not community.name:
        return
    await turn.notify(CommunityRemoved(community))
    for row, _ in await memberships.requested_by(turn.uow, community):
        await declining.decide(row, MembershipState.WITHDRAWN, turn)
    for row, network in await memberships.above(turn.uow, community):
        await leaving.leave_network(community, row, network, turn)
    for room in await removal.rooms_of(turn.uow, community.id):
        there = await turn.for_room(room)
        if room.state == RoomState.ACTIVE:
            there.post("community-removed", community=community.name)
        await leaving.take_out(room, community, there)
    await removal.erase_community(turn.uow, community)


async def move_room(timer: TimerFired, turn: Turn) -> None:
    """Make a room part of another community, and tell it."""
    room_id, community_id = operator_requests.parse_move(timer.subject)
    room, community = await turn.uow.get(Room, room_id), await turn.uow.get(Community, community_id)
    if room is None or community is None or room.community_id == community.id:
        return
    before = await turn.uow.get(Community, room.community_id)
    if before is not None:
        await leaving.take_out(room, before, await turn.for_room(room))
    room.community_id, room.role, room.joined_at = community.id, RoomRole.HOME, turn.now
    there = await turn.for_room(room)
    there.post("room-moved-by-operator", community=community.name)
    await there.notify(RoomJoinedCommunity(community))
