"""Statements that SQLite executes without SQLAlchemy give what SQLAlchemy would give."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import SQLModel, col, select

from storage.bulk_writes import update_by
from storage.database import Database
from storage.queries import communities, inbox, outbox
from storage.tables import Room, RoomRole, RoomState
from tests.stage import START

pytestmark = pytest.mark.file
_MOVE = update_by(Room, "id", values={"community_id": 99})


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Yield a database with three rooms."""
    made = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    async with made.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with made.transaction() as uow:
        await uow.add_all([room(name) for name in ("#a", "#b", "#c")])
    yield made
    await made.close()


def room(name: str) -> Room:
    """Return a room."""
    return Room(account="memory", platform="memory", room=name, role=RoomRole.HOME, created_at=START)


async def test_entities_are_the_sessions(database: Database) -> None:
    """What a prepared query returns is converted, is the session's own object, and changes of it are stored."""
    async with database.transaction() as uow:
        found = await communities.rooms_by_address(uow, [("memory", "#a"), ("memory", "#c")])
        first = found["memory", "#a"]
        assert (len(found), first.role, first.created_at) == (2, RoomRole.HOME, START)
        assert await uow.first(select(Room).where(Room.room == "#a")) is first
        assert await uow.get(Room, first.id) is first
        first.state = RoomState.LOST
        assert (await communities.rooms_by_address(uow, [("memory", "#a")]))["memory", "#a"] is first
    async with database.reading() as uow:
        lost = await uow.all(select(Room.room).where(col(Room.state) == RoomState.LOST))
    assert lost == ["#a"]


@pytest.mark.parametrize("number", [0, 1, 3, 40])
async def test_lists_of_any_length(database: Database, number: int) -> None:
    """A list has a text for each length, an empty one too."""
    keys = [f"key {one}" for one in range(number)]
    async with database.transaction() as uow:
        for key in keys[::2]:
            uow.defer(inbox.MARK_SEEN, {"key": key, "at": START})
        assert await inbox.seen_and_buried(uow, keys) == (set(keys[::2]), set())


async def test_inserted_rows_are_reported(database: Database) -> None:
    """Only rows that are new report their ids."""
    row = outbox.pending_row(key="a", account="memory", room="#a", kind="Post", payload="", now=START)
    for new in ([1], []):
        async with database.transaction() as uow:
            uow.defer(outbox.ENQUEUE, row)
            await uow.flush()
        assert [one["id"] for one in uow.inserted] == new


async def move(database: Database, *rooms: int, pragma: str = "defer_foreign_keys=OFF") -> None:
    """Move rooms into a community that does not exist."""
    async with database.transaction() as uow:
        await uow.execute(text(f"PRAGMA {pragma}"))
        for number in rooms:
            uow.defer(_MOVE, {"b_id": number})


@pytest.mark.parametrize("numbers", [[1], [1, 2]])
async def test_refused_statement(database: Database, numbers: list[int]) -> None:
    """What SQLite refuses raises SQLAlchemy's error, and nothing is stored."""
    with pytest.raises(IntegrityError):
        await move(database, *numbers)
    async with database.reading() as uow:
        assert not await uow.all(select(Room.id).where(col(Room.community_id).is_not(None)))


async def test_refused_commit(database: Database) -> None:
    """A commit that SQLite refuses raises SQLAlchemy's error; the next one works."""
    with pytest.raises(IntegrityError):
        await move(database, 1, pragma="defer_foreign_keys=ON")
    async with database.transaction() as uow:
        await uow.add(room("#d"))
    async with database.reading() as uow:
        assert await uow.all(select(Room.room)) == ["#a", "#b", "#c", "#d"]


async def test_unusable_database_is_reported(tmp_path: Path) -> None:
    """A broken file is reported, whoever executed the statement that found it."""
    reported: list[str] = []
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}", on_unusable=reported.append)
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with database.transaction() as uow:
        await uow.execute(text("PRAGMA query_only=ON"))
        uow.defer(inbox.MARK_SEEN, {"key": "a", "at": START})
        with pytest.raises(OperationalError):
            await uow.flush()
    assert "can't be written" in reported[0]
    await database.close()
