"""Newcomers who join, or ask to join."""

from __future__ import annotations

from datetime import timedelta

from bots.core import outbound
from bots.core.inbound import BotJoined, JoinRequested, MemberJoined, PersonInbound, TimerFired
from bots.features.onboarding import raids, rules, steps, welcomes
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage, RoomRole

_GONE = (JourneyStage.LEFT, JourneyStage.REMOVED)
_RESTARTS = (*_GONE, JourneyStage.REQUESTED, JourneyStage.JOINED, JourneyStage.ADMITTED)
"""The stages in which a newcomer who joins starts from the beginning."""
_DECIDED_BY_PEOPLE = (JourneyStage.REMOVED, JourneyStage.REQUESTED)
_REPEATED = timedelta(hours=1)
"""A person who asks again within this time is not announced again."""


async def register_newcomer(value: MemberJoined, turn: Turn) -> None:
    """Start a journey, and greet the newcomer soon together with others who join meanwhile."""
    if not _onboards(turn) or value.person.bot:
        return
    journey = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    if journey is None:
        await turn.uow.add(new_journey(value, turn))
    elif journey.stage not in _RESTARTS:
        return
    elif journey.stage == JourneyStage.LEFT and journey.answer:
        journey.stage = JourneyStage.DONE
        return
    else:
        if journey.requested:
            turn.refresh_card(f"request:{journey.id}")
        if journey.stage in _GONE:
            journey.room_id, journey.user = turn.room.id, value.person.user
        journey.stage, journey.joined_at, journey.place = JourneyStage.JOINED, turn.now, None
        journey.name, journey.called_at = value.person.name, None
    await _schedule_greeting(turn)


def _onboards(turn: Turn) -> bool:
    return turn.room_context.community is not None and turn.room.role == RoomRole.HOME


def new_journey(value: PersonInbound, turn: Turn) -> Journey:
    """Return the journey of somebody who comes, asks to come, or is put out before the bot knew them."""
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
    await welcomes.show(newcomers, here)
    for journey in newcomers:
        stage = JourneyStage.GREETER if journey.requested else rules.first_step(here.community)
        await steps.enter(journey, stage, here, inside=True)


async def handle_join_request(value: JoinRequested, turn: Turn) -> None:
    """Start the steps in private. Without steps, and for people who were removed, let people decide."""
    if not _onboards(turn) or value.person.bot:
        return
    known = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    if known is not None and known.stage in (JourneyStage.DONE, JourneyStage.ADMITTED):
        turn.enqueue(turn.account, outbound.ApproveJoinRequest(room=turn.room.room, user=value.person.user))
        return
    stage = rules.first_step(turn.community)
    if stage == JourneyStage.GREETER or (known is not None and known.stage in _DECIDED_BY_PEOPLE):
        stage = JourneyStage.REQUESTED
    if known is not None and known.stage == JourneyStage.REQUESTED and turn.now - known.joined_at < _REPEATED:
        return
    journey = known or await turn.uow.add(new_journey(value, turn))
    journey.room_id, journey.user, journey.joined_at = turn.room.id, value.person.user, turn.now
    journey.requested, journey.place, journey.called_at = True, value.direct or None, None
    if stage == JourneyStage.REQUESTED and await raids.too_many_requests(turn):
        journey.stage = stage
        return
    await steps.enter(journey, stage, turn)
