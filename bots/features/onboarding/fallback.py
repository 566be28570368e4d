"""Newcomers whom no private message reaches are asked in the room."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import DeliveryFailed, TimerFired
from bots.core.integers import whole
from bots.features.onboarding import rules, steps
from bots.features.onboarding.handlers import at_room
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey


async def nudge_due(timer: TimerFired, turn: Turn) -> None:
    """What was asked in private and not answered is asked in the room, once."""
    journey = await turn.uow.get(Journey, int(timer.subject))
    if journey is not None and journey.stage in rules.OPEN and journey.place is None:
        turn.schedule("onboarding-here", str(journey.room_id), turn.now)


async def undelivered(value: DeliveryFailed, turn: Turn) -> None:
    """A private message that could not be sent is said in the room, once for all newcomers whom that befalls. Who asked
    to be let in would not see it there: those inside hear of them."""
    kind, _, rest = value.outbox_key.partition(":")
    if kind != "journey" or value.outbox_key.endswith(":here"):
        return
    journey = await turn.uow.get(Journey, whole(rest.partition(":")[0]))
    if journey is None or journey.stage not in rules.OPEN:
        return
    here = await at_room(journey.room_id, turn)
    if journey.requested and here is not None:
        steps.outside(journey, here, await steps.greeters(here), key=f"{value.outbox_key}:here")
    elif journey.place is None:
        turn.call_off("onboarding-nudge", str(journey.id))
        others = await onboarding.private_under_way(turn.uow, value.account, value.room, value.outbox_key)
        turn.schedule("onboarding-here", str(journey.room_id), turn.now + (rules.HEARD if others else timedelta()))


async def due(timer: TimerFired, turn: Turn) -> None:
    """Those whom no private message reached are asked in the room, together."""
    here = await at_room(int(timer.subject), turn)
    if here is None:
        return
    for stage in rules.OPEN:
        found = list(await onboarding.unreached(turn.uow, int(timer.subject), stage))
        later = rules.still(stage, steps.community_of(here))
        for journey in found:
            journey.stage = later
        if later == "greeter":
            for journey in found:
                await steps.enter(journey, later, here, private=False)
        elif later == stage:
            for at in range(0, len(found), steps.MOST_NAMED):
                await steps.ask_here(found[at : at + steps.MOST_NAMED], here)
