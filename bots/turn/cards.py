"""Cards: redrawn at the end of a transaction, once each, for every room that shows them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta

from msgspec import structs

from bots.core import outbound
from bots.core.card_id import CardId
from bots.core.outbound import Content
from bots.turn import rounds
from bots.turn.rounds import Round
from bots.turn.turn import Turn
from storage.queries import communities, erasure, outbox, placements
from storage.tables import Placement

CardRenderer = Callable[[str, Turn], Awaitable[Content | None]]
"""Renders the card of a subject for the turn's room. Returns None when the subject is gone."""
CardRenderers = Mapping[str, CardRenderer]
"""The renderers by the card's kind."""


async def keep(_subject: str, _turn: Turn) -> None:
    """Leave a message as it is: the renderer of cards that never change."""


async def post(renderer: CardRenderer, card: str, turn: Turn, *, key: str | None = None, silent: bool = False) -> None:
    """Post another message that shows a card, unless its subject is gone."""
    content = await renderer(CardId.parse(card).subject, turn)
    if content is not None:
        turn.post_content(structs.replace(content, silent=silent), card=card, key=key)


async def show_again(renderer: CardRenderer, card: str, turn: Turn) -> None:
    """Post a card at the end of the room. The message further up says so and is no longer updated.

    A room has one live message of a card. Do nothing while one is on its way.
    """
    shown = [
        placement
        for placement in await placements.placements_of(turn.uow, [card])
        if (placement.account, placement.room) == (turn.account, turn.room.room)
    ]
    if await placements.any_on_its_way(turn.uow, shown):
        return
    for placement in shown:
        placement.gone = True
        if placement.message is not None:
            enqueue_edit(placement, Content(text=turn.text("card-further-down")), turn, turn.value.key)
    await post(renderer, card, turn)


async def rewrite_unsent(card: str, content: Content, turn: Turn) -> None:
    """Replace the text of a card's posts that are not sent yet, and of those that failed.

    The platform recognizes a post by its key: if it has arrived, the next try only tells its message.
    """
    for row in await erasure.unsent_posts(turn.uow, card):
        if (row.account, row.room) == (turn.account, turn.room.room):
            post = outbound.decode(row.payload)
            assert isinstance(post, outbound.Post)
            formatted = turn.format_commands(content, row.account)
            changed = structs.replace(post.content, text=formatted.text, buttons=formatted.buttons)
            row.payload = outbound.encode(structs.replace(post, content=changed))


async def redraw(renderers: CardRenderers, turn: Turn, card: str, cause: str, *, rewrite: bool = False) -> None:
    """Enqueue an edit of each message that shows a card. `cause` is the key of the value that changed it.

    `rewrite`: change also the posts that are not sent yet, since the old content was taken back.
    A card that many messages show is redrawn in rounds (bots/turn/rounds.py).
    """
    shown = await placements.placements_of(turn.uow, [card], limit=rounds.SIZE + 1)
    if len(shown) > rounds.SIZE:
        redraw_later(turn, card, rewrite=rewrite)
    else:
        await redraw_each(renderers, turn, shown, cause, rewrite=rewrite)


def redraw_later(turn: Turn, card: str, *, rewrite: bool = False) -> None:
    """Redraw a card in rounds that begin when this transaction is committed."""
    Round(rounds.REWRITE if rewrite else rounds.REDRAW, card).begin(turn)


async def redraw_each(
    renderers: CardRenderers, turn: Turn, shown: Sequence[Placement], cause: str, *, rewrite: bool = False
) -> None:
    """Enqueue an edit of each of these messages, as `redraw` does."""
    rooms = await communities.rooms_by_address(turn.uow, {(placement.account, placement.room) for placement in shown})
    for placement in shown:
        card_id = CardId.parse(placement.card)
        room = rooms.get((placement.account, placement.room))
        room_turn = await turn.for_room(room)
        content = await renderers[card_id.kind](card_id.subject, room_turn)
        if content is not None and rewrite and room is not None:
            await rewrite_unsent(placement.card, content, room_turn)
        if content is not None:
            enqueue_edit(placement, content, room_turn, cause)


def enqueue_edit(placement: Placement, content: Content, turn: Turn, cause: str) -> None:
    """Enqueue an edit of one message, unless it shows this already. It replaces an edit that is still pending."""
    content = turn.format_commands(content, placement.account)
    shown = outbound.digest(content)
    if shown == placement.shown:
        return
    placement.shown = shown
    _offer(content, placement)
    call = outbound.Edit(room=placement.room, card=placement.card, content=content)
    interval = timedelta(seconds=turn.capabilities_by_account[placement.account].edit_interval)
    earliest = placement.edited_at + interval if placement.edited_at else turn.now
    turn.uow.defer(
        outbox.ENQUEUE_OR_REPLACE,
        outbox.pending_row(
            key=f"{cause}~{placement.card}@{placement.id}", account=placement.account, room=placement.room, kind="Edit",
            payload=outbound.encode(call), card=None, placement=placement.outbox_key, priority=2, now=turn.now,
            collapse_key=f"{placement.card}@{placement.id}", not_before=max(turn.now, earliest),
        ),
    )  # fmt: skip


def _offer(content: Content, placement: Placement) -> None:
    """Let reactions press the buttons that an edit brings. Those of before still say what became of them."""
    known = dict(json.loads(placement.buttons))
    if any(known.get(button.emoji) != button.id for button in content.buttons):
        known.update({button.emoji: button.id for button in content.buttons})
        placement.buttons = json.dumps([[emoji, button] for emoji, button in known.items()])
