"""What the core asks of the outside. Each port ships its in-memory twin (bots/twins.py, bots/clocks.py).

The contract every adapter keeps (tests/contract/ runs it over each of them):

1. `run` turns what the platform says into inbound values and gives them to the inbox with the cursor that lies behind
   them, in the platform's order. It never starts ahead of the last stored cursor and ends only when cancelled, or with
   AccountRefused when the platform rejects the account. An unreachable platform is waited for, with back-off.
2. A value's `key` is the same each time the platform says the same thing again.
3. The bot's own messages and reactions give no values; `Person.admin` is filled in on everything a person caused.
4. `send` performs one outbound value and says how it ended as a Receipt; it raises nothing but cancellation.
   Two sendings with one key show once, when `capabilities.idempotent` says so.
5. People's text is shown as they wrote it: escaped, no notification but to `Content.mentions`, cut on a grapheme at
   `capabilities.message_length` with an ellipsis.
6. Where the platform has no buttons, `send` offers each Button's emoji as a reaction, and a reaction with that emoji
   comes in as ReactionAdded: the core knows the button.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from bots.core.inbound import Value
from bots.core.outbound import Call


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a platform account can do. Lengths in characters, times in seconds."""

    platform: str = "memory"
    prefix: str = "!"
    buttons: bool = True
    private_answers: bool = False
    native_polls: bool = False
    forms: bool = False
    edits: bool = True
    fetch: bool = True
    idempotent: bool = False
    moments: bool = False
    message_length: int = 4000
    edit_interval: float = 2.0


class Cursor(msgspec.Struct, frozen=True):
    """How far an account has been read. `scope` is empty for one cursor an account, else the room it is about."""

    account: str
    token: str
    scope: str = ""


class Sent(msgspec.Struct, frozen=True):
    """Performed. `messages` are the platform ids that now show it, first the one to edit; `room` when it went elsewhere
    than asked (a private talk)."""

    messages: tuple[str, ...] = ()
    room: str | None = None


class Refused(msgspec.Struct, frozen=True):
    """Will never work as asked. `reason`: `forbidden`, `gone`, `unreachable-person`, `too-long` or `invalid`."""

    reason: str
    detail: str = ""
    right: str | None = None


class Later(msgspec.Struct, frozen=True):
    """Not now: try again after `seconds`. `account_wide`: nothing of this account would get through either."""

    seconds: float
    detail: str = ""
    account_wide: bool = False


class Unknown(msgspec.Struct, frozen=True):
    """It may or may not have been performed (the reply was lost)."""

    detail: str = ""


Receipt = Sent | Refused | Later | Unknown


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """One outbox row to perform. `key` is its idempotency key; `target` the platform message that shows the card."""

    key: str
    call: Call
    target: str | None = None


class AccountRefused(Exception):
    """The platform rejects the account (wrong token, wrong homeserver). The message says what to change, and where."""


class Inbox(Protocol):
    """Where adapters hand in what they heard."""

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Returns once the values that concern somebody, and the cursor behind them, are committed.
        When none concerns anybody, returns at once and the cursor follows within seconds."""

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """The stored token to read on from; None on the first start."""


class Adapter(Protocol):
    """One platform account of the bot."""

    account: str
    platform: str
    capabilities: Capabilities

    async def run(self, inbox: Inbox) -> None:
        """Listen until cancelled. Raises AccountRefused."""

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value."""

    async def close(self) -> None:
        """Let go of connections; `run` has ended."""


class Clock(Protocol):
    """The time, as the rest of the system is told it."""

    def now(self) -> datetime:
        """Aware UTC."""
