"""Where something happens: the room, and the community or network it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bots.commands.declaration import Needs
from bots.i18n.texts import supported
from storage.queries import communities
from storage.tables import Community, Network, Room
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Scene:
    """A room with what stands above it; all None in a room that nobody set up, or where there is no room at all."""

    room: Room | None = None
    community: Community | None = None
    network: Network | None = None
    spoken: str | None = None
    """A language that was just named and is not stored yet, or that of the person in a private talk, or in a room that
    belongs to nobody yet."""
    home: Community | None = None
    """In a private talk: the community that the person came from, for its language and its clock."""

    @property
    def owned(self) -> bool:
        """Whether the room belongs to a community or a network."""
        return self.community is not None or self.network is not None

    def fits(self, needs: Needs | None) -> bool:
        """Whether a command that needs this has something to work on here."""
        match needs:
            case "community":
                return self.community is not None
            case "network":
                return self.network is not None
            case "owned":
                return self.owned
            case "free":
                return self.room is not None and self.room.role != "direct" and not self.owned
            case None:
                return True

    @property
    def locale(self) -> str:
        """The language of public texts here."""
        return supported(self.spoken or self._frame.locale)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of public times here."""
        return ZoneInfo(self._frame.zone)

    @property
    def _frame(self) -> Community | Network | _Default:
        return self.community or self.network or self.home or _DEFAULT


@dataclass(frozen=True)
class _Default:
    locale: str = "en"
    zone: str = "UTC"


_DEFAULT = _Default()


async def of_private_talk(uow: UnitOfWork, room: Room, member: int, locale: str | None) -> Scene:
    """The scene of a private talk, in the person's language if it is known, else in that of where they came from."""
    return Scene(room, spoken=locale, home=await communities.home_of(uow, member))


async def of_room(uow: UnitOfWork, room: Room | None) -> Scene:
    """The scene of a room row."""
    if room is None:
        return Scene()
    community = await uow.get(Community, room.community_id) if room.community_id else None
    network_id = community.network_id if community else room.network_id
    network = await uow.get(Network, network_id) if network_id else None
    return Scene(room, community, network)


async def of_community_room(uow: UnitOfWork, community: int, room: Room | None) -> Scene | None:
    """The scene of a community's room; of another of its rooms where that one was lost; None without any."""
    if room is None or room.state != "active":
        room = next(iter(await communities.rooms_of(uow, community)), None)
    return await of_room(uow, room) if room is not None else None
