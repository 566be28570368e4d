"""The interface of a platform for the contract tests: people act there and read messages."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from bots.core.inbound import Value
from bots.core.outbound import Call, Content, Post
from bots.core.richtext import Text
from bots.ports import Adapter, Cursor, Later, Receipt, Sending, Sent
from tests.waiting import PATIENCE

_Kind = TypeVar("_Kind", bound=Value)


@dataclass(frozen=True)
class Seen:
    """A message as a person's client shows it, with the emoji or labels of its buttons in `offered`."""

    text: str
    author: str
    reply_to: str | None = None
    pings: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    gone: bool = False
    poll_open: bool = False


class Someone(Protocol):
    """A person on the platform, who names messages and reactions by platform ids."""

    user: str
    name: str

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message and return its id."""

    async def edit(self, room: str, message: str, text: str) -> None:
        """Edit the person's own message."""

    async def withdraw(self, room: str, message: str) -> None:
        """Delete the person's own message."""

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """React, and return the reaction's id if the platform has one."""

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Remove the reaction."""

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll for the options with these labels."""

    async def enter(self, room: str) -> None:
        """Join a room."""

    async def leave(self, room: str) -> None:
        """Leave a room."""

    async def invite_bot(self) -> str:
        """Open a room, invite the bot and return the room."""


@dataclass
class RecordingInbox:
    """An inbox that records its values. With values, submit never returns while `closed`, and fails if `broken`."""

    values: list[Value] = field(default_factory=list)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    offered: list[Value] = field(default_factory=list)
    closed: bool = False
    broken: bool = False
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Record the values and their cursor."""
        async with self._news:
            self.offered.extend(values)
            if not self.closed:
                self.values.extend(values)
                if cursor is not None:
                    self.tokens[(cursor.account, cursor.scope)] = cursor.token
            self._news.notify_all()
        if self.broken and values:
            raise RuntimeError("the inbox is broken")
        if self.closed and values:
            await asyncio.Event().wait()

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """Return the recorded token."""
        return self.tokens.get((account, scope))

    async def cursors(self, account: str) -> dict[str, str]:
        """Return the recorded tokens of an account."""
        return {scope: token for (holder, scope), token in self.tokens.items() if holder == account}

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Return completions that show the request."""
        return [(f"{what}:{typed}", f"{what} like {typed}")]

    async def gets(
        self, kind: type[_Kind], test: Callable[[_Kind], bool] = lambda _: True, *, among: str = "values"
    ) -> _Kind:
        """Wait for the first value of this kind that passes the test. Raises AssertionError if none arrives."""

        def found() -> _Kind | None:
            held: list[Value] = getattr(self, among)
            return next((value for value in held if isinstance(value, kind) and test(value)), None)

        try:
            async with asyncio.timeout(PATIENCE), self._news:
                await self._news.wait_for(lambda: found() is not None)
        except TimeoutError:
            shown = "\n".join(str(value) for value in self.values[-12:])
            raise AssertionError(f"no such {kind.__name__} came; the last values:\n{shown}") from None
        value = found()
        assert value is not None
        return value


class Rig(Protocol):
    """One adapter on one platform, with the bot, an admin (`host`) and a member (`guest`) in `room`."""

    inbox: RecordingInbox
    room: str
    adapter: Adapter

    @property
    def host(self) -> Someone:
        """The admin of the room."""

    @property
    def guest(self) -> Someone:
        """A plain member of the room."""

    async def restart(self) -> None:
        """Stop the adapter and start another with the same account and inbox."""

    async def stop(self) -> None:
        """Stop the adapter."""

    async def seen(self, room: str, message: str) -> Seen:
        """Return the message as people see it."""

    async def said_by_bot(self, room: str) -> list[Seen]:
        """Return the bot's messages in the room without deleted ones, oldest first."""

    async def close_to_bot(self, someone: Someone) -> bool:
        """Make the person unreachable for private messages. Returns False if the platform can't do that."""


async def send(
    rig: Rig, key: str, call: Call, target: str | None = None, *, also: tuple[str, ...] = (),
    files: tuple[bytes | None, ...] = (),
) -> Receipt:  # fmt: skip
    """Perform one outbound value as delivery does, and repeat it while the adapter gives Later."""
    return await insist(rig.adapter, Sending(key=key, call=call, target=target, extra_messages=also, files=files))


async def insist(adapter: Adapter, sending: Sending) -> Receipt:
    """Repeat a send until its receipt is not Later. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while True:
            receipt = await adapter.send(sending)
            if not isinstance(receipt, Later):
                return receipt
            await asyncio.sleep(0.05)


def words(text: str) -> Content:
    """Return a plain text."""
    return Content((Text(text),))


def key() -> str:
    """Return a unique idempotency key."""
    return uuid.uuid4().hex


async def posted(rig: Rig, content: Content, *, card: str | None = None, reply_to: str | None = None) -> str:
    """Post the content and return the id of its message."""
    receipt = await send(rig, key(), Post(room=rig.room, content=content, card=card, reply_to=reply_to))
    assert isinstance(receipt, Sent), receipt
    return receipt.messages[0]
