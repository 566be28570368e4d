"""Cancel, reopen or move one date: its timers, the platform's own event, and the news for those who come."""

from __future__ import annotations

from collections.abc import Mapping

from bots.core.outbound import Content
from bots.core.richtext import Rich, join
from bots.dates.resolution import Slot
from bots.features.events import news_words, platform_events, private_news, reminders, rules, views, visibility
from bots.features.events.details import Field
from bots.turn.turn import Turn
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import Event, EventSeries, EventState


def mark_changed(event: Event, turn: Turn) -> None:
    """Note a change, so that calendars take it (RFC 5545, SEQUENCE and LAST-MODIFIED)."""
    event.revision, event.changed_at = event.revision + 1, turn.now


async def mark_series_changed(row: EventSeries, turn: Turn) -> None:
    """Note a change of a rule, or of what its dates say. The entry of a series has the highest of their revisions."""
    template = await queries.template_of(turn.uow, row.id)
    if template is not None:
        template.revision = await queries.newest_revision(turn.uow, row.id)
        mark_changed(template, turn)


async def cancel_date(planned: EventOccurrence, reason: str, turn: Turn, more: Rich = ()) -> None:
    """Cancel one date, and tell those who come. `more`: a line about the dates after it."""
    event, occurrence = planned
    event.state, event.reason = EventState.CANCELLED, reason
    mark_changed(event, turn)
    reminders.cancel_timers(planned, turn)
    await platform_events.cancel(planned, turn)
    there = await turn.in_room_of(event) or turn
    lines = [there.text("event-cancelled", title=views.title(event), when=views.start(occurrence, there))]
    if reason:
        lines.append(there.text("event-reason", reason=reason))
    await private_news.tell_all(planned, "cancelled", turn)
    await announce(planned, [*lines, more] if more else lines, there, turn)


async def reopen_date(planned: EventOccurrence, turn: Turn, more: Rich = ()) -> None:
    """Let a date take place after all. Keep its answers."""
    event, occurrence = planned
    event.state, event.reason = EventState.PLANNED, ""
    mark_changed(event, turn)
    reminders.set_timers(planned, turn)
    there = await turn.in_room_of(event) or turn
    await platform_events.publish(planned, there)
    lines = [there.text("event-reopened", title=views.title(event), when=views.when(occurrence, there))]
    await private_news.tell_all(planned, "reopened", turn)
    await visibility.begin_again(event, turn)
    await announce(planned, [*lines, more] if more else lines, there, turn)


async def move_date(planned: EventOccurrence, slot: Slot, turn: Turn, more: Rich = ()) -> None:
    """Move one date, and tell those who come."""
    event, occurrence = planned
    there = await turn.in_room_of(event) or turn
    old_start = views.start(occurrence, there)
    reminders.cancel_timers(planned, turn)
    rules.set_time(occurrence, slot, turn.room_context.zone)
    mark_changed(event, turn)
    reminders.set_timers(planned, turn)
    await platform_events.publish(planned, there)
    lines = [there.text("event-moved", title=views.title(event), old=old_start, new=views.when(occurrence, there))]
    if more:
        lines.append(more)
    if slot.moved:
        lines.append(there.text("event-preview-moved"))
    lines.append(there.text("event-moved-answers", number=str(event.number)))
    await private_news.tell_all(planned, "moved", turn)
    await announce(planned, lines, there, turn)


async def announce(planned: EventOccurrence, lines: list[Rich], there: Turn, turn: Turn) -> None:
    """Post the change in the event's room, calling who comes or waits for a place, and refresh the card."""
    attendees, mentions = await reminders.mention_attendees(planned, there, waiting=True)
    content = Content(text=join([*lines, attendees]), mentions=mentions)
    there.post_content(content, card=views.news_card(planned.event))
    turn.refresh_card(f"event:{planned.event.id}")


def confirm(there: Turn, turn: Turn) -> None:
    """Answer that the event's room knows of the change."""
    if there.room.id != turn.room.id:
        turn.answer("event-told", room=there.room_name)
    else:
        turn.acknowledge("event-told-here")


async def announce_edit(planned: EventOccurrence, fields: list[Field], before: Mapping[Field, str], turn: Turn) -> None:
    """Say in the rooms that show it what changed, without a sound; refresh the card and the platform's event."""
    event = planned.event
    mark_changed(event, turn)
    there = await turn.in_room_of(event) or turn
    text = news_words.edit(event, fields, before, there)
    there.post_content(Content(text=text, silent=True), card=views.news_card(event))
    turn.refresh_card(f"event:{event.id}")
    if event.spread_to is not None:
        turn.refresh_card(f"{visibility.ASK_CARD}:{event.id}")
    if news := news_words.of_edit(fields):
        visibility.tell(event, news, turn)
    await platform_events.publish(planned, there)


def confirm_edit(there: Turn, turn: Turn) -> None:
    """Answer that the event is up to date, unless the person sees it."""
    if there.room.id != turn.room.id:
        turn.answer("event-edited-there", room=there.room_name)
    else:
        turn.acknowledge("event-edited-here")
