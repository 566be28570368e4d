"""Corrections of a draft, typed after its preview: another time, another rule, `once`, `place: the library`."""

from __future__ import annotations

import re

from bots.core.inbound import MessagePosted
from bots.dates.errors import CalendarProblem
from bots.dates.recurrence import Repetition
from bots.dates.resolution import Slot
from bots.dates.rule_line import says_once
from bots.features.events import details, drafts, rules, series, series_shifts
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import Event


async def correct(event: Event, message: MessagePosted, turn: Turn) -> bool:
    """Change a draft by what somebody typed after its preview, and show the preview again.

    Return False if that is neither a time nor begins with the name of a field and a colon. Raises Refusal for a time or
    a value that can't be.
    """
    planned = await events.of_event(turn.uow, event.id)
    typed = details.read_changes(message.text) if _names_field(message.text) else {}
    changes: dict[details.Field, str] = {
        field: details.parse(field, typed[field], "what") for field in details.FIELDS if field in typed
    }
    again = await _parse_again(planned, message.text, turn) if planned is not None and not changes else None
    slot = again[0] if again else None
    if planned is None or not (changes or again):
        return False
    details.changed(event, changes)
    if again is not None:
        await _set_time(planned, *again, turn)
    await turn.open_dialog(drafts.DIALOG, str(event.id), {}, user=message.person.user)
    await drafts.show_preview(
        planned, message.message, slot is not None and slot.moved, turn.in_language(turn.answer_locale)
    )
    return True


def _names_field(text: str) -> bool:
    """Return whether a text begins with a word and a colon."""
    return bool(re.match(r"\s*\w+\s*[:=]", text))


async def _set_time(planned: EventOccurrence, slot: Slot | None, rule: Repetition | None, turn: Turn) -> None:
    """Give a draft its new time and recurrence rule."""
    if slot is not None:
        rules.set_time(planned.occurrence, slot, turn.room_context.zone)
    await drafts.repeat(planned, rule, turn)


async def _parse_again(planned: EventOccurrence, text: str, turn: Turn) -> tuple[Slot | None, Repetition | None] | None:
    """Return the new time and the new rule of a draft ("every friday 7pm", "once", "8pm"); None if it is neither."""
    row = await queries.series_of(turn.uow, planned.event)
    if says_once(text):
        return (None, None) if row is not None else None
    try:
        if (found := series.parse_rule(planned.occurrence, text, turn)) is not None:
            return found[1], found[0]
        slot = rules.reschedule(planned.occurrence, text, turn.room_context, turn.occurred_at)
    except CalendarProblem:
        return None
    if slot.start_by <= turn.now:
        return None
    return slot, series_shifts.shifted(series.repetition(row), planned.occurrence, slot) if row is not None else None
