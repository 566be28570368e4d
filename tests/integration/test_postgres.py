"""PostgreSQL: what a server can do to the bot that a file can't."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import select

from bots.ports import Cursor
from storage.advisory_lock import RUN, AdvisoryLock, held_locks
from storage.database import Database
from storage.errors import DatabaseUnusable
from storage.migrate import upgrade
from storage.tables import Ballot, Poll
from tests.acceptance.room_steps import invite_bot
from tests.integration.postgres_proxy import PostgresProxy
from tests.postgres_server import PostgresServer, own_server
from tests.stage import RICH, staged
from tests.waiting import until

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Yield a server of this file's own, which tests may stop."""
    with own_server() as made:
        yield made


@pytest.fixture
async def database(server: PostgresServer, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """Yield a database with all tables."""
    name = f"test_{abs(hash(request.node.name))}"
    server.execute(f"CREATE DATABASE {name}")
    made = Database(server.url(name))
    await upgrade(made.engine)
    yield made
    await made.close()


# The lock of `glocal run`


async def test_one_process_holds_the_lock(database: Database) -> None:
    """A second process doesn't get the lock until the first one gives it back."""
    first, second = AdvisoryLock(database.engine, RUN), AdvisoryLock(database.engine, RUN)
    assert await held_locks(database.engine, [RUN]) == set()
    assert (await first.acquire(), await second.acquire()) == (True, False)
    assert await held_locks(database.engine, [RUN, "other"]) == {RUN}
    await first.release()
    assert (await held_locks(database.engine, [RUN]), await second.acquire()) == (set(), True)
    await second.release()


# Errors


async def test_what_people_wrote_is_not_in_errors(database: Database) -> None:
    """An SQL error names no values, neither those of the statement nor the row that the server quotes (P6)."""
    insert = text("INSERT INTO cursors VALUES (:account, :scope, :token)")
    row = {"account": "a", "scope": "my phone number", "token": "b"}
    async with database.engine.begin() as connection:
        await connection.execute(insert, row)
    for wrong in (row, row | {"token": None}):
        with pytest.raises(IntegrityError) as raised:
            async with database.engine.begin() as connection:
                await connection.execute(insert, wrong)
        shown = "".join(traceback.format_exception(raised.value))
        assert "violates" in shown and "INSERT INTO cursors" in shown
        assert "my phone number" not in shown


# Starting


async def test_two_processes_upgrade_at_the_same_time(server: PostgresServer) -> None:
    """One makes the tables, the other one waits and finds them."""
    server.execute("CREATE DATABASE upgraded_twice")
    databases = [Database(server.url("upgraded_twice")) for _ in range(2)]
    await asyncio.gather(*(upgrade(one.engine) for one in databases))
    for one in databases:
        async with one.reading() as uow:
            assert await uow.all(select(Poll.id)) == []
        await one.close()


async def test_an_upgrade_waits_for_another_one_however_long_it_takes(server: PostgresServer) -> None:
    """The wait for an upgrade by another process has no limit, unlike the one for any other lock."""
    server.execute("CREATE DATABASE waiting")
    database = Database(f"{server.url('waiting')}?options=-c%20lock_timeout%3D10")
    with psycopg.connect(server.url("waiting")) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended('glocal:upgrade', 0))")
        upgrading = asyncio.create_task(upgrade(database.engine))
        waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        await until(lambda: upgrading.done() or other.execute(waiting).fetchone() == (1,))
        other.execute("SELECT pg_sleep(0.1)")  # ten times as long as other locks are waited for
    await upgrading
    await database.close()


async def test_a_missing_database_is_no_reason_to_wait(server: PostgresServer) -> None:
    """What an operator has to change is said at once."""
    database = Database(server.url("nowhere"))
    with pytest.raises(DatabaseUnusable, match=r'/nowhere: .*database "nowhere" does not exist. Check storage.url'):
        await upgrade(database.engine)
    await database.close()


async def test_another_programs_database_is_left_alone(server: PostgresServer) -> None:
    """A database with other tables gets none of ours."""
    server.execute("CREATE DATABASE others")
    with psycopg.connect(server.url("others"), autocommit=True) as connection:
        connection.execute("CREATE TABLE orders (id int)")
    database = Database(server.url("others"))
    with pytest.raises(DatabaseUnusable, match="another program's database"):
        await upgrade(database.engine)
    await database.close()


async def test_an_unreachable_server_may_come_back(server: PostgresServer) -> None:
    """A refused connection is an error to try again after."""
    database = Database(server.url("x").replace(f":{server.port}/", ":1/"))
    with pytest.raises(OperationalError):
        await upgrade(database.engine)
    await database.close()


# Losing the connection


async def test_a_commit_whose_answer_was_lost_is_handled_once(tmp_path: Path) -> None:
    """The connection ends after each COMMIT has reached the server: every word is answered, and nothing twice."""
    async with PostgresProxy() as proxy, staged(tmp_path, RICH, kind="postgres", route=proxy.through) as stage:
        await stage.community()
        for number in range(3):
            proxy.cut_after_commits(1)
            stage.platform.say("#lyon", "@carla", f'!poll "Tea {number}?" "Green" "Black"')
            await stage.adapter.read_new(stage.application.dispatch)
            assert proxy.cuts == number * 2 + 1
            proxy.cut_after_commits(1)
            await stage.forward(seconds=10)
            assert proxy.cuts == number * 2 + 2
            assert len([shown for shown in stage.shown() if f"Tea {number}?" in shown.text]) == 1
            await stage.press("@anna", stage.sees(f"Tea {number}?"), "Green")
        async with stage.database.reading() as uow:
            assert len(await uow.all(select(Ballot.poll_id))) == 3


async def test_a_question_is_answered_although_its_commit_was_doubtful(tmp_path: Path) -> None:
    """The bot hears the answer to a question that it asked in a transaction whose end it did not hear of."""
    async with PostgresProxy() as proxy, staged(tmp_path, RICH, kind="postgres", route=proxy.through) as stage:
        await invite_bot(stage)
        proxy.cut_after_commits(1)
        await stage.say("@carla", "!setup")
        assert proxy.cuts == 1
        await stage.forward(seconds=10)
        assert "What is your community called?" in stage.last().text
        await stage.say("@carla", "Lyon Croix-Rousse")
        assert "Which language" in stage.last().text


async def test_the_server_is_killed_and_comes_back(server: PostgresServer, tmp_path: Path) -> None:
    """What is said while the server is away is answered once it is back, and nothing is lost."""
    server.execute("CREATE DATABASE crashing")
    database = Database(server.url("crashing"))
    await upgrade(database.engine)
    await database.close()
    async with staged(tmp_path, RICH, kind="postgres", route=lambda _: server.url("crashing")) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" "Green" "Black"')
        for number in range(3):
            server.crash()
            stage.platform.press(stage.sees("Tea").id, f"@p{number}", "Green")
            waiting = asyncio.create_task(stage.adapter.read_new(stage.application.dispatch))
            await asyncio.sleep(0.3)
            server.start()
            await waiting
            await stage.forward(seconds=10)
            assert f"{number + 1} (100%)" in stage.sees("Tea").text


async def test_a_door_that_asks_where_to_read_on_waits_for_the_server(server: PostgresServer, tmp_path: Path) -> None:
    """The stored cursors are told once the server is back: a door that asked in vain would never read its rooms."""
    server.execute("CREATE DATABASE away")
    database = Database(server.url("away"))
    await upgrade(database.engine)
    await database.close()
    async with staged(tmp_path, RICH, kind="postgres", route=lambda _: server.url("away")) as stage:
        dispatch = stage.application.dispatch
        await dispatch.submit([], Cursor("memory", "42", "#lyon"))
        await dispatch.flush_idle()
        server.crash()
        asked = asyncio.create_task(dispatch.cursor("memory", "#lyon"))
        everything = asyncio.create_task(dispatch.cursors("memory"))
        await asyncio.sleep(0.3)
        server.start()
        assert (await asked, await everything) == ("42", {"#lyon": "42"})
