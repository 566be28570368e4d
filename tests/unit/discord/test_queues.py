"""Room queues submit values in order, in batches, and after missed values."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from adapters.discord.rooms.queues import QueueItem, RoomQueues
from bots.core.inbound import BotJoined, MessageDeleted, Value
from bots.ports import Cursor
from tests.contract.rig import RecordingInbox
from tests.waiting import until

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def some_value(number: int, room: str = "1") -> MessageDeleted:
    """Return some value."""
    return MessageDeleted(key=f"k{number}", account="discord", room=room, at=NOW, message=str(number))


class BatchInbox(RecordingInbox):
    """Records the batches. Each commit ends when `committing` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[str]] = []
        self.committing = asyncio.Event()

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Record a batch and wait for its commit."""
        self.batches.append([value.key for value in values])
        await self.committing.wait()
        await super().submit(values, cursor)


@asynccontextmanager
async def run_until_empty(queues: RoomQueues, inbox: RecordingInbox) -> AsyncIterator[None]:
    """Run the queues until they are empty."""
    task = asyncio.create_task(queues.run(inbox))
    yield
    async with asyncio.timeout(30):
        while queues._queues:
            await asyncio.sleep(0.005)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_room_submits_in_order_and_in_batches() -> None:
    """Values that arrive during a commit go into the room's next batch, with the newest cursor."""
    queues, inbox = RoomQueues("discord"), BatchInbox()
    async with run_until_empty(queues, inbox):
        queues.put("1", some_value(0), "0")
        await until(lambda: inbox.batches)
        for number in range(1, 5):
            queues.put("1", some_value(number), str(number))
        inbox.committing.set()
    assert inbox.batches == [["k0"], ["k1", "k2", "k3", "k4"]]
    assert inbox.tokens == {("discord", "1"): "4"}


async def test_a_held_room_waits_for_missed_values() -> None:
    """A held room gets its missed values first and without duplicates, while other rooms continue."""
    queues, inbox = RoomQueues("discord"), RecordingInbox()
    queues.hold("1")
    async with run_until_empty(queues, inbox):
        queues.put("1", some_value(2), "2")
        queues.put("1", some_value(3), "3")
        queues.put("2", some_value(9, "2"), "9")
        await inbox.gets(MessageDeleted, lambda found: found.key == "k9")
        assert [value.key for value in inbox.values] == ["k9"]
        assert queues.is_held("1")
        queues.release("1", [QueueItem(some_value(1), "1"), QueueItem(some_value(2), "2")])
        assert not queues.is_held("1")
    assert [value.key for value in inbox.values if value.room == "1"] == ["k1", "k2", "k3"]


async def test_the_start_of_a_room_is_committed_first() -> None:
    """The queue commits the start of a room by itself, under the room's own cursor."""
    queues, inbox = RoomQueues("discord"), BatchInbox()
    inbox.committing.set()
    joined = BotJoined(key="j", account="discord", room="1", at=NOW, name="Garden")
    async with run_until_empty(queues, inbox):
        queues.put("1/now", joined, "7", "1")
        queues.put("1/now", some_value(1))
    assert inbox.batches == [["j"], ["k1"]]
    assert inbox.tokens == {("discord", "1"): "7"}


async def test_failed_lookups_are_dropped() -> None:
    """A failed lookup drops only its own value."""
    queues, inbox = RoomQueues("discord"), RecordingInbox()

    async def lost() -> tuple[Value, ...]:
        raise ConnectionResetError("dead")

    async with run_until_empty(queues, inbox):
        queues.put("1", lost)
        queues.put("1", some_value(1))
    assert [value.key for value in inbox.values] == ["k1"]
