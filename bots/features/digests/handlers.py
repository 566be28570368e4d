"""The digest in a network's highlights rooms: daily, weekly or monthly."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfoNotFoundError

import structlog

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.outbound import Content
from bots.features.digests import rules, sections
from bots.turn.notices import DigestPosted, NetworkCreated, NetworkSettingChanged
from bots.turn.turn import Turn
from storage.queries import communities, timers
from storage.tables import Network
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()


async def post_digest(timer: TimerFired, turn: Turn) -> None:
    """Post the news since the last digest, if there are any.

    After a downtime, or after days without a room, one digest covers the whole time.
    """
    network = await turn.uow.get(Network, int(timer.subject))
    if network is None:
        return
    _schedule(network, turn)
    rooms = await communities.highlights_rooms(turn.uow, network.id)
    if not rooms:
        return
    since = network.digested_at or network.created_at
    card = rules.card_of(network, since, turn.now)
    for room in rooms:
        there = await turn.for_room(room)
        content = await sections.compose(network, since, turn.now, there)
        if content is not None:
            key = f"digest:{network.id}:{room.id}:{timer.due.isoformat()}"
            there.post_content(Content(text=content, silent=True), card=card, key=key)
    await turn.notify(DigestPosted(network, since, turn.now, card))
    network.digested_at = turn.now


async def schedule_first_digest(notice: NetworkCreated, turn: Turn) -> None:
    """Set the timer of a new network."""
    _schedule(notice.network, turn)


async def reschedule_digest(notice: NetworkSettingChanged, turn: Turn) -> None:
    """Set the timer again when the network's clock, or the time of its digest, changed."""
    if notice.column in {"zone", "digest_hour", "digest_every"}:
        _schedule(notice.network, turn)


def _schedule(network: Network, turn: Turn) -> None:
    due = rules.next_due(network, turn.now)
    if due is None:
        turn.cancel_timer("digest", str(network.id))
    else:
        turn.schedule("digest", str(network.id), due)


async def restore_timers(uow: UnitOfWork, now: datetime) -> None:
    """Set the timer of each network that has lost it because its last digest failed.

    Skip a network whose time zone this machine does not know: the others must not wait for it.
    """
    scheduled = await timers.subjects_with_timer(uow, "digest")
    for network in await communities.networks(uow):
        if str(network.id) in scheduled:
            continue
        try:
            due = rules.next_due(network, now)
        except ZoneInfoNotFoundError:
            log.error("digest-zone-unknown", network=network.name, zone=network.zone)
            continue
        if due is not None:
            uow.defer(timers.SET_TIMER, {"kind": "digest", "subject": str(network.id), "due": due})


async def render_digest(subject: str, turn: Turn) -> Content | None:
    """Render a posted digest again, after a highlight in it changed or was taken back."""
    network_id, since, until = rules.parse_subject(subject)
    network = await turn.uow.get(Network, network_id)
    if network is None:
        return None
    content = await sections.compose(network, since, until, turn)
    return Content(text=content if content is not None else turn.text("digest-taken-back", network=network.name))


async def preview_digest(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `digest`: answer with what the next digest of each of the room's networks would contain so far."""
    for network in turn.room_context.networks:
        await _preview(network, turn)


async def _preview(network: Network, turn: Turn) -> None:
    content = await sections.compose(network, network.digested_at or network.created_at, turn.now, turn)
    due = rules.next_due(network, turn.now)
    if content is not None:
        turn.answer_content(Content(text=content))
    elif due is not None:
        turn.answer("digest-empty", at=due)
    else:
        turn.answer("digest-never", network=network.name)
