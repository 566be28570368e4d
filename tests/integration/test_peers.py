"""What processes on one server tell each other, and hand over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from adapters.cli.application import Application
from bots.clock import MovableClock, SystemClock
from bots.core.inbound import Attachment, MessagePosted, Person
from bots.core.outbound import Content, Post, encode
from bots.core.richtext import Text
from bots.ports import Capabilities, FileDelayed, Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from bots.turn.effects import Effects
from schedules.delivery.remote_files import GONE, PART_BYTES, RemoteFiles
from schedules.peers import Peers
from storage.database import Database
from storage.queries import outbox, processes
from storage.queries.outbox import ENQUEUE
from storage.tables import Dialog, FilePart, FileRequest
from tests.integration.test_server_session import Recorder, running
from tests.stores import store
from tests.waiting import until

pytestmark = pytest.mark.postgres
CLOCK = SystemClock()
MOVABLE = MovableClock(CLOCK.now())


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Yield a database with all tables."""
    made = Database(store("postgres").url(tmp_path))
    yield made
    await made.close()


@dataclass
class House:
    """A process that holds one account."""

    application: Application
    peers: Peers

    @property
    def remote_files(self) -> RemoteFiles:
        assert self.application.remote_files is not None
        return self.application.remote_files


async def house(database: Database, adapter: MemoryAdapter) -> House:
    """Return a process that holds the adapter's account, and has said what it can do."""
    peers = Peers(database, f"process of {adapter.account}")
    made = Application(database, [adapter], CLOCK, peers=peers)
    peers.accounts.add(adapter.account)
    async with database.transaction() as uow:
        uow.defer(processes.SET_ACCOUNT, processes.account_row(adapter.account, "{}", CLOCK.now()))
    await made.dispatch.load()
    return House(made, peers)


def post(account: str, key: str) -> dict[str, object]:
    """Return an outbox row."""
    content = encode(Post(room="#r", content=Content(text=(Text(key),))))
    return outbox.pending_row(key=key, account=account, room="#r", kind="Post", payload=content, now=CLOCK.now())


async def announced(database: Database, peers: Peers, effects: Effects, *rows: dict[str, object]) -> None:
    """Commit rows as the processor does."""
    async with database.transaction() as uow:
        for row in rows:
            uow.defer(ENQUEUE, row)
        await peers.announce(uow, effects)


async def test_others_hear_of_their_rows_and_timers_alone(database: Database) -> None:
    """A transaction announces the accounts of others and timers that others fire; in doubt it announces everything."""
    peers, due = Peers(database, "one"), CLOCK.now()
    peers.accounts |= {"mine"}
    listener = Recorder()
    async with running(database, "two", listener):
        await until(lambda: "connected" in listener.heard)
        await announced(database, peers, Effects(), post("mine", "1"))
        await announced(database, peers, Effects(), post("mine", "2"), post("theirs", "3"))
        peers.fires_timers = True
        await announced(database, peers, Effects(earliest_timer=due))
        peers.certain = False
        await announced(database, peers, Effects(earliest_timer=due), post("mine", "4"))
        await until(lambda: len(listener.heard) == 3)
        stated = due.isoformat().replace("+00:00", "Z")
        assert listener.heard[1:] == [
            '{"process":"one","accounts":["theirs"]}',
            f'{{"process":"one","accounts":["mine"],"timers":"{stated}"}}',
        ]


async def test_the_message_filter_judges_our_own_accounts_alone(database: Database) -> None:
    """A dead letter of another process's account reaches the handlers, whichever process fires its retry."""
    here = await house(database, MemoryAdapter(MemoryPlatform(MOVABLE, platform="a", account="a")))
    accepts = here.application.dispatch.message_filter.accepts
    assert (accepts(message("a", "Lyon")), accepts(message("b", "Lyon"))) == (False, True)


def message(account: str, words: str) -> MessagePosted:
    anna = Person(platform=account, user="anna", name="Anna")
    return MessagePosted(
        key=f"{account}:1", account=account, room="#r", at=CLOCK.now(), person=anna, message="1", text=words
    )


class QuestionAdapter(MemoryAdapter):
    """Notes at each sending whether the process would hear the answer."""

    def __init__(self, platform: MemoryPlatform) -> None:
        super().__init__(platform)
        self.hears: list[bool] = []
        self.application: Application | None = None

    async def send(self, sending: Sending) -> Receipt:
        assert self.application is not None
        self.hears.append(self.application.dispatch.message_filter.accepts(message("b", "Lyon")))
        return await super().send(sending)


async def test_a_question_of_another_process_is_sent_by_one_that_hears_the_answer(database: Database) -> None:
    """The holder loads its message filter before it sends what was committed with the dialog, without any notice."""
    adapter = QuestionAdapter(MemoryPlatform(MOVABLE, platform="b", account="b"))
    there = await house(database, adapter)
    here = await house(database, MemoryAdapter(MemoryPlatform(MOVABLE, platform="a", account="a")))
    adapter.application = there.application
    await there.application.deliveries[0].drain()
    later = CLOCK.now() + timedelta(hours=1)
    async with database.transaction() as uow:
        uow.session.add(Dialog(account="b", room="#r", user="anna", kind="setup", subject="", expires_at=later))
        uow.defer(ENQUEUE, post("b", "What is your community called?"))
        await here.peers.announce(uow, Effects(dialogs={("b", "#r", "anna"): True}))
    await there.application.deliveries[0].drain()
    assert adapter.hears == [True]


# Files


@asynccontextmanager
async def two_houses(database: Database) -> AsyncIterator[tuple[House, House, MemoryPlatform]]:
    """Yield a process that needs files, and one that holds the account which has them."""
    platform = MemoryPlatform(MOVABLE, platform="b", account="b")
    here = await house(database, MemoryAdapter(MemoryPlatform(MOVABLE, platform="a", account="a")))
    there = await house(database, MemoryAdapter(platform, Capabilities()))
    await here.peers.load()
    serving = asyncio.create_task(there.remote_files.serve())
    try:
        yield here, there, platform
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        here.application.files.close()
        there.application.files.close()


def attachment(source: str) -> Attachment:
    return Attachment(name="plan.pdf", mime="application/pdf", size=1, source=source, account="b")


async def read(here: House, wanted: Attachment) -> bytes | None:
    """Read a file as the sender of a row does: again and again while it is delayed."""
    async with asyncio.timeout(30):
        while True:
            try:
                return await here.remote_files.read(wanted)
            except FileDelayed:
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("size", [0, 1, PART_BYTES, PART_BYTES * 2, PART_BYTES * 2 + 5])
async def test_files_come_from_the_holder_of_their_account(database: Database, size: int) -> None:
    """A file arrives whole, whatever its size, and leaves nothing in the database."""
    async with two_houses(database) as (here, _there, platform):
        platform.files["f"] = bytes(number % 251 for number in range(size))
        assert await read(here, attachment("f")) == platform.files["f"]
        assert await _left(database) == 0


async def test_an_unreadable_file_is_left_out(database: Database) -> None:
    """The holder says that it can't read it, and the post goes without it."""
    async with two_houses(database) as (here, _there, _platform):
        assert await read(here, attachment("nothing")) is None
        assert await _left(database) == 0


async def test_parts_of_a_dead_holder_are_written_again(database: Database) -> None:
    """A holder that died in the middle left parts behind; the next one writes all of them."""
    async with two_houses(database) as (here, there, platform):
        platform.files["f"] = b"whole"
        there.peers.accounts.clear()
        with pytest.raises(FileDelayed):
            await here.remote_files.read(attachment("f"))
        async with database.transaction() as uow:
            request = await uow.first(select(FileRequest.id))
            assert request is not None
            uow.session.add(FilePart(request_id=request, number=0, content=b"old"))
            uow.session.add(FilePart(request_id=request, number=7, content=b"older"))
        there.peers.accounts.add("b")
        assert await read(here, attachment("f")) == b"whole"
        assert await _left(database) == 0


async def test_the_files_of_a_gone_account_are_left_out(database: Database) -> None:
    """Nobody waits for an account that no process has held for a day."""
    async with two_houses(database) as (here, _there, platform):
        platform.files["f"] = b"whole"
        here.peers.seen_at["b"] = CLOCK.now() - GONE - timedelta(minutes=1)
        assert await here.remote_files.read(attachment("f")) is None
        assert await _left(database) == 0


async def _left(database: Database) -> int:
    async with database.engine.connect() as connection:
        counted = "SELECT (SELECT count(*) FROM file_requests) + (SELECT count(*) FROM file_parts)"
        return int((await connection.execute(text(counted))).scalar_one())
