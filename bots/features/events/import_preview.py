"""What is in a calendar that somebody wants to import, and the question whether to do it."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bots.core.inbound import CalendarEntry, CalendarPreviewed
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join
from bots.dates import formatting
from bots.dialogs.yes_no import YesNo
from bots.features.events import commands, import_entries, import_sync
from bots.turn.turn import Turn
from storage.queries import calendar_imports
from storage.tables import CalendarImport

_SHOWN = 3


async def show(value: CalendarPreviewed, turn: Turn) -> None:
    """Show how many events a calendar has, and the next three; or say why it could not be read."""
    row, reading = await turn.uow.get(CalendarImport, int(value.subject)), value.reading
    import_sync.end_waiting(turn)
    if row is None:
        return
    if reading.problem:
        turn.answer(f"event-import-problem-{reading.problem}")
        await _forget(row, turn)
        return
    known = await calendar_imports.known(turn.uow, row.id)
    new = [entry for entry in reading.entries if not entry.cancelled and entry.key not in known]
    if not new:
        turn.answer("event-import-nothing" if not known else "event-import-nothing-new")
        await _forget(row, turn)
        return
    row.name = reading.name or row.name
    own = turn.in_language(turn.answer_locale)
    lines = [own.text("event-import-preview", name=Text(row.name), count=len(new))]
    lines += [_line(entry, own) for entry in new[:_SHOWN]]
    if reading.skipped:
        lines.append(own.text("event-import-skipped", count=reading.skipped))
    lines.append(own.text("event-import-ask" if row.address else "event-import-ask-file"))
    await IMPORT.ask(str(row.id), join(lines), turn)


async def _forget(row: CalendarImport, turn: Turn) -> None:
    """Forget a calendar that was not imported, and the file that was."""
    row.file = ""
    if not row.confirmed:
        await calendar_imports.delete_import(turn.uow, row.id)


def _line(entry: CalendarEntry, own: Turn) -> Rich:
    zone = own.room_context.zone
    if entry.all_day:
        day = entry.start.astimezone(ZoneInfo(entry.zone) if entry.zone else zone)
        when: Rich = (Text(formatting.format_day(day.replace(hour=12, tzinfo=zone), zone, own.room_context.locale)),)
    else:
        when = (own.moment(entry.start, style="short"),)
    return own.text("event-import-line-entry", when=when, title=import_entries.shown(entry.title))


async def _import(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Import the calendar: it is read once more, since it may have changed meanwhile."""
    row = await turn.row_of_id(CalendarImport, subject)
    if row.community_id != turn.holder.community or row.network_id != turn.holder.network:
        raise Refusal("button-unknown")
    row.confirmed = True
    turn.cancel_timer(import_sync.FORGET, subject)
    import_sync.read(row, turn)
    turn.answer("event-import-begun")


IMPORT = YesNo(kind="importcalendar", yes="event-import-yes", command=commands.EVENT_IMPORT, act=_import)
