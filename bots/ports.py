"""What the core asks of the outside. Each port ships its in-memory twin (bots/testing.py, bots/clock.py).

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
7. An interaction (`token`) is acknowledged in the platform's time even when the core is slow; the core answers each
   with one Answer or ShowForm. What comes too late for that is said in private; in the room where it works there only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from bots.core.inbound import Attachment, Value
from bots.core.outbound import Call


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a platform account can do. Lengths in characters, times in seconds.

    `joiner` stands between the words of a command's name; `options`: arguments are given by name.
    `toasts`: a press can be answered by a short private notice. `gatherings`: the platform has scheduled events.
    `upload_bytes`: the largest file, 0 for none. `private_link`: an address with `{payload}` where a person begins a
    private talk. `withdrawals`: it tells when a message is deleted. `lanes`: rooms that are sent to at once.
    `native_polls`: without buttons every poll is native too, with buttons when the connector asks.
    """

    platform: str = "memory"
    prefix: str = "!"
    joiner: str = " "
    options: bool = False
    buttons: bool = True
    private_answers: bool = False
    toasts: bool = False
    native_polls: bool = False
    gatherings: bool = False
    forms: bool = False
    upload_bytes: int = 0
    private_link: str = ""
    edits: bool = True
    withdrawals: bool = True
    fetch: bool = True
    idempotent: bool = False
    moments: bool = False
    message_length: int = 4000
    edit_interval: float = 2.0
    lanes: int = 8


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
    """Not now: try again after `seconds`. `account_wide`: nothing of this account would get through either. `paced`:
    the adapter keeps to a limit before the platform has to insist on it; that is no failure."""

    seconds: float
    detail: str = ""
    account_wide: bool = False
    paced: bool = False


class Unknown(msgspec.Struct, frozen=True):
    """It may or may not have been performed (the reply was lost)."""

    detail: str = ""


Receipt = Sent | Refused | Later | Unknown


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """One outbox row to perform. `key` is its idempotency key; `target` the platform message that shows the card,
    `also` those that came with it. `files` are the contents of the call's attachments, None for one that can't be
    read. `made`: when the row was put in; it was not performed before."""

    key: str
    call: Call
    target: str | None = None
    also: tuple[str, ...] = ()
    files: tuple[bytes | None, ...] = ()
    made: datetime | None = None


class AccountRefused(Exception):
    """The platform rejects the account (wrong token, wrong homeserver). The message says what to change, and where."""


class Inbox(Protocol):
    """Where adapters hand in what they heard."""

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Returns once the values that concern somebody, and the cursor behind them, are committed.
        When none concerns anybody, returns at once and the cursor follows within seconds."""

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """The stored token to read on from; None on the first start."""

    async def cursors(self, account: str) -> dict[str, str]:
        """All stored tokens of an account, by scope."""

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """What somebody may mean who has typed so much of an argument: (value, label), the best first."""


class Adapter(Protocol):
    """One platform account of the bot."""

    account: str
    platform: str
    capabilities: Capabilities

    async def run(self, inbox: Inbox) -> None:
        """Listen until cancelled. Raises AccountRefused."""

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value."""

    async def read(self, attachment: Attachment) -> bytes | None:
        """The content of a file that this account handed in; None when it can't be had any more."""

    async def close(self) -> None:
        """Let go of connections; `run` has ended."""


class Clock(Protocol):
    """The time, as the rest of the system is told it."""

    def now(self) -> datetime:
        """Aware UTC."""
