"""Copies of events as the platform's own scheduled events, and the interest people show there."""

from __future__ import annotations

from bots.core import outbound
from bots.core.card_id import CardId
from bots.core.inbound import ChoiceMade, ScheduledEventPublished
from bots.features.events import rsvps, rules, views
from bots.turn.turn import Turn
from storage.queries import events, placements
from storage.queries import rsvps as rsvp_queries
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import Community, Event, RsvpAnswer

CARD_KIND = views.SCHEDULED_EVENT_CARD


async def publish(planned: EventOccurrence, there: Turn, *, uncovered: bool = False) -> None:
    """Create or update the platform's event, if the platform has events. `uncovered`: take its cover away."""
    if not there.capabilities.scheduled_events or planned.occurrence.starts_at <= there.now:
        return  # platforms accept no event of a day that has begun
    event, occurrence = planned
    await _take_over(event, there)
    await there.publish_scheduled_event(
        outbound.PublishScheduledEvent(
            room=there.room.room, card=f"{CARD_KIND}:{event.id}", title=event.title, start=occurrence.starts_at,
            end=occurrence.ends_at, place=event.place or _public_link(event), description=_description(event, there),
            rule=await _rule(planned, there), zone=occurrence.zone, picture=next(iter(views.picture(event)), None),
            uncovered=uncovered,
        )
    )  # fmt: skip


async def _rule(planned: EventOccurrence, there: Turn) -> str:
    """Return the recurrence rule of the platform's event; nothing where it would show dates that don't take place.

    Platforms support neither exceptions nor an end. Nor do they know that one date was moved, or that the next one
    has an event of its own before this one is over.
    """
    event, occurrence = planned
    row, place = await queries.series_of(there.uow, event), there.room_context.place
    if row is None or row.left_out or row.skips_holidays or row.cancelled_from or row.ended_at is not None:
        return ""
    shown_early = isinstance(place, Community) and place.next_date_days > 0
    return "" if shown_early or occurrence.wall_start != event.recurrence else row.rule


async def _take_over(event: Event, there: Turn) -> None:
    """Let the platform's event of the previous date show this one once that date is over: the platform repeated it."""
    before = await queries.date_before(there.uow, event) if event.series_id is not None else None
    if before is None or before.occurrence.ends_at > there.now:
        return
    for placement in await placements.placements_of(there.uow, [f"{CARD_KIND}:{before.event.id}"]):
        placement.card = f"{CARD_KIND}:{event.id}"


def _description(event: Event, there: Turn) -> str:
    """Return the description with the link, and the hint where to answer."""
    link = _public_link(event) if event.place else ""
    mirrored = there.label("event-mirrored", number=str(event.number))
    return "\n".join(part for part in (event.description, link, mirrored) if part)


def _public_link(event: Event) -> str:
    """Return the link if everybody may read it."""
    return "" if event.link_hidden else event.link


async def cancel(planned: EventOccurrence, turn: Turn) -> None:
    """Cancel the platform's event."""
    await turn.cancel_scheduled_event(f"{CARD_KIND}:{planned.event.id}")


async def store_link(value: ScheduledEventPublished, turn: Turn) -> None:
    """Keep the address of the platform's event, and add it to the event's card."""
    card = CardId.parse(value.card)
    if card.kind != CARD_KIND or await events.of_event(turn.uow, int(card.subject)) is None:
        return
    for placement in await placements.placements_of(turn.uow, [value.card]):
        if placement.account == value.account and placement.room == value.room:
            placement.link = value.link
    turn.refresh_card(f"event:{card.subject}")


async def change_interest(value: ChoiceMade, card: CardId, turn: Turn) -> None:
    """Store interest as a `maybe` unless the person has answered here. Lost interest removes a `maybe`."""
    planned = await events.of_event(turn.uow, int(card.subject))
    if planned is None:
        return
    rules.check_open(planned.event, planned.occurrence, turn.occurred_at)
    answer = await rsvp_queries.answer_of(turn.uow, planned.occurrence.id, turn.member_id)
    if value.choices and answer is None:
        await rsvps.store_answer(planned, RsvpAnswer.MAYBE, turn)
    elif not value.choices and answer == RsvpAnswer.MAYBE:
        await rsvps.delete_answer(planned, RsvpAnswer.MAYBE, turn)
