"""What an operator sees of a running bot, and what the queue commands change."""

from __future__ import annotations

import asyncio
import re
import socket
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import httpx
import pytest
from sqlmodel import select

from adapters.cli import running_bot
from adapters.cli.monitoring import MonitoringServer
from bots.clock import SystemClock
from bots.core import inbound
from bots.core.inbound import MessagePosted, Person, Value
from bots.dispatch.dead_letters import bury
from bots.ports import Cursor
from schedules.retries import retry_dead_letter
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.queries import outbox
from storage.tables import DeadLetter, Timer
from tests.contract.rig import RecordingInbox
from tests.integration.dispatch_bot import RunningBot, button_press
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.integration.test_run_files import unreachable
from tests.ports import free_port
from tests.stores import query, store
from tests.waiting import PATIENCE, until

NOW = datetime(2026, 11, 25, tzinfo=UTC)


async def get(port: int, path: str) -> tuple[int, str]:
    """Return status and body."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text()


async def test_a_running_bot_shows_its_health(tmp_path: Path) -> None:
    """The probes and the metrics answer, and `glocal status` names the accounts."""
    port = free_port()
    async with glocal_run(tmp_path, unreachable() + f"[monitoring]\nport = {port}\n") as bot:
        await bot.logs("tidied", "matrix-unreachable")
        assert await get(port, "/healthz") == (200, "ok\n")
        assert await get(port, "/readyz") == (503, "matrix: connecting\ntelegram: connecting\n")
        code, text = await get(port, "/metrics")
        assert code == 200
        assert 'glocal_account_up{account="matrix",platform="matrix"} 0.0' in text
        assert 'glocal_outbox_messages{state="pending"} 0.0' in text
        dashboard = Path("packaging/grafana-dashboard.json").read_text(encoding="utf-8")
        assert {*re.findall(r"glocal_\w+", dashboard)} <= {*re.findall(r"glocal_\w+", text)}
        await until(lambda: (tmp_path / "glocal.db.status").exists())
        code, out, errors = await glocal(tmp_path, "status")
        assert (code, errors) == (0, "")
        assert f"process {bot.process.pid}" in out and "telegram: connecting" in out and "Dead letters: 0" in out
    code, out, _ = await glocal(tmp_path, "status")
    assert (code, "isn't running" in out) == (1, True)


async def test_a_taken_monitoring_port_is_named(tmp_path: Path) -> None:
    """It exits with 2 and names the setting."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        (tmp_path / "glocal.toml").write_text(unreachable() + f"[monitoring]\nport = {port}\n", encoding="utf-8")
        store().url(tmp_path)
        code, _, errors = await glocal(tmp_path, "run")
    assert (code, "monitoring.port" in errors, "Traceback" in errors) == (2, True, False)


async def test_the_service_manager_hears_of_start_and_stop(tmp_path: Path) -> None:
    """systemd gets READY=1, signs of life and STOPPING=1."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        address = str(tmp_path / "notify")
        async with glocal_run(tmp_path, unreachable(), NOTIFY_SOCKET=address, WATCHDOG_USEC="300000"):
            heard: set[bytes] = set()
            async with asyncio.timeout(PATIENCE):
                while len(heard) < 2:
                    heard.add(await asyncio.to_thread(listener.recv, 100))
            assert heard == {b"READY=1", b"WATCHDOG=1"}
        listener.setblocking(False)
        rest = []
        with suppress(BlockingIOError):
            while True:
                rest.append(listener.recv(100))
        assert rest[-1] == b"STOPPING=1"


def letter() -> MessagePosted:
    """Return a value that could not be handled."""
    person = Person(platform="telegram", user="7", name="Anna")
    return MessagePosted(
        key="telegram:1", account="telegram", room="-1", at=NOW, person=person, message="1", text="hello"
    )


class DyingInbox(RecordingInbox):
    """Stands for a process that ends before it handles anything."""

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Handle nothing."""
        raise asyncio.CancelledError


async def filled(folder: Path) -> Database:
    """Return a database with a dead letter and two messages that failed."""
    database = Database(store().url(folder))
    async with database.transaction() as uow:
        row = {"key": letter().key, "kind": "MessagePosted", "payload": inbound.encode(letter()), "error": "E"}
        uow.defer(insert_new(DeadLetter), {**row, "at": NOW})
        for number, state in ((1, "unknown"), (2, "refused")):
            made = outbox.pending_row(key=f"k{number}", account="telegram", room="-1", kind="P", payload="{}", now=NOW)
            uow.defer(outbox.ENQUEUE, {**made, "state": state, "detail": "why", "attempts": 3})
    return database


@pytest.mark.file
async def test_status_knows_no_state_and_shows_it_all_the_same(tmp_path: Path) -> None:
    """A state that only a newer version knows is counted like the others."""
    await (await filled(tmp_path)).close()
    with closing(sqlite3.connect(tmp_path / "glocal.db")) as opened, opened:
        opened.execute("UPDATE outbox SET state = 'hibernating' WHERE key = 'k1'")
    for command in ("status", "outbox"):
        _, out, errors = await glocal(tmp_path, command)
        assert ("hibernating" in out, errors) == (True, ""), command


async def test_metrics_say_that_the_database_does_not_answer(tmp_path: Path) -> None:
    """The probes and the metrics answer with 503, and there is no traceback."""
    clock = SystemClock()
    database = Database(f"sqlite:///{tmp_path / 'without-tables.db'}")

    async def running() -> running_bot.RunningBot:
        return running_bot.RunningBot([])

    app = MonitoringServer(database, running, clock).app()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        for path in ("/readyz", "/metrics"):
            answer = await client.get(path)
            assert (answer.status_code, answer.text) == (503, "the database does not answer\n")
    await database.close()


async def test_failed_messages_are_sent_again_or_dropped(tmp_path: Path) -> None:
    """A key chooses one; without a key all that failed are meant."""
    database = await filled(tmp_path)
    code, out, _ = await glocal(tmp_path, "outbox", "retry", "k1")
    assert (code, "1 will be sent again" in out) == (0, True)
    code, out, _ = await glocal(tmp_path, "outbox", "drop")
    assert (code, out) == (0, "1 dropped.\n")
    async with database.reading() as uow:
        assert await outbox.counts_by_state(uow) == {"pending": 1, "superseded": 1}
    assert (await glocal(tmp_path, "outbox", "retry", "nothing"))[0] == 1
    await database.close()


async def test_a_dead_letter_is_handled_again(tmp_path: Path) -> None:
    """The command asks for it, and the bot submits the value once."""
    database = await filled(tmp_path)
    code, out, _ = await glocal(tmp_path, "deadletters", "retry")
    assert (code, out.startswith("1 will be handled again")) == (0, True)
    inbox = RecordingInbox()
    async with database.reading() as uow:
        assert await uow.all(select(Timer.subject)) == [letter().key]
    await retry_dead_letter(database, inbox, letter().key)
    assert inbox.values == [letter()]
    async with database.reading() as uow:
        assert (await uow.all(select(Timer.id)), await uow.all(select(DeadLetter.id))) == ([], [])
    await retry_dead_letter(database, inbox, letter().key)
    assert len(inbox.values) == 1
    await database.close()


def dead_letters_left(folder: Path) -> int:
    """Return how many dead letters the database of the running bot has."""
    return len(query(folder, "SELECT 1 FROM dead_letters"))


async def test_a_running_bot_retries_a_dead_letter(tmp_path: Path) -> None:
    """It finds the wish by itself."""
    database = await filled(tmp_path)
    await database.close()
    assert SystemClock().now() > NOW
    assert (await glocal(tmp_path, "deadletters", "retry"))[0] == 0
    async with glocal_run(tmp_path, unreachable()) as bot:
        await bot.logs("dead-letter-retried")
        await until(lambda: dead_letters_left(tmp_path) == 0)
    assert "No dead letters." in (await glocal(tmp_path, "deadletters"))[1]


async def test_letter_stays_until_its_value_is_handled(tmp_path: Path) -> None:
    """A process that dies before the value is handled tries again; one that dies after it handles nothing twice."""
    bot = RunningBot(tmp_path)
    await bot.open()
    press = button_press("ok")
    async with bot.database.transaction() as uow:
        bury(uow, press, RuntimeError("boom"), bot.clock.now())
    with pytest.raises(asyncio.CancelledError):
        await retry_dead_letter(bot.database, DyingInbox(), press.key)
    async with bot.database.reading() as uow:
        assert await uow.all(select(DeadLetter.key)) == [press.key]
    for _ in range(2):
        await retry_dead_letter(bot.database, bot.application.dispatch, press.key)
        assert await bot.codes() == {"ok-0"}
        async with bot.database.reading() as uow:
            assert await uow.all(select(DeadLetter.key)) == []
    await bot.close()


async def test_a_dead_letter_is_dropped(tmp_path: Path) -> None:
    """It is gone, and nothing is asked of the bot."""
    await (await filled(tmp_path)).close()
    assert (await glocal(tmp_path, "deadletters", "drop", letter().key))[1] == "1 dropped.\n"
    assert "No dead letters." in (await glocal(tmp_path, "deadletters"))[1]
