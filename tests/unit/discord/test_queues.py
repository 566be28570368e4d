"""What was heard is handed in: in order, together, behind what was missed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from adapters.discord.rooms.queues import QueueItem, RoomQueues
from bots.core.inbound import BotJoined, MessageDeleted, Value
from bots.ports import Cursor
from tests.contract.rig import RecordingInbox

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def said(number: int, room: str = "1") -> MessageDeleted:
    """Any value."""
    return MessageDeleted(key=f"k{number}", account="discord", room=room, at=NOW, message=str(number))


class SlowInbox(RecordingInbox):
    """Notes what came together."""

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Each takes a moment."""
        self.batches.append([value.key for value in values])
        await asyncio.sleep(0.01)
        await super().submit(values, cursor)

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[str]] = []


@asynccontextmanager
async def running(lanes: RoomQueues, inbox: RecordingInbox) -> AsyncIterator[None]:
    """Lanes at work, until nothing waits."""
    task = asyncio.create_task(lanes.run(inbox))
    yield
    async with asyncio.timeout(30):
        while lanes._queues:
            await asyncio.sleep(0.005)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_room_keeps_its_order_and_comes_together() -> None:
    """What comes in while a batch is committed goes with the next, with the newest cursor."""
    lanes, inbox = RoomQueues("discord"), SlowInbox()
    async with running(lanes, inbox):
        for number in range(5):
            lanes.put("1", said(number), str(number))
            await asyncio.sleep(0.003)
    assert [value.key for value in inbox.values] == [f"k{number}" for number in range(5)]
    assert len(inbox.batches) < 5
    assert inbox.tokens == {("discord", "1"): "4"}


async def test_a_held_room_waits_for_what_was_missed() -> None:
    """What was missed comes first; what came in twice counts once; other rooms go on."""
    lanes, inbox = RoomQueues("discord"), RecordingInbox()
    lanes.hold("1")
    async with running(lanes, inbox):
        lanes.put("1", said(2), "2")
        lanes.put("1", said(3), "3")
        lanes.put("2", said(9, "2"), "9")
        await inbox.gets(MessageDeleted, lambda value: value.key == "k9")
        assert [value.key for value in inbox.values] == ["k9"]
        waits = asyncio.create_task(lanes.wait_until_released("1"))
        lanes.release("1", [QueueItem(said(1), "1"), QueueItem(said(2), "2")])
        await asyncio.wait_for(waits, 30)
    assert [value.key for value in inbox.values if value.room == "1"] == ["k1", "k2", "k3"]


async def test_a_room_is_known_before_anything_is_said_in_it() -> None:
    """The bot's coming is committed by itself, under the room's own cursor."""
    lanes, inbox = RoomQueues("discord"), SlowInbox()
    joined = BotJoined(key="j", account="discord", room="1", at=NOW, name="Garden")
    async with running(lanes, inbox):
        lanes.put("1/now", joined, "7", "1")
        lanes.put("1/now", said(1))
    assert inbox.batches == [["j"], ["k1"]]
    assert inbox.tokens == {("discord", "1"): "7"}


async def test_what_cannot_be_looked_up_is_left_out() -> None:
    """A person who cannot be asked for costs their own value only."""
    lanes, inbox = RoomQueues("discord"), RecordingInbox()

    async def lost() -> tuple[Value, ...]:
        raise ConnectionResetError("dead")

    async with running(lanes, inbox):
        lanes.put("1", lost)
        lanes.put("1", said(1))
    assert [value.key for value in inbox.values] == ["k1"]
