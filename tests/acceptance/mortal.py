"""A bot in a process of its own that is killed at random moments and started again."""

from __future__ import annotations

import asyncio
import os
import random
import sys
from pathlib import Path

from tests.homeserver.synapse import Homeserver, Login

SETTINGS = """
[matrix]
homeserver = "{url}"
user = "{user}"
password = "{password}"

[log]
format = "json"
"""


class MortalBot:
    """`glocal run` as an operator starts it. `kills` counts how often it was killed."""

    def __init__(self, homeserver: Homeserver, login: Login, folder: Path) -> None:
        self.folder = folder
        self.kills = 0
        self._signed_in = 0
        self._process: asyncio.subprocess.Process | None = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(url=homeserver.url, user=login.user, password=login.password)
        (folder / "glocal.toml").write_text(text, encoding="utf-8")

    async def start(self) -> None:
        """Start it; returns at once."""
        self._signed_in = self.log().count("matrix-signed-in") if self.kills else 0
        command = [sys.executable, "-m", "adapters.cli.main", "run", "--config", str(self.folder / "glocal.toml")]
        with (self.folder / "log.jsonl").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(*command, stdout=log, stderr=log, env=dict(os.environ))

    async def kill(self) -> None:
        """As a power cut would."""
        assert self._process is not None
        assert self._process.returncode is None, f"it ended by itself:\n{self.log()[-3000:]}"
        self._process.kill()
        await self._process.wait()
        self.kills += 1

    async def stop(self) -> int:
        """As an operator would; the exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.terminate()
        return await self._process.wait()

    async def die_and_live(self, chance: random.Random, times: int) -> None:
        """Kill it so many times, after a random while, and start it again at once. Every third time it may not even
        have come up; the others it lives for a while first, so that the talk goes on however slow the machine is."""
        for number in range(times):
            if number % 3:
                await self._is_up()
            await asyncio.sleep(chance.uniform(0.5, 6.0))
            await self.kill()
            await self.start()

    async def _is_up(self) -> None:
        """It has signed in since it was started last."""
        while self.log().count("matrix-signed-in") <= self._signed_in:
            await asyncio.sleep(0.1)

    def log(self) -> str:
        """What it logged over all its lives."""
        return (self.folder / "log.jsonl").read_text(encoding="utf-8", errors="replace")
