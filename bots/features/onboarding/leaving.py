"""People who leave or are removed, and rooms that leave the community."""

from __future__ import annotations

from bots.core.inbound import MemberLeft
from bots.features.onboarding import arrivals, calls
from bots.turn.notices import MemberBlocked, PersonErased, RoomLeftCommunity
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage, RoomRole

_ENDED = (JourneyStage.DONE, JourneyStage.RETURNED, JourneyStage.LEFT)


async def leave(value: MemberLeft, turn: Turn) -> None:
    """End the journey of a newcomer who leaves. Remember who was removed, so that people decide about their return."""
    if turn.room_context.community is None or turn.room.role != RoomRole.HOME:
        return
    journey = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    if journey is None and value.removed:
        journey = await turn.uow.add(arrivals.new_journey(value, turn))
    if journey is None:
        return
    if journey.room_id != turn.room.id:
        if value.removed and journey.stage in _ENDED:
            journey.stage = JourneyStage.REMOVED
        return
    stage = _stage_outside(journey, removed=value.removed)
    if journey.stage != JourneyStage.RETURNED:  # else they came back for a moment, and were not greeted yet
        journey.left_at = turn.now
    if stage != journey.stage:
        journey.left_stage = journey.stage
        journey.stage = stage
        await turn.close_dialog(user=journey.user)
        await calls.stop_waiting([journey], turn)


def _stage_outside(journey: Journey, *, removed: bool) -> JourneyStage:
    """Return the stage of somebody who is outside now. Only people let in whom people have removed."""
    if removed:
        return JourneyStage.REMOVED
    if journey.stage in (*_ENDED, JourneyStage.REMOVED):
        return JourneyStage.DONE if journey.stage == JourneyStage.RETURNED else journey.stage
    return JourneyStage.LEFT


async def end_of_blocked(notice: MemberBlocked, turn: Turn) -> None:
    """End the journey of a newcomer whom the community blocked: nobody is called to greet them."""
    journey = await onboarding.of_member(turn.uow, notice.community.id, notice.member_id)
    if journey is None or journey.stage in _ENDED or journey.stage == JourneyStage.REMOVED:
        return
    journey.left_stage, journey.stage = journey.stage, JourneyStage.LEFT
    await calls.stop_waiting([journey], turn)


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Delete the journeys of somebody who wants to be forgotten; nobody is called to greet them any longer."""
    for journey in await onboarding.all_of_member(turn.uow, notice.member_id):
        journey.left_stage, journey.stage = journey.stage, JourneyStage.LEFT
        await calls.stop_waiting([journey], turn)
        await turn.uow.delete(journey)


async def end_in_left_room(_notice: RoomLeftCommunity, turn: Turn) -> None:
    """End the journeys of a room that leaves the community."""
    for journey in await onboarding.unfinished_in_room(turn.uow, turn.room.id):
        journey.stage = JourneyStage.LEFT
        await turn.close_dialog(user=journey.user)
        await calls.stop_waiting([journey], turn)
    turn.watch_room(turn.room, on=False)
