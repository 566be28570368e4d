"""A stage on which the bot is on two platforms, with one clock and one database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Capabilities
from bots.testing import BOT, MemoryAdapter, MemoryPlatform, Shown
from storage.tables import Room, RoomRole
from tests.stage import PLAIN, RICH, START, Stage

_OTHER = Capabilities(platform="other", buttons=False, native_polls=True, idempotent=True)


class TwoPlatformStage(Stage):
    """A stage with a second platform beside the first: `other` has its rooms and people."""

    other: MemoryPlatform

    def new_adapters(self) -> list[MemoryAdapter]:
        """Return the connections to both."""
        return [MemoryAdapter(self.platform, self.capabilities), MemoryAdapter(self.other, _OTHER)]

    async def add_room(self, room: str, *, community: int) -> None:
        """Give a community a home on the other platform."""
        async with self.database.transaction() as uow:
            await uow.add(
                Room(
                    account="other", platform="other", room=room, name=room, role=RoomRole.HOME,
                    community_id=community, created_at=self.clock.now(),
                )
            )  # fmt: skip

    async def say_there(self, user: str, text: str, room: str) -> None:
        """Post a message on the other platform; `direct-USER` is that person's private room."""
        if room == f"direct-{user}" and user not in self.other.direct_rooms:
            self.other.invite_bot(room, user, direct=True)
            await self.settle()
        self.other.say(room, user, text)
        await self.settle()

    def there(self, room: str) -> list[Shown]:
        """Return the bot's messages in a room of the other platform."""
        return [one for one in self.other.messages.values() if one.room == room and one.author == BOT]


@asynccontextmanager
async def on_two_platforms(path: Path, *, buttons: bool = True) -> AsyncIterator[TwoPlatformStage]:
    """Run a stage on two platforms."""
    stage = TwoPlatformStage(path, RICH if buttons else PLAIN, START, NO_LIMITS)
    stage.other = MemoryPlatform(stage.clock, platform="other", account="other")
    await stage.open()
    try:
        yield stage
    finally:
        await stage.close()
