"""`glocal run` survives faults of the machine and the homeserver."""

from __future__ import annotations

import asyncio
import json
import re
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix
from tests.acceptance.killable_process import SETTINGS, KillableBot
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.integration.test_command_line import glocal
from tests.stores import store
from tests.waiting import PATIENCE, until

pytestmark = pytest.mark.synapse


class LimitableBot(KillableBot):
    """A bot whose process a test can limit."""

    @property
    def pid(self) -> int:
        """The process id."""
        assert self._process is not None
        return self._process.pid


@dataclass
class RunningBot:
    """A bot in its own process, and a connector in its room."""

    matrix: BotOnMatrix
    bot: LimitableBot
    carla: MatrixPerson
    room: str

    async def wait_for_log(self, what: str) -> None:
        """Wait for these words in the bot's log."""
        await until(lambda: what in self.bot.log(), lambda: self.bot.log()[-3000:])

    async def open_polls(self, *questions: str) -> None:
        """Open a poll for each question as the connector."""
        for question in questions:
            await self.carla.say(self.room, f'!poll "{question}" yes no')

    async def check_answered_once(self, *questions: str) -> None:
        """Wait for one card and one native poll for each question, and check that nothing failed."""
        for question in questions:
            await self.matrix.sees(self.room, f"React here to “{re.escape(question)}”")
        await self.matrix.count(self.room, ".")
        lines = await self.matrix.messages(self.room)
        for question in questions:
            assert sorted(line.poll for line in lines if question in line.text) == [False, True], question
        assert "Traceback" not in self.bot.log()
        assert "dead-letter" not in self.bot.log()


@pytest.fixture
async def own_homeserver(tmp_path: Path) -> AsyncIterator[Homeserver]:
    """Yield a homeserver that the test may kill."""
    made = Homeserver(tmp_path / "homeserver")
    await asyncio.to_thread(made.start)
    yield made
    made.stop()


async def open_bot(homeserver: Homeserver, folder: Path) -> RunningBot:
    """Open a community with one room."""
    matrix = BotOnMatrix(homeserver, folder)
    login = await homeserver.register("glocal")
    matrix.bot = login.user
    bot = LimitableBot(homeserver, login, folder / "bot")
    await bot.start()
    carla = await matrix.person("carla")
    room = await matrix.room(carla, name="Lyon")
    await carla.say(room, "!setup Lyon en Europe/Paris")
    await matrix.sees(room, "Lyon is set up")
    return RunningBot(matrix, bot, carla, room)


async def close_bot(running: RunningBot) -> None:
    """Stop the bot and close the people's clients."""
    assert await asyncio.wait_for(running.bot.stop(), PATIENCE) == 0
    for person in running.matrix.people:
        await person.close()


@pytest.fixture
async def running(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[RunningBot]:
    """Yield a running bot on the shared homeserver."""
    made = await open_bot(homeserver, tmp_path)
    yield made
    await close_bot(made)


@contextmanager
def disk_full(bot: LimitableBot) -> Iterator[None]:
    """Limit the size of the bot's files to that of the write-ahead log, which grows first when a disk is full."""
    before = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
    size = (bot.folder / "glocal.db-wal").stat().st_size
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, before)


async def test_locked_database_delays_answers(running: RunningBot) -> None:
    """The bot answers the commands of a locked period afterwards, once."""
    with store().locked(running.bot.folder):
        await running.open_polls("Tea?", "Cake?")
        await running.wait_for_log("database-unavailable")
    await running.check_answered_once("Tea?", "Cake?")


async def test_a_stop_while_the_database_is_locked(running: RunningBot) -> None:
    """The bot stops with exit code 0 while the database is locked, and answers the commands after its next start."""
    with store().locked(running.bot.folder):
        await running.carla.say(running.room, "Nothing for the bot")
        await running.open_polls("Tea?")
        await running.wait_for_log("database-unavailable")
        assert await asyncio.wait_for(running.bot.stop(), PATIENCE) == 0
    await running.bot.start()
    await running.check_answered_once("Tea?")


@pytest.mark.file
async def test_full_disk_delays_answers(running: RunningBot) -> None:
    """The bot logs the full disk and answers the commands once there is space again."""
    with disk_full(running.bot):
        await running.open_polls("Tea?", "Cake?", "Milk?")
        await running.wait_for_log("database-unavailable")
    await running.check_answered_once("Tea?", "Cake?", "Milk?")


async def test_homeserver_outage(own_homeserver: Homeserver, tmp_path: Path) -> None:
    """The bot retries with growing pauses, and handles commands from before and after the outage once."""
    running = await open_bot(own_homeserver, tmp_path)
    await running.open_polls("Tea?")
    own_homeserver.kill()
    await running.wait_for_log('"tries": 3')
    pauses = [json.loads(line) for line in running.bot.log().splitlines() if "matrix-unreachable" in line]
    assert [pause["tries"] for pause in pauses[:3]] == [1, 2, 3]
    assert pauses[2]["seconds"] > pauses[0]["seconds"]
    await asyncio.to_thread(own_homeserver.start)
    await running.open_polls("Cake?")
    await running.check_answered_once("Tea?", "Cake?")
    await close_bot(running)


async def test_other_server_at_the_address_is_explained(tmp_path: Path) -> None:
    """Another server at the homeserver's address gives exit code 3 and names the setting."""

    async def hello(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(hello, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        text = SETTINGS.format(url=f"http://127.0.0.1:{port}", user="@glocal:a.example", password="x")
        (tmp_path / "glocal.toml").write_text(text, encoding="utf-8")
        store().url(tmp_path)
        code, _, errors = await asyncio.wait_for(glocal(tmp_path, "run"), PATIENCE)
    assert code == 3
    assert "`homeserver` of account 'matrix'" in errors
    assert "no Matrix homeserver" in errors
    assert "Traceback" not in errors
