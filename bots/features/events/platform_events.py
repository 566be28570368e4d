"""Events mirrored as the platform's own scheduled events, and who is interested there."""

from __future__ import annotations

from bots.core import outbound
from bots.core.inbound import ChoiceMade
from bots.features.events import rsvps, rules
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import Planned

VERB = "gathering"


async def mirror(found: Planned, there: Turn) -> None:
    """Make the platform's event, or change it with ours."""
    if not there.capabilities.gatherings:
        return
    event, occurrence = found
    await there.gather(
        outbound.Gather(
            room=there.room.room, card=f"{VERB}:{event.id}", title=event.title, start=occurrence.starts_at,
            end=occurrence.ends_at, place=event.place,
            description=there.label("event-mirrored", number=str(event.number)),
        )
    )  # fmt: skip


async def call_off(found: Planned, turn: Turn) -> None:
    """Cancel the platform's event."""
    await turn.call_off_gathering(f"{VERB}:{found.event.id}")


async def interested(value: ChoiceMade, card: str, turn: Turn) -> None:
    """Interest there is a `maybe` here, unless the person has answered; interest taken back takes that back."""
    found = await events.of_event(turn.uow, int(card.partition(":")[2]))
    if found is None:
        return
    rules.check_open(found.event, found.occurrence, turn.said_at)
    answer = await events.answer_of(turn.uow, found.occurrence.id or 0, turn.member)
    if value.choices and answer is None:
        rsvps.put(found, "maybe", turn)
    elif not value.choices and answer == "maybe":
        rsvps.take_back(found, "maybe", turn)


async def stays(_subject: str, _turn: Turn) -> None:
    """The platform's event is changed by `mirror` alone."""
