"""Newcomers who join, or ask to join."""

from __future__ import annotations

from datetime import timedelta

from bots.core import outbound
from bots.core.inbound import BotJoined, JoinRequested, MemberJoined, PersonInbound, TimerFired
from bots.features.onboarding import calls, raids, returning, rules, steps, welcomes
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage, RoomRole

_DECIDED_BY_PEOPLE = (JourneyStage.REMOVED, JourneyStage.REQUESTED)
_LET_IN = (JourneyStage.DONE, JourneyStage.RETURNED, JourneyStage.ADMITTED)
_REPEATED = timedelta(hours=1)
"""A person who asks again within this time is not announced again."""


async def register_newcomer(value: MemberJoined, turn: Turn) -> None:
    """Start a journey, and greet the newcomer soon together with others who join meanwhile."""
    if not _onboards(turn) or value.person.bot:
        return
    journey = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    if journey is None:
        journey = await turn.uow.add(new_journey(value, turn))
    elif not await returning.take_back(journey, value, turn):
        _begin_again(journey, value, turn)
    if journey.stage in (JourneyStage.JOINED, JourneyStage.RETURNED):
        await _schedule_greeting(turn)


def _begin_again(journey: Journey, value: MemberJoined, turn: Turn) -> None:
    """Give somebody who came back, or was admitted, all steps that they need."""
    if journey.requested:
        turn.refresh_card(f"request:{journey.id}")
    if journey.stage in (JourneyStage.LEFT, JourneyStage.REMOVED):
        journey.room_id, journey.user = turn.room.id, value.person.user
    journey.stage, journey.joined_at, journey.place = JourneyStage.JOINED, turn.now, None
    journey.name, journey.called_at = value.person.name, None
    journey.left_stage, journey.left_at = None, None


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
    if not _onboards(turn):
        return
    for stage in (JourneyStage.JOINED, JourneyStage.RETURNED):
        if await onboarding.in_stage(turn.uow, turn.room.id, stage):
            await _schedule_greeting(turn)


async def greet_newcomers(timer: TimerFired, turn: Turn) -> None:
    """Greet everybody who has joined, and start each one's first step."""
    here = await turn.in_active_room(int(timer.subject))
    if here is None:
        return
    returning.greet(list(await onboarding.in_stage(turn.uow, here.room.id, JourneyStage.RETURNED)), here)
    newcomers = list(await onboarding.in_stage(turn.uow, here.room.id, JourneyStage.JOINED))
    for journey in newcomers:
        journey.welcomed_at = here.now
    if await raids.is_raid(newcomers, here):
        await raids.greet(newcomers, here)
    elif newcomers:
        await _greet(newcomers, here)


async def _greet(newcomers: list[Journey], here: Turn) -> None:
    """Greet newcomers in one post, start each one's first step, and call the greeters once for all without steps."""
    first = rules.first_step(here.community)
    private = first in rules.STEPS and not all(journey.requested for journey in newcomers)
    await welcomes.show(newcomers, here, private=private)
    for journey in newcomers:
        stage = JourneyStage.GREETER if journey.requested else first
        await steps.enter(journey, stage, here, inside=True, call=False)
    await calls.call_greeters(here)


async def handle_join_request(value: JoinRequested, turn: Turn) -> None:
    """Start the steps in private. Without steps, and for people who were removed, let people decide."""
    if not _onboards(turn) or value.person.bot:
        return
    known = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    if known is not None and (known.stage in _LET_IN or returning.may_skip_steps(known, turn)):
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
    journey.left_stage, journey.left_at = None, None
    if stage == JourneyStage.REQUESTED and await raids.too_many_requests(turn):
        journey.stage = stage
        return
    await steps.enter(journey, stage, turn)
