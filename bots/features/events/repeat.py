"""`event repeat`: make an event recurring, change how it recurs, or end the series."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Text, join
from bots.dates.errors import CalendarProblem
from bots.dates.recurrence import Repetition, parse_rule
from bots.dates.rule_line import says_once
from bots.dialogs.yes_no import YesNo
from bots.features.events import (
    commands,
    date_changes,
    lookup,
    platform_events,
    rules,
    series,
    series_changes,
    series_dates,
    views,
)
from bots.i18n import answers
from bots.turn.turn import Turn
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import EventSeries


async def repeat_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event repeat [number] <how often>`. Show the rule and the next dates, and ask first."""
    planned, words = await lookup.find_named(call, args, "rule", turn)
    number = str(planned.event.number)
    rules.check_changeable(*planned, turn.now)
    if not words:
        raise Refusal("event-repeat-how", argument="rule", number=number)
    if says_once(words) or answers.match(words, "none", "no", "off"):
        await _ask_stop(planned, turn)
        return
    try:
        found = series.parse_rule(planned.occurrence, words, turn, since=_day(planned))
    except CalendarProblem as problem:
        raise Refusal(problem.text_id, argument="rule", **problem.text_args) from None
    if found is None:
        raise Refusal("event-repeat-unreadable", argument="rule", given=words, number=number)
    series.check_holidays(found[0], turn.place)
    kept = {**series_changes.pack_slot(found[1]), **_pack(found[0])}
    own, row = turn.in_language(turn.answer_locale), _series(planned, kept, turn)
    rule = join([(Text(series.rule_words(row, turn.place, own)),), series.dates_line(row, turn.place, own, turn.now)])
    question = own.text("event-repeat-ask", title=views.title(planned.event), rule=rule)
    await REPEAT.ask(str(planned.event.id), question, turn, kept)


async def _ask_stop(planned: EventOccurrence, turn: Turn) -> None:
    row = await series_changes.continuing_series(planned, turn)
    title = views.title(planned.event)
    if row is None:
        raise Refusal("event-repeat-single", title=title, number=str(planned.event.number))
    own = turn.in_language(turn.answer_locale)
    when = views.start(planned.occurrence, own)
    await STOP.ask(str(planned.event.id), own.text("event-repeat-stop-ask", title=title, when=when), turn)


def _day(planned: EventOccurrence) -> date:
    """Return the day of an event on its own clock."""
    return date.fromisoformat(planned.occurrence.wall_start[:10])


def _pack(rule: Repetition) -> dict[str, str]:
    left_out = ",".join(on.isoformat() for on in rule.left_out)
    return {"rule": str(rule.rule), "left_out": left_out, "holidays": "1" * rule.skips_holidays}


def _series(planned: EventOccurrence, kept: Mapping[str, str], turn: Turn) -> EventSeries:
    """Return the series that begins with an event, or after it if its day does not follow the rule."""
    slot, event, occurrence = series_changes.unpack_slot(kept), *planned
    left_out = tuple(date.fromisoformat(on) for on in kept["left_out"].split(",") if on)
    rule = Repetition(rule=parse_rule(kept["rule"]), left_out=left_out, skips_holidays=bool(kept["holidays"]))
    end = slot.end
    if end is None and (given := rules.given_end(occurrence)) is not None:
        end = slot.start + (given - occurrence.starts_at)
    first = rules.new_occurrence(event.id, slot.start, end, turn.room_context.zone, all_day=slot.all_day)
    row = series.new_series(rule, first, turn.now)
    row.latest = row.wall_start if row.wall_start[:10] == occurrence.wall_start[:10] else occurrence.wall_start
    return row


async def _repeat(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    """Write the rule. The named date stays as it is; those after it follow the rule."""
    planned = await lookup.event_of_id(subject, turn)
    rules.check_changeable(*planned, turn.now)
    new, row = _series(planned, kept, turn), await queries.series_of(turn.uow, planned.event)
    if row is None:
        row = await turn.uow.add(new)
    else:
        newest = max(row.latest, new.latest)
        row.sqlmodel_update({**new.model_dump(exclude={"id", "created_at"}), "latest": newest})
    planned.event.series_id, planned.event.recurrence = row.id, new.latest
    date_changes.mark_changed(planned.event, turn)
    await series_dates.begin(planned, turn)
    await date_changes.mark_series_changed(row, turn)
    await _announce(planned, turn)


async def _stop(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """End the series after the named date."""
    planned = await lookup.event_of_id(subject, turn)
    row = await queries.series_of(turn.uow, planned.event)
    if row is None or planned.event.recurrence is None:
        raise Refusal("event-repeat-single", title=views.title(planned.event), number=str(planned.event.number))
    behind = datetime.fromisoformat(planned.event.recurrence) + timedelta(minutes=1)
    row.cancelled_from = behind.isoformat(timespec="minutes")
    await date_changes.mark_series_changed(row, turn)
    await series_dates.schedule(row, planned, turn)
    await _announce(planned, turn)


async def _announce(planned: EventOccurrence, turn: Turn) -> None:
    """Say in the event's room how it recurs, without a sound, and refresh the card."""
    there = await turn.in_room_of(planned.event) or turn
    rule = await series.rule_line(planned.event, there)
    text = there.text("event-repeats-now", title=views.title(planned.event), rule=rule)
    row = await queries.series_of(turn.uow, planned.event)
    if row is None or row.ended_at is not None:
        text = there.text("event-repeats-no-more", title=views.title(planned.event))
    await platform_events.publish(planned, there)
    there.post_content(Content(text=text, silent=True))
    turn.refresh_card(f"event:{planned.event.id}")
    if there.room.id != turn.room.id:
        turn.answer("event-edited-there", room=there.room_name)
    else:
        turn.acknowledge("event-edited-here")


REPEAT = YesNo(kind="eventrepeat", yes="event-repeat-yes", command=commands.EVENT_REPEAT, act=_repeat)
STOP = YesNo(kind="eventstop", yes="event-repeat-stop", command=commands.EVENT_REPEAT, act=_stop)
