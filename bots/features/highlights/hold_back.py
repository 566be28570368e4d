"""The wait between agreement and publication, when a message can still be stopped."""

from __future__ import annotations

from bots.features.highlights import rules
from bots.turn.turn import Turn
from storage.queries import decisions, editions
from storage.tables import DecisionState, Highlight, HighlightState

QUEUE_CARD = "highlightqueue"
"""The kind of card that asks a coordinator about a highlight."""


def start(highlight: Highlight, turn: Turn) -> None:
    """Publish after the community's time of notice, counted from now."""
    highlight.state, highlight.created_at = HighlightState.HELD, turn.now
    turn.schedule("highlight-publish", str(highlight.id), rules.publication_time(highlight, turn.community))


async def follow_change(highlight: Highlight, turn: Turn) -> None:
    """Give the author the time of notice once more for other words, and refresh the cards that show them."""
    if highlight.state == HighlightState.HELD:
        start(highlight, turn)
    await refresh_cards(highlight, turn)


async def refresh_cards(highlight: Highlight, turn: Turn) -> None:
    """Refresh the copies, and all else that shows the message's words."""
    turn.refresh_card(f"highlight:{highlight.id}")
    for card in await other_cards(highlight, turn):
        turn.refresh_card(card)


async def other_cards(highlight: Highlight, turn: Turn) -> list[str]:
    """Return the cards with the message's words beside its copies: the note, the queues and the digests."""
    way = await decisions.of_highlight(turn.uow, highlight)
    queues = [f"{QUEUE_CARD}:{decision.id}" for decision in way if decision.state != DecisionState.HEARD]
    quoting = await editions.cards_quoting(turn.uow, highlight.id)
    digests = {highlight.digest, *(decision.digest for decision in way), *quoting} - {""}
    return [f"highlightnote:{highlight.id}", *queues, *sorted(digests)]
