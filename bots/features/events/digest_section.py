"""The digest's list of coming events."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bots.core.richtext import Link, Moment, Rich, Text
from bots.dates import formatting
from bots.features.events import whole_days
from bots.ports import Capabilities
from bots.turn.digest_section import Line, Scope, Section, shorten
from bots.turn.turn import Turn
from storage.queries import communities, events, placements
from storage.tables import Event, Occurrence

_AHEAD = timedelta(days=1)
"""A digest lists an event when it is new, and again when it begins within this time."""


async def digest_section(scope: Scope, turn: Turn) -> Section:
    """Return one line for each event that is new or begins soon."""
    found, total = await events.upcoming_in(
        turn.uow, scope.place, since=scope.since, until=scope.until, soon=scope.until + _AHEAD, limit=scope.limit
    )
    lines = []
    for (event, occurrence), community in found:
        args = {"title": shorten(event.title), "when": _local_time(occurrence, turn)}
        line = (
            turn.text("event-in-digest-own", **args)
            if scope.is_own
            else turn.text("event-in-digest", community=community.name, **args)
        )
        shown = (*line, *_reader_time(occurrence, turn), *await _link(event, turn))
        lines.append(Line(f"event.{occurrence.id}", shown, event.community_id))
    return Section(turn.text("digest-events"), lines, total)


def _local_time(occurrence: Occurrence, turn: Turn) -> Rich:
    """Return the start by the clock of the event's own place, also where a platform would show the reader's."""
    if occurrence.all_day:
        return whole_days.show(occurrence, turn)
    zone, locale = ZoneInfo(occurrence.zone), turn.room_context.locale
    return (Text(formatting.format_instant(occurrence.starts_at, zone, locale)),)


def _reader_time(occurrence: Occurrence, turn: Turn) -> Rich:
    """Return the start by the clock of the network's room, or of each reader, if that is another one."""
    if occurrence.all_day:
        return ()
    zone, start = turn.room_context.zone, occurrence.starts_at
    there, here = start.astimezone(ZoneInfo(occurrence.zone)), start.astimezone(zone)
    if not turn.capabilities.moments and there.utcoffset() == here.utcoffset():
        return ()
    locale = turn.room_context.locale
    same_day = there.date() == here.date()
    style: Literal["time", "short"] = "time" if same_day else "short"
    at = Moment(start, formatting.format_instant(start, zone, locale, style), "short")
    return turn.text("event-in-digest-reader", at=at)


async def _link(event: Event, turn: Turn) -> Rich:
    """Return the link to the event's card, where its platform has addresses for messages."""
    shown = [one for one in await placements.placements_of(turn.uow, [f"event:{event.id}"]) if one.message]
    rooms = await communities.rooms_by_address(turn.uow, {(one.account, one.room) for one in shown})
    for placement in reversed(shown):
        room = rooms.get((placement.account, placement.room))
        address = f"{room.parent if room else ''} {placement.room} {placement.message}"
        if url := _address(turn.capabilities_by_account[placement.account], address):
            return turn.text("event-in-digest-link", link=Link(url, turn.text("event-in-digest-open")))
    return ()


def _address(capabilities: Capabilities, message: str) -> str:
    """Return the web address of a message, given as "PARENT ROOM MESSAGE", or nothing."""
    match = re.fullmatch(capabilities.message_pattern, message) if capabilities.message_pattern else None
    return match.expand(capabilities.message_link) if match else ""
