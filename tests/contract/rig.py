"""What the contract test asks of a platform: a way to act as people there, and to see what they see."""

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
    """A message as a person's client shows it now. `offered`: the emoji that the bot put below it, or its buttons'."""

    text: str
    author: str
    reply_to: str | None = None
    pings: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    gone: bool = False
    poll_open: bool = False


class Someone(Protocol):
    """A person on the platform. Messages and reactions are named by platform ids."""

    user: str
    name: str

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message; its id."""

    async def edit(self, room: str, message: str, text: str) -> None:
        """Change one's message."""

    async def withdraw(self, room: str, message: str) -> None:
        """Take one's message back."""

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """React; the reaction's id where the platform has one."""

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Take the reaction back."""

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll, by the answers' labels."""

    async def enter(self, room: str) -> None:
        """Join a room."""

    async def leave(self, room: str) -> None:
        """Leave a room."""

    async def invite_bot(self) -> str:
        """Open a room and ask the bot in; the room."""


@dataclass
class RecordingInbox:
    """An inbox that keeps what it was given. While `closed`, nothing is committed: submit waits for ever
    with values, and forgets the cursor of none."""

    values: list[Value] = field(default_factory=list)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    offered: list[Value] = field(default_factory=list)
    closed: bool = False
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Keep the values and the cursor behind them."""
        async with self._news:
            self.offered.extend(values)
            if not self.closed:
                self.values.extend(values)
                if cursor is not None:
                    self.tokens[(cursor.account, cursor.scope)] = cursor.token
            self._news.notify_all()
        if self.closed and values:
            await asyncio.Event().wait()

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """The kept token."""
        return self.tokens.get((account, scope))

    async def cursors(self, account: str) -> dict[str, str]:
        """The kept tokens of an account."""
        return {scope: token for (holder, scope), token in self.tokens.items() if holder == account}

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Something that shows what was asked."""
        return [(f"{what}:{typed}", f"{what} like {typed}")]

    async def gets(
        self, kind: type[_Kind], test: Callable[[_Kind], bool] = lambda _: True, *, among: str = "values"
    ) -> _Kind:
        """The first value of this kind that passes the test; waits for it. Raises AssertionError when none comes."""

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
    """One adapter on one platform. `room` has the bot, `host` (who manages the room) and `guest` in it."""

    inbox: RecordingInbox
    room: str
    adapter: Adapter

    @property
    def host(self) -> Someone:
        """Who manages the room."""

    @property
    def guest(self) -> Someone:
        """Who does not."""

    async def restart(self) -> None:
        """Stop the adapter, and start another on the same account and inbox."""

    async def stop(self) -> None:
        """Stop the adapter."""

    async def seen(self, room: str, message: str) -> Seen:
        """The message as people see it."""

    async def said_by_bot(self, room: str) -> list[Seen]:
        """All messages of the bot in the room that are not gone, oldest first."""

    async def close_to_bot(self, someone: Someone) -> bool:
        """Make the person unreachable for private messages; False when the platform can't be made to."""


async def send(
    rig: Rig, key: str, call: Call, target: str | None = None, *, also: tuple[str, ...] = (),
    files: tuple[bytes | None, ...] = (),
) -> Receipt:  # fmt: skip
    """Perform one outbound value, as delivery does: again when the adapter says later."""
    return await insist(rig.adapter, Sending(key=key, call=call, target=target, extra_messages=also, files=files))


async def insist(adapter: Adapter, sending: Sending) -> Receipt:
    """The receipt, as soon as it is not Later. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while True:
            receipt = await adapter.send(sending)
            if not isinstance(receipt, Later):
                return receipt
            await asyncio.sleep(0.05)


def words(text: str) -> Content:
    """A content of plain words."""
    return Content((Text(text),))


def key() -> str:
    """An idempotency key that nothing else has."""
    return uuid.uuid4().hex


async def posted(rig: Rig, content: Content, *, card: str | None = None, reply_to: str | None = None) -> str:
    """The id of the message that shows the content."""
    receipt = await send(rig, key(), Post(room=rig.room, content=content, card=card, reply_to=reply_to))
    assert isinstance(receipt, Sent), receipt
    return receipt.messages[0]
