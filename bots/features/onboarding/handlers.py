"""What happens to a newcomer."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, MemberLeft, MessagePosted, TimerFired
from bots.core.integers import whole
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.sanitize import cut
from bots.core.sanitize import name as safe_name
from bots.features.onboarding import rules, steps
from bots.routing.feature import Listing
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, Room

LONGEST_ANSWER = 500


async def left(_value: MemberLeft, turn: Turn) -> None:
    """Who leaves the room that they came into is asked nothing any more."""
    if turn.scene.community is None or turn.room.role != "home":
        return
    journey = await onboarding.of_member(turn.uow, turn.scene.community.id or 0, turn.member)
    if journey is not None and journey.stage != "done" and journey.room_id == turn.room.id:
        journey.stage = "left"
        await turn.close_dialog(user=journey.user)
        await _stop(journey, turn)


async def accepted(press: ButtonPressed, turn: Turn) -> None:
    """The rules are accepted, by the newcomer themselves."""
    journey = await _journey_of(press.subject, turn)
    if journey.member_id != turn.member:
        raise Refusal("onboarding-not-yours")
    await _accept(journey, press, turn)


async def accepted_here(press: ButtonPressed, turn: Turn) -> None:
    """The same where several were asked at once: for whoever presses."""
    journey = await _mine(whole(press.subject), turn)
    if journey is None:
        raise Refusal("onboarding-not-yours")
    await _accept(journey, press, turn)


async def _mine(room_id: int | None, turn: Turn) -> Journey | None:
    """The journey that the acting member is on in the community of a room."""
    room = await turn.uow.get(Room, room_id)
    return await onboarding.of_member(turn.uow, room.community_id or 0, turn.member) if room is not None else None


async def _accept(journey: Journey, press: ButtonPressed, turn: Turn) -> None:
    if journey.stage != "rules":
        turn.acknowledge("onboarding-accepted-already")
        return
    here = await _home(journey, turn)
    if here is None:
        raise Refusal("onboarding-room-lost")
    journey.place = press.room
    await steps.enter(journey, rules.after_rules(steps.community_of(here)), here, private=press.room != here.room.room)


async def started(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`start r3`: a newcomer opens the private talk by the link they were given; else a word on what this is."""
    journey = await _linked(args.maybe("payload") or "", turn)
    here = await _home(journey, turn) if journey is not None and journey.member_id == turn.member else None
    if journey is None or here is None or journey.stage not in rules.OPEN:
        turn.answer("intro-direct" if turn.room.role == "direct" else "start-here")
        return
    journey.place = turn.room.room
    turn.call_off("onboarding-nudge", str(journey.id))
    stage = rules.still(journey.stage, steps.community_of(here))
    if stage == "greeter":
        turn.answer("start-here")
        await steps.enter(journey, stage, here)
        return
    journey.stage = stage
    steps.ask_there(journey, steps.content_of(journey, here), turn)


async def _linked(payload: str, turn: Turn) -> Journey | None:
    """The journey that a link leads on with: the one it names, or that of whoever opens it."""
    match = rules.PAYLOAD.fullmatch(payload)
    if match is None:
        return None
    number = int(match[2])
    return await turn.uow.get(Journey, number) if match[1] == "j" else await _mine(number, turn)


async def said_in_private(message: MessagePosted, turn: Turn) -> None:
    """In a private talk, what a newcomer writes answers the question they were asked."""
    if not message.direct:
        return
    journey = await onboarding.asked(turn.uow, turn.member)
    if journey is not None:
        journey.place = message.room
        await _take_answer(journey, message, turn)


async def answered(message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """The same in the room, where the bot asked by name."""
    await turn.close_dialog(user=message.person.user)
    journey = await _journey_of(subject, turn)
    if journey.stage != "question":
        return False
    await _take_answer(journey, message, turn)
    return True


async def _take_answer(journey: Journey, message: MessagePosted, turn: Turn) -> None:
    here = await _home(journey, turn)
    if here is None:
        raise Refusal("onboarding-room-lost")
    journey.answer = cut(message.text.strip(), LONGEST_ANSWER)
    turn.answer_content(Content(text=here.text("onboarding-thanks")))
    turn.call_off("onboarding-nudge", str(journey.id))
    await steps.enter(journey, "greeter", here)


async def waved(press: ButtonPressed, turn: Turn) -> None:
    """Somebody takes it upon them to greet."""
    journey = await _journey_of(press.subject, turn)
    if turn.scene.community is None or journey.community_id != turn.scene.community.id:
        raise Refusal("button-unknown")
    if journey.member_id == turn.member:
        raise Refusal("onboarding-wave-yourself")
    await _greeted(journey, press.person.name, turn)


async def said_in_room(message: MessagePosted, turn: Turn) -> None:
    """A message to a newcomer who waits is their greeting."""
    if turn.scene.community is None or message.direct:
        return
    for journey in await onboarding.in_stage(turn.uow, turn.room.id or 0, "greeter"):
        if rules.greets(journey, user=message.person.user, text=message.text, mentions=message.mentions):
            await _greeted(journey, message.person.name, turn)


async def greeter_late(timer: TimerFired, turn: Turn) -> None:
    """The set time is over and nobody said hello."""
    journey = await turn.uow.get(Journey, int(timer.subject))
    here = await _home(journey, turn) if journey is not None and journey.stage == "greeter" else None
    if journey is not None and here is not None:
        steps.late(journey, here, await steps.greeters(here))


async def newcomers(turn: Turn) -> Listing:
    """Who is on the way in, and what they wait for. Raises Refusal("newcomers-none")."""
    home = turn.scene.community
    under_way = await onboarding.of_community(turn.uow, home.id or 0) if home is not None else ()
    if not under_way:
        raise Refusal("newcomers-none")
    lines = [
        turn.text(f"newcomers-{journey.stage}", name=safe_name(journey.name), since=journey.joined_at)
        for journey in under_way
    ]
    return Listing(turn.text("newcomers-list", count=len(lines)), lines)


async def show_call(subject: str, turn: Turn) -> Content | None:
    """The greeter's call, drawn anew once somebody greeted."""
    journey = await turn.uow.get(Journey, int(subject))
    if journey is None or turn.scene.room is None:
        return None
    if journey.stage == "greeter":
        return steps.greeter_call(journey, turn, await steps.greeters(turn))
    text_id = "onboarding-greeted" if journey.stage == "done" else "onboarding-gone"
    return Content(text=turn.text(text_id, name=safe_name(journey.name), greeter=safe_name(journey.greeted_by)))


async def show_step(_subject: str, _turn: Turn) -> Content | None:
    """A step that was asked stays as it was asked."""
    return None


async def _greeted(journey: Journey, by: str, turn: Turn) -> None:
    if journey.stage == "greeter":
        journey.stage, journey.greeted_by = "done", by
        await _stop(journey, turn)


async def _stop(journey: Journey, turn: Turn) -> None:
    """Nobody is reminded of this newcomer any more; the room is watched only while others wait."""
    for kind in ("greeter-late", "onboarding-nudge"):
        turn.call_off(kind, str(journey.id))
    turn.refresh(f"newcomer:{journey.id}")
    waiting = await onboarding.in_stage(turn.uow, journey.room_id, "greeter")
    here = await _home(journey, turn)
    if here is not None and not [other for other in waiting if other.id != journey.id]:
        turn.watch(here.room, on=False)


async def _journey_of(subject: str, turn: Turn) -> Journey:
    journey = await turn.uow.get(Journey, whole(subject))
    if journey is None:
        raise Refusal("button-unknown")
    return journey


async def _home(journey: Journey, turn: Turn) -> Turn | None:
    """The turn seen from the room that the newcomer entered; None when it was lost."""
    return await at_room(journey.room_id, turn)


async def at_room(room_id: int, turn: Turn) -> Turn | None:
    """The turn seen from a community's room; None when that was lost."""
    room = await turn.uow.get(Room, room_id)
    if room is None or room.state != "active" or room.community_id is None:
        return None
    return turn.at(await room_context.of_room(turn.uow, room))
