"""The room that a turn is about, and the community or network that owns it."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bots.commands.declaration import Needs
from bots.i18n.languages import supported
from storage.queries import communities
from storage.tables import Community, Network, Room, RoomRole
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RoomContext:
    """A room with its owners. The owners are None before the setup; all is None when a value has no room.

    `locale_override`: the language that the person just chose but that is not stored yet; in a private room, or a room
    without an owner, the person's own language. `home_community`: in a private room, the community that the person came
    from; it gives the language and the zone.
    """

    room: Room | None = None
    community: Community | None = None
    network: Network | None = None
    locale_override: str | None = None
    home_community: Community | None = None

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
        return ZoneInfo(self._owner.zone)

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
    network_id = community.network_id if community else room.network_id
    network = await uow.get(Network, network_id) if network_id else None
    return RoomContext(room, community, network)
