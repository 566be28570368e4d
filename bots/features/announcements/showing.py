"""An announcement in one community: shown, put off, or taken down again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from msgspec import structs

from bots.core.inbound import DeliveryFailed, TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Post
from bots.features.announcements import lookup, network_tree, views
from bots.turn import cards
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import announcements, placements, recipients
from storage.tables import (
    Announcement,
    AnnouncementState,
    AnnouncementStyle,
    Community,
    Recipient,
    RecipientState,
    Room,
)

SHOW_TIMER = "announce-show"
"""Shows an announcement in one community, or asks there. Its subject: the recipient."""
_ROOMS = (str(Room.__tablename__),)
_OPEN = (RecipientState.ASKED, RecipientState.WAITING)


async def on_its_way(number: int, turn: Turn) -> Announcement | None:
    """Return an announcement that is sent and not recalled."""
    found = await turn.uow.get(Announcement, number)
    return found if found is not None and found.state == AnnouncementState.SENT else None


def hindrance(community: Community, home: Room | None, *, listens: bool) -> RecipientState | None:
    """Return why a community gets no announcement."""
    if not listens:
        return RecipientState.DEAF
    if community.announcements == AnnouncementStyle.OFF:
        return RecipientState.OFF
    return RecipientState.HOMELESS if home is None else None


def quiet_end(announcement: Announcement, community: Community, at: datetime) -> datetime | None:
    """Return until when a community's quiet hours hold an announcement back."""
    return None if announcement.urgent else quiet_until(community, at)


def wait(row: Recipient, until: datetime, turn: Turn) -> None:
    """Go on with a community at a later time."""
    row.state, row.due_at = RecipientState.WAITING, until
    turn.schedule(SHOW_TIMER, str(row.id), until)


async def show(row: Recipient, announcement: Announcement, community: Community, turn: Turn) -> None:
    """Show an announcement in a community's home, after its quiet hours. Every room shows it once at most."""
    home = await home_of(community, turn)
    state = hindrance(community, home, listens=await network_tree.belongs(row, announcement, turn))
    if state is not None or home is None:
        end(row, RecipientState.LEFT if state == RecipientState.DEAF else state or RecipientState.HOMELESS, turn)
        return
    until = quiet_end(announcement, community, turn.now)
    if until is not None:
        wait(row, until, turn)
        return
    row.state, row.due_at, row.shown_at, row.room_id = RecipientState.SHOWN, None, turn.now, home.id
    there, card = await turn.for_room(home), views.copy_of(announcement)
    again = f"~{row.takedowns}" if row.takedowns else ""
    content = structs.replace(await views.content(announcement, row, there), silent=not announcement.urgent)
    there.post_content(content, card=card, key=f"{card}@{home.id}{again}")


async def home_of(community: Community, turn: Turn) -> Room | None:
    """Return the room in which a community shows announcements. Ask once in a transaction."""
    return await turn.uow.remember(("home", community.id), _ROOMS, lambda: _home_of(community.id, turn))


async def _home_of(community: int, turn: Turn) -> Room | None:
    return (await recipients.homes_of(turn.uow, [community])).get(community)


async def prepare(communities: Sequence[int], turn: Turn) -> None:
    """Look up the homes of some communities at once."""
    homes = await recipients.homes_of(turn.uow, communities)
    for community in communities:
        await turn.uow.remember(("home", community), _ROOMS, partial(_already, homes.get(community)))


async def _already(home: Room | None) -> Room | None:
    return home


def end(row: Recipient, state: RecipientState, turn: Turn) -> None:
    """Store that an announcement is not shown in a community."""
    row.state, row.due_at = state, None
    turn.cancel_timer(SHOW_TIMER, str(row.id))


async def take_down(row: Recipient, announcement: Announcement, turn: Turn) -> None:
    """Delete the message that shows an announcement in a community, one too that is on its way."""
    room = await turn.uow.get(Room, row.room_id)
    if room is None or row.state != RecipientState.SHOWN:
        return
    card = views.copy_of(announcement)
    await announcements.drop_unsent(turn.uow, room.account, room.room, card, turn.now)
    turn.withdraw(await placements.in_room(turn.uow, room.account, room.room, card))
    row.takedowns += 1


async def redraw(row: Recipient, announcement: Announcement, turn: Turn) -> None:
    """Edit the message in one community, with the line that its connectors added."""
    room = await turn.uow.get(Room, row.room_id)
    if room is None or room.community_id != row.community_id:
        return
    there, card = await turn.for_room(room), views.copy_of(announcement)
    content = await views.content(announcement, row, there)
    for placement in await placements.in_room(turn.uow, room.account, room.room, card):
        cards.enqueue_edit(placement, content, there, turn.value.key)


def refresh_asked(row: Recipient, announcement: Announcement, turn: Turn) -> None:
    """Show what became of an announcement where a community's connectors and its author see it."""
    if row.asked:
        turn.refresh_card(views.ask_of(row))
    turn.refresh_card(views.draft_of(announcement))


async def note_failure(value: DeliveryFailed, turn: Turn) -> None:
    """Store that the platform refused an announcement in a room, for the report."""
    kind, _, rest = value.outbox_key.partition(":")
    if kind != lookup.COPY or value.kind != Post.__name__:
        return
    number, _, place = rest.partition("@")
    announcement = await turn.uow.get(Announcement, parse_int(number))
    room = await turn.uow.get(Room, parse_int(place.partition("~")[0]))
    if announcement is None or room is None or room.community_id is None:
        return
    row = await recipients.of_community(turn.uow, announcement.id, room.community_id)
    if row is not None and row.state == RecipientState.SHOWN and row.room_id == room.id:
        row.state, row.shown_at = RecipientState.FAILED, None
        refresh_asked(row, announcement, turn)


async def waiting_for(timer: TimerFired, turn: Turn) -> tuple[Recipient, Announcement, Community] | None:
    """Return what a timer is about, as long as it waits and its announcement stands."""
    row = await turn.uow.get(Recipient, parse_int(timer.subject))
    announcement = await on_its_way(row.announcement_id, turn) if row is not None else None
    community = await turn.uow.get(Community, row.community_id) if row is not None else None
    if row is None or announcement is None or community is None or row.state not in _OPEN or not community.name:
        return None
    return row, announcement, community
