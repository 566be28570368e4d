"""Changes of a series: this date only, this and all following, or all that are not over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.core.richtext import Rich, Text, join
from bots.dates.resolution import Slot
from bots.features.events import commands, date_changes, details, lookup, series, series_dates, series_shifts, views
from bots.features.events.scope import Scope, ScopeQuestion
from bots.turn.turn import Turn
from storage.queries import ownership
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import EventSeries, EventState


async def continuing_series(planned: EventOccurrence, turn: Turn) -> EventSeries | None:
    """Return the series of a date if other dates follow it, or stand beside it; else None."""
    row = await queries.series_of(turn.uow, planned.event)
    if row is None or planned.event.recurrence is None:
        return None
    others = [date for date in await _dates(row, turn) if date.event.id != planned.event.id]
    return row if others or row.ended_at is None else None


async def _dates(row: EventSeries, turn: Turn) -> list[EventOccurrence]:
    """Return the planned dates of a series that are not over, in the order of the rule."""
    dates = await queries.dates(turn.uow, row.id, EventState.PLANNED, turn.now)
    return sorted(dates, key=lambda date: date.event.recurrence or "")


async def _chosen(planned: EventOccurrence, scope: Scope, row: EventSeries, turn: Turn) -> list[EventOccurrence]:
    """Return the dates that a change is about, of those that have events."""
    if scope is Scope.ONE:
        return [planned]
    first = planned.event.recurrence or ""
    return [date for date in await _dates(row, turn) if scope is Scope.ALL or (date.event.recurrence or "") >= first]


async def _question(
    planned: EventOccurrence, text_id: str, row: EventSeries, turn: Turn, *, calls: bool = True, **args: object
) -> Rich:
    """Return the question which dates to change; if the change calls people, with how many."""
    own = turn.in_language(turn.answer_locale)
    place = await ownership.place_of(turn.uow, planned.event)
    assert place is not None, "an event has a holder"
    rule = Text(series.rule_words(row, place, own))
    lines = [own.text(text_id, title=views.title(planned.event), rule=rule, **args)]
    if calls and (coming := await lookup.count_coming(planned, turn)):
        lines.append(own.text("event-scope-told", count=coming))
    return join(lines)


async def ask_cancel(planned: EventOccurrence, reason: str, turn: Turn) -> bool:
    """Ask which dates of a series to cancel. Return False if the date is a single one."""
    row = await continuing_series(planned, turn)
    if row is None:
        return False
    when = views.start(planned.occurrence, turn.in_language(turn.answer_locale))
    question = await _question(planned, "event-scope-cancel", row, turn, when=when)
    await CANCEL.ask(planned, question, turn, {"reason": reason})
    return True


async def _cancel(planned: EventOccurrence, scope: Scope, kept: Mapping[str, str], turn: Turn) -> None:
    row = await queries.series_of(turn.uow, planned.event)
    assert row is not None, "the question is asked about a series"
    chosen = await _chosen(planned, scope, row, turn)
    there = await turn.in_room_of(planned.event) or turn
    if scope is Scope.ONE:
        await date_changes.cancel_date(planned, kept["reason"], turn, await _next_line(row, planned, there))
        if planned.event.recurrence == row.latest:
            await series_dates.schedule(row, planned, turn, at_once=True)
    else:
        row.cancelled_from = min(date.event.recurrence or "" for date in chosen)
        await series_dates.schedule(row, planned, turn)
        for date in chosen:
            last = date is chosen[-1]
            await date_changes.cancel_date(date, kept["reason"], turn, there.text("event-series-ended") if last else ())
        await date_changes.mark_series_changed(row, turn)
    date_changes.confirm(there, turn)


async def _next_line(row: EventSeries, planned: EventOccurrence, there: Turn) -> Rich:
    """Return the line that says when the next date is; nothing if none follows."""
    place = await ownership.place_of(there.uow, planned.event)
    slots = series.coming(row, place, there.now) if place is not None else []
    later = [slot for slot in slots if slot.start != planned.occurrence.starts_at]
    return there.text("event-series-next", when=later[0].start) if later else ()


async def resume(planned: EventOccurrence, turn: Turn) -> Rich:
    """Let the series of a reopened date go on, if it was cancelled from then on. Return a line about it."""
    row = await queries.series_of(turn.uow, planned.event)
    recurrence = planned.event.recurrence
    if row is None or row.cancelled_from is None or recurrence is None or recurrence < row.cancelled_from:
        return ()
    row.cancelled_from = None
    row.latest = max(row.latest, recurrence)
    await date_changes.mark_series_changed(row, turn)
    await series_dates.schedule(row, planned, turn)
    there = await turn.in_room_of(planned.event) or turn
    return await series.rule_line(planned.event, there)


async def ask_move(planned: EventOccurrence, slot: Slot, turn: Turn) -> bool:
    """Ask which dates of a series to move. Return False if the date is a single one."""
    row = await continuing_series(planned, turn)
    place = await ownership.place_of(turn.uow, planned.event)
    if row is None or place is None:
        return False
    own = turn.in_language(turn.answer_locale)
    moved = series_shifts.moved(row, planned, slot)
    new = join([(Text(series.rule_words(moved, place, own)),), series.dates_line(moved, place, own, turn.now)])
    question = await _question(
        planned, "event-scope-move", row, turn, old=views.start(planned.occurrence, own), new=slot.start, all=new
    )
    await MOVE.ask(planned, question, turn, pack_slot(slot))
    return True


async def _move(planned: EventOccurrence, scope: Scope, kept: Mapping[str, str], turn: Turn) -> None:
    row, slot = await queries.series_of(turn.uow, planned.event), unpack_slot(kept)
    place = await ownership.place_of(turn.uow, planned.event)
    assert row is not None, "the question is asked about a series"
    assert place is not None, "an event has a holder"
    there = await turn.in_room_of(planned.event) or turn
    if scope is Scope.ONE:
        await date_changes.move_date(planned, slot, turn)
        latest = planned
    else:
        chosen = await _chosen(planned, scope, row, turn)
        row.sqlmodel_update(series_shifts.moved(row, planned, slot, first=chosen[0]).model_dump(exclude={"id"}))
        rule = await series.rule_line(planned.event, there)
        for date, wall in zip(chosen, series.wall_times(row, place), strict=False):
            date.event.recurrence = row.latest = wall.isoformat(timespec="minutes")
            await date_changes.move_date(date, series.slot_of(row, wall), turn, rule)
        await date_changes.mark_series_changed(row, turn)
        latest = chosen[-1]
    if latest.event.recurrence == row.latest:
        await series_dates.schedule(row, latest, turn)
    date_changes.confirm(there, turn)


async def ask_edit(planned: EventOccurrence, changes: Mapping[details.Field, str], turn: Turn) -> bool:
    """Ask which dates of a series to change. Return False if the date is a single one, or nothing would change."""
    row = await continuing_series(planned, turn)
    if row is None or all(getattr(planned.event, field) == value for field, value in changes.items()):
        return False
    question = await _question(planned, "event-scope-edit", row, turn, calls=False)
    await EDIT.ask(planned, question, turn, {"changes": json.dumps(dict(changes))})
    return True


async def _edit(planned: EventOccurrence, scope: Scope, kept: Mapping[str, str], turn: Turn) -> None:
    row = await queries.series_of(turn.uow, planned.event)
    assert row is not None, "the question is asked about a series"
    changes: Mapping[details.Field, str] = json.loads(kept["changes"])
    for date in await _chosen(planned, scope, row, turn):
        before = details.values(date.event)
        if different := details.changed(date.event, changes):
            await date_changes.announce_edit(date, different, before, turn)
    template = await queries.template_of(turn.uow, row.id)
    if template is not None and scope is not Scope.ONE:
        details.changed(template, changes)
        await date_changes.mark_series_changed(row, turn)
    date_changes.confirm_edit(await turn.in_room_of(planned.event) or turn, turn)


def pack_slot(slot: Slot) -> dict[str, str]:
    """Return a new time as a dialog keeps it."""
    return {
        "start": slot.start.isoformat(), "end": slot.end.isoformat() if slot.end else "", "moved": "1" * slot.moved,
        "all_day": "1" * slot.all_day, "zone": getattr(slot.start.tzinfo, "key", "UTC"),
    }  # fmt: skip


def unpack_slot(kept: Mapping[str, str]) -> Slot:
    """Return the time that `pack_slot` kept."""
    zone = ZoneInfo(kept.get("zone", "UTC"))
    start, end = (
        datetime.fromisoformat(kept[name]).astimezone(zone) if kept[name] else None for name in ("start", "end")
    )
    assert start is not None, "a time has a start"
    return Slot(start, end, bool(kept["moved"]), bool(kept["all_day"]))


CANCEL = ScopeQuestion(kind="seriescancel", command=commands.EVENT_CANCEL, nothing="event-cancel-no", act=_cancel)
MOVE = ScopeQuestion(kind="seriesmove", command=commands.EVENT_MOVE, nothing="event-move-no", act=_move)
EDIT = ScopeQuestion(kind="seriesedit", command=commands.EVENT_EDIT, nothing="event-move-no", act=_edit)
QUESTIONS = (CANCEL, MOVE, EDIT)
