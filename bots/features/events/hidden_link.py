"""A link for attendees only: send it privately when they say yes, and again when the event begins."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.features.events import views
from bots.features.events.contact import contact_of
from bots.turn.turn import Turn
from storage.queries import event_places, events
from storage.queries.events import EventOccurrence
from storage.tables import EventState, RsvpAnswer

TIMER = "event-link"
"""Tells all who come the link; its subject is "OCCURRENCE:HOW MANY ARE TOLD"."""
_PAGE = 25


def set_timer(planned: EventOccurrence, turn: Turn) -> None:
    """Tell the link to all who come when the event begins, if it is hidden."""
    event, occurrence = planned
    if event.link and event.link_hidden and occurrence.starts_at > turn.now:
        turn.schedule(TIMER, f"{occurrence.id}:0", occurrence.starts_at)


async def tell(planned: EventOccurrence, turn: Turn) -> None:
    """Tell the acting person, who comes, the link of an event that hides it."""
    event = planned.event
    if not (event.link and event.link_hidden):
        return
    args = {"title": views.title(event), "link": views.web_link(event)}
    if turn.answers_privately:
        turn.answer_content(Content(text=turn.answer_text("event-link-yours", **args)))
        return
    contact = await contact_of(turn.member_id, event, turn)
    if contact is not None:
        key = f"link:{planned.occurrence.id}:{turn.member_id}:{turn.value.key}"
        contact.tell("event-link-yours", args, key=key, fallback=False)


async def tell_all(timer: TimerFired, turn: Turn) -> None:
    """Tell all who come the hidden link as the event begins, a page of them at a time."""
    occurrence, _, told = timer.subject.partition(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence))
    if planned is None or planned.event.state != EventState.PLANNED or not planned.event.link_hidden:
        return
    if planned.occurrence.starts_at > turn.now or turn.now >= planned.occurrence.ends_at:
        return  # somebody moved it, or it is over
    page = await event_places.attendees(turn.uow, int(occurrence), limit=_PAGE, offset=int(told), coming=True)
    for one in page:
        contact = await contact_of(one.member, planned.event, turn)
        if contact is not None and one.answer.answer == RsvpAnswer.YES:
            args = {"title": views.title(planned.event), "link": views.web_link(planned.event)}
            start = planned.occurrence.starts_at.isoformat()
            contact.tell("event-link-now", args, key=f"link:{occurrence}:{one.member}:{start}", fallback=False)
    if len(page) == _PAGE:
        turn.schedule(TIMER, f"{occurrence}:{int(told) + _PAGE}", turn.now)
