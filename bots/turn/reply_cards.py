"""The cards of answers to a command that did nothing: an edit of the command replaces them."""

from __future__ import annotations

from hashlib import blake2s

from bots.core.inbound import CommandInvoked, Inbound

REPLY_CARD = "reply"
"""Their kind."""


def reply_card(value: Inbound) -> str | None:
    """Return the card of the answers to a typed command; None for any other value.

    It names the message and its author, so that an edit of theirs finds them.
    """
    if not isinstance(value, CommandInvoked) or value.message is None or value.token is not None:
        return None
    return reply_card_of(value.account, value.room, value.message, value.person.user)


def reply_card_of(account: str, room: str, message: str, user: str) -> str:
    """Return the card of the answers to what a user typed in a message."""
    joined = "\n".join((account, room, message, user))
    return f"{REPLY_CARD}:{blake2s(joined.encode(), digest_size=12).hexdigest()}"
