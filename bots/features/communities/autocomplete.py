"""What is offered while somebody types a zone, a setting or a community."""

from __future__ import annotations

from rapidfuzz import process

from bots.dates import time_zones as calendar
from bots.features.communities import rules
from bots.turn.room_context import Scene
from storage.queries.communities import communities_of_connector
from storage.unit_of_work import UnitOfWork

MOST = 25


async def zones(_uow: UnitOfWork, here: Scene, _member: int | None, typed: str) -> list[tuple[str, str]]:
    """IANA zones by city or key; the room's own first while nothing was typed."""
    found = (
        calendar.beginning(typed, MOST) if typed.strip() else [here.zone.key, "Europe/Paris", "Europe/London", "UTC"]
    )
    return [(key, key.replace("_", " ")) for key in dict.fromkeys(found)]


async def settings(_uow: UnitOfWork, here: Scene, _member: int | None, typed: str) -> list[tuple[str, str]]:
    """The settings of the community, or of the network in its own room."""
    keys = rules.COMMUNITY if here.community is not None or here.network is None else rules.NETWORK
    names = {key: rules.called(key, here.locale) for key in keys}
    near = [key for _, _, key in process.extract(typed.lower(), names, limit=MOST)] if typed.strip() else keys
    return [(key, names[key]) for key in near]


async def communities(uow: UnitOfWork, _here: Scene, member: int | None, typed: str) -> list[tuple[str, str]]:
    """The communities that the person is a connector of."""
    mine = await communities_of_connector(uow, member) if member is not None else []
    return [(one.name, one.name) for one in mine if typed.lower() in one.name.lower()][:MOST]
