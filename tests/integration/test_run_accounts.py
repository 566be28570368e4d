"""What one account suffers, the others do not notice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.cli.application import Application
from adapters.cli.supervision import AccountState, RestartPauses, SupervisedAdapter, Supervisor
from bots.clock import MovableClock
from bots.core.inbound import Attachment
from bots.ports import AccountRefused, ConnectionListener, FileDelayed, Inbox
from bots.testing.adapter import MemoryAdapter
from bots.testing.platform import MemoryPlatform
from storage.database import Database
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.standins.telegram.platform import opened
from tests.stores import store
from tests.waiting import PATIENCE, until

FAST = RestartPauses(failed=0.01, failed_longest=0.05, refused=0.01, refused_longest=0.05)


class FaultyAdapter(MemoryAdapter):
    """An adapter whose next runs end with the platform's `faults`. The lists are shared with those made after it."""

    def __init__(
        self, platform: MemoryPlatform, faults: list[Exception], closed: list[str], listener: ConnectionListener
    ) -> None:
        super().__init__(platform)
        self._faults, self._closed, self._listener = faults, closed, listener

    async def run(self, inbox: Inbox) -> None:
        """Raise the next fault, or run."""
        if self._faults:
            raise self._faults.pop(0)
        self._listener.connected()
        await super().run(inbox)

    async def close(self) -> None:
        """Note it."""
        self._closed.append(self.account)


class Accounts:
    """A running application with two accounts, `a` and `b`."""

    def __init__(self, database: Database) -> None:
        self.clock = MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
        self.supervisor = Supervisor(self.clock, FAST)
        self.faults: dict[str, list[Exception]] = {"a": [], "b": []}
        self.closed: list[str] = []
        self.platforms = {name: MemoryPlatform(self.clock, platform=name, account=name) for name in self.faults}
        self.adapters = {name: self.supervisor.add(self._maker(name)) for name in self.faults}
        self.application = Application(database, list(self.adapters.values()), self.clock)

    def _maker(self, name: str) -> Callable[[ConnectionListener], FaultyAdapter]:
        return lambda listener: FaultyAdapter(self.platforms[name], self.faults[name], self.closed, listener)

    async def check_answers(self, name: str) -> None:
        """Check that the bot answers on this account."""
        platform = self.platforms[name]
        said = platform.say(f"!{name}", "@anna", "!help")
        await until(
            lambda: [key for key, shown in platform.messages.items() if key != said and shown.room == f"!{name}"]
        )


@pytest.fixture
async def accounts(tmp_path: Path) -> AsyncIterator[Accounts]:
    """Two accounts whose application does not run yet."""
    database = Database(store().url(tmp_path))
    yield Accounts(database)
    await database.close()


@asynccontextmanager
async def running(accounts: Accounts) -> AsyncIterator[asyncio.Task[None]]:
    """Run the application, and stop it at the end."""
    task = asyncio.create_task(accounts.application.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_failed_account_starts_again_alone(accounts: Accounts) -> None:
    """It is recreated after each failure, and the other one is not."""
    accounts.faults["a"] += [KeyError("an event that nobody can parse"), RecursionError("1,000 levels")]
    async with running(accounts):
        await accounts.check_answers("b")
        await accounts.check_answers("a")
        assert accounts.closed == ["a", "a"]
        assert accounts.adapters["a"].health.state == AccountState.CONNECTED


async def test_a_file_waits_for_the_sign_in(accounts: Accounts) -> None:
    """A file counts as delayed, not unreadable, before its account is connected."""
    file = Attachment(name="plan.pdf", mime="application/pdf", size=4, source="f", account="a")
    accounts.platforms["a"].files["f"] = b"plan"
    with pytest.raises(FileDelayed, match="the account a is not connected"):
        await accounts.adapters["a"].read(file)
    async with running(accounts):
        await accounts.check_answers("a")
        assert await accounts.adapters["a"].read(file) == b"plan"


async def test_a_refused_account_is_tried_again_while_the_others_run(accounts: Accounts) -> None:
    """The others answer meanwhile, and it answers once the platform accepts it."""
    accounts.faults["a"] += [AccountRefused("Renew the token.")] * 3
    async with running(accounts):
        await accounts.check_answers("b")
        await accounts.check_answers("a")


async def test_a_refused_account_says_why(accounts: Accounts) -> None:
    """The health names the reason and how often it was tried."""
    accounts.faults["a"] += [AccountRefused("Renew the token.")] * 1000
    async with running(accounts):
        await until(lambda: accounts.adapters["a"].health.tries >= 2)
        await accounts.check_answers("b")
        health = accounts.adapters["a"].health
        assert (health.state, health.why) == (AccountState.REFUSED, "Renew the token.")


async def test_without_any_accepted_account_it_ends(accounts: Accounts) -> None:
    """The refusals of all accounts are raised together."""
    accounts.faults["a"] += [AccountRefused("Renew a's token.")] * 1000
    accounts.faults["b"] += [AccountRefused("Renew b's token.")] * 1000
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(ExceptionGroup) as ended:
            await accounts.application.run()
    refused = ended.value.subgroup(AccountRefused)
    assert refused is not None
    assert "Renew a's token." in repr(refused) and "Renew b's token." in repr(refused)


def test_pauses_keep_ten_shards_below_a_thousand_sessions_a_day() -> None:
    """A door that fails at once every time starts fewer than 100 times a day."""
    clock = MovableClock(datetime(2026, 11, 25, tzinfo=UTC))
    account = SupervisedAdapter(lambda _listener: MemoryAdapter(MemoryPlatform(clock)), Supervisor(clock))
    seconds, starts = 0.0, 0
    while seconds < 24 * 3600:
        seconds += account.note_failure(RuntimeError("again"), ran=0.0)
        starts += 1
    assert starts < 100


@asynccontextmanager
async def web_page(status: str) -> AsyncIterator[str]:
    """Serve a page of HTML with this status at every address; yield the server's address."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: 16\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + b"<h1>Be back</h1>")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_a_wrong_homeserver_does_not_stop_telegram(tmp_path: Path) -> None:
    """The log names the refused account and what to change, and the other one signs in and stays."""
    with opened() as telegram:
        async with web_page("200 OK") as page:
            settings = f'[matrix]\nhomeserver = "{page}"\nuser = "@b:a.example"\npassword = "x"\n'
            settings += f'[telegram]\napi = "{telegram.url}"\ntoken = "{telegram.bot().token}"\n'
            async with glocal_run(tmp_path, settings) as bot:
                await bot.logs("account-refused", "no Matrix homeserver", "telegram-signed-in")
                assert str(page) in bot.log()


async def test_only_refused_accounts_give_exit_code_3(tmp_path: Path) -> None:
    """Each account's sentence is printed."""
    with opened() as telegram:
        async with web_page("200 OK") as page:
            settings = f'[matrix]\nhomeserver = "{page}"\nuser = "@b:a.example"\npassword = "x"\n'
            settings += f'[telegram]\napi = "{telegram.url}"\ntoken = "1:nobody"\n'
            (tmp_path / "glocal.toml").write_text(settings, encoding="utf-8")
            store().url(tmp_path)
            code, _, errors = await asyncio.wait_for(glocal(tmp_path, "run"), PATIENCE)
    assert (code, "Traceback" in errors) == (3, False)
    assert "no Matrix homeserver" in errors and "@BotFather" in errors


@pytest.mark.parametrize("status", ["200 OK", "404 Not Found", "503 Service Unavailable"])
async def test_a_maintenance_page_is_waited_for(tmp_path: Path, status: str) -> None:
    """Telegram, and a homeserver where the account has signed in before, are asked again."""
    (tmp_path / "matrix-store").mkdir()
    (tmp_path / "matrix-store" / "@b:a.example_DEVICE.db").touch()
    async with web_page(status) as page:
        settings = f'[matrix]\nhomeserver = "{page}"\nuser = "@b:a.example"\npassword = "x"\n'
        settings += f'[telegram]\napi = "{page}"\ntoken = "1:a"\n'
        async with glocal_run(tmp_path, settings, "--new-database") as bot:
            await bot.logs("matrix-unreachable", "telegram-unreachable")
            assert "account-refused" not in bot.log()
