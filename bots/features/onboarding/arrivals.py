"""Newcomers who join, or ask to join."""

from __future__ import annotations

from datetime import timedelta

from bots.core import outbound
from bots.core.inbound import BotJoined, JoinRequested, MemberJoined, TimerFired
from bots.features.onboarding import raids, requests, rules, steps
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage, RoomRole

_RESTARTS = (JourneyStage.REQUESTED, JourneyStage.JOINED, JourneyStage.LEFT, JourneyStage.ADMITTED)
"""The stages in which a newcomer who joins starts from the beginning."""


async def register_newcomer(value: MemberJoined, turn: Turn) -> None:
    """Start a journey, and greet the newcomer soon together with others who join meanwhile."""
    if not _onboards(turn) or value.person.bot:
        return
    journey = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    if journey is None:
        await turn.uow.add(_new_journey(value, turn))
    elif journey.stage not in _RESTARTS:
        return
    elif journey.stage == JourneyStage.LEFT and journey.answer:
        journey.stage = JourneyStage.DONE
        return
    else:
        if journey.stage == JourneyStage.LEFT:
            journey.room_id, journey.user = turn.room.id, value.person.user
        journey.stage, journey.joined_at, journey.place = JourneyStage.JOINED, turn.now, None
        journey.name, journey.called_at = value.person.name, None
    await _schedule_greeting(turn)


def _onboards(turn: Turn) -> bool:
    return turn.room_context.community is not None and turn.room.role == RoomRole.HOME


def _new_journey(value: MemberJoined | JoinRequested, turn: Turn) -> Journey:
    return Journey(
        community_id=turn.community.id,
        member_id=turn.member_id,
        room_id=turn.room.id,
        user=value.person.user,
        name=value.person.name,
        joined_at=turn.now,
    )


async def _schedule_greeting(turn: Turn) -> None:
    if not await onboarding.timer_set(turn.uow, turn.room.id, "greeting", raids.TIMER):
        due = turn.now + timedelta(seconds=turn.community.greeting_seconds)
        turn.schedule("greeting", str(turn.room.id), due)


async def resume_greeting(_value: BotJoined, turn: Turn) -> None:
    """Greet those who joined before the bot lost the room."""
    if _onboards(turn) and await onboarding.in_stage(turn.uow, turn.room.id, JourneyStage.JOINED):
        await _schedule_greeting(turn)


async def greet_newcomers(timer: TimerFired, turn: Turn) -> None:
    """Greet everybody who has joined, and start each one's first step."""
    here = await turn.in_active_room(int(timer.subject))
    if here is None:
        return
    newcomers = list(await onboarding.in_stage(turn.uow, int(timer.subject), JourneyStage.JOINED))
    if not newcomers:
        return
    if await raids.is_raid(newcomers, here):
        await raids.greet(newcomers, here)
        return
    here.post_content(steps.welcome(newcomers, here))
    for journey in newcomers:
        stage = JourneyStage.GREETER if journey.requested else rules.first_step(here.community)
        await steps.enter(journey, stage, here, inside=True)


async def handle_join_request(value: JoinRequested, turn: Turn) -> None:
    """Start the steps in private. A person decides if there are none, or about somebody who was here before."""
    if not _onboards(turn) or value.person.bot:
        return
    known = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    stage = rules.first_step(turn.community)
    if known is not None and known.stage == JourneyStage.ADMITTED:
        turn.enqueue(turn.account, outbound.ApproveJoinRequest(room=turn.room.room, user=value.person.user))
        return
    was_here = known is not None and known.stage == JourneyStage.DONE
    journey = known or await turn.uow.add(_new_journey(value, turn))
    journey.room_id, journey.user, journey.joined_at = turn.room.id, value.person.user, turn.now
    journey.requested, journey.place, journey.name = True, value.direct or None, value.person.name
    journey.called_at = None
    if stage == JourneyStage.GREETER or was_here:
        await requests.wait_for_person(journey, turn)
        return
    await steps.enter(journey, stage, turn)
