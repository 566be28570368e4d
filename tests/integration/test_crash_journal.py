"""A value that hangs or kills the process is buried by the next run, and the others go on."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.clock import SystemClock
from bots.commands.declaration import Args, Command
from bots.core.inbound import CommandInvoked, Person
from bots.dispatch.inbox import Dispatch
from bots.dispatch.processor import BatchProcessor
from bots.dispatch.rate_limits import NO_LIMITS, RateLimiter
from bots.ports import Capabilities
from bots.routing.feature import Feature
from bots.routing.router import Router
from bots.turn.turn import Turn
from storage.crash_journal import MAX_KILLS, CrashJournal, Phase, journal_file
from storage.database import Database
from tests.forked import start
from tests.stores import store
from tests.waiting import PATIENCE

SERVE = """
import asyncio, sys
from pathlib import Path
from tests.integration.test_crash_journal import serve
asyncio.run(serve(Path(sys.argv[1]), sys.argv[2:]))
"""
HANG_SECONDS = 3.0
UNREADABLE = "unreadable"


async def do_harm(call: CommandInvoked, _args: Args, _turn: Turn) -> None:
    """Hang in one of three ways, crash, be killed, or stop for a while; anything else is harmless."""
    while call.line == "hang":
        pass
    if call.line == "wait":
        threading.Event().wait()
    if call.line == "match":  # no other thread runs meanwhile
        re.fullmatch("(a+)+b", "a" * 60)
    if call.line == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    if call.line in ("crash", "kill"):
        os.kill(os.getpid(), signal.SIGSEGV if call.line == "crash" else signal.SIGKILL)


class ReadingJournal(CrashJournal):
    """A journal whose process hangs once it has noted that the rows of an unreadable value, or of a batch, are read."""

    def begin(self, key: str, phase: Phase = Phase.HANDLER) -> None:
        """Note a value; hang where it cannot be read."""
        super().begin(key, phase)
        while phase is Phase.BATCH or (phase is Phase.READING and key == UNREADABLE):
            pass


def invoked(line: str) -> CommandInvoked:
    """Return the command with this line."""
    person = Person(platform="memory", user="@mo", name="Mo")
    return CommandInvoked(key=line, account="memory", room="#hall", at=datetime.now(UTC), person=person, line=line)


async def serve(file: Path, lines: list[str]) -> None:
    """Handle commands one after the other, as `glocal run` does."""
    database = Database(f"sqlite:///{file}")
    router = Router(
        [Feature(name="harm", commands=tuple((Command(name=line, needs=None, hidden=True), do_harm) for line in lines))]
    )
    journal = ReadingJournal(journal_file(file))
    processor = BatchProcessor(database, router, SystemClock(), {"memory": Capabilities(platform="memory")}, journal)
    dispatch = Dispatch(database, processor, router, lambda _: None, RateLimiter(NO_LIMITS, SystemClock()))
    async with asyncio.TaskGroup() as tasks:
        background = [tasks.create_task(journal.watch(HANG_SECONDS)), tasks.create_task(dispatch.run())]
        batches = [lines] if UNREADABLE in lines else [[line] for line in lines]
        for batch in batches:
            await dispatch.submit([invoked(line) for line in batch])
        for task in background:
            task.cancel()
    journal.close()
    await database.close()


async def run(file: Path, *lines: str) -> int:
    """Run `serve` in a process of its own; return its exit code, negative for a signal."""
    store("sqlite").url(file.parent)
    return await asyncio.wait_for(start(SERVE, str(file), *lines).wait(), PATIENCE)


def rows(file: Path, query: str) -> list[str]:
    with sqlite3.connect(file) as connection:
        found = [str(row[0]) for row in connection.execute(query)]
    connection.close()
    return found


@pytest.mark.crash
@pytest.mark.parametrize("harm", ["hang", "wait", "match", "crash"])
async def test_harmful_value_is_buried(tmp_path: Path, harm: str) -> None:
    """After a value ended a run, the next run buries it and handles the others."""
    file = tmp_path / "glocal.db"
    assert await run(file, harm, "hello") != 0
    assert rows(file, "select key from inbox") == []
    assert await run(file, harm, "hello") == 0
    assert rows(file, "select key from dead_letters") == [harm]
    assert sorted(rows(file, "select key from inbox")) == sorted([harm, "hello"])


@pytest.mark.crash
async def test_killed_value_is_tried_again(tmp_path: Path) -> None:
    """A kill may be the operator's: only a value during which run after run was killed is buried."""
    file = tmp_path / "glocal.db"
    for _ in range(MAX_KILLS):
        assert await run(file, "kill") == -signal.SIGKILL
        assert rows(file, "select key from dead_letters") == []
    assert await run(file, "kill") == 0
    assert rows(file, "select key from dead_letters") == ["kill"]


@pytest.mark.crash
async def test_value_that_hangs_while_it_is_read_is_buried(tmp_path: Path) -> None:
    """Its batch ends one run, it alone ends the next, and the third buries it; the others of the batch are handled."""
    file = tmp_path / "glocal.db"
    assert await run(file, "hello", UNREADABLE, "bye") != 0
    assert rows(file, "select key from inbox") == []
    assert await run(file, "hello", UNREADABLE, "bye") != 0
    assert rows(file, "select key from inbox") == ["hello"]
    assert await run(file, "hello", UNREADABLE, "bye") == 0
    assert rows(file, "select key from dead_letters") == [UNREADABLE]
    assert sorted(rows(file, "select key from inbox")) == sorted(["hello", UNREADABLE, "bye"])


@pytest.mark.crash
def test_stopped_process_goes_on(tmp_path: Path) -> None:
    """The time in which somebody stops the process (Ctrl-Z) or suspends the machine does not count as a hang."""
    file = tmp_path / "glocal.db"
    store("sqlite").url(tmp_path)
    with subprocess.Popen([sys.executable, "-m", __name__, str(file), "stop", "hello"]) as process:
        try:
            _, status = os.waitpid(process.pid, os.WUNTRACED)
            assert os.WIFSTOPPED(status)
            time.sleep(HANG_SECONDS * 1.5)
            process.send_signal(signal.SIGCONT)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
    assert sorted(rows(file, "select key from inbox")) == ["hello", "stop"]


def test_long_key_does_not_stop_the_next_start(tmp_path: Path) -> None:
    """A key that the page cuts in the middle of a letter is read again all the same."""
    page = tmp_path / "crash"
    page.write_bytes(f"{MAX_KILLS} ".encode() + ("x" + "é" * 600).encode()[:1008])
    journal = CrashJournal(page)
    journal.close()
    assert journal.guilty.startswith("xéé")


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), sys.argv[2:]))
