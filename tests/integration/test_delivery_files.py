"""The files of messages are read once, and only so many are in memory at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from msgspec import structs

from bots.core.inbound import Attachment
from bots.core.outbound import PublishScheduledEvent
from schedules.delivery.files import FileStore
from schedules.delivery.preparation import attachments
from tests.unit.core.test_pictures import SECRET, camera_data, picture

MEGABYTE = 1_000_000


def attachment(name: str = "a.png", size: int = MEGABYTE) -> Attachment:
    return Attachment(name=name, mime="application/pdf", size=size, source=name, account="memory")


class Reader:
    """Returns a file's name as its content, padded to a megabyte, and counts the readings."""

    def __init__(self) -> None:
        self.read: list[str] = []

    async def __call__(self, file: Attachment) -> bytes | None:
        self.read.append(file.name)
        await asyncio.sleep(0)
        return file.name.encode().ljust(MEGABYTE) if file.name != "gone" else None


@pytest.fixture
def stores() -> Iterator[list[FileStore]]:
    """A list of the stores to close at the end."""
    opened: list[FileStore] = []
    yield opened
    for store in opened:
        store.close()


async def test_file_for_fifty_rooms_is_read_once(stores: list[FileStore]) -> None:
    """Fifty messages with the same file ask its platform once, at the same time or later."""
    reader = Reader()
    store = FileStore(reader)
    stores.append(store)

    async def send() -> bytes | None:
        async with store.lend([attachment()]) as (content,):
            await asyncio.sleep(0)
            return content

    contents = await asyncio.gather(*(send() for _ in range(25)))
    contents += [await send() for _ in range(25)]
    assert set(contents) == {b"a.png".ljust(MEGABYTE)}
    assert reader.read == ["a.png"]


@pytest.mark.parametrize("declared", [MEGABYTE, 1])
async def test_memory_is_bounded(stores: list[FileStore], declared: int) -> None:
    """No more than the allowed bytes are lent at the same time, whatever size the sender declared."""
    store, released = FileStore(Reader(), memory_bytes=4 * MEGABYTE), asyncio.Event()
    stores.append(store)
    files = [attachment(f"{number}.png", declared) for number in range(20)]
    for file in files:
        async with store.lend([file]):
            pass  # it is on disk now: nothing else holds the sendings up
    lent = set[str]()

    async def send(file: Attachment) -> None:
        async with store.lend([file]):
            lent.add(file.name)
            await released.wait()

    sending = [asyncio.create_task(send(file)) for file in files]
    while len(lent) < 4:
        await asyncio.sleep(0)
    for _ in range(100):
        await asyncio.sleep(0.001)
    assert len(lent) == 4
    released.set()
    await asyncio.gather(*sending)
    assert len(lent) == 20


async def test_picture_is_lent_without_its_place(stores: list[FileStore]) -> None:
    """What is handed out of a photo is what `schedules/delivery/pictures.py` makes of it."""
    content = picture("JPEG", exif=camera_data())

    async def read(_file: Attachment) -> bytes:
        return content

    store = FileStore(read)
    stores.append(store)
    async with store.lend([attachment("garden.jpg")]) as (lent,):
        assert SECRET in content
        assert lent is not None and SECRET not in lent


async def test_file_larger_than_the_memory_is_lent_alone(stores: list[FileStore]) -> None:
    """A file above the bound is not refused, and waits for all others."""
    store = FileStore(Reader(), memory_bytes=10)
    stores.append(store)
    async with store.lend([attachment()]) as (content,):
        assert content is not None


async def test_unreadable_file_is_asked_for_again(stores: list[FileStore]) -> None:
    """A file that could not be read is None, and is tried again for the next message."""
    reader = Reader()
    store = FileStore(reader)
    stores.append(store)
    for _ in range(2):
        async with store.lend([attachment("gone"), attachment()]) as contents:
            assert contents[0] is None
            assert contents[1] is not None
    assert reader.read == ["gone", "a.png", "gone"]


async def test_disk_is_bounded(stores: list[FileStore]) -> None:
    """The oldest files leave the disk when there are too many; they are read again when needed."""
    reader = Reader()
    store = FileStore(reader, disk_bytes=2 * MEGABYTE)
    stores.append(store)
    for name in ("a", "b", "c", "c", "a"):
        async with store.lend([attachment(name)]) as (content,):
            assert content == name.encode().ljust(MEGABYTE)
    assert reader.read == ["a", "b", "c", "a"]


def test_cover_of_an_event_is_a_file_to_read() -> None:
    """A platform's event comes with the content of its picture; one without a picture has no files."""
    at = datetime(2026, 12, 4, 19, 0, tzinfo=UTC)
    call = PublishScheduledEvent(room="#lyon", card="gathering:1", title="Potluck", start=at, end=at)
    assert attachments(call) == ()
    assert attachments(structs.replace(call, picture=attachment())) == (attachment(),)
