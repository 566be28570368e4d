"""The wait between the agreement and the publication, in which a message can still be stopped."""

from __future__ import annotations

from bots.features.highlights import rules
from bots.turn.turn import Turn
from storage.tables import Highlight, HighlightState


def start(highlight: Highlight, turn: Turn) -> None:
    """Publish after the community's time of notice, counted from now."""
    highlight.state, highlight.created_at = HighlightState.HELD, turn.now
    turn.schedule("highlight-publish", str(highlight.id), rules.publication_time(highlight, turn.community))


def refresh_cards(highlight: Highlight, turn: Turn) -> None:
    """Refresh the copies, the note beside the original, and the digest that quotes it."""
    turn.refresh_card(f"highlight:{highlight.id}")
    turn.refresh_card(f"highlightnote:{highlight.id}")
    if highlight.digest:
        turn.refresh_card(highlight.digest)
