"""`agenda`: what takes place in the coming month, or in another one, by day.

It names the events that have a card, and the dates of series that follow from their rule and have none yet. All hours
are those of the room's zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Break, Rich
from bots.dialogs import pagination
from bots.features.events import agenda_picture, agenda_span, event_tags, series, visibility, whole_days
from bots.features.events.agenda_lines import Entry, day_line, entry_line, is_own
from bots.features.events.agenda_span import Span
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import agenda as queries
from storage.queries.memberships import Place
from storage.tables import Event, Occurrence

LIST = "agenda"
MAX_LINES = 200
_MAX_LOOKED_AT = 2000
"""Events among which those with a tag are found."""
_MAX_DATES = 62
"""How many dates of one series the agenda lists."""


async def show(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `agenda [month] [tag=…]`. A word with a number sign is a tag too: `agenda #dance`."""
    month, tag = args.optional_text("month"), args.optional_text("tag")
    if month and month.startswith("#") and not tag:
        month, tag = None, month
    span = replace(agenda_span.typed(month, turn), tag=event_tags.parse_one(tag) if tag else "")
    entries, own = await _found(span, turn), turn.in_language(turn.answer_locale)
    span = replace(span, label=event_tags.find_label([entry.event for entry in entries], span.tag))
    files = agenda_picture.picture(entries, span, own)
    pagination.show_page(LIST, _listing(entries, span, own), turn, argument=span.argument, files=files)


async def coming(turn: Turn) -> Listing:
    """Return the agenda of the coming month. Raises Refusal("agenda-empty")."""
    return await listing(turn, agenda_span.typed(None, turn).argument)


async def listing(turn: Turn, argument: str) -> Listing:
    """Return the agenda of a span, one line for each entry; the first of a day has the day above it.

    Raises Refusal("agenda-empty").
    """
    span = agenda_span.of_argument(argument)
    return _listing(await _found(span, turn), span, turn.in_language(turn.answer_locale))


async def _found(span: Span, turn: Turn) -> Sequence[Entry]:
    """Return what there is in a span. Raises Refusal("agenda-empty" | "agenda-empty-tag")."""
    entries = await find(span, turn)
    if not entries:
        title = span.title(turn.in_language(turn.answer_locale))
        raise Refusal("agenda-empty-tag" if span.tag else "agenda-empty", span=title)
    return entries


def _listing(entries: Sequence[Entry], span: Span, own: Turn) -> Listing:
    lines: list[Rich] = []
    for number, entry in enumerate(entries):
        day, line = entry.shown_on(span), entry_line(entry, span, own)
        begins = number % pagination.LINES_PER_PAGE == 0 or day != entries[number - 1].shown_on(span)
        lines.append((*day_line(day, own), Break(), *line) if begins else line)
    named = replace(span, label=event_tags.find_label([entry.event for entry in entries], span.tag))
    return Listing(named.title(own), lines)


async def find(span: Span, turn: Turn) -> Sequence[Entry]:
    """Return what the turn's room knows of in a span, in the order of the days."""
    zone = turn.room_context.zone
    since, until = span.instants(zone)
    most = MAX_LINES if not span.tag else _MAX_LOOKED_AT
    planned = await queries.planned_between(turn.uow, turn.place, turn.holder, since, until, most)
    found = [
        _of_occurrence(event, date_, holder, zone)
        for (event, date_), holder in planned
        if event.spread_to is None or is_own(holder, turn) or await visibility.host_belongs(event, turn)
    ]
    found += await _to_come(since, until, zone, turn)
    found = [entry for entry in found if event_tags.has(entry.event, span.tag)]
    found.sort(key=lambda entry: (entry.shown_on(span), not entry.all_day, entry.start, entry.event.id))
    return found[:MAX_LINES]


async def _to_come(since: datetime, until: datetime, zone: ZoneInfo, turn: Turn) -> list[Entry]:
    """Return the dates of series that have no event of their own yet."""
    rows = await queries.series_of(turn.uow, turn.place, turn.holder)
    made = await queries.dates_with_events(turn.uow, [row.id for row, _, _ in rows]) if rows else set()
    found = []
    for row, template, holder in rows:
        begin = max(datetime.fromisoformat(row.latest), since.astimezone(ZoneInfo(row.zone)).replace(tzinfo=None))
        walls = series.wall_times(row, holder, since=begin - timedelta(days=1))
        slots = ((wall, series.slot_of(row, wall)) for wall in walls)
        for wall, slot in islice(takewhile(lambda pair: pair[1].start < until, slots), _MAX_DATES):
            stamp = wall.isoformat(timespec="minutes")
            over = slot.end or slot.start + timedelta(minutes=1)
            if stamp <= row.latest or (row.id, stamp) in made or over <= since or slot.start_by <= turn.now:
                continue
            end = over - timedelta(minutes=1)
            days = (
                (wall.date(), end.astimezone(ZoneInfo(row.zone)).date())
                if row.all_day
                else _days(slot.start, end, zone)
            )
            found.append(Entry(slot.start, *days, row.all_day, template, holder))
    return found


def _of_occurrence(event: Event, occurrence: Occurrence, holder: Place, zone: ZoneInfo) -> Entry:
    return Entry(occurrence.starts_at, *local_days(occurrence, zone), occurrence.all_day, event, holder)


def local_days(occurrence: Occurrence, zone: ZoneInfo) -> tuple[date, date]:
    """Return the first and the last day of an event, as a zone has them."""
    start, end = occurrence.starts_at, occurrence.ends_at - timedelta(minutes=1)
    said = end if occurrence.wall_end else start
    return whole_days.days(occurrence) if occurrence.all_day else _days(start, said, zone)


def _days(start: datetime, end: datetime, zone: ZoneInfo) -> tuple[date, date]:
    """Return the first and the last day; what ends in the small hours belongs to the evening before."""
    first, last = start.astimezone(zone), end.astimezone(zone)
    if last.hour < 6 and last.date() == first.date() + timedelta(days=1):
        return first.date(), first.date()
    return first.date(), last.date()
