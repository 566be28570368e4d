"""Cards drawn anew: at the end of a transaction, once a card, for each room that shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from bots.core import outbound
from bots.core.outbound import Content
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, outbox, placements
from storage.tables import Placement

CardShow = Callable[[str, Turn], Awaitable[Content | None]]
"""Renders a card's object for the turn's room; None when it is gone."""
Shows = Mapping[str, CardShow]


def object_of(card: str) -> str:
    """`poll:17` is about `17`."""
    return card.split(":", 1)[1]


async def redraw(shows: Shows, turn: Turn, card: str, cause: str) -> None:
    """Put the newest content of a card in the outbox, for each room that shows it. `cause`: the key of the change."""
    shown = await placements.placements_of(turn.uow, [card])
    rooms = await communities.rooms_at(turn.uow, {(placement.account, placement.room) for placement in shown})
    for placement in shown:
        room = rooms.get((placement.account, placement.room))
        here = turn.at(await room_context.of_room(turn.uow, room))
        content = await shows[card.split(":", 1)[0]](object_of(card), here)
        if content is not None:
            put(placement, content, here, cause)


def put(placement: Placement, content: Content, turn: Turn, cause: str) -> None:
    """Change what one message shows; the newest content counts."""
    content = turn.spelled(content, placement.account)
    call = outbound.Edit(room=placement.room, card=placement.card, content=content)
    interval = timedelta(seconds=turn.interval_at(placement.account))
    earliest = placement.edited_at + interval if placement.edited_at else turn.now
    turn.uow.defer(
        outbox.PUT_NEWEST,
        outbox.row(
            key=f"{cause}~{placement.card}@{placement.id}", account=placement.account, room=placement.room, kind="Edit",
            payload=outbound.encode(call), card=None, placement=placement.outbox_key, priority=2, now=turn.now,
            collapse=f"{placement.card}@{placement.id}", not_before=max(turn.now, earliest),
        ),
    )  # fmt: skip
