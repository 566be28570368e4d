"""Requests to join that a person decides: where there is nothing to accept, or from people who were here before."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import TimerFired
from bots.features.onboarding import greeters, rules
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage

TIMER = "join-requests"


async def wait_for_person(journey: Journey, turn: Turn) -> None:
    """Let the greeters decide, and tell them of all requests together; of many only once an hour."""
    journey.stage, journey.called_at = JourneyStage.REQUESTED, None
    if await onboarding.timer_set(turn.uow, turn.room.id, TIMER):
        return
    since = turn.now - rules.RAID_PAUSE
    many = await onboarding.count_since(turn.uow, turn.room.id, since, JourneyStage.REQUESTED) > rules.RAID_SIZE
    pause = rules.RAID_PAUSE if many else timedelta(seconds=turn.community.greeting_seconds)
    turn.schedule(TIMER, str(turn.room.id), turn.now + pause)


async def report(timer: TimerFired, turn: Turn) -> None:
    """Tell the greeters who asks to be let in."""
    here = await turn.in_active_room(int(timer.subject))
    if here is None:
        return
    requests = await onboarding.in_stage(here.uow, here.room.id, JourneyStage.REQUESTED)
    new = [journey for journey in requests if journey.called_at is None]
    for journey in new:
        journey.called_at = here.now
    if new:
        await greeters.report_requests(new, here)
