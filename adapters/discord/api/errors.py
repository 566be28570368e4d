"""How a request ended, in the words of the contract.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
"""

from __future__ import annotations

import aiohttp
import discord

from bots.ports import Later, Refused

Failure = Refused | Later
NEEDED = {
    "view_channel": ("View Channel", "read"),
    "send_messages": ("Send Messages", "send"),
    "read_message_history": ("Read Message History", "history"),
    "attach_files": ("Attach Files", "attach"),
    "send_polls": ("Create Polls", "polls"),
    "create_events": ("Create Events", "events"),
}
"""Discord's own word for each right, and what breaks without it; the bot asks for these and no others."""
NETWORK_ERRORS = (aiohttp.ClientError, TimeoutError, OSError)
"""What discord.py lets through when no answer came."""

UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK = 10003, 10004, 10008, 10015
UNKNOWN_INTERACTION, UNKNOWN_EVENT, ALREADY_ANSWERED = 10062, 10070, 40060
NO_ACCESS, NO_PRIVATE, NO_RIGHT, POLL_OVER, ASLEEP = 50001, 50007, 50013, 520001, 50083
_GONE = (UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, UNKNOWN_EVENT)
_TOO_LARGE, _OLD_EDITS, _TOO_MANY = 40005, 30046, 20028
_FIRST_SERVER_ERROR, _LIMITED, _TOO_LONG = 500, 429, 413
_OLD_EDIT_SECONDS = 60.0
_SAYS = {160002: NEEDED["read_message_history"][0]}
"""Refusals that say themselves which right is missing."""


def failure(error: discord.HTTPException | discord.RateLimited, right: str | None = None) -> Failure:
    """The receipt of a request that Discord refused. `right`: the one that is missing, as Discord calls it."""
    if isinstance(error, discord.RateLimited):
        return Later(error.retry_after, "rate limit")
    said = f"{error.status} {error.code} {error.text}".strip()
    if error.status == _LIMITED or error.code in (_OLD_EDITS, _TOO_MANY):
        return Later(_OLD_EDIT_SECONDS if error.code == _OLD_EDITS else retry_after(error), said)
    if error.status >= _FIRST_SERVER_ERROR:
        return Later(0.0, said)
    if error.status == 401:
        return Later(0.0, said, account_wide=True)
    if error.code == NO_PRIVATE:
        return Refused("unreachable-person", said)
    if error.status == 403 or error.code in _SAYS:
        return Refused("forbidden", said, _SAYS.get(error.code, right))
    if error.status == 404 or error.code in _GONE:
        return Refused("gone", said)
    if error.status == _TOO_LONG or error.code == _TOO_LARGE:
        return Refused("too-long", said)
    return Refused("invalid", said)


def retry_after(error: discord.HTTPException) -> float:
    """The seconds that Discord asks for; 1 where it does not say."""
    try:
        return float(error.response.headers.get("Retry-After", 1.0))
    except ValueError:
        return 1.0


def network(error: BaseException) -> Later:
    """The receipt of a request that got no answer: with an equal nonce it is simply made again."""
    return Later(0.0, str(error) or type(error).__name__, account_wide=True)
