"""Calls for greeters: one for all newcomers who wait, its card, and its reminder.

A call is named by its room and its time (`newcomer:3-1764327000.0`). Cards of older versions name a single journey.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bots.core.card_id import ButtonId, CardId
from bots.core.inbound import TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.richtext import Rich, join
from bots.core.sanitize import display_name, truncate
from bots.features.onboarding import rules
from bots.features.onboarding.greeters import greeters_of, list_greeters, names_of, users_of
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage

TIMER, LATE = "greeter-call", "greeter-late"
MAX_CALLED = 20
"""One call is for at most this many newcomers."""
_COLLECTED = timedelta(hours=1)
"""Newcomers are added to a call that is not older than this, as long as somebody in it waits."""
_EARLIEST = datetime.min.replace(tzinfo=UTC)


async def call_greeters(turn: Turn) -> None:
    """Ask the greeters to say hello to all newcomers in the room who wait, and read its messages until somebody does.

    In quiet hours wait for their end.
    """
    waiting = list(await onboarding.uncalled(turn.uow, turn.room.id))
    if not waiting:
        return
    turn.watch_room(turn.room, on=True)
    end = quiet_until(turn.community, turn.now)
    if end is not None:
        turn.schedule(TIMER, str(turn.room.id), end)
        return
    opened = await _open_call(turn)
    added = waiting[: MAX_CALLED - len(opened)] if opened else []
    for journey in added:
        journey.called_at = opened[0].called_at
        turn.refresh_card(card_of(journey))
    for first in range(len(added), len(waiting), MAX_CALLED):
        await _call(waiting[first : first + MAX_CALLED], turn)


async def wait_again(journey: Journey, turn: Turn) -> None:
    """Wait for a hello to somebody who left for a moment. Call the greeters for each newcomer only once."""
    turn.watch_room(turn.room, on=True)
    if journey.called_at is None:
        await call_greeters(turn)
        return
    turn.refresh_card(card_of(journey))
    due = turn.now + timedelta(minutes=turn.community.greeter_minutes)
    turn.schedule(LATE, CardId.parse(card_of(journey)).subject, due)


async def call_after_quiet(timer: TimerFired, turn: Turn) -> None:
    """Call for those who came in quiet hours."""
    here = await turn.in_active_room(int(timer.subject))
    if here is not None:
        await call_greeters(here)


async def _open_call(turn: Turn) -> Sequence[Journey]:
    """Return the newcomers of the room's last call if it is recent and one of them still waits."""
    at = await onboarding.last_call(turn.uow, turn.room.id)
    if at is None or turn.now - at > min(_COLLECTED, timedelta(minutes=turn.community.greeter_minutes)):
        return ()
    called = await onboarding.of_call(turn.uow, turn.room.id, at)
    return called if any(journey.stage == JourneyStage.GREETER for journey in called) else ()


async def _call(newcomers: Sequence[Journey], turn: Turn) -> None:
    last = await onboarding.last_call(turn.uow, turn.room.id) or _EARLIEST
    at = max(turn.now, last + timedelta(microseconds=1))
    for journey in newcomers:
        journey.called_at = at
    card = card_of(newcomers[0])
    turn.post_content(await _ask(newcomers, turn), card=card, key=card)
    due = turn.now + timedelta(minutes=turn.community.greeter_minutes)
    turn.schedule(LATE, CardId.parse(card).subject, due)


def card_of(journey: Journey) -> str:
    """Return the card of the call for a newcomer. Raises AssertionError if nobody was called."""
    assert journey.called_at is not None, "the greeters were called"
    return f"newcomer:{journey.room_id}-{journey.called_at.timestamp():.6f}"


async def newcomers_of(subject: str, turn: Turn) -> Sequence[Journey]:
    """Return the newcomers of a call."""
    room, called, at = subject.partition("-")
    if called:
        room_id = parse_int(room)
        return await onboarding.of_call(turn.uow, room_id, _instant(at)) if room_id is not None else ()
    journey = await turn.uow.get(Journey, parse_int(subject))
    return () if journey is None else (journey,)


def _instant(text: str) -> datetime:
    """Return the time in a call's name; a time without calls where somebody forged it."""
    seconds, _, fraction = text.partition(".")
    whole, part = parse_int(seconds), parse_int(fraction)
    if whole is None or part is None or len(fraction) != len("000000"):
        return _EARLIEST
    try:
        return datetime.fromtimestamp(whole, UTC) + timedelta(microseconds=part)
    except (OverflowError, ValueError, OSError):
        return _EARLIEST


async def render_call(subject: str, turn: Turn) -> Content | None:
    """Render a call, with the newcomers whom somebody has greeted; at the end its outcome."""
    if turn.room_context.room is None:
        return None
    newcomers = await newcomers_of(subject, turn)
    if not newcomers:
        return Content(text=turn.text("card-further-down"))
    waiting = [journey for journey in newcomers if journey.stage == JourneyStage.GREETER]
    greeted = [journey for journey in newcomers if journey.stage == JourneyStage.DONE and journey.greeted_by]
    outcome = _outcome(greeted, turn)
    if not waiting:
        gone = "onboarding-gone" if len(newcomers) == 1 else "onboarding-gone-several"
        return Content(text=join(outcome) if outcome else turn.text(gone, name=names_of(newcomers)))
    call = await _ask(waiting, turn, subject)
    return Content(text=join([*outcome, call.text]), buttons=call.buttons, mentions=call.mentions)


def _outcome(greeted: Sequence[Journey], turn: Turn) -> list[Rich]:
    """Return a line for each greeter, with those whom they greeted, and what these answered."""
    lines = []
    for greeter in dict.fromkeys(journey.greeted_by for journey in greeted):
        theirs = [journey for journey in greeted if journey.greeted_by == greeter]
        text_id = "onboarding-greeted" if len(theirs) == 1 else "onboarding-greeted-several"
        lines.append(turn.text(text_id, name=names_of(theirs), greeter=display_name(greeter)))
        lines += _answers(theirs, "onboarding-says", turn)
    return lines


def _answers(newcomers: Sequence[Journey], text_id: str, turn: Turn) -> list[Rich]:
    """Return what the newcomers answered to the community's question, each shortened if they are many."""
    length = turn.capabilities.message_length // 2 // len(newcomers)
    return [
        turn.text(text_id, name=display_name(journey.name), answer=truncate(journey.answer, length))
        for journey in newcomers
        if journey.answer
    ]


async def _ask(newcomers: Sequence[Journey], turn: Turn, subject: str | None = None) -> Content:
    """Return the call for these newcomers, with their answers to the question."""
    greeters = await greeters_of(turn)
    names, called = names_of(newcomers), list_greeters(greeters, turn)
    if len(newcomers) == 1:
        text_id = "onboarding-greeter-answer" if newcomers[0].answer else "onboarding-greeter"
        text = turn.text(text_id, name=names, answer=newcomers[0].answer, greeters=called)
    else:
        text = join([_introduce(newcomers, called, turn), turn.text("onboarding-greeter-ask")])
    button = ButtonId("greeted", subject or CardId.parse(card_of(newcomers[0])).subject)
    wave = Button(str(button), turn.label("onboarding-wave"), "👋")
    return Content(text=text, buttons=(wave,), mentions=users_of(greeters))


def _introduce(newcomers: Sequence[Journey], greeters: Rich, turn: Turn) -> Rich:
    """Return who is new: first those known only by name, then the others with their answers."""
    unknown = [journey for journey in newcomers if not journey.answer]
    text_id = "onboarding-greeter-several" if len(unknown) > 1 else "onboarding-greeter-one"
    head = turn.text(text_id if unknown else "onboarding-greeter-head", names=names_of(unknown), greeters=greeters)
    return join([head, *_answers(newcomers, "onboarding-greeter-says", turn)])


async def remind_greeters(timer: TimerFired, turn: Turn) -> None:
    """Remind the greeters, once, of newcomers whom nobody has greeted yet. In quiet hours call again at their end."""
    called = await newcomers_of(timer.subject, turn)
    waiting = [journey for journey in called if journey.stage == JourneyStage.GREETER]
    here = await turn.in_active_room(waiting[0].room_id) if waiting else None
    if here is None:
        return
    end = quiet_until(here.community, here.now)
    if end is not None:
        for journey in waiting:
            journey.called_at = None
        here.refresh_card(f"newcomer:{timer.subject}")
        here.schedule(TIMER, str(here.room.id), end)
        return
    greeters = await greeters_of(here)
    minutes = round((here.now - (waiting[0].called_at or waiting[0].joined_at)).total_seconds() / 60)
    here.post(
        "onboarding-late", key=f"newcomer:{timer.subject}:late", mentions=users_of(greeters), name=names_of(waiting),
        greeters=list_greeters(greeters, here), minutes=minutes, hours=rules.whole_hours(minutes),
    )  # fmt: skip


async def stop_waiting(journeys: Sequence[Journey], turn: Turn) -> None:
    """Cancel the newcomers' timers, and stop reading the room's messages if no other newcomer waits there."""
    for journey in journeys:
        turn.cancel_timer("onboarding-nudge", str(journey.id))
        turn.refresh_card(f"newcomer:{journey.id}")  # as older versions named the card
    for card in dict.fromkeys(card_of(journey) for journey in journeys if journey.called_at is not None):
        turn.refresh_card(card)
        subject = CardId.parse(card).subject
        if not any(other.stage == JourneyStage.GREETER for other in await newcomers_of(subject, turn)):
            turn.cancel_timer(LATE, subject)
    for room_id in dict.fromkeys(journey.room_id for journey in journeys):
        here = await turn.in_active_room(room_id)
        if here is not None and here.capabilities.deletes_without_trace:
            here.schedule(rules.TIDY_TIMER, str(room_id), here.now)
        if here is not None and not await onboarding.in_stage(turn.uow, room_id, JourneyStage.GREETER):
            turn.watch_room(here.room, on=False)
