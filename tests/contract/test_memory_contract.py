"""The in-memory fake keeps the adapter contract, with reactions and with buttons."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

import pytest

from bots.clock import MovableClock
from bots.ports import Adapter, Capabilities
from bots.testing import BOT, MemoryAdapter, MemoryPlatform
from tests.contract.adapter_contract import AdapterContract
from tests.contract.rig import RecordingInbox, Seen, Someone


class MemoryPerson:
    """A person on the in-memory platform."""

    def __init__(self, platform: MemoryPlatform, user: str, name: str, *, presses: bool) -> None:
        self.user = user
        self._presses = presses
        self.name = name
        self._platform = platform
        platform.names[user] = name

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message and return its id."""
        return self._platform.say(room, self.user, text, reply_to=reply_to)

    async def edit(self, room: str, message: str, text: str) -> None:
        """Edit the person's own message."""
        self._platform.edit(message, text)

    async def withdraw(self, room: str, message: str) -> None:
        """Delete the person's own message."""
        self._platform.delete(message)

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """React, or press the button with that emoji."""
        shown = self._platform.messages[message]
        if self._presses and shown.content is not None and shown.content.buttons:
            self._platform.press(message, self.user, emoji)
            return None
        return self._platform.react(message, self.user, emoji)

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Remove the reaction."""
        self._platform.unreact(message, self.user, emoji)

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll."""
        self._platform.vote(poll, self.user, *labels)

    async def enter(self, room: str) -> None:
        """Join a room."""
        self._platform.join(room, self.user)

    async def leave(self, room: str) -> None:
        """Leave a room."""
        self._platform.leave(room, self.user)

    async def invite_bot(self) -> str:
        """Open a room and invite the bot."""
        self._platform.invite_bot("#new", self.user, name="New")
        return "#new"


class MemoryRig:
    """A fake adapter, its platform and two people."""

    room = "#lyon"

    def __init__(self, capabilities: Capabilities) -> None:
        self.inbox = RecordingInbox()
        self._capabilities = capabilities
        self._platform = MemoryPlatform(MovableClock(datetime(2026, 5, 1, tzinfo=UTC)))
        self.host = MemoryPerson(self._platform, "@host", "Hanna", presses=capabilities.buttons)
        self.guest = MemoryPerson(self._platform, "@guest", "Gus", presses=capabilities.buttons)
        self._platform.admins.add((self.room, "@host"))
        self._platform.members[self.room] = ["@host", "@guest", BOT]
        self.adapter: Adapter = MemoryAdapter(self._platform, capabilities)
        self._running: asyncio.Task[None] | None = None

    async def restart(self) -> None:
        """Stop the adapter and start another."""
        await self.stop()
        self.adapter = MemoryAdapter(self._platform, self._capabilities)
        self._running = asyncio.create_task(self.adapter.run(self.inbox))

    async def stop(self) -> None:
        """Stop the adapter."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None

    async def seen(self, room: str, message: str) -> Seen:
        """Return the message as people see it."""
        shown = self._platform.messages[message]
        content = shown.content
        buttons = tuple(button.emoji for button in content.buttons) if content else ()
        reactions = tuple(emoji for user, emoji in shown.reactions if user == BOT)
        return Seen(
            shown.text, shown.author, shown.reply_to, content.mentions if content else (),
            buttons if self._capabilities.buttons else reactions, shown.deleted, shown.poll_open,
        )  # fmt: skip

    async def said_by_bot(self, room: str) -> list[Seen]:
        """Return the bot's messages in the room."""
        held = self._platform.messages.values()
        return [await self.seen(room, m.id) for m in held if m.room == room and m.author == BOT and not m.deleted]

    async def close_to_bot(self, someone: Someone) -> bool:
        """Make the person unreachable."""
        self._platform.closed_to_bot.add(someone.user)
        return True


REACTIONS = Capabilities(buttons=False, native_polls=True, idempotent=True, message_length=4000)
BUTTONS = Capabilities(buttons=True, private_answers=True, native_polls=True, idempotent=True, message_length=2000)


class TestMemory(AdapterContract):
    """Contract tests of the fake, with the capabilities of Matrix and of Discord."""

    @pytest.fixture(params=[REACTIONS, BUTTONS], ids=["reactions", "buttons"])
    async def rig(self, request: pytest.FixtureRequest) -> AsyncIterator[MemoryRig]:
        """Run the fake."""
        rig = MemoryRig(request.param)
        await rig.restart()
        yield rig
        await rig.stop()
