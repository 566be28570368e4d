"""The waiting list of an event: offer a free place to the next person, who has time to confirm."""

from __future__ import annotations

from datetime import datetime

from bots.core.inbound import ButtonPressed, MessagePosted, TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.features.events import offer_times, rules, views
from bots.features.events.contact import contact_of
from bots.i18n import attendance
from bots.turn.turn import Turn
from storage.queries import event_places, events, ownership
from storage.queries.events import EventOccurrence
from storage.tables import Rsvp, RsvpAnswer

OFFER_TIMER = "event-offer"
"""The end of the time to confirm; its subject is "OCCURRENCE:MEMBER"."""
MORE_TIMER = "event-move-up"
"""More people move up than one transaction tells."""
BUTTON, AUTOMATIC_BUTTON = "place", "placeauto"
MAX_AT_ONCE = 25
"""How many people move up in one transaction."""


async def move_up(planned: EventOccurrence, turn: Turn) -> None:
    """Give or offer the free places to those who wait, in their order, as long as the event has not begun.

    A group that is larger than what is free is passed over, and stays where it is.
    """
    event, occurrence = planned
    if not rules.is_open(event, occurrence, turn.now) or rules.start_by(occurrence) <= turn.now:
        return
    for _ in range(MAX_AT_ONCE):
        free = await free_places(planned, turn) if event.capacity is not None else None
        following = await event_places.next_waiting(turn.uow, occurrence.id, free)
        if following is None:
            return
        await _promote(planned, following, turn)
    turn.schedule(MORE_TIMER, str(occurrence.id), turn.now)


async def free_places(planned: EventOccurrence, turn: Turn) -> int:
    """Return how many places are free; very many without a limit."""
    taken = (await event_places.places(turn.uow, planned.occurrence.id)).taken
    return planned.event.capacity - taken if planned.event.capacity is not None else rules.MAX_CAPACITY


async def move_more_up(timer: TimerFired, turn: Turn) -> None:
    """Go on where `move_up` stopped."""
    planned = await events.of_occurrence(turn.uow, int(timer.subject))
    if planned is not None:
        await move_up(planned, turn)


async def _promote(planned: EventOccurrence, answer: Rsvp, turn: Turn) -> None:
    """Offer a place to somebody, or give it to them if they need not be asked, and tell them."""
    event, occurrence = planned
    place = await ownership.place_of(turn.uow, event)
    until = offer_times.confirm_by(occurrence.starts_at, turn.now, place)
    if until is None or answer.automatic or event.capacity is None:
        turn.cancel_timer(OFFER_TIMER, _subject(answer))
        give_place(answer)
        await _tell(planned, answer, "event-place-yours", turn)
    else:
        answer.offered_until = until
        turn.schedule(OFFER_TIMER, _subject(answer), until)
        await _tell(planned, answer, "event-place-offered", turn, until=until)
    turn.refresh_card(f"event:{event.id}")


async def send_back(planned: EventOccurrence, answer: Rsvp, turn: Turn) -> None:
    """Put somebody who had a place at the head of the line, in the order of their answers, and tell them."""
    turn.cancel_timer(OFFER_TIMER, _subject(answer))
    answer.waiting_since, answer.offered_until = answer.at, None
    await _tell(planned, answer, "event-place-sent-back", turn)


def give_place(answer: Rsvp) -> None:
    """Turn a place in the line into a place at the event."""
    answer.waiting_since = answer.offered_until = None


async def _tell(
    planned: EventOccurrence, answer: Rsvp, text_id: str, turn: Turn, *, until: datetime | None = None
) -> None:
    """Tell somebody what became of their place in the line."""
    contact = await contact_of(answer.member_id, planned.event, turn)
    if contact is None:
        return
    event, occurrence = planned
    args: dict[str, object] = {"title": views.title(event), "start": views.start(occurrence, contact.there)}
    button = f"{BUTTON}:{occurrence.id}"
    buttons = ((f"{button}:yes", "event-place-take", "✅"), (f"{button}:no", "event-place-leave", "❌"))
    key = f"{text_id}:{occurrence.id}:{answer.member_id}:{turn.value.key}"
    if until is None:
        contact.tell(text_id, args, key=key)
    else:
        contact.tell(text_id, {**args, "until": until}, key=key, buttons=buttons)


async def press_offer(press: ButtonPressed, turn: Turn) -> None:
    """Accept or decline an offered place. Raises Refusal if another person presses, or if it is too late."""
    planned, answer = await _offered(press, turn)
    await _decide(planned, answer, turn, takes=press.choice == "yes")


async def hear(message: MessagePosted, turn: Turn) -> None:
    """Take a plain yes or no in private as the answer about the only place that is held for its author."""
    if not message.direct or turn.actor is None or turn.effects.sent:
        return
    said = attendance.read(message.text)
    if said is None or not said.surely or said.guests is not None or said.answer == "maybe":
        return
    offers = await event_places.offers(turn.uow, turn.member_id, turn.now)
    if len(offers) == 1 and rules.is_open(offers[0][0], offers[0][1], turn.occurred_at):
        event, occurrence, answer = offers[0]
        await _decide(EventOccurrence(event, occurrence), answer, turn, takes=said.answer == "yes")


async def _decide(planned: EventOccurrence, answer: Rsvp, turn: Turn, *, takes: bool) -> None:
    """Give somebody the place that is held for them, or pass it on."""
    title = views.title(planned.event)
    if takes:
        if answer.waiting_since is not None:
            turn.cancel_timer(OFFER_TIMER, _subject(answer))
            give_place(answer)
            turn.refresh_card(f"event:{planned.event.id}")
        turn.answer("rsvp-noted-yes", title=title)
        return
    answer.answer, answer.at, answer.guests = RsvpAnswer.NO, turn.occurred_at, 0
    await leave_line(planned, answer, turn)
    turn.answer("rsvp-noted-no", title=title)


async def _offered(press: ButtonPressed, turn: Turn) -> tuple[EventOccurrence, Rsvp]:
    """Return the event and the acting member's answer, if they have a place or are offered one."""
    planned = await events.of_occurrence(turn.uow, parse_int(press.subject) or 0)
    home = turn.room_context.place or turn.room_context.home_community
    answer = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id) if planned else None
    if planned is None or (answer is None and (home is None or not ownership.holds(home, planned.event))):
        raise Refusal("button-unknown")
    rules.check_open(*planned, turn.occurred_at)
    waits = answer is not None and answer.waiting_since is not None and answer.offered_until is None
    if answer is None or answer.answer != RsvpAnswer.YES or waits:
        raise Refusal("event-place-gone", title=views.title(planned.event))
    return planned, answer


async def leave_line(planned: EventOccurrence, answer: Rsvp, turn: Turn) -> None:
    """Give somebody's place, or their place in the line, to the next."""
    turn.cancel_timer(OFFER_TIMER, _subject(answer))
    give_place(answer)
    turn.refresh_card(f"event:{planned.event.id}")
    await move_up(planned, turn)


async def end_offer(timer: TimerFired, turn: Turn) -> None:
    """Give a place that nobody confirmed to the next. If nobody is next, it stays theirs."""
    occurrence, _, member = timer.subject.partition(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence))
    answer = await event_places.rsvp_of(turn.uow, int(occurrence), int(member))
    if planned is None or answer is None or answer.offered_until is None or answer.left_at is not None:
        return
    if answer.offered_until > turn.now:
        turn.schedule(timer.kind, timer.subject, answer.offered_until)
        return
    if not rules.is_open(*planned, turn.now):
        return
    if await _is_wanted(planned, answer, turn):
        await _tell(planned, answer, "event-place-lost", turn)
        await turn.uow.delete(answer)
        turn.refresh_card(f"event:{planned.event.id}")
        await move_up(planned, turn)
    else:
        give_place(answer)
        await _tell(planned, answer, "event-place-yours", turn)
        turn.refresh_card(f"event:{planned.event.id}")


async def _is_wanted(planned: EventOccurrence, answer: Rsvp, turn: Turn) -> bool:
    """Return whether somebody else would get this person's place."""
    free = await free_places(planned, turn) + 1 + answer.guests
    return await event_places.next_waiting(turn.uow, planned.occurrence.id, free) is not None


async def acknowledge(planned: EventOccurrence, short: Text, turn: Turn) -> None:
    """Tell somebody that they wait: in a notice or a private answer, else in a private chat."""
    if turn.token is not None and turn.answers_privately:
        if turn.capabilities.toasts:
            turn.acknowledge("rsvp-noted-no", toast="rsvp-toast-waiting", short=short)
        else:
            await answer_waiting(planned, turn)
        return
    contact = await contact_of(turn.member_id, planned.event, turn)
    if contact is not None:
        args = {"title": views.title(planned.event), "position": await _position(planned, turn)}
        buttons = ((_automatic_button(planned), "event-place-automatic", "⚡"),)
        key = f"{turn.value.key}/waiting"
        contact.tell("rsvp-noted-waiting", args, key=key, buttons=buttons, fallback=False)


async def answer_waiting(planned: EventOccurrence, turn: Turn) -> None:
    """Answer the acting person with their position in the line, and a button to take the next place unasked."""
    title, position = views.title(planned.event), await _position(planned, turn)
    label = turn.in_language(turn.answer_locale).label("event-place-automatic")
    button = Button(_automatic_button(planned), label, "⚡")
    text = turn.answer_text("rsvp-noted-waiting", title=title, position=position)
    turn.answer_content(Content(text=text, buttons=(button,) if turn.capabilities.buttons else ()))


def _automatic_button(planned: EventOccurrence) -> str:
    return f"{AUTOMATIC_BUTTON}:{planned.occurrence.id}"


async def _position(planned: EventOccurrence, turn: Turn) -> int:
    """Return the acting member's position in the line, from one."""
    answer = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id)
    since = answer.waiting_since if answer is not None and answer.waiting_since is not None else turn.now
    return 1 + await event_places.people_ahead(turn.uow, planned.occurrence.id, since, turn.member_id)


async def press_automatic(press: ButtonPressed, turn: Turn) -> None:
    """Note that the acting member wants the next free place without being asked."""
    planned = await events.of_occurrence(turn.uow, parse_int(press.subject) or 0)
    answer = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id) if planned else None
    if planned is None or answer is None or answer.waiting_since is None:
        raise Refusal("button-unknown")
    answer.automatic = True
    turn.answer("event-automatic-noted", title=views.title(planned.event))


def _subject(answer: Rsvp) -> str:
    return f"{answer.occurrence_id}:{answer.member_id}"
