"""Store how much of the rate limits is used, so that a restart counts the last minute of each group."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import msgspec

from adapters.telegram.api.rate_limiter import RateLimiter
from bots.ports import Clock, Cursor, Inbox

SCOPE = "rate-limits"
SAVE_SECONDS = 2.0
_UNSAVED = 5
"""Messages that a group may have got between the last save and the end of the run."""


class _Saved(msgspec.Struct, frozen=True):
    """`at`: Unix time; `sent`: the ages of each group's messages then, in seconds."""

    at: float
    sent: dict[str, list[float]]


async def restore_usage(limiter: RateLimiter, inbox: Inbox, account: str, clock: Clock) -> None:
    """Load what the last run sent, and what it may have sent after it was saved."""
    token = await inbox.cursor(account, SCOPE)
    try:
        saved = msgspec.json.decode(token or "", type=_Saved)
    except msgspec.MsgspecError:
        return
    passed = max(0.0, clock.now().timestamp() - saved.at)
    unsaved = [-min(passed, SAVE_SECONDS)] * _UNSAVED
    limiter.restore({int(chat): [age + passed for age in (*ages, *unsaved)] for chat, ages in saved.sent.items()})


async def save_usage(limiter: RateLimiter, inbox: Inbox, account: str, clock: Clock) -> None:
    """Save the usage of the busy groups until cancelled."""
    before: Mapping[int, object] = {}
    while True:
        await asyncio.sleep(SAVE_SECONDS)
        usage = limiter.usage()
        if usage or before:
            sent = {str(chat): [round(age, 2) for age in ages] for chat, ages in usage.items()}
            token = msgspec.json.encode(_Saved(clock.now().timestamp(), sent)).decode()
            await inbox.submit([], Cursor(account, token, SCOPE))
        before = usage
