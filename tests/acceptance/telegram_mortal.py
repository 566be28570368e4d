"""A bot on the Telegram stand-in, in a process of its own that is killed at random moments and started again.

Starting Python and importing all of glocal takes longer than a life should: so a nursery (this file as a program) does
that once, and each life is a fork of it that runs `glocal run` as the command line does.
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


class MortalTelegramBot:
    """`kills` counts how often it was killed. With a `port` it has its updates brought there."""

    def __init__(self, telegram: Telegram, account: BotAccount, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.kills = 0
        self._pid = 0
        self._nursery: asyncio.subprocess.Process | None = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(token=account.token, api=telegram.url)
        text += WEBHOOK.format(port=port) if port else ""
        (folder / "glocal.toml").write_text(text, encoding="utf-8")

    async def open(self) -> None:
        """Start the nursery, and the first life."""
        command = [sys.executable, "-m", "tests.acceptance.telegram_mortal", str(self.folder / "glocal.toml")]
        pipe = asyncio.subprocess.PIPE
        with (self.folder / "log.jsonl").open("ab") as log:
            self._nursery = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=log)
        await self.start()

    async def _ask(self, what: str) -> int:
        assert self._nursery is not None and self._nursery.stdin is not None and self._nursery.stdout is not None
        self._nursery.stdin.write(f"{what}\n".encode())
        answer = await self._nursery.stdout.readline()
        assert answer, f"the nursery ended:\n{self.log()[-3000:]}"
        return int(answer)

    async def start(self) -> None:
        """Another life."""
        self._pid = await self._ask("live")

    async def kill(self) -> None:
        """As a power cut would."""
        code = await self._ask("kill")
        assert code == -signal.SIGKILL, f"it ended by itself with {code}:\n{self.log()[-3000:]}"
        self.kills += 1

    async def close(self) -> int:
        """As an operator would end it; the exit code."""
        code = await self._ask("end")
        assert self._nursery is not None
        assert self._nursery.stdin is not None
        self._nursery.stdin.close()
        await self._nursery.wait()
        return code

    async def die_and_live(self, chance: random.Random, times: int, longest: float) -> None:
        """Kill it so many times, after it has lived for a random while, and start it again at once."""
        for _ in range(times):
            await asyncio.sleep(chance.uniform(0.3, longest))
            await self.kill()
            await self.start()

    def log(self) -> str:
        """What it logged over all its lives."""
        return (self.folder / "log.jsonl").read_text(encoding="utf-8", errors="replace")


def _grow() -> None:
    """Import and read what every life needs."""
    import httpcore  # noqa: F401 - httpx does so when it is first used

    from adapters.cli import main, run  # noqa: F401
    from adapters.telegram import adapter  # noqa: F401
    from bots.dates.event_line import parse_event
    from bots.features.registry import FEATURES
    from bots.routing.router import Router

    Router(FEATURES)
    now = datetime.now(ZoneInfo("Europe/Paris"))
    parse_event("Gathering in 1 minute at the garden", locale="en", zone=ZoneInfo("Europe/Paris"), now=now)


def _nurse(config: str) -> None:
    """Do as the lines on standard input say: a fork that lives, its death, the end."""
    _grow()
    child = 0
    for line in sys.stdin:
        if line == "live\n":
            child = os.fork()
            if child == 0:
                _live(config)
            print(child, flush=True)
        else:
            os.kill(child, signal.SIGKILL if line == "kill\n" else signal.SIGTERM)
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _live(config: str) -> None:
    """`glocal run --config …`; never returns."""
    from adapters.cli.main import main

    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    sys.argv = ["glocal", "run", "--config", config]
    main()
    os._exit(70)


if __name__ == "__main__":
    _nurse(sys.argv[1])
