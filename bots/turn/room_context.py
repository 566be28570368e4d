"""The room that a turn is about, and the community or network that owns it."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bots.commands.declaration import Needs
from bots.i18n.languages import supported
from storage.queries import communities, memberships
from storage.queries.ownership import Holder, holder_of
from storage.tables import Community, Membership, Network, Room, RoomRole, Share
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RoomContext:
    """A room with its owners. The owners are None before the setup; all is None when a value has no room.

    `above`: the memberships of the room's community, with their networks, oldest first. `own_network`: the network
    whose room it is. `locale_override`: the language that the person just chose but that is not stored yet; in a
    private room, or a room without an owner, the person's own language. `home_community`: in a private room, the
    community that the person came from; it gives the language and the zone. `zone_override`: the person's own zone.
    """

    room: Room | None = None
    community: Community | None = None
    above: tuple[tuple[Membership, Network], ...] = ()
    own_network: Network | None = None
    locale_override: str | None = None
    home_community: Community | None = None
    zone_override: str | None = None

    @property
    def place(self) -> Community | Network | None:
        """The community or network whose room it is."""
        return self.community or self.own_network

    @property
    def holder(self) -> Holder | None:
        """The holder of the polls and events that the room knows."""
        return None if self.room is None or self.place is None else holder_of(self.place, self.room.role)

    @property
    def networks(self) -> tuple[Network, ...]:
        """The network whose room it is, or those of the room's community, oldest membership first."""
        return (self.own_network,) if self.own_network is not None else tuple(network for _, network in self.above)

    @property
    def network(self) -> Network | None:
        """The network whose room it is, or the first of the community's networks."""
        return self.networks[0] if self.networks else None

    @property
    def shares_with(self) -> tuple[Network, ...]:
        """The networks that something from the room's community rises to."""
        return tuple(network for membership, network in self.above if membership.rises != Share.NOTHING)

    @property
    def is_owned(self) -> bool:
        """Whether the room belongs to a community or a network."""
        return self.community is not None or self.network is not None

    @property
    def is_direct(self) -> bool:
        """Whether this is a private conversation."""
        return self.room is not None and self.room.role == RoomRole.DIRECT

    def satisfies(self, needs: Needs | None) -> bool:
        """Return whether the room has the owner that a command needs."""
        match needs:
            case "community":
                return self.community is not None
            case "network":
                return self.network is not None
            case "owned":
                return self.is_owned
            case "free":
                return self.room is not None and not self.is_direct and not self.is_owned
            case None:
                return True

    @property
    def locale(self) -> str:
        """The language of public texts."""
        return supported(self.locale_override or self._owner.locale)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of public times."""
        return ZoneInfo(self.zone_override or self._owner.zone)

    @property
    def _owner(self) -> Community | Network | _Default:
        return self.community or self.network or self.home_community or _DEFAULT


@dataclass(frozen=True)
class _Default:
    locale: str = "en"
    zone: str = "UTC"


_DEFAULT = _Default()


async def of_direct_room(uow: UnitOfWork, room: Room, member: int, locale: str | None) -> RoomContext:
    """Return the context of a private room, with the person's language and home community if they are known."""
    return RoomContext(room, locale_override=locale, home_community=await communities.home_community(uow, member))


async def of_room(uow: UnitOfWork, room: Room | None) -> RoomContext:
    """Return the context of a room."""
    if room is None:
        return RoomContext()
    community = await uow.get(Community, room.community_id) if room.community_id else None
    if community is not None:
        return RoomContext(room, community, tuple(await memberships.above(uow, community)))
    return RoomContext(room, own_network=await uow.get(Network, room.network_id))
