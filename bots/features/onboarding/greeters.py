"""Greeters: the call for one, the greeting, and the list of newcomers who wait."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import ButtonPressed, MessagePosted, TimerFired
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Mention, Rich, Text, join
from bots.core.sanitize import display_name
from bots.features.onboarding import rules
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import members, onboarding
from storage.tables import Journey, JourneyStage, Role

MAX_NAMES = 10


async def call_greeter(journey: Journey, turn: Turn) -> None:
    """Ask the greeters to say hello, and read the room's messages until somebody does."""
    journey.called_at = turn.now
    card = f"newcomer:{journey.id}"
    turn.post_content(await _call(journey, turn), card=card, key=f"newcomer:{rules.arrival_key(journey)}")
    turn.watch_room(turn.room, on=True)
    turn.schedule("greeter-late", str(journey.id), turn.now + timedelta(minutes=turn.community.greeter_minutes))


async def render_call(subject: str, turn: Turn) -> Content | None:
    """Render the call, or its outcome."""
    journey = await turn.uow.get(Journey, int(subject))
    if journey is None or turn.room_context.room is None:
        return None
    if journey.stage == JourneyStage.GREETER:
        return await _call(journey, turn)
    text_id = "onboarding-greeted" if journey.stage == JourneyStage.DONE else "onboarding-gone"
    name, greeter = display_name(journey.name), display_name(journey.greeted_by)
    return Content(text=turn.text(text_id, name=name, greeter=greeter))


async def _call(journey: Journey, turn: Turn) -> Content:
    """Return the call with the newcomer's answer to the question."""
    greeters = await greeters_of(turn)
    text_id = "onboarding-greeter-answer" if journey.answer else "onboarding-greeter"
    newcomer = Mention(journey.user, display_name(journey.name))
    text = turn.text(text_id, name=newcomer, answer=journey.answer, greeters=list_greeters(greeters, turn))
    wave = Button(f"greeted:{journey.id}", turn.label("onboarding-wave"), "👋")
    return Content(text=text, buttons=(wave,), mentions=users_of(greeters))


async def report_raid(count: int, turn: Turn) -> None:
    """Tell the greeters, once, that many people came."""
    greeters = await greeters_of(turn)
    turn.post("onboarding-raid", mentions=users_of(greeters), greeters=list_greeters(greeters, turn), count=count)


async def remind_greeters(timer: TimerFired, turn: Turn) -> None:
    """Remind the greeters, once, of a newcomer whom nobody has greeted yet."""
    journey = await turn.uow.get(Journey, int(timer.subject))
    if journey is None or journey.stage != JourneyStage.GREETER:
        return
    here = await turn.in_active_room(journey.room_id)
    if here is None:
        return
    greeters = await greeters_of(here)
    here.post(
        "onboarding-late",
        key=f"newcomer:{rules.arrival_key(journey)}:late",
        mentions=users_of(greeters),
        name=Mention(journey.user, display_name(journey.name)),
        greeters=list_greeters(greeters, here),
        minutes=here.community.greeter_minutes,
    )


async def greeters_of(turn: Turn) -> list[Mention]:
    """Return the community's greeters on this platform, or its connectors if it has none."""
    for role in (Role.GREETER, Role.CONNECTOR):
        assignments = await members.role_assignments(turn.uow, role, community=turn.community.id)
        holders = [assignment.member_id for assignment in assignments]
        identities = await members.identities_on_platform(turn.uow, holders, turn.room.platform)
        if identities:
            return [Mention(identity.user, display_name(identity.name)) for identity in identities]
    return []


def list_greeters(greeters: list[Mention], turn: Turn) -> Rich:
    """Return the greeters' names, or a word for everybody."""
    if not greeters:
        return turn.text("onboarding-somebody")
    return join([(greeter,) for greeter in greeters], (Text(", "),))


def users_of(greeters: list[Mention]) -> tuple[str, ...]:
    """Return the ids to notify."""
    return tuple(greeter.user for greeter in greeters)


async def press_wave(press: ButtonPressed, turn: Turn) -> None:
    """Finish the journey: the person who pressed greets the newcomer."""
    journey = await turn.community_row(Journey, press.subject)
    if journey.member_id == turn.member_id:
        raise Refusal("onboarding-wave-yourself")
    await _finish(journey, press.person.name, turn)


async def notice_greeting(message: MessagePosted, turn: Turn) -> None:
    """Finish the journey of each newcomer whom a message in the room greets."""
    if turn.room_context.community is None or message.direct:
        return
    for journey in await onboarding.in_stage(turn.uow, turn.room.id, JourneyStage.GREETER):
        if rules.greets(journey, user=message.person.user, text=message.text, mentions=message.mentions):
            await _finish(journey, message.person.name, turn)


async def _finish(journey: Journey, greeter: str, turn: Turn) -> None:
    if journey.stage == JourneyStage.GREETER:
        journey.stage, journey.greeted_by = JourneyStage.DONE, greeter
        await stop_waiting(journey, turn)


async def stop_waiting(journey: Journey, turn: Turn) -> None:
    """Cancel the journey's timers, and stop reading the room's messages if no other newcomer waits there."""
    for kind in ("greeter-late", "onboarding-nudge"):
        turn.cancel_timer(kind, str(journey.id))
    turn.refresh_card(f"newcomer:{journey.id}")
    waiting = await onboarding.in_stage(turn.uow, journey.room_id, JourneyStage.GREETER)
    here = await turn.in_active_room(journey.room_id)
    if here is not None and here.capabilities.deletes_without_trace:
        here.schedule(rules.TIDY_TIMER, str(journey.room_id), here.now)
    if here is not None and not [other for other in waiting if other.id != journey.id]:
        turn.watch_room(here.room, on=False)


async def list_newcomers(turn: Turn) -> Listing:
    """Return the unfinished journeys and what they wait for. Raises Refusal("newcomers-none")."""
    community = turn.room_context.community
    unfinished = await onboarding.of_community(turn.uow, community.id) if community is not None else ()
    if not unfinished:
        raise Refusal("newcomers-none")
    lines = [
        turn.text(f"newcomers-{journey.stage}", name=display_name(journey.name), since=journey.joined_at)
        for journey in unfinished
    ]
    return Listing(turn.text("newcomers-list", count=len(lines)), lines)
