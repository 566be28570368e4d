"""The echo of a highlight: the note at the original says how many people liked its copies, and how many replied.

Reactions come in bursts, and a highlight may have ten thousand copies. A timer tells of them together: every minute for
a few copies, less often for more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bots.core.card_id import CardId
from bots.core.inbound import MessageDeleted, MessagePosted, ReactionAdded, ReactionRemoved, TimerFired
from bots.core.integers import parse_int
from bots.features.highlights import curation, rising
from bots.turn import rounds
from bots.turn.turn import Turn
from storage.queries import decisions, echoes, placements
from storage.tables import (
    Decision,
    DecisionState,
    Highlight,
    HighlightState,
    Membership,
    MembershipState,
    Network,
    Share,
)
from storage.unit_of_work import UnitOfWork

_PAUSES = ((rounds.SIZE, timedelta(minutes=1)), (500, timedelta(minutes=15)))
"""How long the numbers are gathered with at most so many copies; with more, for an hour."""
_LONGEST_PAUSE = timedelta(hours=1)
_START = datetime(2000, 1, 1, tzinfo=UTC)


async def note_change(number: int, turn: Turn) -> None:
    """Show the numbers of a published highlight when the present pause is over, however many reactions follow."""
    copies = await placements.count_up_to(turn.uow, f"highlight:{number}", _PAUSES[-1][0] + 1)
    pause = next((pause for most, pause in _PAUSES if copies <= most), _LONGEST_PAUSE)
    turn.schedule(rising.ECHO_TIMER, str(number), turn.now + pause - (turn.now - _START) % pause)


async def count_reaction_to_copy(_value: ReactionAdded | ReactionRemoved, card: CardId, turn: Turn) -> None:
    """Note a reaction to a copy. A copy never becomes a highlight itself."""
    if (number := parse_int(card.subject)) is not None:
        await note_change(number, turn)


async def count_reply(message: MessagePosted, turn: Turn) -> None:
    """Count a reply to a copy, unless the author of the original wrote it. Nothing but its id is kept."""
    card = await turn.card_replied_to(message) if not message.person.bot else None
    if card is None or card.kind != "highlight":
        return
    highlight = await turn.uow.get(Highlight, parse_int(card.subject))
    if highlight is None or highlight.state != HighlightState.PUBLISHED or highlight.author_id == turn.member_id:
        return
    row = {"account": message.account, "room": message.room, "message": message.message, "highlight_id": highlight.id}
    turn.uow.defer(echoes.ADD_REPLY, row)
    await note_change(highlight.id, turn)


async def discount_reply(value: MessageDeleted, turn: Turn) -> None:
    """No longer count a deleted reply."""
    number = await echoes.highlight_answered_by(turn.uow, value.account, value.room, value.message)
    if number is not None:
        address = {"b_account": value.account, "b_room": value.room, "b_message": value.message}
        turn.uow.defer(echoes.DELETE_REPLY, address)
        await note_change(number, turn)


async def show_numbers(timer: TimerFired, turn: Turn) -> None:
    """Redraw the copies and the note beside the original, and let reactions carry what waits in a queue."""
    highlight = await rising.on_its_way(int(timer.subject), turn)
    if highlight is None:
        return
    turn.refresh_card(f"highlight:{highlight.id}")
    turn.refresh_card(f"highlightnote:{highlight.id}")
    for decision in await decisions.of_highlight(turn.uow, highlight):
        if decision.state == DecisionState.QUEUED:
            await _carry(decision, highlight, turn)


async def _carry(decision: Decision, highlight: Highlight, turn: Turn) -> None:
    """Show a queued highlight without a coordinator if enough people of the level below like it."""
    network = await turn.uow.get(Network, decision.network_id)
    bond = await turn.uow.get(Membership, decision.membership_id)
    if network is None or bond is None or not network.carry_people:
        return
    if bond.state != MembershipState.ACTIVE or bond.rises == Share.NOTHING:
        return
    people = await echoes.count_in_place(turn.uow, highlight, bond)
    if people >= network.carry_people and not await decisions.has_reached(turn.uow, highlight, network):
        curation.settle(decision, DecisionState.PASSED, turn, by=None)
        rising.arrive(highlight, network, turn)


async def answered_rooms(uow: UnitOfWork) -> Sequence[tuple[str, str]]:
    """Return the rooms that show copies, in which we count replies."""
    return await placements.rooms_with(uow, "highlight")
