"""The way of a network's poll to its communities: some in each transaction, network by network down the tree."""

from __future__ import annotations

from msgspec import structs

from bots.core.inbound import TimerFired
from bots.features.polls import reach, views
from bots.turn import rounds
from bots.turn.notices import PlaceLeftNetwork
from bots.turn.quiet import quiet_until
from bots.turn.turn import Turn
from storage.queries import memberships, recipients, showings
from storage.tables import (
    Community,
    Membership,
    Network,
    Poll,
    PollState,
    Room,
    RoomState,
    Showing,
    ShowingState,
    ShowingWay,
)


async def show_next(timer: TimerFired, turn: Turn) -> None:
    """Show a poll in the next communities of a network; at first, go on to the networks below."""
    number, network_id, after = map(int, timer.subject.split("/"))
    poll, network = await turn.uow.get(Poll, number), await turn.uow.get(Network, network_id)
    if poll is None or network is None or poll.state != PollState.OPEN:
        return
    if not after:
        await _descend(poll, network, turn)
    chosen = await showings.next_listening(turn.uow, network.id, after=after, limit=rounds.SIZE)
    ids = [community.id for community, _ in chosen]
    present = await showings.present(turn.uow, reach.KIND, poll.id, ids)
    homes = await recipients.homes_of(turn.uow, ids)
    new = [
        (_showing(poll, bond, homes.get(community.id), turn), homes.get(community.id))
        for community, bond in chosen
        if community.id not in present
    ]
    await turn.uow.add_all([row for row, _ in new])
    for _, home in new:
        if home is not None:
            await _post_card(poll, home, f"poll:{poll.id}@{home.id}", turn)
    if len(chosen) == rounds.SIZE:
        reach.go_to(poll, network.id, ids[-1], turn)


def _showing(poll: Poll, bond: Membership, home: Room | None, turn: Turn) -> Showing:
    state = ShowingState.SHOWN if home is not None else ShowingState.HOMELESS
    return Showing(
        kind=reach.KIND, object_id=poll.id, community_id=bond.community_id or 0, membership_id=bond.id, state=state,
        room_id=home.id if home is not None else None, shown_at=turn.now if home is not None else None,
    )  # fmt: skip


async def _descend(poll: Poll, network: Network, turn: Turn) -> None:
    """Go on to the networks in this one that listen to it and that the poll has not reached yet."""
    for membership, child in await memberships.listening_networks(turn.uow, network.id):
        if await turn.uow.get(ShowingWay, (reach.KIND, poll.id, child.id)) is None:
            way = ShowingWay(kind=reach.KIND, object_id=poll.id, network_id=child.id, membership_id=membership.id)
            turn.uow.cache(await turn.uow.add(way), (reach.KIND, poll.id, child.id))
            reach.go_to(poll, child.id, 0, turn)


async def _post_card(poll: Poll, home: Room, key: str, turn: Turn) -> None:
    there = await turn.for_room(home)
    content = await views.render_tally(str(poll.id), there)
    if content is not None:
        silent = quiet_until(there.community, turn.now) is not None
        there.post_content(structs.replace(content, silent=silent), card=f"poll:{poll.id}", key=key)


async def tell_next(timer: TimerFired, turn: Turn) -> None:
    """Post the results, or the card again, in the next communities that show a poll and still take part."""
    what, number, since, after = timer.subject.split("/")
    poll = await turn.uow.get(Poll, int(number))
    wanted = PollState.CLOSED if what == reach.RESULTS else PollState.OPEN
    if poll is None or poll.state != wanted:
        return
    rows = await showings.next_shown(turn.uow, reach.KIND, poll.id, after=int(after), limit=rounds.SIZE)
    for row in rows:
        await _tell(row, poll, what, since, turn)
    if len(rows) == rounds.SIZE:
        turn.schedule(reach.TELL_TIMER, f"{what}/{number}/{since}/{rows[-1].id}", turn.now)


async def _tell(row: Showing, poll: Poll, what: str, since: str, turn: Turn) -> None:
    """Post in the room that shows a poll, or in the home that its community has now."""
    if not await showings.takes_part(turn.uow, row, poll.network_id or 0):
        row.state = ShowingState.LEFT
        return
    room = await turn.uow.get(Room, row.room_id)
    if room is None or room.state != RoomState.ACTIVE or room.community_id != row.community_id:
        room = (await recipients.homes_of(turn.uow, [row.community_id])).get(row.community_id)
    if room is None:
        return
    if what == reach.AGAIN:
        await _post_card(poll, room, f"poll:{poll.id}@{room.id}:{since}", turn)
        return
    there = await turn.for_room(room)
    content = structs.replace(await views.results(poll, there), silent=True)
    there.post_content(content, card=f"pollresult:{poll.id}", key=f"pollresult:{poll.id}@{room.id}:{since}")


async def leave(notice: PlaceLeftNetwork, turn: Turn) -> None:
    """Close the open polls in a community that no longer hears their network. Its ballots stay."""
    if not isinstance(notice.place, Community):
        return
    for row in await showings.of_place(turn.uow, reach.KIND, notice.place.id):
        poll = await turn.uow.get(Poll, row.object_id)
        if poll is None or poll.network_id is None or poll.state != PollState.OPEN:
            continue
        if not await showings.takes_part(turn.uow, row, poll.network_id):
            turn.refresh_card(f"poll:{poll.id}")
