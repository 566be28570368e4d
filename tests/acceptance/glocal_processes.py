"""Several `glocal run` on one PostgreSQL database, which a test starts, kills and stops."""

from __future__ import annotations

import json
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.forked import GLOCAL, ForkedProcess, start
from tests.waiting import until


class Part:
    """One process. `kills`: how often the test has killed it."""

    def __init__(self, config: Path, name: str, *arguments: str) -> None:
        self.name = name
        self.kills = 0
        self._arguments = ["run", "--config", str(config), *arguments]
        self._log = config.with_name(f"{name}.log")
        self._log.touch()
        self._process: ForkedProcess | None = None

    async def start(self) -> None:
        """Start the process."""
        with self._log.open("ab") as log:
            self._process = start(GLOCAL, *self._arguments, out=log.fileno(), err=log.fileno())

    async def kill(self) -> None:
        """Kill the process, as a power cut does."""
        code = await self._end(signal.SIGKILL)
        assert code == -signal.SIGKILL, f"{self.name} ended by itself with {code}:\n{self.log()[-3000:]}"
        self.kills += 1

    async def stop(self) -> None:
        """Stop the process, as an operator does, unless it is killed."""
        code = await self._end(signal.SIGTERM) if self._process is not None else 0
        assert code == 0, f"{self.name} ended with {code}:\n{self.log()[-3000:]}"

    async def _end(self, how: signal.Signals) -> int:
        assert self._process is not None
        process, self._process = self._process, None
        process.send_signal(how)
        return await process.wait()

    def abandon(self) -> None:
        """Kill the process if it still runs, after a failed test."""
        if self._process is not None:
            self._process.kill()

    def log(self) -> str:
        """Return everything that it has logged."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def events(self, event: str) -> list[dict[str, str]]:
        """Return the entries of its log with this event."""
        lines = [line for line in self.log().splitlines() if f'"event": "{event}"' in line]
        return [json.loads(line) for line in lines]

    async def logs(self, event: str, **fields: str) -> None:
        """Wait for an entry with these fields in its log."""
        await until(lambda: any(fields.items() <= entry.items() for entry in self.events(event)), self.log)


@asynccontextmanager
async def parts(config: Path, settings: str, **arguments: tuple[str, ...]) -> AsyncIterator[dict[str, Part]]:
    """Run processes with the same settings, by name. At the end, stop them; each has to end in order."""
    config.write_text(f'{settings}\n[log]\nformat = "json"\n', encoding="utf-8")
    made = {name: Part(config, name, *words) for name, words in arguments.items()}
    try:
        for part in made.values():
            await part.start()
        yield made
        for part in made.values():
            await part.stop()
    finally:
        for part in made.values():
            part.abandon()
