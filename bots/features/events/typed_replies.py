"""Replies in people's own words: as a reply to the card, or right below a new one. Ask back when in doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bots.core.inbound import MessagePosted
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.features.events import rsvps, rules, views, visibility
from bots.i18n import answers, attendance
from bots.i18n.attendance import Attendance
from bots.i18n.listed_words import plain_words
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import event_places, events, own_reminders, placements
from storage.queries.events import EventOccurrence
from storage.tables import Event, RsvpAnswer
from storage.unit_of_work import UnitOfWork

DIALOG = "event-attend"
_MAX_COMING = 10
BELOW = timedelta(minutes=10)
"""How long after an announcement a message such as "coming" answers it without being a reply."""


async def inviting_rooms(uow: UnitOfWork) -> Sequence[tuple[str, str]]:
    """Return the rooms that show events."""
    return await placements.rooms_with(uow, "event")


async def hear(message: MessagePosted, turn: Turn) -> None:
    """Take a message that says that its author comes, or not, as their answer to the event that it is about."""
    said = attendance.read(message.text)
    if said is None or turn.effects.sent or turn.room_context.place is None or turn.actor is None:
        return
    planned = await _event_of(message, said, turn)
    if planned is None and message.reply_to is None and said.answer == "no" and said.surely and not said.bare:
        await _ask_who_comes(message, turn)
        return
    if planned is None or not rules.is_open(*planned, turn.occurred_at):
        return
    if not said.surely:
        await ask(planned, "attendance-ask", message, turn)
    elif said.guests and message.text.strip().startswith("+") and planned.event.guest_limit:
        await ask(planned, "attendance-ask-guests", message, turn, guests=said.guests)
    else:
        guests = said.guests if not message.text.strip().startswith("+") else None
        await note(planned, said, guests, turn)


async def _event_of(message: MessagePosted, said: Attendance, turn: Turn) -> EventOccurrence | None:
    """Return the event whose card the message replies to, or the only one announced here just before it."""
    if message.reply_to is not None:
        return await event_replied_to(message, turn)
    if said.bare or not said.surely:
        return None
    found = await just_announced(turn)
    return found[0] if len(found) == 1 else None


async def just_announced(turn: Turn) -> Sequence[EventOccurrence]:
    """Return the first few events that were announced here just before."""
    return await event_places.announced_in(turn.uow, turn.room.id, turn.occurred_at - BELOW, turn.occurred_at)


async def event_replied_to(message: MessagePosted, turn: Turn) -> EventOccurrence | None:
    """Return the event whose card or reminder a message replies to, if it is one that the turn's room knows."""
    card = await turn.card_replied_to(message)
    about = card is not None and card.kind in views.CARDS
    event = await turn.uow.get(Event, parse_int(card.subject)) if card is not None and about else None
    ours = event is not None and event.number is not None and await visibility.is_known(event, turn)
    return await events.of_event(turn.uow, event.id) if event is not None and ours else None


async def _ask_who_comes(message: MessagePosted, turn: Turn) -> None:
    """Ask somebody who can't come, without saying to what, about their next event here."""
    coming = await own_reminders.coming_to(turn.uow, turn.member_id, turn.occurred_at, _MAX_COMING)
    for planned in coming:
        if planned.event.number is not None and await visibility.is_known(planned.event, turn):
            await ask(planned, "attendance-ask-still", message, turn)
            return


async def note(planned: EventOccurrence, said: Attendance, guests: int | None, turn: Turn) -> None:
    """Store an answer, and tell the acting member its outcome."""
    answer = RsvpAnswer(said.answer)
    noted = await rsvps.store_answer(planned, answer, turn, guests=guests)
    await rsvps.answer_noted(planned, noted, turn)


async def ask(planned: EventOccurrence, text_id: str, message: MessagePosted, turn: Turn, guests: int = 0) -> None:
    """Ask whether somebody comes, or with how many people. Their next message is the answer."""
    subject, state = str(planned.event.id), {"guests": guests}
    await turn.open_dialog(DIALOG, subject, state, user=message.person.user, life=DECISION_LIFE, above=True)
    when = views.start(planned.occurrence, turn.in_language(turn.answer_locale))
    text = turn.answer_text(text_id, title=views.title(planned.event), count=guests, when=when)
    buttons = () if guests else views.answer_buttons(planned.occurrence, turn.in_language(turn.answer_locale))
    turn.answer_content(Content(text=text, buttons=buttons if turn.capabilities.buttons else (), asks=True))


async def answer(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Take the answer to that question. Any other message is an ordinary one, and ends the question."""
    await turn.close_dialog(user=message.person.user, room=message.room)
    planned = await events.of_event(turn.uow, int(subject))
    if planned is None or not rules.is_open(*planned, turn.occurred_at):
        return False
    said = attendance.read(message.text)
    if state.get("guests") and answers.plain(message.text) in plain_words("attendance-me-words"):
        await note(planned, Attendance("yes", None, surely=True), 0, turn)
    elif said is not None and said.surely:
        await note(planned, said, said.guests, turn)
    else:
        return False
    return True
