"""What an operator asked for with `glocal communities`.

The command line only sets a timer. When it fires, the bot acts in one transaction and tells the rooms.
"""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.communities import links
from bots.turn.notices import CommunityLeftNetwork, CommunityRemoved, RoomJoinedCommunity, RoomLeftCommunity
from bots.turn.turn import Turn
from storage.queries import communities, dialogs, operator_requests, placements, removal
from storage.tables import Community, Network, Room, RoomRole, RoomState


async def remove_community(timer: TimerFired, turn: Turn) -> None:
    """Take a community out of its network and its rooms, and erase what it said."""
    community = await turn.uow.get(Community, int(timer.subject))
    if community is None or not community.name:
        return
    await turn.notify(CommunityRemoved(community))
    await _leave_network(community, turn)
    for room in await removal.rooms_of(turn.uow, community.id):
        there = await turn.for_room(room)
        if room.state == RoomState.ACTIVE:
            there.post("community-removed", community=community.name)
        await _take_out(room, community, there)
    await removal.erase_community(turn.uow, community)


async def _leave_network(community: Community, turn: Turn) -> None:
    await links.withdraw(community, turn)
    network = await turn.uow.get(Network, community.network_id)
    if network is None:
        return
    community.network_id = None
    await turn.notify(CommunityLeftNetwork(community))
    for room in await communities.highlights_rooms(turn.uow, network.id):
        (await turn.for_room(room)).post("network-left", silent=True, community=community.name)


async def _take_out(room: Room, community: Community, there: Turn) -> None:
    """Let nothing of the community be shown or counted in a room any longer."""
    await there.notify(RoomLeftCommunity(community))
    await placements.detach_room(there.uow, room.account, room.room)
    await dialogs.delete_in_room(there.uow, room.account, room.room)
    room.community_id, room.role, room.joined_at = None, RoomRole.NEW, None


async def move_room(timer: TimerFired, turn: Turn) -> None:
    """Make a room part of another community, and tell it."""
    room_id, community_id = operator_requests.parse_move(timer.subject)
    room, community = await turn.uow.get(Room, room_id), await turn.uow.get(Community, community_id)
    if room is None or community is None or room.community_id == community.id:
        return
    before = await turn.uow.get(Community, room.community_id)
    if before is not None:
        await _take_out(room, before, await turn.for_room(room))
    room.community_id, room.role, room.joined_at = community.id, RoomRole.HOME, turn.now
    there = await turn.for_room(room)
    there.post("room-moved-by-operator", community=community.name)
    await there.notify(RoomJoinedCommunity(community))
