"""The way of a network's poll to its communities: some in each transaction, network by network down the tree."""

from __future__ import annotations

from msgspec import structs

from bots.core.inbound import TimerFired
from bots.features.polls import charts, views, visibility
from bots.turn import distribution, rounds
from bots.turn.notices import PlaceLeftNetwork, StartedListening, StoppedListening
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import showings
from storage.tables import Community, Network, Poll, PollState, Room, Showing, ShowingState


async def show_next(timer: TimerFired, turn: Turn) -> None:
    """Show a poll in the next communities of a network; at first, go on to the networks below."""
    number, network_id, after = map(int, timer.subject.split("/"))
    poll, network = await turn.uow.get(Poll, number), await turn.uow.get(Network, network_id)
    if poll is None or network is None or poll.state != PollState.OPEN:
        return
    new = await visibility.DISTRIBUTION.reach_next(poll.id, network, after, turn)
    await turn.uow.add_all([visibility.DISTRIBUTION.row(poll.id, one, ShowingState.SHOWN, turn) for one in new])
    for _, _, home in new:
        if home is not None:
            await _post_card(poll, home, f"poll:{poll.id}@{home.id}", turn)


async def _post_card(poll: Poll, home: Room, key: str, turn: Turn) -> None:
    there = await turn.for_room(home)
    content = await views.render_tally(str(poll.id), there)
    if content is not None:
        silent = quiet_until(there.community, turn.now) is not None
        there.post_content(structs.replace(content, silent=silent), card=f"poll:{poll.id}", key=key)


async def tell_next(timer: TimerFired, turn: Turn) -> None:
    """Post the results, their picture or the card again in the next communities that show a poll and take part."""
    what, number, since, after = timer.subject.split("/")
    poll = await turn.uow.get(Poll, int(number))
    wanted = PollState.OPEN if what == visibility.AGAIN else PollState.CLOSED
    if poll is None or poll.state != wanted:
        return
    rows = await showings.next_shown(turn.uow, visibility.KIND, poll.id, after=int(after), limit=rounds.SIZE)
    for row in rows:
        await _tell(row, poll, what, since, turn)
    if len(rows) == rounds.SIZE:
        turn.schedule(visibility.TELL_TIMER, f"{what}/{number}/{since}/{rows[-1].id}", turn.now)


async def _tell(row: Showing, poll: Poll, what: str, since: str, turn: Turn) -> None:
    """Post in the room that shows a poll, or in the home that its community has now."""
    if not await showings.takes_part(turn.uow, row, poll.network_id or 0):
        row.state = ShowingState.LEFT
        return
    room = await distribution.room_of(row, turn)
    if room is None:
        return
    if what == visibility.AGAIN:
        await _post_card(poll, room, f"poll:{poll.id}@{room.id}:{since}", turn)
        return
    there = await turn.for_room(room)
    if what == visibility.RESULTS:
        content = structs.replace(await views.results(poll, there), silent=True)
        there.post_content(content, card=f"pollresult:{poll.id}", key=f"pollresult:{poll.id}@{room.id}:{since}")
    charts.post(poll, await views.count_ballots(poll, there), there, f"{charts.CARD}:{poll.id}@{room.id}:{since}")


async def join(notice: StartedListening, turn: Turn) -> None:
    """Show the open polls in a part of a network that hears it from now on; where one was before, voting goes on."""
    place, network, before = notice.place, notice.network, dict[int, Showing]()
    if isinstance(place, Community):
        rows = await showings.of_place(turn.uow, visibility.KIND, place.id, (ShowingState.SHOWN, ShowingState.LEFT))
        before = {row.object_id: row for row in rows}
    for poll in await showings.open_polls(turn.uow, network.id, rounds.SIZE):
        row = before.get(poll.id)
        if row is None:
            visibility.DISTRIBUTION.include(poll.id, place, network, turn)
        else:
            row.state, row.membership_id = ShowingState.SHOWN, notice.membership.id
            turn.refresh_card(f"poll:{poll.id}")


async def leave(notice: PlaceLeftNetwork | StoppedListening, turn: Turn) -> None:
    """Close the open polls in a community that no longer hears their network. Its ballots stay."""
    if not isinstance(notice.place, Community):
        return
    for row in await showings.of_place(turn.uow, visibility.KIND, notice.place.id):
        poll = await turn.uow.get(Poll, row.object_id)
        if poll is None or poll.network_id is None or poll.state != PollState.OPEN:
            continue
        if not await showings.takes_part(turn.uow, row, poll.network_id):
            turn.refresh_card(f"poll:{poll.id}")
