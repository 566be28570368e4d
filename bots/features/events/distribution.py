"""The way of an event to the communities of a network: each is asked first, and hears of changes once it shows it."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.features.events import acceptance, news_words, rules, views, visibility
from bots.turn import distribution, rounds
from bots.turn.notices import CommunityRemoved, PlaceLeftNetwork, StartedListening, StoppedListening
from bots.turn.turn import Turn
from storage.queries import events, network_events, showings
from storage.queries.events import EventOccurrence
from storage.tables import Community, Event, Network, NetworkEvents, Showing, ShowingState

CHECK = "check"
"""No news: it closes the cards of those who no longer belong to it."""
_MOST_AT_ONCE = 3
"""Events that a new community is asked about: its room must not be full of what others plan."""
_OPEN = (ShowingState.SHOWN, ShowingState.ASKED)
_WAITING = (ShowingState.ASKED, ShowingState.LEFT)


async def show_next(timer: TimerFired, turn: Turn) -> None:
    """Ask the next communities of a network about an event, or show it at once where they want that."""
    number, network_id, after = map(int, timer.subject.split("/"))
    planned, network = await events.of_event(turn.uow, number), await turn.uow.get(Network, network_id)
    if planned is None or network is None or not rules.is_open(*planned, turn.now):
        return
    found = await visibility.DISTRIBUTION.reach_next(number, network, after, turn)
    new = [one for one in found if one.community.id != planned.event.community_id]
    rows = await acceptance.rows_for(planned, new, turn)
    await turn.uow.add_all(rows)
    for row, one in zip(rows, new, strict=True):
        if row.state == ShowingState.SHOWN:
            await acceptance.show(row, planned, turn, key=f"event:{number}:card")
        elif row.state == ShowingState.ASKED and one.home is not None:
            await acceptance.ask(planned, one.home, turn)


async def join(notice: StartedListening, turn: Turn) -> None:
    """Ask a part of a network that hears it from now on about the next events that its communities were asked about.

    A community that comes back is asked again. What waits there is shown if it wants to be asked no longer.
    """
    place, bond, asked = notice.place, notice.membership, dict[int, Showing]()
    if isinstance(place, Community):
        rows = await showings.of_place(turn.uow, visibility.KIND, place.id, tuple(ShowingState))
        asked = {row.object_id: row for row in rows}
    on_way = showings.on_way(visibility.KIND, notice.network.id)
    coming = await network_events.open_among(turn.uow, on_way, turn.now)
    for event, _ in [one for one in coming if one.event.id not in asked][:_MOST_AT_ONCE]:
        visibility.DISTRIBUTION.include(event.id, place, notice.network, turn)
    known = [(one, asked[one.event.id]) for one in coming if one.event.id in asked]
    for planned, row in [one for one in known if one[1].state in _WAITING][:_MOST_AT_ONCE]:
        row.state, row.membership_id = ShowingState.ASKED, bond.id
        if bond.events == NetworkEvents.SHOW:
            await acceptance.show(row, planned, turn)
            await acceptance.redraw_question(row, planned.event, turn)
        else:
            await acceptance.ask_again(row, planned, turn)


async def tell_next(timer: TimerFired, turn: Turn) -> None:
    """Tell news in the next communities that show an event and still take part."""
    news, number, since, after = timer.subject.split("/")
    planned = await events.of_event(turn.uow, int(number))
    if planned is None or (news != CHECK and not news_words.is_true(planned.event, news)):
        return
    rows = await showings.next_shown(
        turn.uow, visibility.KIND, int(number), after=int(after), limit=rounds.SIZE, states=_OPEN
    )
    for row in rows:
        await _tell(row, planned, news, since, turn)
    if len(rows) == rounds.SIZE:
        turn.schedule(visibility.NEWS_TIMER, f"{news}/{number}/{since}/{rows[-1].id}", turn.now)


async def _tell(row: Showing, planned: EventOccurrence, news: str, since: str, turn: Turn) -> None:
    """Post in the room that shows an event, or in the home that its community has now.

    It makes no sound there: those who come hear of it in private, once.
    """
    if not await visibility.hears(row, planned.event, turn):
        await _close(row, planned.event, turn)
        return
    room = await distribution.room_of(row, turn) if row.state == ShowingState.SHOWN and news != CHECK else None
    if room is None:
        return
    there = await turn.for_room(room)
    text = news_words.for_room(planned, news, there)
    key, card = f"event:{news}:{planned.event.id}@{room.id}:{since}", views.news_card(planned.event)
    there.post_content(Content(text=text, silent=True), card=card, key=key)


async def leave(notice: PlaceLeftNetwork | StoppedListening, turn: Turn) -> None:
    """Close the cards of events where the community or the host no longer belongs to the event's network."""
    if isinstance(notice.place, Community):
        for row in await showings.of_place(turn.uow, visibility.KIND, notice.place.id, _OPEN):
            planned = await events.of_event(turn.uow, row.object_id)
            is_coming = planned is not None and turn.now < planned.occurrence.ends_at
            if planned is not None and is_coming and not await visibility.hears(row, planned.event, turn):
                await _close(row, planned.event, turn)
    for event in await network_events.spread_around(turn.uow, notice.place, turn.now):
        visibility.tell(event, CHECK, turn)


async def withdraw_all(notice: CommunityRemoved, turn: Turn) -> None:
    """Take the events of a community that is removed out of all rooms that show them."""
    for event in await network_events.spread_by(turn.uow, notice.community.id):
        for kind in (visibility.KIND, visibility.ASK_CARD):
            await turn.withdraw_card(f"{kind}:{event.id}")
        await showings.forget(turn.uow, visibility.KIND, event.id)
        event.spread_to = None


async def _close(row: Showing, event: Event, turn: Turn) -> None:
    row.state = ShowingState.LEFT
    for kind in (visibility.KIND, visibility.ASK_CARD):
        await acceptance.redraw_here(f"{kind}:{event.id}", row, turn)
