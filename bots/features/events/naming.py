"""The events that a few words name, by a day or by words of a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.commands.folding import fold
from bots.dates import asked_days
from bots.dates.asked_days import Asked
from bots.dates.recognition import names_time
from bots.features.events import agenda, lookup
from bots.i18n.attendance import CUT
from bots.turn.turn import Turn
from storage.queries import events, own_reminders
from storage.queries.events import EventOccurrence

_TELLING = re.compile(r"\w{4,}")
"""Words that tell one title from another."""
_WORD = re.compile(r"\w+")


async def known(turn: Turn) -> Sequence[EventOccurrence]:
    """Return the next events of the place, and in private those that the person comes to, soonest first."""
    upcoming = await events.upcoming(turn.uow, turn.holder, turn.now, lookup.MAX_CANDIDATES, shown=True)
    mine = await coming_to(turn) if turn.room_context.is_direct else ()
    by_id = {one.occurrence.id: one for one in (*upcoming, *mine) if one.event.number is not None}
    return sorted(by_id.values(), key=lambda one: (one.occurrence.starts_at, one.occurrence.id))


async def coming_to(turn: Turn) -> Sequence[EventOccurrence]:
    """Return the next events that the acting member comes to, or may come to."""
    return await own_reminders.coming_to(turn.uow, turn.member_id, turn.now, lookup.MAX_CANDIDATES)


def days_in(text: str, turn: Turn) -> Asked | None:
    """Return the days that a text names, in the place's language and zone."""
    context = turn.room_context
    return asked_days.find(text, locale=context.locale, zone=context.zone, now=turn.occurred_at)


def on_days(asked: Asked, among: Sequence[EventOccurrence], turn: Turn) -> Sequence[EventOccurrence]:
    """Return the events on some days."""
    zone = turn.room_context.zone
    spans = [(one, agenda.local_days(one.occurrence, zone)) for one in among]
    return [one for one, (first, last) in spans if first <= asked.last and asked.first <= last]


def titled(text: str, among: Sequence[EventOccurrence]) -> Sequence[EventOccurrence]:
    """Return the events with the most words of the text in their title."""
    said = {word for word in _TELLING.findall(fold(text)) if not names_time(word)}
    shared = {one.occurrence.id: len(said & {*_TELLING.findall(fold(one.event.title))}) for one in among}
    most = max(shared.values(), default=0)
    return [one for one in among if most and shared[one.occurrence.id] == most]


def cut_title(text: str, planned: EventOccurrence) -> str:
    """Return a text with a CUT for each word that is in the title."""
    words = {*_WORD.findall(fold(planned.event.title))}
    return " ".join(CUT if fold(word).strip(".,!?") in words else word for word in text.split())
