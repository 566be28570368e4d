"""Suggestions of announcements and audiences while somebody types."""

from __future__ import annotations

from bots.core.sanitize import truncate
from bots.features.announcements import views
from bots.i18n import languages
from bots.turn import suggestions
from bots.turn.room_context import RoomContext
from storage.queries import announcements, recipients
from storage.tables import Announcement, AnnouncementState
from storage.unit_of_work import UnitOfWork


async def suggest_numbers(
    uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return the announcements of the room's network, or those that reached its community, by number."""
    found: list[Announcement] = []
    if context.own_network is not None:
        found = list(await announcements.listed(uow, context.own_network.id, 25))
    elif context.community is not None:
        rows = await recipients.received_by(uow, context.community.id, 25)
        every = [await uow.get(Announcement, row.announcement_id) for row in rows]
        found = [one for one in every if one is not None and one.state == AnnouncementState.SENT]
    labels = []
    for one in found:
        words = views.text_for(await announcements.texts_of(uow, one.id), one, context.locale)
        labels.append((str(one.number), f"{one.number}: {truncate(' '.join(words.split()), 80)}"))
    return suggestions.containing(typed, labels)


async def suggest_audiences(
    uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return what an announcement can be for: everybody, a language, or a community."""
    if context.own_network is None:
        return []
    known = [name for _, name in await recipients.named(uow, [context.own_network.id])]
    values = ["all", *(f"lang:{code}" for code in languages.codes()), *known]
    return suggestions.containing(typed, [(value, value) for value in values])
