"""The rooms that know an event beside its host's own: those of the communities that accepted to show it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement

from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.features.events import rules
from bots.turn.authorization import check_right
from bots.turn.distribution import Distribution
from bots.turn.turn import Turn
from storage.queries import event_places, memberships, ownership, showings
from storage.queries.memberships import Place
from storage.queries.rsvps import EVERYWHERE
from storage.tables import Community, Event, Membership, Network, NetworkEvents, Showing, ShowingState

KIND = "event"
DISTRIBUTION = Distribution(KIND, "event-show")
NEWS_TIMER = "event-news"
"""Tells news in the next communities that show an event. Its subject: the news, the event, since when, the last row."""
ASK_CARD = "eventask"
"""The card that asks a community's connectors."""


async def network_of(turn: Turn) -> Network:
    """Return the network whose communities somebody may ask from this room.

    Raises Refusal("event-network-none" | "network-which"), and that of coordinators only.
    """
    if not turn.room_context.networks:
        raise Refusal("event-network-none", argument="to")
    network = turn.network
    if turn.room_context.own_network is None:
        await check_right(Right.COORDINATOR, "event", turn)
    return network


async def check_may_spread(network: int, turn: Turn) -> None:
    """Raise Refusal if the acting person may ask this network's communities no longer, as they could before."""
    if network not in [one.id for one in turn.room_context.networks]:
        raise Refusal("event-network-none", argument="to")
    if turn.room_context.own_network is None:
        await check_right(Right.COORDINATOR, "event", turn)


async def goes_to(event: Event, turn: Turn) -> Rich:
    """Return to how many communities a draft goes, for its author to read. Raises Refusal("event-to-nobody")."""
    network = await turn.uow.get(Network, event.spread_to) if event.spread_to is not None else None
    if network is None:
        return ()
    count = await DISTRIBUTION.count(network, turn, but=event.community_id)
    return turn.text("event-goes-to", count=count, network=network.name)


async def begin(event: Event, turn: Turn) -> None:
    """Begin to ask the communities of a network, once this transaction is committed."""
    if event.spread_to is not None:
        await DISTRIBUTION.begin(event.id, event.spread_to, turn)


async def begin_again(event: Event, turn: Turn) -> None:
    """Ask those whom the question had not reached when an event was cancelled that takes place after all."""
    if event.spread_to is not None:
        await DISTRIBUTION.begin_again(event.id, event.spread_to, turn)


def tell(event: Event, news: str, turn: Turn) -> None:
    """Tell news in all rooms that show an event, some of them in each transaction."""
    if event.spread_to is not None:
        turn.schedule(NEWS_TIMER, f"{news}/{event.id}/{_stamp(turn.now)}/0", turn.now)
        turn.refresh_card(f"{ASK_CARD}:{event.id}")


def _stamp(at: datetime) -> int:
    return int(at.timestamp() * 1000)


async def takes_part(row: Showing | None, event: Event, turn: Turn) -> bool:
    """Return whether a community shows an event, and both it and the host still belong to the network."""
    shown = row is not None and row.state == ShowingState.SHOWN
    return shown and row is not None and await hears(row, event, turn)


async def hears(row: Showing, event: Event, turn: Turn) -> bool:
    """Return whether a community still hears the network of an event, and its host still belongs to that."""
    bond = await turn.uow.get(Membership, row.membership_id)
    if event.spread_to is None or bond is None or bond.events == NetworkEvents.OFF:
        return False
    if not await showings.hears(turn.uow, row, event.spread_to):
        return False
    return await host_belongs(event, turn)


async def host_belongs(event: Event, turn: Turn) -> bool:
    """Return whether the host of an event for the communities of a network still belongs to that."""
    network = await turn.uow.get(Network, event.spread_to) if event.spread_to is not None else None
    host = await ownership.place_of(turn.uow, event)
    if network is None or host is None or isinstance(host, Network):
        return network is not None and host is not None
    return any(upper.id == network.id for _, upper in await memberships.above(turn.uow, host))


async def showing_here(event: Event, turn: Turn) -> Showing | None:
    """Return what became of an event in the community of the turn's room."""
    community = turn.room_context.community
    if event.spread_to is None or community is None or community.id == event.community_id:
        return None
    return await showings.of_community(turn.uow, KIND, event.id, community.id)


async def is_known(event: Event, turn: Turn) -> bool:
    """Return whether people in the turn's room may answer an event."""
    if turn.room_context.place is None:
        return False
    if await ownership.knows(turn.uow, turn.holder, event):
        return True
    return await takes_part(await showing_here(event, turn), event, turn)


async def check_known(event: Event, turn: Turn) -> None:
    """Raise Refusal("button-unknown"), since people may press any id; "event-not-here" where it was shown."""
    if not await is_known(event, turn):
        row = await showing_here(event, turn)
        shown = row is not None and row.shown_at is not None
        raise Refusal("event-not-here", title=rules.display_text(event.title)) if shown else Refusal("button-unknown")


async def is_over_here(event: Event, turn: Turn) -> bool:
    """Return whether a card in the turn's room belongs to a community that shows the event no longer."""
    if event.spread_to is None or await ownership.knows(turn.uow, turn.holder, event):
        return False
    return not await takes_part(await showing_here(event, turn), event, turn)


async def lines(event: Event, turn: Turn) -> list[Rich]:
    """Return whose event it is, and that several communities show it."""
    network = await turn.uow.get(Network, event.spread_to) if event.spread_to is not None else None
    host = await ownership.place_of(turn.uow, event) if network is not None else None
    if network is None or host is None:
        return []
    here = turn.room_context.place
    if here is None or ownership.holds(here, event):
        return [turn.text("event-of-network-host", network=network.name)]
    if isinstance(host, Community):
        return [turn.text("event-of-network-by", network=network.name, host=host.name)]
    return [turn.text("event-of-network", network=network.name)]


def named_here(event: Event, turn: Turn) -> ColumnElement[bool]:
    """Match the answers whose names the turn's room may show; of people elsewhere it shows only how many they are."""
    if event.spread_to is None:
        return EVERYWHERE
    place: Place | None = turn.room_context.place
    community = place.id if isinstance(place, Community) else None
    return event_places.answered_in(community, host=place is not None and ownership.holds(place, event))


def room_of_answer(event: Event, turn: Turn) -> int | None:
    """Return the room to store with an answer, to reach people later where they answered."""
    if event.spread_to is None or turn.room_context.is_direct:
        return None
    return turn.room.id
