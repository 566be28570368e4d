"""Three in-memory platforms with one bot, and what each room shows of it, written down as it happens."""

from __future__ import annotations

import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import structs

from adapters.discord.adapter import CAPABILITIES as DISCORD
from adapters.matrix.adapter import CAPABILITIES as MATRIX
from adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bots.core.outbound import Button
from bots.dispatch.rate_limits import DEFAULT_LIMITS
from bots.testing import BOT, MemoryAdapter, MemoryPlatform, Shown
from tests.stage import Stage

CAPABILITIES = {
    each.platform: structs.replace(
        each,  # the rooms here don't have the platforms' own ids
        message_pattern=r"\S* (\S+) (\S+)",
        message_link=r"https://chat.example/\1/\2",
    )
    for each in (MATRIX, DISCORD, TELEGRAM)
}
_DIRECT = "direct-"


@dataclass(frozen=True)
class Line:
    """Something that happened in a room: a message with its first `text`, or what somebody did."""

    at: datetime
    text: str
    message: Shown | None = None


@dataclass
class Chat:
    """A room with its people, as a community's transcript tells it. `lines` also has their private messages."""

    world: World
    platform: MemoryPlatform
    room: str
    title: str
    zone: ZoneInfo
    lines: list[Line] = field(default_factory=list)
    people: set[str] = field(default_factory=set)

    @property
    def buttons(self) -> bool:
        """Whether the platform has buttons."""
        return CAPABILITIES[self.platform.platform].buttons

    async def say(self, who: str, text: str, *, to: Shown | None = None, private: bool = False) -> str:
        """Post a message in the room, or in private to the bot. Return its id."""
        user, room = self.user(who), self.room
        if private:
            room = _DIRECT + user
            if user not in self.platform.direct_rooms:
                self.platform.invite_bot(room, user, direct=True)
                await self.world.settle()
        slash = CAPABILITIES[self.platform.platform].options
        message = self.platform.say(room, user, text, reply_to=to.id if to else None, slash=slash)
        await self.world.settle()
        return message

    async def press(self, who: str, words: str, button: str) -> None:
        """Press a button below the bot's latest message with these words, or react where there are no buttons."""
        user, shown = self.user(who), self.sees(words, button)
        label = next(one.label or one.emoji for one in _buttons(shown) if button in (one.id, one.emoji, one.label))
        if self.buttons:
            self._note(f"{_name(user)} presses “{label}”")
            self.platform.press(shown.id, user, button)
        else:
            self._note(f"{_name(user)} reacts {button}")
            self.platform.react(shown.id, user, button)
        await self.world.settle()

    async def react(self, who: str, message: Shown | str, emoji: str) -> None:
        """React to a message of anybody."""
        user = self.user(who)
        self.platform.react(message if isinstance(message, str) else message.id, user, emoji)
        self._note(f"{_name(user)} reacts {emoji}")
        await self.world.settle()

    async def join(self, who: str) -> None:
        """Join the room."""
        user = self.user(who)
        self._note(f"{_name(user)} joins")
        self.platform.join(self.room, user)
        await self.world.settle()

    async def leave(self, who: str) -> None:
        """Leave the room."""
        user = self.user(who)
        self._note(f"{_name(user)} leaves")
        self.platform.leave(self.room, user)
        await self.world.settle()

    async def delete(self, message: str) -> None:
        """Delete a message, as its author."""
        self._note(f"{_name(self.platform.messages[message].author)} deletes a message")
        self.platform.delete(message)
        await self.world.settle()

    def sees(self, words: str, button: str = "") -> Shown:
        """Return the bot's latest message in the room, or to one of its people, that matches this regex.

        With a button, it has that button.
        """
        shown = [line.message for line in self.lines if line.message is not None]
        for message in reversed(shown):
            if (
                message.author == BOT
                and not message.deleted
                and re.search(words, message.text)
                and (not button or any(button in (each.id, each.emoji, each.label) for each in _buttons(message)))
            ):
                return message
        raise AssertionError(f"nothing says {words!r}:\n" + "\n".join(map(str, shown[-12:])))

    def never_saw(self, words: str) -> None:
        """Assert that no message that the room shows has these words."""
        found = [each.message for each in self.lines if each.message and not each.message.deleted]
        assert not [message for message in found if message.author == BOT and words in message.text]

    def user(self, who: str) -> str:
        """Return the id of a person of this room, who may write to the bot in private from now on."""
        user = who if who.startswith("@") else f"@{who.lower()}"
        self.platform.names.setdefault(user, _name(user))
        if user not in self.people:
            self.people.add(user)
            self.world.homes.setdefault((self.platform.platform, _DIRECT + user), self)
            if user not in self.platform.members.setdefault(self.room, []):
                self.platform.members[self.room].append(user)
        return user

    def _note(self, act: str) -> None:
        self.world.write_down()
        self.lines.append(Line(self.world.clock.now(), act))


class World(Stage):
    """The stage of the month. With a seed, the bot is stopped at random moments and goes on afterwards."""

    def __init__(self, path: Path, at: datetime, *, seed: int | None = None, kind: str | None = None) -> None:
        super().__init__(path, MATRIX, at, DEFAULT_LIMITS, kind=kind)
        self.platforms = {name: MemoryPlatform(self.clock, platform=name, account=name) for name in CAPABILITIES}
        self.chats: list[Chat] = []
        self.homes: dict[tuple[str, str], Chat] = {}
        self.secrets: list[str] = []
        """Codes that differ each time."""
        self.restarts = 0
        self._chance = random.Random(seed) if seed is not None else None
        self._written = dict.fromkeys(CAPABILITIES, 0)

    def new_adapters(self) -> list[MemoryAdapter]:
        """Return the bot's connections to the three platforms."""
        return [MemoryAdapter(platform, CAPABILITIES[name]) for name, platform in self.platforms.items()]

    async def settle(self) -> None:
        """Run everything that is due now, and perhaps stop the bot on the way."""
        if self._chance is not None and self._chance.random() < 0.1:
            await self.restart()
            self.restarts += 1
        await super().settle()
        self.write_down()

    def write_down(self) -> None:
        """Add the new messages to the transcripts of their rooms."""
        for name, platform in self.platforms.items():
            messages = list(platform.messages.values())
            for message in messages[self._written[name] :]:
                chat = self.homes.get((name, message.room))
                if chat is not None:
                    chat.lines.append(Line(platform.posted_at[message.id], message.text, message))
            self._written[name] = len(messages)

    def chat(self, platform: str, room: str, title: str, zone: str) -> Chat:
        """Make a room."""
        made = Chat(self, self.platforms[platform], room, title, ZoneInfo(zone))
        self.chats.append(made)
        self.homes[platform, room] = made
        return made


def _name(user: str) -> str:
    return user.removeprefix("@").capitalize()


def _buttons(shown: Shown) -> tuple[Button, ...]:
    return shown.content.buttons if shown.content is not None else ()


@asynccontextmanager
async def opened_world(
    path: Path, at: datetime, *, seed: int | None = None, kind: str | None = None
) -> AsyncIterator[World]:
    """Run the bot in a world that begins at this time."""
    world = World(path, at, seed=seed, kind=kind)
    await world.open()
    try:
        yield world
    finally:
        await world.close()
