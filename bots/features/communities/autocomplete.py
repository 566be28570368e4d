"""Suggestions of time zones, settings and communities while somebody types."""

from __future__ import annotations

from bots.core.similarity import suggestions
from bots.dates import time_zones
from bots.features.communities.settings import COMMUNITY_SETTINGS, NETWORK_SETTINGS, setting_label
from bots.turn.room_context import RoomContext
from bots.turn.suggestions import MAX_SUGGESTIONS, containing
from storage.queries.communities import communities_of_connector
from storage.unit_of_work import UnitOfWork


async def suggest_zones(
    _uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return IANA zones by city or key; the room's own and some common ones before anything is typed."""
    if typed.strip():
        keys = time_zones.suggest_zones(typed, MAX_SUGGESTIONS)
    else:
        keys = (context.zone.key, "Europe/Paris", "Europe/London", "UTC")
    return [(key, key.replace("_", " ")) for key in dict.fromkeys(keys)]


async def suggest_settings(
    _uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return the settings of the community, or those of the network in the network's room."""
    in_network_room = context.community is None and context.network is not None
    settings = NETWORK_SETTINGS if in_network_room else COMMUNITY_SETTINGS
    labels = {key: setting_label(key, context.locale) for key in settings}
    near = suggestions(typed.lower(), labels, limit=MAX_SUGGESTIONS) if typed.strip() else []
    keys = [key for key, _ in near] if typed.strip() else list(settings)
    return [(key, labels[key]) for key in keys]


async def suggest_communities(
    uow: UnitOfWork, _context: RoomContext, member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return the communities where the person is a connector."""
    communities = await communities_of_connector(uow, member) if member is not None else []
    return containing(typed, [(community.name, community.name) for community in communities])
