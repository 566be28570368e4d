"""Run the bot on the Telegram stand-in in a process of its own, which a test kills at random moments.

Starting Python and importing glocal takes longer than the bot should live. So a fork server (this file as a program)
does that once. It forks a process for each life, which runs `glocal run` as the command line does.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.standins.telegram.platform import Telegram
from tests.standins.telegram.users import BotAccount
from tests.stores import store

SETTINGS = """
[log]
format = "json"

[telegram]
token = "{token}"
api = "{api}"
"""
WEBHOOK = """
[telegram.webhook]
url = "http://127.0.0.1:{port}/telegram"
secret = "known-to-both"
port = {port}
"""


class KillableTelegramBot:
    """`glocal run` with a Telegram account. `kills`: how often the test has killed it.

    With a `port`, Telegram delivers the updates there (a webhook).
    """

    def __init__(self, telegram: Telegram, account: BotAccount, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.kills = 0
        self._fork_server: asyncio.subprocess.Process | None = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(token=account.token, api=telegram.url)
        text += WEBHOOK.format(port=port) if port else ""
        (folder / "glocal.toml").write_text(text + store().settings(folder), encoding="utf-8")

    async def open(self) -> None:
        """Start the fork server and the bot."""
        command = [sys.executable, "-m", "tests.acceptance.killable_telegram_bot", str(self.folder / "glocal.toml")]
        pipe = asyncio.subprocess.PIPE
        with (self.folder / "log.jsonl").open("ab") as log:
            self._fork_server = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=log)
        await self.start()

    async def _request(self, what: str) -> int:
        server = self._fork_server
        assert server is not None and server.stdin is not None and server.stdout is not None
        server.stdin.write(f"{what}\n".encode())
        answer = await server.stdout.readline()
        assert answer, f"the fork server ended:\n{self.log()[-3000:]}"
        return int(answer)

    async def start(self) -> None:
        """Start the bot."""
        await self._request("start")

    async def kill(self) -> None:
        """Kill the bot, as a power cut does."""
        code = await self._request("kill")
        assert code == -signal.SIGKILL, f"it ended by itself with {code}:\n{self.log()[-3000:]}"
        self.kills += 1

    async def close(self) -> int:
        """Stop the bot, as an operator does, and the fork server. Return the bot's exit code."""
        code = await self._request("stop")
        assert self._fork_server is not None and self._fork_server.stdin is not None
        self._fork_server.stdin.close()
        await self._fork_server.wait()
        return code

    async def kill_repeatedly(self, rng: random.Random, times: int, longest: float) -> None:
        """Kill the bot this many times after random delays, and start it again at once."""
        for _ in range(times):
            await asyncio.sleep(rng.uniform(0.3, longest))
            await self.kill()
            await self.start()

    def log(self) -> str:
        """Return everything that the bot has logged since its first start."""
        return (self.folder / "log.jsonl").read_text(encoding="utf-8", errors="replace")


def preload() -> None:
    """Import and load everything that each process needs."""
    import httpcore  # noqa: F401 - httpx does so when it is first used

    from adapters.cli import main, run  # noqa: F401
    from adapters.telegram import adapter  # noqa: F401
    from bots.dates.event_line import parse_event
    from bots.features.registry import FEATURES
    from bots.routing.router import Router

    Router(FEATURES)
    now = datetime.now(ZoneInfo("Europe/Paris"))
    parse_event("Gathering in 1 minute at the garden", locale="en", zone=ZoneInfo("Europe/Paris"), now=now)


def _serve_forks(config: str) -> None:
    """Start and stop the bot on commands from standard input. Answer with its process id or exit code."""
    preload()
    child = 0
    for line in sys.stdin:
        if line == "start\n":
            child = os.fork()
            if child == 0:
                _run_bot(config)
            print(child, flush=True)
        else:
            os.kill(child, signal.SIGKILL if line == "kill\n" else signal.SIGTERM)
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _run_bot(config: str) -> None:
    """Run `glocal run --config …`; never return."""
    from adapters.cli.main import main

    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    sys.argv = ["glocal", "run", "--config", config]
    main()
    os._exit(70)


if __name__ == "__main__":
    _serve_forks(sys.argv[1])
