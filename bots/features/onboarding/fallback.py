"""Steps in the room for newcomers whom no private message reaches."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import DeliveryFailed, TimerFired
from bots.core.integers import parse_int
from bots.features.onboarding import calls, requests, rules, steps
from bots.features.onboarding.greeters import MAX_NAMES
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Community, Journey, JourneyStage


async def nudge(timer: TimerFired, turn: Turn) -> None:
    """Ask in the room, once, what a newcomer has not answered in private; not in quiet hours."""
    journey = await turn.uow.get(Journey, int(timer.subject))
    if journey is None or journey.stage not in rules.STEPS or journey.place is not None:
        return
    end = quiet_until(await turn.uow.get(Community, journey.community_id), turn.now)
    if end is not None:
        turn.schedule("onboarding-nudge", timer.subject, end)
    else:
        turn.schedule("onboarding-here", str(journey.room_id), turn.now)


async def handle_delivery_failure(value: DeliveryFailed, turn: Turn) -> None:
    """Ask in the room if the private message failed, with one message for all such newcomers.

    Somebody who asked to join can't read the room. Ask the greeters to admit them.
    """
    kind, _, rest = value.outbox_key.partition(":")
    if kind != "journey" or value.outbox_key.endswith(":here"):
        return
    journey = await turn.uow.get(Journey, parse_int(rest.partition(":")[0]))
    if journey is None or journey.stage not in rules.STEPS:
        return
    here = await turn.in_active_room(journey.room_id)
    if journey.requested and here is not None:
        await requests.ask_to_admit(journey, here, key=f"{value.outbox_key}:here")
    elif journey.place is None:
        turn.cancel_timer("onboarding-nudge", str(journey.id))
        others = await onboarding.private_message_pending(turn.uow, value.account, value.room, value.outbox_key)
        delay = rules.COLLECT_FAILURES if others else timedelta()
        turn.schedule("onboarding-here", str(journey.room_id), turn.now + delay)


async def ask_unreached(timer: TimerFired, turn: Turn) -> None:
    """Ask all newcomers in the room whom no private message reached."""
    here = await turn.in_active_room(int(timer.subject))
    if here is None:
        return
    for stage in rules.STEPS:
        unreached = list(await onboarding.not_contacted(turn.uow, int(timer.subject), stage))
        current = rules.current_step(stage, here.community)
        for journey in unreached:
            journey.stage = current
        if current == JourneyStage.GREETER:
            for journey in unreached:
                await steps.enter(journey, current, here, private=False, call=False)
            await calls.call_greeters(here)
        elif current == stage:
            for first in range(0, len(unreached), MAX_NAMES):
                await steps.ask_in_room(unreached[first : first + MAX_NAMES], here)
