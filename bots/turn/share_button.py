"""The button with which a connector shares a poll's results or an event with the networks."""

from __future__ import annotations

from bots.core.outbound import Button
from bots.turn.turn import Turn

SHARE_VERB = "hlshare"
"""Its verb: `hlshare:poll:17`."""


def share_button(kind: str, number: int, turn: Turn) -> tuple[Button, ...]:
    """Return the button with which a connector shares an object, where there are buttons and networks to share with."""
    context = turn.room_context
    if context.community is None or not context.community.relaying or not turn.capabilities.buttons:
        return ()
    if not context.shares_with:
        return ()
    return (Button(f"{SHARE_VERB}:{kind}:{number}", turn.label("share-object"), "📣"),)
