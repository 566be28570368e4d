"""Answers to questions about events in everyday words, where the bot is spoken to or below an event's card."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.commands.folding import fold
from bots.core.inbound import MessagePosted
from bots.core.outbound import Content
from bots.core.richtext import Rich, join
from bots.dates import asked_days
from bots.dates.recognition import names_time
from bots.features.events import agenda, lookup, rules, typed_replies, views
from bots.features.events.answer_columns import answer_columns
from bots.i18n import attendance, inquiries
from bots.turn import home
from bots.turn.turn import Turn
from storage.queries import events, own_reminders
from storage.queries.events import EventOccurrence

_MAX_SHOWN = 4
_LETTERS = re.compile(r"\w{4,}")
_ABOUT_EVENTS = ("when", "where", "who", "join")


async def answer(message: MessagePosted, turn: Turn) -> None:
    """Answer a question about events to the bot, or below a card; in private about the person's own community."""
    topic = inquiries.read(message.text)
    said = attendance.read(message.text) if topic == "who" else None
    if topic not in _ABOUT_EVENTS or turn.effects.sent or turn.actor is None or (said is not None and said.surely):
        return
    there = await home.of_speaker(message, turn)
    if there is None:
        return
    replied = await typed_replies.event_replied_to(message, there)
    if replied is None and not (message.direct or message.addressed):
        return
    if replied is not None:
        rules.check_open(*replied, turn.occurred_at)
    there = there.in_language(turn.answer_locale)
    known = [replied] if replied is not None else await _known(there)
    found, missed = _meant(message.text, known, there)
    turn.answer_content(Content(text=await _text(topic, found, there, missed=missed)))


async def _known(turn: Turn) -> Sequence[EventOccurrence]:
    """Return the next events of the place, and in private those that the person comes to, soonest first."""
    upcoming = await events.upcoming(turn.uow, turn.holder, turn.now, lookup.MAX_CANDIDATES, shown=True)
    mine = (
        await own_reminders.coming_to(turn.uow, turn.member_id, turn.now, lookup.MAX_CANDIDATES)
        if turn.room_context.is_direct
        else ()
    )
    by_id = {one.occurrence.id: one for one in (*upcoming, *mine) if one.event.number is not None}
    return sorted(by_id.values(), key=lambda one: (one.occurrence.starts_at, one.occurrence.id))


def _meant(text: str, known: Sequence[EventOccurrence], turn: Turn) -> tuple[Sequence[EventOccurrence], bool]:
    """Return the events that a question names by title or day, else all; and whether none is on the day it names."""
    titled = _titled(text, known)
    if titled:
        return titled, False
    on_days = named_by_day(text, known, turn)
    return (known, bool(known)) if on_days is not None and not on_days else (on_days or known, False)


def named_by_day(text: str, known: Sequence[EventOccurrence], turn: Turn) -> Sequence[EventOccurrence] | None:
    """Return the events on the days that a text names, or None if it names none."""
    zone = turn.room_context.zone
    asked = asked_days.find(text, locale=turn.room_context.locale, zone=zone, now=turn.occurred_at)
    if asked is None:
        return None
    spans = [(one, agenda.local_days(one.occurrence, zone)) for one in known]
    return [one for one, (first, last) in spans if first <= asked[1] and asked[0] <= last]


def _titled(text: str, known: Sequence[EventOccurrence]) -> Sequence[EventOccurrence]:
    """Return the events with the most words of the text in their title."""
    said = {word for word in _LETTERS.findall(fold(text)) if not names_time(word)}
    shared = {one.occurrence.id: len(said & {*_LETTERS.findall(fold(one.event.title))}) for one in known}
    most = max(shared.values(), default=0)
    return [one for one in known if most and shared[one.occurrence.id] == most]


async def _text(topic: inquiries.Topic, found: Sequence[EventOccurrence], turn: Turn, *, missed: bool) -> Rich:
    if not found:
        return turn.text("inquiry-none")
    if topic == "who":
        return await _coming(found[0], turn)
    if len(found) == 1 and not missed:
        lines = [turn.text("inquiry-event", title=views.title(found[0].event)), *_details(found[0], turn)]
        if topic == "where" and not (found[0].event.place or found[0].event.link):
            lines.append(turn.text("inquiry-no-place"))
    else:
        lines = [turn.text("inquiry-none-then" if missed else "event-list-title")]
        lines += [_line(one, turn) for one in found[:_MAX_SHOWN]]
        if len(found) > _MAX_SHOWN:
            lines.append(turn.text("inquiry-more"))
    if topic == "join":
        lines.append(turn.text("inquiry-join"))
    return join(lines)


def _details(planned: EventOccurrence, turn: Turn) -> list[Rich]:
    when = turn.text("event-when", when=views.when(planned.occurrence, turn))
    return [when, *views.where_lines(planned.event, turn)]


def _line(planned: EventOccurrence, turn: Turn) -> Rich:
    """Return one event on one line of its own, with its place beneath."""
    head = turn.text("inquiry-line", title=views.title(planned.event), when=views.when(planned.occurrence, turn))
    return join([head, *views.where_lines(planned.event, turn)])


async def _coming(planned: EventOccurrence, turn: Turn) -> Rich:
    columns = await answer_columns(planned, turn)
    lines = [column.line for column in columns] or [turn.text("event-who-none")]
    head = turn.text("inquiry-line", title=views.title(planned.event), when=views.when(planned.occurrence, turn))
    return join([head, *lines])
