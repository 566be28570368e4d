"""The columns of a card: who comes, who may come, and who waits for a place."""

from __future__ import annotations

from collections.abc import Mapping

from bots.core.panel import Column
from bots.core.richtext import Rich, Text
from bots.features.events import place_lines, visibility
from bots.turn.turn import Turn
from storage.queries import rsvps
from storage.queries.events import EventOccurrence
from storage.tables import RsvpAnswer

EMOJI = {RsvpAnswer.YES: "✅", RsvpAnswer.MAYBE: "🤔", RsvpAnswer.NO: "❌"}


async def answer_columns(planned: EventOccurrence, turn: Turn) -> tuple[Column, ...]:
    """Return the number of each answer, with the names of those who may come or wait for a place."""
    occurrence = planned.occurrence
    counts = (await rsvps.answer_counts(turn.uow, [occurrence.id])).get(occurrence.id, {})
    if planned.event.names_hidden:
        return _hidden_columns(counts, turn)
    columns = {each: await _column(planned, each, counts[each], turn) for each in RsvpAnswer if each in counts}
    waiting = await place_lines.waiting_column(planned, turn)
    first = [columns.pop(RsvpAnswer.YES)] if RsvpAnswer.YES in columns else []
    return (*first, *waiting, *columns.values())


def _hidden_columns(counts: Mapping[RsvpAnswer, int], turn: Turn) -> tuple[Column, ...]:
    """Return only how many come, and that only where it tells nothing about a single person."""
    coming = counts.get(RsvpAnswer.YES, 0)
    if not counts:
        return ()
    some = coming >= place_lines.LEAST_COUNTED
    line = (
        turn.text("event-who-some", count=coming)
        if some
        else turn.text("event-who-few", least=place_lines.LEAST_COUNTED)
    )
    return (Column(line, (), line),)


async def _column(planned: EventOccurrence, answer: RsvpAnswer, count: int, turn: Turn) -> Column:
    shows_names = answer != RsvpAnswer.NO
    among, date = visibility.named_here(planned.event, turn), planned.occurrence.id
    named = await rsvps.names_by_answer(turn.uow, date, answer, place_lines.MAX_NAMES, among) if shows_names else []
    names = [turn.name(name) + (f" +{guests}" if guests else "") for name, guests in named]
    row: Rich = (Text(", ".join(names)),)
    entries: tuple[Rich, ...] = tuple((Text(name),) for name in names)
    more = count - sum(1 + guests for _, guests in named)
    if shows_names and more > 0:
        row = place_lines.with_more(row, more, planned.event, turn)
        entries += (place_lines.more_entry(more, len(names), planned.event, turn),)
    line = turn.text(f"event-who-{answer}", count=count, names=row)
    title: Rich = (Text(f"{EMOJI[answer]} {turn.label(f'rsvp-{answer}')} ({count})"),)
    return Column(title, entries, line)
