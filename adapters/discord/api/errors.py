"""Discord's errors as receipts.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
"""

from __future__ import annotations

import aiohttp
import discord

from bots.ports import Later, Refused

NEEDED_RIGHTS = {
    "view_channel": ("View Channel", "read"),
    "send_messages": ("Send Messages", "send"),
    "read_message_history": ("Read Message History", "history"),
    "attach_files": ("Attach Files", "attach"),
    "send_polls": ("Create Polls", "polls"),
    "create_events": ("Create Events", "events"),
}
"""Each right that the bot asks for: Discord's name of it, and what breaks without it."""
NETWORK_ERRORS = (aiohttp.ClientError, TimeoutError, OSError)
"""The exceptions of discord.py when no answer came."""

UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK = 10003, 10004, 10008, 10015
UNKNOWN_INTERACTION, UNKNOWN_EVENT, ALREADY_ANSWERED = 10062, 10070, 40060
CANNOT_MESSAGE_USER, POLL_EXPIRED, THREAD_ARCHIVED = 50007, 520001, 50083
_GONE = (UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, UNKNOWN_EVENT)
_TOO_LARGE, _OLD_MESSAGE_EDITS, _WRITE_LIMIT = 40005, 30046, 20028
_FIRST_SERVER_ERROR, _UNAUTHORIZED, _RATE_LIMITED, _PAYLOAD_TOO_LARGE = 500, 401, 429, 413
_OLD_MESSAGE_EDIT_SECONDS = 60.0
_RIGHT_BY_CODE = {160002: NEEDED_RIGHTS["read_message_history"][0]}
"""Error codes that name the missing right themselves."""


def error_receipt(error: discord.HTTPException | discord.RateLimited, right: str | None = None) -> Refused | Later:
    """Return the receipt of a request that Discord refused. `right`: Discord's name of the missing right."""
    if isinstance(error, discord.RateLimited):
        return Later(error.retry_after, "rate limit")
    detail = f"{error.status} {error.code} {error.text}".strip()
    if error.status == _RATE_LIMITED or error.code in (_OLD_MESSAGE_EDITS, _WRITE_LIMIT):
        seconds = _OLD_MESSAGE_EDIT_SECONDS if error.code == _OLD_MESSAGE_EDITS else retry_after(error)
        return Later(seconds, detail)
    if error.status >= _FIRST_SERVER_ERROR:
        return Later(0.0, detail)
    if error.status == _UNAUTHORIZED:
        return Later(0.0, detail, account_wide=True)
    if error.code == CANNOT_MESSAGE_USER:
        return Refused("unreachable-person", detail)
    if error.status == 403 or error.code in _RIGHT_BY_CODE:
        return Refused("forbidden", detail, _RIGHT_BY_CODE.get(error.code, right))
    if error.status == 404 or error.code in _GONE:
        return Refused("gone", detail)
    if error.status == _PAYLOAD_TOO_LARGE or error.code == _TOO_LARGE:
        return Refused("too-long", detail)
    return Refused("invalid", detail)


def retry_after(error: discord.HTTPException) -> float:
    """Return the seconds to wait that Discord asks for, or 1."""
    try:
        return float(error.response.headers.get("Retry-After", 1.0))
    except ValueError:
        return 1.0


def network_error_receipt(error: BaseException) -> Later:
    """Return the receipt of a request without an answer. The nonce makes it safe to repeat."""
    return Later(0.0, str(error) or type(error).__name__, account_wide=True)
