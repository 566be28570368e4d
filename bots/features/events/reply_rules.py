"""The rules of a reply: who may come, until when, and with how many guests."""

from __future__ import annotations

from bots.core.refusal import Refusal
from bots.features.events import options, views
from bots.turn.turn import Turn
from storage.queries import members, onboarding
from storage.queries.events import EventOccurrence
from storage.tables import Audience, JourneyStage, Role, RsvpAnswer

_NEW = (JourneyStage.JOINED, JourneyStage.RULES, JourneyStage.QUESTION, JourneyStage.GREETER)


async def check(planned: EventOccurrence, answer: RsvpAnswer, guests: int, turn: Turn) -> None:
    """Raise Refusal if the acting member can't give this answer. Anybody may always say that they don't come."""
    if answer == RsvpAnswer.NO:
        return
    event = planned.event
    ends = options.replies_end(planned)
    title = views.title(event)
    if ends is not None and turn.occurred_at >= ends:
        raise Refusal("event-replies-closed", title=title, at=ends)
    if guests > event.guest_limit:
        raise Refusal("event-guests-none" if not event.guest_limit else "event-guests-most", title=title,
                      limit=event.guest_limit)  # fmt: skip
    if not await may_come(planned, turn):
        raise Refusal(f"event-only-{event.audience}", title=title)


async def may_come(planned: EventOccurrence, turn: Turn) -> bool:
    """Return whether the event is for the acting member."""
    event, community = planned.event, planned.event.community_id
    if event.audience == Audience.EVERYBODY:
        return True
    here = turn.room_context.community or turn.room_context.home_community
    if event.spread_to is not None and here is not None:
        community = here.id  # each community knows its own members
    if event.audience == Audience.MEMBERS:
        if community is None:
            return True  # a network greets no newcomers
        journey = await onboarding.of_member(turn.uow, community, turn.member_id)
        return journey is None or journey.stage not in _NEW
    networks = [event.network_id] if event.network_id is not None else []
    roles = await members.roles(turn.uow, turn.member_id, community, networks)
    wanted = {Role.CONNECTOR, Role.COORDINATOR}
    wanted |= {Role.GREETER} if event.audience == Audience.GREETERS else set()
    return bool(wanted & roles)
