"""The rooms that know a network's poll beside the network's own: those of the communities that show it."""

from __future__ import annotations

from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.features.polls import settings
from bots.features.polls.proposals import Proposal
from bots.turn.authorization import check_right
from bots.turn.distribution import Distribution
from bots.turn.turn import Turn
from storage.queries import communities, ownership, showings
from storage.tables import Network, Poll, PollState, Showing, ShowingState

KIND = "poll"
DISTRIBUTION = Distribution(KIND, "poll-show")
TELL_TIMER = "poll-tell"
"""Posts in the next communities that show a poll. Its subject: what, the poll, since when, and the last row."""
RESULTS, AGAIN, PICTURES = "results", "again", "pictures"
"""What is posted there: the results, or the card of a poll that was opened again."""


async def home_of(proposal: Proposal, turn: Turn) -> Turn:
    """Return the turn in which a poll is held: in the turn's room, or in a room of the network whose poll it is.

    Raises Refusal("poll-to-nobody" | "poll-network-none" | "poll-network-homeless" | "network-which"), and that of
    coordinators only.
    """
    if not proposal.settings.spread:
        return turn
    if not turn.room_context.networks:
        raise Refusal("poll-network-none", argument="to")
    network = turn.network
    if turn.room_context.own_network is None:
        await check_right(Right.COORDINATOR, "poll", turn)
        rooms = await communities.coordination_rooms(turn.uow, network.id)
        if not rooms:
            raise Refusal("poll-network-homeless", network=network.name)
        return await turn.for_room(rooms[0])
    return turn


async def announce(proposal: Proposal, turn: Turn) -> Rich:
    """Return where a new poll goes, for its author to read before it is shown. Raises as `home_of` does."""
    if not proposal.settings.spread or proposal.edits is not None:
        return ()
    await home_of(proposal, turn)
    count = await DISTRIBUTION.count(turn.network, turn)
    return turn.text("poll-goes-to", count=count, network=turn.network.name)


async def begin(poll: Poll, turn: Turn) -> None:
    """Begin to show a network's poll in its communities, once this transaction is committed."""
    if settings.of(poll).spread and poll.network_id is not None:
        await DISTRIBUTION.begin(poll.id, poll.network_id, turn)


async def begin_again(poll: Poll, turn: Turn) -> None:
    """Show a poll that was opened again where it was, and where its way had not come yet."""
    if settings.of(poll).spread and poll.network_id is not None:
        await DISTRIBUTION.begin_again(poll.id, poll.network_id, turn)
        _tell(poll, AGAIN, turn)


def tell_results(poll: Poll, turn: Turn) -> None:
    """Post the results in the communities that show a poll."""
    if settings.of(poll).spread:
        _tell(poll, RESULTS, turn)


def tell_pictures(poll: Poll, turn: Turn) -> None:
    """Post the picture of a result that votes changed in the communities that show a poll."""
    if settings.of(poll).spread:
        _tell(poll, PICTURES, turn)


def _tell(poll: Poll, what: str, turn: Turn) -> None:
    turn.schedule(TELL_TIMER, f"{what}/{poll.id}/{int(turn.now.timestamp() * 1000)}/0", turn.now)


async def forget(poll: Poll, turn: Turn) -> None:
    """Forget where a deleted poll was shown."""
    if settings.of(poll).spread:
        await showings.forget(turn.uow, KIND, poll.id)


async def known_poll(subject: str, turn: Turn) -> Poll:
    """Return the poll of a button or card in a room that knows it.

    Raises Refusal("button-unknown"), since people may press any id, and Refusal("poll-not-here") where it was shown.
    """
    poll = await turn.row_of_id(Poll, subject)
    if turn.room_context.place is not None and await ownership.knows(turn.uow, turn.holder, poll):
        return poll
    row = await _showing_here(poll, turn)
    if row is None:
        raise Refusal("button-unknown")
    if not await showings.takes_part(turn.uow, row, poll.network_id or 0):
        raise Refusal("poll-not-here", number=poll.number, question=poll.question)
    return poll


async def is_shown_here(poll: Poll, turn: Turn) -> bool:
    """Return whether the community of the turn's room shows a network's poll, or did until its end."""
    return await _showing_here(poll, turn) is not None


async def _showing_here(poll: Poll, turn: Turn) -> Showing | None:
    community = turn.room_context.community
    if poll.network_id is None or community is None:
        return None
    row = await showings.of_community(turn.uow, KIND, poll.id, community.id)
    return row if row is not None and row.state == ShowingState.SHOWN else None


async def is_over_here(poll: Poll, turn: Turn) -> bool:
    """Return whether an open poll of a network no longer counts in the community of the turn's room."""
    if poll.network_id is None or poll.state != PollState.OPEN or turn.room_context.community is None:
        return False
    return not await showings.takes_part(turn.uow, await _showing_here(poll, turn), poll.network_id)


def check_place(poll: Poll, turn: Turn) -> None:
    """Raise Refusal("poll-vote-at-home") where communities count, and the person votes in none."""
    if settings.of(poll).per_community and community_of_vote(poll, turn) is None:
        raise Refusal("poll-vote-at-home", number=poll.number)


def community_of_vote(poll: Poll, turn: Turn) -> int | None:
    """Return the community in which somebody votes in a network's poll; in a private chat, where they came from."""
    if poll.network_id is None:
        return None
    here = turn.room_context.community or turn.room_context.home_community
    return here.id if here is not None else None


async def lines(poll: Poll, turn: Turn) -> list[Rich]:
    """Return whose poll it is, where it goes beyond the rooms of its network."""
    if poll.network_id is None or not settings.of(poll).spread:
        return []
    network = await turn.uow.get(Network, poll.network_id)
    text_id = "poll-of-communities" if settings.of(poll).per_community else "poll-of-network"
    return [turn.text(text_id, network=network.name)] if network is not None else []


async def named(poll: Poll, turn: Turn) -> str:
    """Return the question, in a community with the name of the network that asks it."""
    if poll.network_id is None or turn.room_context.community is None:
        return poll.question
    network = await turn.uow.get(Network, poll.network_id)
    return f"{poll.question} ({network.name})" if network is not None else poll.question
