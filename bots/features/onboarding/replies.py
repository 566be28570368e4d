"""Actions of a newcomer: accepting the rules, answering the question, opening the private chat."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted, ReactionAdded, ReactionRemoved
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.sanitize import truncate
from bots.features.onboarding import phrases, rules, steps
from bots.i18n import answers
from bots.turn.notices import LanguageChosen
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage, Room, RoomRole

MAX_ANSWER_LENGTH = 500


async def press_accept(press: ButtonPressed, turn: Turn) -> None:
    """Accept the rules by the newcomer's own button."""
    journey = await turn.row_of_id(Journey, press.subject)
    if journey.member_id != turn.member_id:
        raise Refusal("onboarding-not-yours")
    await _accept_rules(journey, press.room, turn)


async def press_accept_in_room(press: ButtonPressed, turn: Turn) -> None:
    """Accept the rules by a button for all newcomers of the room."""
    journey = await _own_journey(parse_int(press.subject), turn)
    if journey is None:
        raise Refusal("onboarding-not-yours")
    await _accept_rules(journey, press.room, turn)


async def _own_journey(room_id: int | None, turn: Turn) -> Journey | None:
    """Return the acting member's journey in the community of a room."""
    room = await turn.uow.get(Room, room_id)
    if room is None or room.community_id is None:
        return None
    return await onboarding.of_member(turn.uow, room.community_id, turn.member_id)


async def _accept_rules(journey: Journey, place: str, turn: Turn) -> None:
    """Take a newcomer who accepted the rules at this place to the next step, and thank them if none is left."""
    if journey.stage != JourneyStage.RULES:
        turn.acknowledge("onboarding-accepted-already")
        return
    here = await _turn_in_home(journey, turn)
    journey.place = place
    private, stage = place != here.room.room, rules.after_rules(here.community)
    waits_for_hello = stage == JourneyStage.GREETER and not journey.requested and journey.called_at is None
    await steps.enter(journey, stage, here, private=private)
    if waits_for_hello and (private or quiet_until(here.community, here.now) is not None):
        await _thank(journey, here, turn)


async def _thank(journey: Journey, here: Turn, turn: Turn) -> None:
    """Thank a newcomer and say what happens next. In a private chat use their own language."""
    there = await steps.in_own_language(journey, here) if turn.room.room != here.room.room else here
    end = quiet_until(here.community, here.now) if journey.stage == JourneyStage.GREETER else None
    if end is not None:
        at = here.moment(end, there.room_context.locale, "time")
        text = there.text("onboarding-thanks-later", at=at)
    else:
        admitted = journey.stage == JourneyStage.ADMITTED
        text = there.text("onboarding-thanks-admitted" if admitted else "onboarding-thanks")
    turn.answer_content(Content(text=text))


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
    journey = await onboarding.awaiting_reply(turn.uow, turn.member_id)
    here = await turn.in_active_room(journey.room_id) if journey is not None else None
    if journey is None or here is None or not turn.room_context.is_direct:
        return
    turn.post_content(
        steps.step_content(journey, await steps.in_own_language(journey, here)), card=f"journey:{journey.id}"
    )


async def answer_in_private(message: MessagePosted, turn: Turn) -> None:
    """Take a private message as the yes to the rules, or as the answer to the question."""
    if not message.direct:
        return
    journey = await onboarding.awaiting_reply(turn.uow, turn.member_id)
    if journey is None:
        return
    if journey.stage == JourneyStage.QUESTION:
        journey.place = message.room
        await _store_answer(journey, message, turn)
    elif phrases.accepts(message.text):
        await _accept_rules(journey, message.room, turn)
    else:
        await _explain_rules(journey, message, turn)


async def _explain_rules(journey: Journey, message: MessagePosted, turn: Turn) -> None:
    """Say how to accept the rules, or that a no is fine, and where to ask."""
    here = await steps.in_own_language(journey, await _turn_in_home(journey, turn))
    text_id = "onboarding-rules-declined" if answers.match(message.text, "no") else "onboarding-rules-unclear"
    turn.answer_content(Content(text=here.text(text_id, community=here.community.name)))


async def answer_in_room(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Take a message in the room as the yes to the rules, or as the answer to the question that we asked there."""
    await turn.close_dialog(user=message.person.user)
    journey = await turn.row_of_id(Journey, subject)
    if journey.stage == JourneyStage.QUESTION:
        await _store_answer(journey, message, turn)
        return True
    if journey.stage != JourneyStage.RULES:
        return False
    if phrases.accepts(message.text, explicitly=state.get("talked") is True):
        await _accept_rules(journey, message.room, turn)
        return True
    await steps.expect_reply(journey, turn, talked=True)
    return False


async def _store_answer(journey: Journey, message: MessagePosted, turn: Turn) -> None:
    here = await _turn_in_home(journey, turn)
    journey.answer = truncate(message.text.strip(), MAX_ANSWER_LENGTH)
    turn.cancel_timer("onboarding-nudge", str(journey.id))
    await steps.enter(journey, JourneyStage.GREETER, here)
    await _thank(journey, here, turn)


async def press_by_reaction(value: ReactionAdded | ReactionRemoved, card: CardId, turn: Turn) -> None:
    """Accept the rules by another reaction that means yes: a thumb, or a tick."""
    if isinstance(value, ReactionRemoved) or not phrases.is_yes_emoji(value.emoji):
        return
    if turn.room_context.community is not None:
        journey = await onboarding.of_member(turn.uow, turn.community.id, turn.member_id)
    else:
        journey = await turn.uow.get(Journey, parse_int(card.subject))
    if journey is not None and journey.member_id == turn.member_id and journey.stage == JourneyStage.RULES:
        await _accept_rules(journey, value.room, turn)
