"""Who comes in, or asks to."""

from __future__ import annotations

from datetime import timedelta

from bots.core import outbound
from bots.core.inbound import BotJoined, JoinRequested, MemberJoined, TimerFired
from bots.features.onboarding import rules, steps
from bots.features.onboarding.handlers import at_room
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey

NOTED = ("joined", "left", "admitted")
"""The stages from which somebody who comes in begins anew."""


async def joined(value: MemberJoined, turn: Turn) -> None:
    """A newcomer is noted; whoever comes within the next seconds is greeted with them."""
    if not _greets(turn) or value.person.bot:
        return
    known = await onboarding.of_member(turn.uow, turn.room.community_id or 0, turn.member)
    if known is not None and known.stage not in NOTED:
        return
    if known is not None and known.stage == "left" and known.answer:
        known.stage = "done"
        return
    if known is not None and known.stage == "left":
        known.room_id, known.user = turn.room.id or 0, value.person.user
    if known is not None:
        known.stage, known.joined_at, known.place, known.name = "joined", turn.now, None, value.person.name
    else:
        await turn.uow.add(_journey(value, turn))
    await _plan_greeting(turn)


def _greets(turn: Turn) -> bool:
    return turn.scene.community is not None and turn.room.role == "home"


def _journey(value: MemberJoined | JoinRequested, turn: Turn) -> Journey:
    return Journey(
        community_id=turn.room.community_id or 0,
        member_id=turn.member,
        room_id=turn.room.id or 0,
        user=value.person.user,
        name=value.person.name,
        joined_at=turn.now,
    )


async def _plan_greeting(turn: Turn) -> None:
    """Greet in a little while, unless that is planned already."""
    if not await onboarding.greeting_planned(turn.uow, str(turn.room.id)):
        seconds = steps.community_of(turn).greeting_seconds
        turn.schedule("greeting", str(turn.room.id), turn.now + timedelta(seconds=seconds))


async def back(_value: BotJoined, turn: Turn) -> None:
    """The bot is in the room again: those who came in before it was lost are greeted now."""
    if _greets(turn) and await onboarding.in_stage(turn.uow, turn.room.id or 0, "joined"):
        await _plan_greeting(turn)


async def greeting_due(timer: TimerFired, turn: Turn) -> None:
    """One greeting for everybody who arrived; each goes on to their first step."""
    here = await at_room(int(timer.subject), turn)
    if here is None:
        return
    newcomers = list(await onboarding.in_stage(turn.uow, int(timer.subject), "joined"))
    if not newcomers:
        return
    steps.greet(newcomers, here)
    for journey in newcomers:
        stage = "greeter" if journey.requested else rules.first_step(steps.community_of(here))
        await steps.enter(journey, stage, here, inside=True)


async def asked_in(value: JoinRequested, turn: Turn) -> None:
    """Who asks to join takes the steps first, in private; without any, they are let in at once."""
    if not _greets(turn) or value.person.bot:
        return
    known = await onboarding.of_member(turn.uow, turn.room.community_id or 0, turn.member)
    stage = rules.first_step(steps.community_of(turn))
    if stage == "greeter" or (known is not None and known.stage in ("done", "admitted")):
        turn.call(turn.account, outbound.Admit(room=turn.room.room, user=value.person.user))
        return
    journey = known or await turn.uow.add(_journey(value, turn))
    journey.room_id, journey.user, journey.joined_at = turn.room.id or 0, value.person.user, turn.now
    journey.requested, journey.place = True, value.direct or None
    await steps.enter(journey, stage, turn)
