"""How many may use the database at the same time, and what a command costs there."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlmodel import select

from storage.database import Database
from storage.queries import communities
from storage.tables import Network
from tests.stage import START, staged
from tests.statements import noted
from tests.stores import store

READERS = 40
COMMAND_STATEMENTS = 15
DIGEST_READERS = 20


async def test_many_read_at_the_same_time(tmp_path: Path) -> None:
    """Everybody reads at once, however many others have not ended their reading yet."""
    database = Database(store("sqlite").url(tmp_path))
    async with database.transaction() as uow:
        await uow.add(Network(name="n", created_at=START))
    reading = 0

    async def read() -> int:
        nonlocal reading
        async with database.reading() as uow:
            found = len(await uow.all(select(Network)))
            reading += 1
            while reading < READERS:
                await asyncio.sleep(0)
            return found

    async with asyncio.timeout(10):
        assert await asyncio.gather(*(read() for _ in range(READERS))) == [1] * READERS
    await database.close()


async def test_command_takes_few_statements(tmp_path: Path) -> None:
    """A command, its answer and its delivery take few statements."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!help cancel")
        with noted(stage.database) as statements:
            stage.platform.say("#lyon", "@carla", "!help cancel")
            await stage.adapter.read_new(stage.application.dispatch)
            await stage.application.deliveries[0].drain()
        assert stage.last().text.startswith("!cancel")
        assert len(statements) <= COMMAND_STATEMENTS, "\n".join(statements)


async def test_start_asks_no_statement_for_each_reader_of_a_digest(tmp_path: Path) -> None:
    """Which rooms to watch for the readers of their own digests is one question, however many they are."""
    async with staged(tmp_path) as stage:
        await stage.community()
        people = [f"@mia{number}" for number in range(DIGEST_READERS)]
        stage.platform.members.setdefault("#lyon", []).extend(people)
        for person in people:
            await stage.say(person, "hello")
            await stage.say(person, "!me digest daily")
        async with stage.database.reading() as uow:
            with noted(stage.database) as statements:
                rooms = await communities.counted_rooms(uow)
        assert [room for _, room in rooms] == ["#lyon"]
        assert len(statements) == 2, "\n".join(statements)
