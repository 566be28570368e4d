"""Distribute a network's poll or event to its communities: a few in each transaction, down the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bots.core.refusal import Refusal
from bots.turn import rounds
from bots.turn.turn import Turn
from storage.queries import memberships, recipients, showings
from storage.tables import Community, Membership, Network, Room, RoomState, Showing, ShowingState, ShowingWay


class Reached(NamedTuple):
    """A community that something reached just now, the membership that it came along, and its home if it has one."""

    community: Community
    bond: Membership
    home: Room | None


@dataclass(frozen=True)
class Distribution:
    """How one kind of object is distributed. `timer` continues; its subject: object, network, and last community."""

    kind: str
    timer: str

    async def count(self, network: Network, turn: Turn, *, but: int | None = None) -> int:
        """Return how many communities something would reach, except `but`. Raises Refusal("…-to-nobody")."""
        reached = await memberships.listening_below(turn.uow, network)
        count = await showings.count_listening(turn.uow, self.kind, [one.id for one in reached], but=but)
        if not count:
            raise Refusal(f"{self.kind}-to-nobody", network=network.name)
        return count

    async def begin(self, number: int, network: int, turn: Turn) -> None:
        """Begin once this transaction is committed."""
        await turn.uow.add(ShowingWay(kind=self.kind, object_id=number, network_id=network))
        self._go_to(number, network, 0, turn)

    async def begin_again(self, number: int, network: int, turn: Turn) -> None:
        """Start over: skip the communities that it reached before."""
        await showings.forget_ways(turn.uow, self.kind, number)
        await self.begin(number, network, turn)

    def include(self, number: int, place: Community | Network, network: Network, turn: Turn) -> None:
        """Let something that is on its way, or was, come to a part of a network that hears it from now on too."""
        self._go_to(number, network.id, place.id - 1 if isinstance(place, Community) else 0, turn)

    def _go_to(self, number: int, network: int, after: int, turn: Turn) -> None:
        turn.schedule(self.timer, f"{number}/{network}/{after}", turn.now)

    async def reach_next(self, number: int, network: Network, after: int, turn: Turn) -> list[Reached]:
        """Return the next communities of a network that it has not reached; at first, go on to the networks below."""
        if not after:
            await self._descend(number, network, turn)
        chosen = await showings.next_listening(turn.uow, self.kind, network.id, after=after, limit=rounds.SIZE)
        ids = [community.id for community, _ in chosen]
        present = await showings.present(turn.uow, self.kind, number, ids)
        homes = await recipients.homes_of(turn.uow, ids)
        if len(chosen) == rounds.SIZE:
            self._go_to(number, network.id, ids[-1], turn)
        new = [one for one in chosen if one[0].id not in present]
        return [Reached(community, bond, homes.get(community.id)) for community, bond in new]

    async def _descend(self, number: int, network: Network, turn: Turn) -> None:
        """Go on to the networks in this one that listen to it and that it has not reached yet."""
        for bond, child in await memberships.listening_networks(turn.uow, network.id):
            if await turn.uow.get(ShowingWay, (self.kind, number, child.id)) is None:
                way = ShowingWay(kind=self.kind, object_id=number, network_id=child.id, membership_id=bond.id)
                turn.uow.cache(await turn.uow.add(way), (self.kind, number, child.id))
                self._go_to(number, child.id, 0, turn)

    def row(self, number: int, reached: Reached, state: ShowingState, turn: Turn) -> Showing:
        """Return the row of a community that something reached: in this state, if it has a home."""
        home = reached.home
        shown = home is not None and state == ShowingState.SHOWN
        return Showing(
            kind=self.kind, object_id=number, community_id=reached.community.id, membership_id=reached.bond.id,
            state=state if home is not None else ShowingState.HOMELESS, room_id=home.id if home is not None else None,
            shown_at=turn.now if shown else None,
        )  # fmt: skip


async def room_of(row: Showing, turn: Turn) -> Room | None:
    """Return the room in which a community shows something, or the home that it has now."""
    room = await turn.uow.get(Room, row.room_id)
    if room is not None and room.state == RoomState.ACTIVE and room.community_id == row.community_id:
        return room
    return (await recipients.homes_of(turn.uow, [row.community_id])).get(row.community_id)
