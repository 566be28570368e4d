"""Greetings: somebody presses the button of a call, or says hello in the room."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import ButtonPressed, MessagePosted
from bots.core.refusal import Refusal
from bots.features.onboarding import calls, next_steps, phrases, rules
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage, Room


async def press_wave(press: ButtonPressed, turn: Turn) -> None:
    """Finish the journeys of a call: the person who pressed greets the newcomers."""
    newcomers = await calls.newcomers_of(press.subject, turn)
    if turn.room_context.community is None or any(one.community_id != turn.community.id for one in newcomers):
        raise Refusal("button-unknown")
    waiting = [journey for journey in newcomers if journey.stage == JourneyStage.GREETER]
    others = [journey for journey in waiting if journey.member_id != turn.member_id]
    if not newcomers or (waiting and not others):
        raise Refusal("onboarding-wave-yourself" if waiting else "button-unknown")
    await _finish(others, press.person.name, turn)


async def notice_greeting(message: MessagePosted, turn: Turn) -> None:
    """Finish the journey of each newcomer whom a message in the room greets, by name or together with all."""
    if turn.room_context.community is None or message.direct:
        return
    waiting = await onboarding.in_stage(turn.uow, turn.room.id, JourneyStage.GREETER)
    if not waiting:
        return
    user, text = message.person.user, message.text
    greeted = [one for one in waiting if rules.greets(one, user=user, text=text, mentions=message.mentions)]
    is_newcomer = any(journey.user == user for journey in waiting)
    if not is_newcomer and phrases.welcomes_everybody(text, turn.community.name):
        greeted = list(waiting)
    await _finish(greeted, message.person.name, turn)


async def _finish(greeted: Sequence[Journey], greeter: str, turn: Turn) -> None:
    """End the journeys of newcomers who waited for a hello, and tell them what is next."""
    if not greeted:
        return
    for journey in greeted:
        journey.stage, journey.greeted_by = JourneyStage.DONE, greeter
    await calls.stop_waiting(greeted, turn)
    room = await turn.uow.get(Room, greeted[0].room_id)
    await next_steps.tell(greeted, await turn.for_room(room))
