"""A process's session with PostgreSQL: its locks and notices, whatever happens to the connection."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress

import psycopg
import pytest

from storage.advisory_lock import RUN, AdvisoryLock, held_locks
from storage.database import Database
from storage.notifications import Notification, notify
from storage.server_session import ServerSession
from tests.postgres_server import PostgresServer, own_server
from tests.waiting import until

pytestmark = pytest.mark.postgres


class Recorder:
    """A SessionListener that writes down what it hears."""

    def __init__(self, *wants: str) -> None:
        self.wants = wants
        self.heard: list[str] = []
        self.held: set[str] = set()

    def wanted(self) -> tuple[str, ...]:
        return self.wants

    def connected(self) -> None:
        self.heard.append("connected")

    def disconnected(self) -> None:
        self.heard.append("disconnected")

    def taken(self, name: str) -> None:
        self.heard.append(f"taken {name}")
        self.held.add(name)

    def refused(self, name: str) -> None:
        if (word := f"refused {name}") not in self.heard:
            self.heard.append(word)

    def lost(self, name: str) -> None:
        self.heard.append(f"lost {name}")
        self.held.discard(name)

    def notice(self, payload: str) -> None:
        self.heard.append(payload)


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Yield a server of this file's own, which tests may stop."""
    with own_server() as made:
        yield made


@pytest.fixture
async def database(server: PostgresServer) -> AsyncIterator[Database]:
    """Yield a database."""
    made = Database(server.url())
    yield made
    await made.close()


@asynccontextmanager
async def running(database: Database, name: str, listener: Recorder) -> AsyncIterator[asyncio.Task[None]]:
    """Run a session."""
    task = asyncio.create_task(ServerSession(database.engine, name).run(listener))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def end_connections(server: PostgresServer, only: str = "true") -> None:
    """End connections, as an administrator or a network does."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        mine = "pid != pg_backend_pid()"
        connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {mine} AND {only}".encode())


async def test_each_lock_has_one_holder_and_the_other_takes_over(database: Database) -> None:
    """The second session stands by, and takes the locks within a second after the first one has ended."""
    first, second = Recorder("a", "b"), Recorder("a", "b")
    async with running(database, "one", first) as task:
        await until(lambda: first.held == {"a", "b"})
        async with running(database, "two", second):
            await until(lambda: "refused b" in second.heard)
            assert second.held == set()
            assert await held_locks(database.engine, ["process:one", "process:two", "process:three", RUN]) == {
                "process:one", "process:two", RUN,
            }  # fmt: skip
            task.cancel()
            await until(lambda: second.held == {"a", "b"}, patience=2)


async def test_the_holder_keeps_its_locks_when_the_server_restarts(server: PostgresServer, database: Database) -> None:
    """Both sessions end; the one that stands by leaves the locks to the one that had them."""
    first, second = Recorder("a"), Recorder("a")
    async with running(database, "one", first), running(database, "two", second):
        await until(lambda: first.heard.count("connected") == second.heard.count("connected") == 1)
        await until(lambda: first.held or second.held)
        holder, other = (first, second) if first.held else (second, first)
        await until(lambda: "refused a" in other.heard)
        server.crash()
        await until(lambda: holder.heard[-1] == "disconnected")
        server.start()
        await until(lambda: holder.heard.count("connected") == other.heard.count("connected") == 2)
        await asyncio.sleep(1)
        assert (holder.held, other.held, holder.heard[-2:]) == ({"a"}, set(), ["disconnected", "connected"])


async def test_a_holder_that_came_too_late_says_so(server: PostgresServer, database: Database) -> None:
    """When somebody else took the lock before the session stands again, its holder has lost it."""
    listener = Recorder("a")
    async with running(database, "one", listener):
        await until(lambda: listener.held)
        blocking = asyncio.create_task(_take_as_soon_as_possible(server))
        await asyncio.sleep(0.2)
        end_connections(server, "query NOT LIKE '%advisory_lock(hash%' OR state = 'idle'")
        await until(lambda: "lost a" in listener.heard)
        assert listener.heard[:4] == ["connected", "taken a", "disconnected", "lost a"]
        (await blocking).close()
        await until(lambda: listener.held == {"a"})


async def _take_as_soon_as_possible(server: PostgresServer) -> psycopg.Connection[tuple[object, ...]]:
    """Wait for the lock in the server's own queue, where it is faster than any other."""

    def wait() -> psycopg.Connection[tuple[object, ...]]:
        connection = psycopg.connect(server.url(), autocommit=True)
        connection.execute("SELECT pg_advisory_lock(hashtextextended('glocal:a', 0))")
        return connection

    return await asyncio.to_thread(wait)


async def test_a_silent_server_counts_as_gone(server: PostgresServer, database: Database) -> None:
    """While the server does not answer, nothing may be sent; when it answers again, the locks are as before."""
    listener = Recorder("a")
    async with running(database, "one", listener):
        await until(lambda: listener.held)
        with psycopg.connect(server.url()) as connection:
            pids = connection.execute(
                "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid != pg_backend_pid()"
            ).fetchall()
        for (pid,) in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            await until(lambda: listener.heard[-1] == "disconnected")
        finally:
            for (pid,) in pids:
                os.kill(pid, signal.SIGCONT)
        await until(lambda: listener.heard.count("connected") == 2)
        assert listener.heard == ["connected", "taken a", "disconnected", "connected"]


async def test_notices_come_with_the_commit(server: PostgresServer, database: Database) -> None:
    """A notice is heard after its transaction, none after a rollback, and a lost connection is reported."""
    listener = Recorder()
    async with running(database, "one", listener):
        await until(lambda: "connected" in listener.heard)
        with suppress(ZeroDivisionError):
            async with database.transaction() as uow:
                await notify(uow, Notification("two", accounts=("undone",)))
                raise ZeroDivisionError
        async with database.transaction() as uow:
            await notify(uow, Notification("two", accounts=("done",)))
        await until(lambda: '{"process":"two","accounts":["done"]}' in listener.heard)
        assert not [word for word in listener.heard if "undone" in word]
        end_connections(server)
        await until(lambda: listener.heard.count("connected") == 2)
        assert "disconnected" in listener.heard


async def test_a_command_for_itself_waits_until_no_process_runs(database: Database) -> None:
    """`glocal copy` gets no lock while a process runs, and a process stands by while it has it."""
    alone, listener = AdvisoryLock(database.engine, RUN), Recorder("a")
    assert await alone.acquire()
    async with running(database, "one", listener):
        await asyncio.sleep(1)
        assert listener.heard == []
        await alone.release()
        await until(lambda: listener.held)
        assert not await alone.acquire()
