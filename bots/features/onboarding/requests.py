"""Requests to join that people decide: the call for them, and the answer."""

from __future__ import annotations

from msgspec import structs

from bots.core import outbound
from bots.core.inbound import ButtonPressed, TimerFired
from bots.core.outbound import Button, Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name
from bots.features.onboarding import rules
from bots.features.onboarding.greeters import greeters_of, list_greeters, users_of
from bots.turn.authorization import held_roles, use_right
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import timers
from storage.tables import Journey, JourneyStage, Role

TIMER = "request-call"
_UNDECIDED = (JourneyStage.REQUESTED, *rules.STEPS)
_GONE = (JourneyStage.LEFT, JourneyStage.REMOVED)


async def ask_to_admit(journey: Journey, turn: Turn, *, key: str) -> None:
    """Ask the greeters to admit somebody who asked to join; in quiet hours at their end."""
    end = quiet_until(turn.community, turn.now)
    if end is not None:
        turn.schedule(TIMER, _subject(journey), end)
        return
    turn.post_content(await _call(journey, turn), card=f"request:{journey.id}", key=key)


def _subject(journey: Journey) -> str:
    return f"{journey.room_id}/{journey.id}"


async def ask_after_quiet(timer: TimerFired, turn: Turn) -> None:
    """Ask for somebody who asked to join in quiet hours. Of several calls only the last one makes a sound."""
    room, _, number = timer.subject.partition("/")
    journey, here = await turn.uow.get(Journey, int(number)), await turn.in_active_room(int(room))
    if journey is None or here is None or not journey.requested or journey.stage not in _UNDECIDED:
        return
    waiting = await timers.subjects_with_timer(turn.uow, TIMER)
    call = await _call(journey, here)
    if any(subject.startswith(f"{room}/") for subject in waiting):
        call = structs.replace(call, mentions=(), silent=True)
    key = f"journey:{rules.arrival_key(journey)}:{journey.stage}:here"
    here.post_content(call, card=f"request:{journey.id}", key=key)


async def _call(journey: Journey, turn: Turn) -> Content:
    greeters = await greeters_of(turn)
    text_id = "onboarding-request" if journey.stage == JourneyStage.REQUESTED else "onboarding-outside"
    text = turn.text(text_id, name=display_name(journey.name), greeters=list_greeters(greeters, turn))
    button = Button(f"admit:{journey.id}", turn.label("onboarding-admit"), "✅")
    return Content(text=text, buttons=(button,), mentions=users_of(greeters))


async def render_request(subject: str, turn: Turn) -> Content | None:
    """Render the call, or what became of the request."""
    journey = await turn.uow.get(Journey, int(subject))
    if journey is None or turn.room_context.room is None:
        return None
    if journey.stage in _UNDECIDED:
        return await _call(journey, turn)
    text_id = "onboarding-gone" if journey.stage in _GONE else "onboarding-admitted"
    return Content(text=turn.text(text_id, name=display_name(journey.name)))


async def press_admit(press: ButtonPressed, turn: Turn) -> None:
    """Let somebody in, as a greeter or a connector asks."""
    journey = await _requested(press.subject, turn)
    if Role.GREETER not in await held_roles(turn) and not await use_right(Right.CONNECTOR, turn):
        raise Refusal("onboarding-admit-who")
    if journey.stage in _UNDECIDED:
        admit(journey, turn)
    turn.acknowledge("onboarding-admitted", name=display_name(journey.name))
    turn.refresh_card(f"request:{journey.id}")


async def _requested(subject: str, turn: Turn) -> Journey:
    """Return the journey of a button. Raises Refusal("button-unknown") for another community's."""
    journey = await turn.row_of_id(Journey, subject)
    if turn.room_context.community is None or journey.community_id != turn.community.id:
        raise Refusal("button-unknown")
    return journey


def admit(journey: Journey, turn: Turn) -> None:
    """Let somebody in who asked to join."""
    journey.stage = JourneyStage.ADMITTED
    approval = outbound.ApproveJoinRequest(room=turn.room.room, user=journey.user)
    turn.enqueue(turn.account, approval, key=f"journey:{rules.arrival_key(journey)}:admit")
