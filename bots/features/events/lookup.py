"""Which event is meant."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import whole
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.features.events import views
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import Planned
from storage.tables import Community, Event, Occurrence

MOST_NAMED = 20


def community(turn: Turn) -> Community:
    """The community of the turn's room. Raises LookupError where there is none."""
    if turn.scene.community is None:
        raise LookupError(f"{turn.value.key}: the room has no community")
    return turn.scene.community


async def event(call: CommandInvoked, number: int | None, turn: Turn) -> Planned:
    """The event with this number; without one, that of the card that is replied to, or the only one ahead.

    Raises Refusal("event-unknown" | "event-none" | "event-which").
    """
    home = community(turn).id or 0
    if number is not None:
        found = await events.by_number(turn.uow, home, number)
        if found is None:
            raise Refusal("event-unknown", number=str(number))
        return found
    shown = await _of_card(call, turn)
    if shown is not None:
        return shown
    coming = list(await events.upcoming(turn.uow, home, turn.now, MOST_NAMED))
    if not coming:
        raise Refusal("event-none")
    if len(coming) > 1:
        raise Refusal("event-which", events=join(await lines(coming, turn)))
    return coming[0]


async def _of_card(call: CommandInvoked, turn: Turn) -> Planned | None:
    """The event of the card that a command replies to, if it is one of this community's."""
    kind, subject = await turn.replied_to(call)
    found = await turn.uow.get(Event, whole(subject)) if kind == "event" else None
    if found is None or found.number is None or found.community_id != community(turn).id:
        return None
    return await events.by_number(turn.uow, found.community_id, found.number)


async def of_button(press: ButtonPressed, turn: Turn) -> Planned:
    """The occurrence that a card's button is about. Some platforms let the presser say which: another community's and a
    draft's are refused. Raises Refusal("button-unknown")."""
    occurrence = await turn.uow.get(Occurrence, whole(press.subject))
    event = await turn.uow.get(Event, occurrence.event_id) if occurrence is not None else None
    home = turn.scene.community
    if occurrence is None or event is None or event.number is None or home is None or event.community_id != home.id:
        raise Refusal("button-unknown")
    return Planned(event, occurrence)


async def lines(found: list[Planned], turn: Turn) -> list[Rich]:
    """The events, one a line, with who comes."""
    counts = await events.counts(turn.uow, [planned.occurrence.id or 0 for planned in found])
    return views.lines(found, counts, turn)
