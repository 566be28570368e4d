"""Answers to questions about events in everyday words, where the bot is spoken to or below an event's card."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import MessagePosted
from bots.core.outbound import Content
from bots.core.richtext import Rich, join
from bots.features.events import naming, rules, typed_replies, views
from bots.features.events.answer_columns import answer_columns
from bots.i18n import attendance, inquiries
from bots.turn import home
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence

_MAX_SHOWN = 4
_ABOUT_EVENTS = ("when", "where", "who", "join")


async def answer(message: MessagePosted, turn: Turn) -> None:
    """Answer a question about events to the bot, or below a card; in private about the person's own community.

    It is answered also where it was taken as something else, such as a newcomer's answer.
    """
    topic = inquiries.read(message.text)
    said = attendance.read(message.text) if topic in ("who", "join") else None
    if topic not in _ABOUT_EVENTS or turn.actor is None or (said is not None and said.surely):
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
    known = [replied] if replied is not None else await naming.known(there)
    found, missed = _meant(message.text, known, there)
    about = views.news_card(found[0].event) if len(found) == 1 or (found and topic == "who") else None
    turn.answer_content(Content(text=await _text(topic, found, there, missed=missed)), about=about)


def _meant(text: str, known: Sequence[EventOccurrence], turn: Turn) -> tuple[Sequence[EventOccurrence], bool]:
    """Return the events that a question names by title or day, else all; and whether none is on the day it names."""
    asked = naming.days_in(text, turn)
    found = naming.titled(text, known) or (naming.on_days(asked, known, turn) if asked is not None else ())
    return found or known, bool(known) and asked is not None and not found


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
        lines = [_listed("inquiry-none-then" if missed else "event-list-title", found, turn)]
    if topic == "join":
        lines.append(turn.text("inquiry-join"))
    return join(lines)


def nothing_then(known: Sequence[EventOccurrence], turn: Turn) -> Rich:
    """Return that nothing is planned on the days that somebody named, and what is planned."""
    return _listed("inquiry-none-then", known, turn) if known else turn.text("inquiry-none")


def _listed(text_id: str, found: Sequence[EventOccurrence], turn: Turn) -> Rich:
    more = [turn.text("inquiry-more")] if len(found) > _MAX_SHOWN else []
    return join([turn.text(text_id), *(_line(one, turn) for one in found[:_MAX_SHOWN]), *more])


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
