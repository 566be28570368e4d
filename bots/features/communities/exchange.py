"""`network take`, `listen`, `events` and `share`: what a network takes from its parts, and what each shows."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.features.communities import leaving, links
from bots.i18n import texts
from bots.turn import network_parts as parts
from bots.turn.notices import StartedListening, StoppedListening
from bots.turn.turn import Turn
from storage.queries import communities, memberships
from storage.tables import Community, NetworkEvents, Share


async def take_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network take WHAT NAME`: the most that the network takes from one of its parts. Tell that part.

    Picking needs a room in which coordinators see what nobody else shall see yet. Raises Refusal("take-needs-circle").
    """
    given, network = args.text("name"), turn.network
    part = await parts.find(given, network, turn)
    row = await memberships.live(turn.uow, part, network) if part is not None else None
    if part is None or row is None:
        raise await parts.unknown(given, network, turn)
    row.takes = Share(args.text("what"))
    if row.takes == Share.CURATED and not await communities.circle_rooms(turn.uow, network.id):
        raise Refusal("take-needs-circle", network=network.name)
    turn.uow.forget("memberships")
    turn.answer(f"take-{row.takes}", place=part.name, network=network.name)
    await links.tell_place(part, f"taken-{row.takes}", network, turn, silent=True)


async def listen_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network listen on|off [NETWORK]`: whether the room's community or network shows a network's highlights.

    A community's home shows any only while its setting `listening` is on: turning one on turns it on too.
    """
    place = turn.place
    row, network = await leaving.network_above(place, args.optional_text("network"), turn)
    row.listens = args.text("switch") == "on"
    if isinstance(place, Community) and row.listens and not place.receives_highlights:
        for other, _ in await memberships.above(turn.uow, place):
            other.listens = other is row  # the others were silent so far, and stay so
        place.receives_highlights = True
    turn.uow.forget("memberships")
    turn.answer("listen-on" if row.listens else "listen-off", place=place.name, network=network.name)
    await turn.notify(StartedListening(place, network, row) if row.listens else StoppedListening(place))


async def events_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network events ask|show|off [NETWORK]`: whether the community is asked about a network's events."""
    row, network = await leaving.network_above(turn.community, args.optional_text("network"), turn)
    row.events = NetworkEvents(args.text("what"))
    turn.uow.forget("memberships")
    turn.answer(f"network-events-{row.events}", community=turn.community.name, network=network.name)
    if row.events == NetworkEvents.OFF:
        await turn.notify(StoppedListening(turn.community))
    elif row.listens:
        await turn.notify(StartedListening(turn.community, network, row))


async def share_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network share state on|off [NETWORK]`: whether coordinators see how the room's place is doing.

    Without a name it is about all networks above.
    """
    place, given = turn.place, args.optional_text("network")
    above = [await leaving.network_above(place, given, turn)] if given else await memberships.above(turn.uow, place)
    if not above:
        raise Refusal("network-above-none", place=place.name)
    switch = args.text("switch")
    for row, _ in above:
        row.shares_state = switch == "on"
    turn.uow.forget("memberships")
    networks = texts.All(network.name for _, network in above)
    turn.answer(f"network-share-{switch}", place=place.name, network=networks)
