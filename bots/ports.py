"""The interfaces between the core and its surroundings. bots/testing holds a fake of each.

The contract of every adapter (tests/contract/ tests each of them):

1. `run` turns platform updates into inbound values and submits them to the inbox in the platform's order, with the
   cursor after them. It never starts ahead of the stored cursor. It ends only on cancellation, or with AccountRefused
   when the platform rejects the account. While the platform is unreachable it waits, with back-off.
2. The same update always gives a value with the same `key`.
3. The bot's own messages and reactions give no values. `Person.admin` is set on everything a person caused.
4. `send` performs one outbound value and returns a Receipt. It raises nothing but CancelledError.
   When `capabilities.idempotent` is true, two sendings with the same key show once.
5. People's text is shown as they wrote it: escaped, notifying only `Content.mentions`, and truncated at a grapheme
   boundary to `capabilities.message_length`, with an ellipsis.
6. On a platform without buttons, `send` adds each Button's emoji as a reaction if the content offers them, and takes
   it back with the button. A person's reaction with that emoji comes in as ReactionAdded; the core finds the button.
7. The adapter acknowledges an interaction (`token`) within the platform's time limit even when the core is slow. The
   core answers each with one Answer or ShowForm. A late answer is private; it goes to the room only when nothing else
   is possible.
8. The adapter tells its ConnectionListener when the account is signed in and the platform answers, and when it no
   longer does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from bots.core.inbound import Attachment, Value
from bots.core.outbound import Call


class CommandNames(StrEnum):
    """How texts name commands. People may type any name, in any language."""

    ENGLISH = "english"
    """`/poll close`: the platform itself shows it in each reader's language."""
    LOCAL = "local"
    """In the text's language: `!événement déplacer`."""
    LOCAL_ASCII = "local-ascii"
    """In the text's language, with ASCII letters alone: `/evenement_deplacer`."""


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """The abilities of a platform account. Lengths are in characters, times in seconds.

    - `prefix` and `joiner` spell commands: `!poll close`, `/poll_close`. `options`: arguments are passed by name.
    - `command_names`: how texts name commands (CommandNames).
    - `toasts`: the bot can answer a press with a short private notice.
    - `native_polls`: without buttons every poll is also native; with buttons only when the connector asks for it.
    - `scheduled_events`: the platform has scheduled events.
    - `upload_bytes`: the largest file; 0 when files are not supported.
    - `private_link`: an address, with `{payload}`, where a person opens a private chat with the bot.
    - `message_link`: the address of a message, as a regex's replacement for what `message_pattern` matches in
      "PARENT ROOM MESSAGE". Messages that it doesn't match have no address.
    - `reports_deletions`: the platform reports deleted messages.
    - `deletes_without_trace`: nothing shows that a message was deleted, so messages may go when they have served.
    - `user_pattern`: how an id of a person looks, where it is unmistakable and the bot need not have met them.
    - `moments`: the platform shows an instant in each reader's own zone.
    - `brief_moments`: leave out the year and the zone of an instant where they say nothing.
    - `panels`: the platform draws panels.
    - `direct_account`: the account that writes in private for this one, since it alone hears the replies; else empty.
    - `concurrent_rooms`: the number of rooms that delivery sends to at the same time.
    - `vocabulary`: the platform's own words for rooms and moderators (`bots/locales/<language>/platforms`).
    """

    platform: str = "memory"
    prefix: str = "!"
    joiner: str = " "
    options: bool = False
    command_names: CommandNames = CommandNames.LOCAL
    buttons: bool = True
    private_answers: bool = False
    toasts: bool = False
    native_polls: bool = False
    scheduled_events: bool = False
    forms: bool = False
    upload_bytes: int = 0
    private_link: str = ""
    message_pattern: str = ""
    message_link: str = ""
    user_pattern: str = ""
    edits: bool = True
    reports_deletions: bool = True
    deletes_without_trace: bool = False
    fetch: bool = True
    idempotent: bool = False
    moments: bool = False
    brief_moments: bool = False
    panels: bool = False
    message_length: int = 4000
    edit_interval: float = 2.0
    concurrent_rooms: int = 8
    vocabulary: str = ""
    direct_account: str = ""


class Cursor(msgspec.Struct, frozen=True):
    """A position in an account's updates. `scope` is empty for the account's only cursor, otherwise a room."""

    account: str
    token: str
    scope: str = ""


class Sent(msgspec.Struct, frozen=True):
    """Success.

    `messages` are the platform ids of the messages that now show the call, starting with the one to edit. `room` is
    set when the message went to another room than the call's (a private chat).
    """

    messages: tuple[str, ...] = ()
    room: str | None = None


class Refused(msgspec.Struct, frozen=True):
    """A final failure. `reason`: `forbidden`, `gone`, `unreachable-person`, `too-long` or `invalid`."""

    reason: str
    detail: str = ""
    right: str | None = None


class Later(msgspec.Struct, frozen=True):
    """A temporary failure: try again after `seconds`.

    `account_wide`: it concerns all sendings of this account. `self_imposed`: the adapter keeps to a known limit before
    the platform enforces it; this does not count as a failure.
    """

    seconds: float
    detail: str = ""
    account_wide: bool = False
    self_imposed: bool = False


class Unknown(msgspec.Struct, frozen=True):
    """An unknown outcome: the reply was lost, and the platform may or may not have performed the call."""

    detail: str = ""


Receipt = Sent | Refused | Later | Unknown


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """One outbox row to perform.

    `key` is the idempotency key. `target` is the platform message that shows the card, `extra_messages` are those sent
    with it. `files` are the contents of the call's attachments, None where a file cannot be read. `queued_at` is the
    time of the row; the call was not performed before it.
    """

    key: str
    call: Call
    target: str | None = None
    extra_messages: tuple[str, ...] = ()
    files: tuple[bytes | None, ...] = ()
    queued_at: datetime | None = None


class AccountRefused(Exception):
    """A rejected account (wrong token, wrong homeserver). The message says what to change, and where."""


class FileDelayed(Exception):
    """A file that can't be read yet, since its account is not connected. The message says so."""


class Inbox(Protocol):
    """The receiver of an adapter's values."""

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Commit the values that a handler needs, with the cursor after them; return after the commit.

        When no handler needs any of them, return at once; the cursor is committed within seconds.
        """

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """Return the stored token to read on from; None on the first start."""

    async def cursors(self, account: str) -> dict[str, str]:
        """Return all stored tokens of an account, by scope."""

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Return completions for a partly typed argument, as (value, label), the best first."""


class ConnectionListener(Protocol):
    """The receiver of what an adapter knows of its connection. The same news may come again."""

    def connected(self) -> None:
        """Note that the account is signed in and the platform answers."""

    def disconnected(self, why: str) -> None:
        """Note that the platform does not answer. The adapter tries again."""


class NoListener:
    """A ConnectionListener for adapters that nobody watches."""

    def connected(self) -> None:
        """Ignore it."""

    def disconnected(self, why: str) -> None:
        """Ignore it."""


class Adapter(Protocol):
    """One platform account of the bot."""

    account: str
    platform: str

    @property
    def capabilities(self) -> Capabilities:
        """What the account can do; a sign-in may change it."""

    async def run(self, inbox: Inbox) -> None:
        """Read updates until cancelled. Raises AccountRefused."""

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value."""

    async def read(self, attachment: Attachment) -> bytes | None:
        """Return the content of a file that this account submitted, or None when it is not available.

        Raises FileDelayed.
        """

    async def close(self) -> None:
        """Close the connections. `run` has ended by then."""


class Clock(Protocol):
    """The current time."""

    def now(self) -> datetime:
        """Return the time as aware UTC."""
