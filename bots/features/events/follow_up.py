"""After an event: thanks, a request for pictures, and where the community wants it a question how it was."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import ButtonPressed, TimerFired
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.features.events import views
from bots.turn import cards
from bots.turn.quiet_hours import after_quiet
from bots.turn.turn import Turn
from storage.queries import event_places, events, rsvps
from storage.queries.events import EventOccurrence
from storage.tables import AfterEvents, Community, EventState, Occurrence, RsvpAnswer

TIMER, CARD, BUTTON = "event-after", "eventafter", "eventfeel"
FEELINGS = {"good": "🙂", "fair": "😐", "poor": "🙁"}
WAIT = timedelta(hours=1)
"""How long after the end of an event."""
_STALE = timedelta(days=3)
_LEAST_PEOPLE = 2
_LEAST_COUNTED = 5
"""Answers that are shown as numbers, so that nobody can tell whose they are."""


async def plan(occurrence: Occurrence, community: int | None, turn: Turn) -> None:
    """Set the timer if the community wants something said after its events, outside of its quiet hours."""
    place = await turn.uow.get(Community, community)
    if place is not None and place.after_events != AfterEvents.OFF:
        turn.schedule(TIMER, str(occurrence.id), after_quiet(place, occurrence.ends_at + WAIT))


async def thank(timer: TimerFired, turn: Turn) -> None:
    """Post the thanks once, if at least two people came and the event is not long over."""
    planned = await events.of_occurrence(turn.uow, int(timer.subject))
    if planned is None or planned.event.state != EventState.PLANNED or turn.now > planned.occurrence.ends_at + _STALE:
        return
    counts = (await rsvps.answer_counts(turn.uow, [planned.occurrence.id])).get(planned.occurrence.id, {})
    there = await turn.in_room_of(planned.event)
    if there is None or counts.get(RsvpAnswer.YES, 0) < _LEAST_PEOPLE:
        return
    subject = str(planned.occurrence.id)
    await cards.post(render, f"{CARD}:{subject}", there, key=f"event:{subject}:after", silent=True)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the thanks; with the question and its answers where the community wants that."""
    planned = await events.of_occurrence(turn.uow, int(subject))
    community = turn.room_context.community
    if planned is None or community is None or community.after_events == AfterEvents.OFF:
        return None
    thanks = turn.text("event-after", title=views.title(planned.event))
    if community.after_events != AfterEvents.FEEDBACK:
        return Content(text=thanks)
    buttons = tuple(
        Button(f"{BUTTON}:{subject}:{feeling}", turn.label(f"event-feeling-{feeling}"), emoji)
        for feeling, emoji in FEELINGS.items()
    )
    return Content(text=join([thanks, turn.text("event-after-ask"), await _totals(planned, turn)]), buttons=buttons)


async def _totals(planned: EventOccurrence, turn: Turn) -> Rich:
    """Return how many gave each answer, from five answers on."""
    counts = await event_places.feedback_counts(turn.uow, planned.occurrence.id)
    if sum(counts.values()) < _LEAST_COUNTED:
        return ()
    return turn.text("event-after-totals", **{feeling: counts.get(feeling, 0) for feeling in FEELINGS})


async def press(press: ButtonPressed, turn: Turn) -> None:
    """Store how it was for somebody who came; a second answer replaces the first."""
    planned = await _of_button(press, turn)
    row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id)
    if press.choice not in FEELINGS:
        raise Refusal("button-unknown")
    if row is None or row.answer != RsvpAnswer.YES:
        raise Refusal("event-feeling-guests", title=views.title(planned.event))
    row.feedback = press.choice
    turn.refresh_card(f"{CARD}:{press.subject}")
    turn.acknowledge("event-feeling-noted")


async def release(press: ButtonPressed, turn: Turn) -> None:
    """Take an answer back whose reaction is gone."""
    planned = await _of_button(press, turn)
    row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id)
    if row is not None and row.feedback == press.choice:
        row.feedback = ""
        turn.refresh_card(f"{CARD}:{press.subject}")


async def _of_button(press: ButtonPressed, turn: Turn) -> EventOccurrence:
    """Return the event of the turn's community that a button is about. Raises Refusal("button-unknown")."""
    occurrence = await turn.row_of_id(Occurrence, press.subject)
    planned = await events.of_event(turn.uow, occurrence.event_id)
    here = turn.room_context.community
    if planned is None or here is None or here.id != planned.event.community_id:
        raise Refusal("button-unknown")
    return planned
