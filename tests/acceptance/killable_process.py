"""Run the bot in a process of its own, which a test kills at random moments and starts again."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from tests.forked import GLOCAL, ForkedProcess, start
from tests.homeserver.synapse import Homeserver, Login
from tests.stores import store
from tests.waiting import PATIENCE, until

SETTINGS = """
[matrix]
homeserver = "{url}"
user = "{user}"
password = "{password}"

[log]
format = "json"
"""


class KillableBot:
    """`glocal run`. `kills`: how often the test has killed it."""

    def __init__(self, homeserver: Homeserver, login: Login, folder: Path) -> None:
        self.folder = folder
        self.kills = 0
        self._signed_in = 0
        self._process: ForkedProcess | None = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(url=homeserver.url, user=login.user, password=login.password)
        (folder / "glocal.toml").write_text(text + store().settings(folder), encoding="utf-8")

    async def start(self) -> None:
        """Start the bot and return at once."""
        self._signed_in = self.log().count("matrix-signed-in") if self.kills else 0
        command = ["run", "--config", str(self.folder / "glocal.toml")]
        with (self.folder / "log.jsonl").open("ab") as log:
            self._process = start(GLOCAL, *command, out=log.fileno(), err=log.fileno())

    async def kill(self) -> None:
        """Kill the bot, as a power cut does."""
        assert self._process is not None
        assert self._process.returncode is None, f"it ended by itself:\n{self.log()[-3000:]}"
        self._process.kill()
        await self._process.wait()
        self.kills += 1

    async def stop(self) -> int:
        """Stop the bot, as an operator does. Return the exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.terminate()
        async with asyncio.timeout(PATIENCE):
            return await self._process.wait()

    async def kill_repeatedly(self, rng: random.Random, times: int) -> None:
        """Kill the bot this many times after random delays, and start it again at once.

        Two times out of three, wait until it has signed in, so that the conversation continues on a slow machine too.
        """
        for number in range(times):
            if number % 3:
                await self.signed_in()
            await asyncio.sleep(rng.uniform(0.5, 6.0))
            await self.kill()
            await self.start()

    async def signed_in(self) -> None:
        """Wait until the bot has signed in since its last start."""
        await until(lambda: self.log().count("matrix-signed-in") > self._signed_in, lambda: self.log()[-3000:])

    def log(self) -> str:
        """Return everything that the bot has logged since its first start."""
        return (self.folder / "log.jsonl").read_text(encoding="utf-8", errors="replace")
