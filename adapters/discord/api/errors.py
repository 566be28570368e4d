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
"""Each right that the bot asks for: Discord's name for it, and what breaks without it."""
NETWORK_ERRORS = (aiohttp.ClientError, TimeoutError, OSError)
"""The exceptions of discord.py when no answer came."""

UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK = 10003, 10004, 10008, 10015
UNKNOWN_INTERACTION, UNKNOWN_EVENT, ALREADY_ANSWERED = 10062, 10070, 40060
POLL_EXPIRED, THREAD_ARCHIVED, THREAD_LOCKED, FINISHED_EVENT = 520001, 50083, 160005, 180000
_GONE = (UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, UNKNOWN_EVENT)
_WRITE_LIMIT = 20028
_FIRST_SERVER_ERROR, _UNAUTHORIZED, _RATE_LIMITED, _PAYLOAD_TOO_LARGE = 500, 401, 429, 413
_PAUSES = {30046: 60.0, 40003: 600.0, 160006: 600.0}
"""Seconds to wait where Discord states none: edits of old messages, new direct messages, active threads."""
_REASONS = {
    50007: "unreachable-person",  # takes no direct messages
    50278: "unreachable-person",  # is on none of our servers
    THREAD_LOCKED: "forbidden",
    200000: "invalid",  # the server's AutoMod blocks the message
    200001: "invalid",  # or a title
    40005: "too-long",
}
_RIGHT_BY_CODE = {160002: NEEDED_RIGHTS["read_message_history"][0]}
"""Error codes that name the missing right themselves."""


def error_receipt(error: discord.HTTPException | discord.RateLimited, right: str | None = None) -> Refused | Later:
    """Return the receipt of a request that Discord refused. `right`: Discord's name of the missing right."""
    if isinstance(error, discord.RateLimited):
        return Later(error.retry_after, "rate limit")
    detail = f"{error.status} {error.code} {error.text}".strip()
    return _temporary(error, detail) or _permanent(error, detail, right)


def _temporary(error: discord.HTTPException, detail: str) -> Later | None:
    if error.code in _PAUSES:
        return Later(_PAUSES[error.code], detail)
    if error.status == _RATE_LIMITED or error.code == _WRITE_LIMIT:
        return Later(retry_after(error), detail)
    if error.status >= _FIRST_SERVER_ERROR:
        return Later(0.0, detail)
    return Later(0.0, detail, account_wide=True) if error.status == _UNAUTHORIZED else None


def _permanent(error: discord.HTTPException, detail: str, right: str | None) -> Refused:
    if error.code in _REASONS:
        return Refused(_REASONS[error.code], detail)
    if error.status == 403 or error.code in _RIGHT_BY_CODE:
        return Refused("forbidden", detail, _RIGHT_BY_CODE.get(error.code, right))
    if error.status == 404 or error.code in _GONE:
        return Refused("gone", detail)
    return Refused("too-long" if error.status == _PAYLOAD_TOO_LARGE else "invalid", detail)


def direct_receipt(error: discord.HTTPException | discord.RateLimited) -> Refused | Later:
    """Return the receipt when a direct message channel cannot be opened: whatever is final is about the person."""
    receipt = error_receipt(error)
    return receipt if isinstance(receipt, Later) else Refused("unreachable-person", receipt.detail)


def retry_after(error: discord.HTTPException) -> float:
    """Return the seconds to wait that Discord asks for, or 1."""
    try:
        return float(error.response.headers.get("Retry-After", 1.0))
    except ValueError:
        return 1.0


def network_error_receipt(error: BaseException) -> Later:
    """Return the receipt of a request without an answer. The nonce makes it safe to repeat."""
    return Later(0.0, str(error) or type(error).__name__, account_wide=True)
