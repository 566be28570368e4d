"""`glocal run` where the machine or the homeserver fails it: it says so, waits, and goes on where it was."""

from __future__ import annotations

import asyncio
import json
import resource
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.mortal import SETTINGS, MortalBot
from tests.acceptance.town import Town
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.integration.test_command_line import glocal

pytestmark = pytest.mark.synapse


class VisibleBot(MortalBot):
    """One whose process can be given limits."""

    @property
    def pid(self) -> int:
        """Of the running process."""
        assert self._process is not None
        return self._process.pid


@dataclass
class Place:
    """A bot in a process of its own, and a connector in the room that it serves."""

    town: Town
    bot: VisibleBot
    carla: MatrixPerson
    room: str

    async def says(self, what: str) -> None:
        """Wait until the bot's log has these words."""
        async with asyncio.timeout(60):
            while what not in self.bot.log():
                await asyncio.sleep(0.1)

    async def asks(self, *questions: str) -> None:
        """The connector opens a poll for each."""
        for question in questions:
            await self.carla.say(self.room, f'!poll "{question}" yes no')

    async def answered_once(self, *questions: str) -> None:
        """Wait until each poll is there; each has one card and one native poll, and nothing went wrong."""
        for question in questions:
            await self.town.sees(self.room, f"(?s)^{question[:-1]}.*nobody has voted yet", patience=60)
        await self.town.count(self.room, ".")
        lines = await self.town.lines(self.room)
        for question in questions:
            assert sorted(line.poll for line in lines if line.text.startswith(question)) == [False, True], question
        assert "Traceback" not in self.bot.log()
        assert "dead-letter" not in self.bot.log()


@pytest.fixture
async def own(tmp_path: Path) -> AsyncIterator[Homeserver]:
    """A homeserver for this test alone, since it is killed."""
    made = Homeserver(tmp_path / "homeserver")
    await asyncio.to_thread(made.start)
    yield made
    made.stop()


async def opened(homeserver: Homeserver, folder: Path) -> Place:
    """A community with one room."""
    town = Town(homeserver, folder)
    login = await homeserver.register("glocal")
    town.bot = login.user
    bot = VisibleBot(homeserver, login, folder / "bot")
    await bot.start()
    carla = await town.person("carla")
    room = await town.room(carla, name="Lyon")
    await carla.say(room, "!setup Lyon en Europe/Paris")
    await town.sees(room, "Lyon is set up")
    return Place(town, bot, carla, room)


async def closed(place: Place) -> None:
    """Stop the bot in good order and send the people home."""
    assert await asyncio.wait_for(place.bot.stop(), 60) == 0
    for person in place.town.people:
        await person.close()


@pytest.fixture
async def place(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Place]:
    """A running bot on the shared homeserver."""
    made = await opened(homeserver, tmp_path)
    yield made
    await closed(made)


@contextmanager
def held(database: Path) -> Iterator[None]:
    """Another process has the database for itself."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def full(bot: VisibleBot) -> Iterator[None]:
    """The bot's files cannot grow any more, as on a full disk; its log, which is as small, still can a little."""
    before = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
    size = max((bot.folder / name).stat().st_size for name in ("glocal.db", "glocal.db-wal"))
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, before)


async def test_a_locked_database(place: Place) -> None:
    """What is typed while another process holds the database is answered afterwards, once."""
    with held(place.bot.folder / "glocal.db"):
        await place.asks("Tea?", "Cake?")
        await place.says("database is locked")
    await place.answered_once("Tea?", "Cake?")


async def test_told_to_stop_while_the_database_is_locked(place: Place) -> None:
    """It ends in good order; what was typed meanwhile is answered by the next run."""
    with held(place.bot.folder / "glocal.db"):
        await place.carla.say(place.room, "Nothing for the bot")
        await place.asks("Tea?")
        await asyncio.sleep(1)
        assert await asyncio.wait_for(place.bot.stop(), 60) == 0
    await place.bot.start()
    await place.answered_once("Tea?")


async def test_a_full_disk(place: Place) -> None:
    """Nothing can be written: it says so, and what was typed is answered once there is room again."""
    with full(place.bot):
        await place.asks("Tea?", "Cake?", "Milk?")
        await place.says("database-unavailable")
    await place.answered_once("Tea?", "Cake?", "Milk?")


async def test_a_homeserver_that_goes_and_comes_back(own: Homeserver, tmp_path: Path) -> None:
    """It is waited for with growing pauses; what was posted just before and what is typed after are there once."""
    place = await opened(own, tmp_path)
    await place.asks("Tea?")
    own.kill()
    await place.says('"tries": 3')
    pauses = [json.loads(line) for line in place.bot.log().splitlines() if "matrix-unreachable" in line]
    assert [pause["tries"] for pause in pauses[:3]] == [1, 2, 3]
    assert pauses[2]["seconds"] > pauses[0]["seconds"]
    await asyncio.to_thread(own.start)
    await place.asks("Cake?")
    await place.answered_once("Tea?", "Cake?")
    await closed(place)


async def test_what_is_no_homeserver(tmp_path: Path) -> None:
    """An address where something else answers: a sentence that names the setting, exit code 3."""

    async def hello(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(hello, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        text = SETTINGS.format(url=f"http://127.0.0.1:{port}", user="@glocal:a.example", password="x")
        (tmp_path / "glocal.toml").write_text(text, encoding="utf-8")
        code, _, errors = await asyncio.wait_for(glocal(tmp_path, "run"), 60)
    assert code == 3
    assert "`homeserver` of account 'matrix'" in errors
    assert "no Matrix homeserver" in errors
    assert "Traceback" not in errors
