"""The public welcome: where deleted messages leave no trace, a room has one, and it goes when it has done its work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import structs

from bots.core.card_id import CardId
from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.features.onboarding import rules, steps
from bots.turn.turn import Turn
from storage.queries import onboarding, placements
from storage.tables import Journey, JourneyStage

CARD, END_TIMER = "welcome", "welcome-end"
FRESH = timedelta(minutes=10)
"""Until then a welcome is near the end of the room, and takes in those who come later."""
READING_TIME = timedelta(minutes=10)
"""How long a welcome that says more than hello stays after the hello of a person."""
DELETABLE = timedelta(hours=47)
"""Some platforms let a bot delete its messages for two days only."""
_WAITING = (*rules.STEPS, JourneyStage.GREETER)


async def show(newcomers: list[Journey], turn: Turn, *, private: bool) -> None:
    """Welcome newcomers: in the welcome that stands in the room if it is fresh, otherwise in a new one in its place.

    `private`: say where the conversation goes on.
    """
    welcome = structs.replace(steps.welcome(newcomers, turn, private=private), silent=True)
    if not turn.capabilities.deletes_without_trace:
        turn.post_content(welcome)
        return
    for card in await _standing(turn):
        if turn.now - _since(card.subject) < FRESH:
            turn.refresh_card(str(card))
            return
        await _take_away(card, turn)
    began = min(journey.joined_at for journey in newcomers)
    card = CardId(CARD, f"{turn.room.id}.{int(began.timestamp())}")
    turn.post_content(welcome, card=str(card), key=str(card))


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the welcome of those who still wait for something; leave it as it is when nobody does."""
    waiting = await _waiting(subject, turn)
    private = any(journey.stage in rules.STEPS and not journey.requested for journey in waiting)
    return steps.welcome(waiting, turn, private=private) if waiting else None


async def tidy(timer: TimerFired, turn: Turn) -> None:
    """Take the newcomers who were greeted or left out of the welcome, and the welcome away after the last one."""
    here = await turn.in_active_room(int(timer.subject))
    if here is None:
        return
    for card in await _standing(here):
        if await _waiting(card.subject, here):
            here.refresh_card(str(card))
        elif await _anyone_reads(card.subject, here):
            here.schedule(END_TIMER, card.subject, here.now + READING_TIME)
        else:
            await _take_away(card, here)


async def take_away(timer: TimerFired, turn: Turn) -> None:
    """Take a welcome away that its newcomers had time to read."""
    here = await turn.in_active_room(int(timer.subject.partition(".")[0]))
    if here is not None and not await _waiting(timer.subject, here):
        await _take_away(CardId(CARD, timer.subject), here)


async def _standing(turn: Turn) -> list[CardId]:
    shown = await placements.live_cards(turn.uow, turn.account, turn.room.room, f"{CARD}:{turn.room.id}")
    return [CardId.parse(card) for card in shown]


async def _waiting(subject: str, turn: Turn) -> list[Journey]:
    return await onboarding.came_since(turn.uow, turn.room.id, _since(subject), _WAITING)


async def _anyone_reads(subject: str, turn: Turn) -> bool:
    """Return whether the welcome says more than hello to somebody who is still in the room."""
    says_more = bool(turn.community.welcome) or turn.community.relaying
    return says_more and bool(
        await onboarding.came_since(turn.uow, turn.room.id, _since(subject), (JourneyStage.DONE,))
    )


async def _take_away(card: CardId, turn: Turn) -> None:
    if turn.now - _since(card.subject) < DELETABLE:
        await turn.withdraw_card(str(card))
    else:
        await turn.detach_card(str(card))


def _since(subject: str) -> datetime:
    """Return when the first newcomer of a welcome came."""
    return datetime.fromtimestamp(int(subject.partition(".")[2]), UTC)
