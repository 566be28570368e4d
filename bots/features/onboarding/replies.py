"""Actions of a newcomer: accepting the rules, answering the question, opening the private chat, leaving."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, MemberLeft, MessagePosted
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.sanitize import truncate
from bots.features.onboarding import arrivals, greeters, rules, steps
from bots.turn.notices import LanguageChosen, RoomLeftCommunity
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage, Room, RoomRole

MAX_ANSWER_LENGTH = 500


async def leave(value: MemberLeft, turn: Turn) -> None:
    """End the journey of a newcomer who leaves. Remember who was removed, so that people decide about their return."""
    if turn.room_context.community is None or turn.room.role != RoomRole.HOME:
        return
    journey = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    if journey is None and value.removed:
        journey = await turn.uow.add(arrivals.new_journey(value, turn))
    if journey is None or journey.room_id != turn.room.id:
        return
    if value.removed or journey.stage != JourneyStage.DONE:
        journey.stage = JourneyStage.REMOVED if value.removed else JourneyStage.LEFT
        await turn.close_dialog(user=journey.user)
        await greeters.stop_waiting(journey, turn)


async def end_in_left_room(_notice: RoomLeftCommunity, turn: Turn) -> None:
    """End the journeys of a room that leaves the community."""
    for journey in await onboarding.unfinished_in_room(turn.uow, turn.room.id):
        journey.stage = JourneyStage.LEFT
        await turn.close_dialog(user=journey.user)
        await greeters.stop_waiting(journey, turn)
    turn.watch_room(turn.room, on=False)


async def press_accept(press: ButtonPressed, turn: Turn) -> None:
    """Accept the rules by the newcomer's own button."""
    journey = await turn.row_of_id(Journey, press.subject)
    if journey.member_id != turn.member_id:
        raise Refusal("onboarding-not-yours")
    await _accept_rules(journey, press, turn)


async def press_accept_in_room(press: ButtonPressed, turn: Turn) -> None:
    """Accept the rules by a button for all newcomers of the room."""
    journey = await _own_journey(parse_int(press.subject), turn)
    if journey is None:
        raise Refusal("onboarding-not-yours")
    await _accept_rules(journey, press, turn)


async def _own_journey(room_id: int | None, turn: Turn) -> Journey | None:
    """Return the acting member's journey in the community of a room."""
    room = await turn.uow.get(Room, room_id)
    if room is None or room.community_id is None:
        return None
    return await onboarding.of_member(turn.uow, room.community_id, turn.member_id)


async def _accept_rules(journey: Journey, press: ButtonPressed, turn: Turn) -> None:
    if journey.stage != JourneyStage.RULES:
        turn.acknowledge("onboarding-accepted-already")
        return
    here = await _turn_in_home(journey, turn)
    journey.place = press.room
    await steps.enter(journey, rules.after_rules(here.community), here, private=press.room != here.room.room)


async def _turn_in_home(journey: Journey, turn: Turn) -> Turn:
    """Return the turn for the room of the journey. Raises Refusal("onboarding-room-lost")."""
    here = await turn.in_active_room(journey.room_id)
    if here is None:
        raise Refusal("onboarding-room-lost")
    return here


async def start_private_chat(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `start r3`, sent by a link into the private chat: ask the newcomer's current step there."""
    journey = await _linked_journey(args.optional_text("payload") or "", turn)
    own = journey if journey is not None and journey.member_id == turn.member_id else None
    here = await turn.in_active_room(own.room_id) if own is not None else None
    if own is None or here is None or own.stage not in rules.STEPS:
        turn.answer("intro-direct" if turn.room.role == RoomRole.DIRECT else "start-here")
        return
    own.place = turn.room.room
    turn.cancel_timer("onboarding-nudge", str(own.id))
    stage = rules.current_step(own.stage, here.community)
    if stage == JourneyStage.GREETER:
        turn.answer("start-here")
        await steps.enter(own, stage, here)
        return
    own.stage = stage
    turn.post_content(steps.step_content(own, await steps.in_own_language(own, here)), card=f"journey:{own.id}")


async def _linked_journey(payload: str, turn: Turn) -> Journey | None:
    """Return the journey of a link: the one it names, or the acting member's in the room it names."""
    match = rules.START_PAYLOAD.fullmatch(payload)
    if match is None:
        return None
    number = int(match[2])
    return await turn.uow.get(Journey, number) if match[1] == "j" else await _own_journey(number, turn)


async def repeat_in_language(_notice: LanguageChosen, turn: Turn) -> None:
    """Ask the current step again in the language that the newcomer chose in private."""
    journey = await onboarding.newest_in_stage(turn.uow, turn.member_id, rules.STEPS)
    here = await turn.in_active_room(journey.room_id) if journey is not None else None
    if journey is None or here is None or not turn.room_context.is_direct:
        return
    turn.post_content(
        steps.step_content(journey, await steps.in_own_language(journey, here)), card=f"journey:{journey.id}"
    )


async def answer_in_private(message: MessagePosted, turn: Turn) -> None:
    """Store a private message as the answer to the question."""
    if not message.direct:
        return
    journey = await onboarding.awaiting_answer(turn.uow, turn.member_id)
    if journey is not None:
        journey.place = message.room
        await _store_answer(journey, message, turn)


async def answer_in_room(message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """Store the answer to a question that we asked in the room."""
    await turn.close_dialog(user=message.person.user)
    journey = await turn.row_of_id(Journey, subject)
    if journey.stage != JourneyStage.QUESTION:
        return False
    await _store_answer(journey, message, turn)
    return True


async def _store_answer(journey: Journey, message: MessagePosted, turn: Turn) -> None:
    here = await _turn_in_home(journey, turn)
    journey.answer = truncate(message.text.strip(), MAX_ANSWER_LENGTH)
    private = message.room != here.room.room
    there = await steps.in_own_language(journey, here) if private else here
    turn.answer_content(Content(text=there.text("onboarding-thanks")))
    turn.cancel_timer("onboarding-nudge", str(journey.id))
    await steps.enter(journey, JourneyStage.GREETER, here)
