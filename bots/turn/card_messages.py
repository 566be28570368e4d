"""The messages that show a card, and the scheduled events and polls: how they change, close and go."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core import outbound
from bots.core.richtext import Rich
from bots.turn import rounds
from bots.turn.outgoing import Outgoing
from bots.turn.rounds import Round
from storage.queries import placements
from storage.tables import Placement


class CardMessages(Outgoing):
    """Redraws, withdraws and closes what shows a card."""

    def refresh_card(self, card: str, *, rewrite: bool = False) -> None:
        """Redraw a card wherever it is shown, once, at the end of the transaction.

        `rewrite`: also where it is still to be sent, since its old content was taken back.
        """
        self.effects.dirty_cards.setdefault(card, self.value.key)
        if rewrite:
            self.effects.rewritten_cards.add(card)

    async def withdraw_card(self, card: str) -> None:
        """Delete the messages that show a card; very many of them in rounds (bots/turn/rounds.py)."""
        self.effects.withdrawn_cards.add(card)
        shown = await placements.placements_of(self.uow, [card], limit=rounds.SIZE + 1)
        if len(shown) > rounds.SIZE:
            Round(rounds.WITHDRAW, card, await placements.newest_id(self.uow, card)).begin(self)
        else:
            self.withdraw(shown)

    def withdraw(self, shown: Sequence[Placement]) -> None:
        """Delete these messages."""
        for placement in shown:
            placement.gone = True
            call = outbound.Delete(room=placement.room, card=placement.card)
            self.enqueue(placement.account, call, placement=placement.outbox_key)

    async def detach_card(self, card: str) -> bool:
        """Stop updating the card in the turn's room, which has a new id. Return False if no message there shows it."""
        shown = [
            placement
            for placement in await placements.placements_of(self.uow, [card])
            if placement.message is not None and (placement.account, placement.room) == (self.account, self.room.room)
        ]
        for placement in shown:
            placement.gone = True
        return bool(shown)

    async def publish_scheduled_event(self, event: outbound.PublishScheduledEvent) -> None:
        """Create the platform's scheduled event that shows this card, or change it if it exists."""
        shown = await placements.placements_of(self.uow, [event.card])
        for placement in shown:
            self.enqueue(placement.account, event, placement=placement.outbox_key)
        if not shown:
            self.enqueue(self.account, event)

    async def cancel_scheduled_event(self, card: str) -> None:
        """Cancel the scheduled event that shows a card."""
        for placement in await placements.placements_of(self.uow, [card]):
            placement.gone = True
            call = outbound.CancelScheduledEvent(room=placement.room, card=card)
            self.enqueue(placement.account, call, placement=placement.outbox_key)

    async def close_poll(self, card: str, text: Rich, *, ended: str | None = None) -> None:
        """End the native polls that show a card, except the message `ended`, whose poll somebody has ended already."""
        for placement in await placements.placements_of(self.uow, [card]):
            if ended is not None and placement.message == ended:
                continue
            close = outbound.ClosePoll(room=placement.room, card=card, text=text)
            self.enqueue(placement.account, close, placement=placement.outbox_key)
