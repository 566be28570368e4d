"""Several `glocal run` on one PostgreSQL database, which a test starts, kills and stops.

Starting Python and importing glocal takes longer than a process should live. So a fork server (this file as a program)
does that once, and forks a process for each life.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.waiting import until


class ForkServer:
    """Starts and stops processes. Requests and answers are lines; one is on its way at a time."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._one = asyncio.Lock()

    async def request(self, **what: object) -> int:
        """Return a new process's id, or the exit code of one that ended."""
        assert self._process.stdin is not None and self._process.stdout is not None
        async with self._one:
            self._process.stdin.write(json.dumps(what).encode() + b"\n")
            answer = await self._process.stdout.readline()
        assert answer, "the fork server ended"
        return int(answer)


class Part:
    """One process. `kills`: how often the test has killed it."""

    def __init__(self, server: ForkServer, config: Path, name: str, *arguments: str) -> None:
        self.name = name
        self.kills = 0
        self._server = server
        self._command = ["glocal", "run", "--config", str(config), *arguments]
        self._log = config.with_name(f"{name}.log")
        self._log.touch()
        self._pid = 0

    async def start(self) -> None:
        """Start the process."""
        self._pid = await self._server.request(command=self._command, log=str(self._log))

    async def kill(self) -> None:
        """Kill the process, as a power cut does."""
        code = await self._end(signal.SIGKILL)
        assert code == -signal.SIGKILL, f"{self.name} ended by itself with {code}:\n{self.log()[-3000:]}"
        self.kills += 1

    async def stop(self) -> None:
        """Stop the process, as an operator does, unless it is killed."""
        code = await self._end(signal.SIGTERM) if self._pid else 0
        assert code == 0, f"{self.name} ended with {code}:\n{self.log()[-3000:]}"

    async def _end(self, how: signal.Signals) -> int:
        pid, self._pid = self._pid, 0
        return await self._server.request(pid=pid, signal=how)

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
    command, pipe = [sys.executable, "-m", "tests.acceptance.glocal_processes"], asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
    server = ForkServer(process)
    made = {name: Part(server, config, name, *words) for name, words in arguments.items()}
    try:
        for part in made.values():
            await part.start()
        yield made
        for part in made.values():
            await part.stop()
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


def _serve_forks() -> None:
    """Start and end processes on requests from standard input. At its end, kill those that are left."""
    from adapters.cli import shared_process  # noqa: F401
    from adapters.matrix import adapter  # noqa: F401
    from tests.acceptance.killable_telegram_bot import preload

    preload()
    running: set[int] = set()
    for line in sys.stdin:
        what = json.loads(line)
        if "command" in what:
            pid = os.fork()
            if pid == 0:
                _run(what["command"], what["log"])
            running.add(pid)
            print(pid, flush=True)
        else:
            os.kill(what["pid"], what["signal"])
            running.discard(what["pid"])
            print(os.waitstatus_to_exitcode(os.waitpid(what["pid"], 0)[1]), flush=True)
    for pid in running:
        os.kill(pid, signal.SIGKILL)


def _run(command: list[str], log: str) -> None:
    """Run a command of glocal; never return."""
    from adapters.cli.main import main

    written = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(written, sys.stdout.fileno())
    os.dup2(written, sys.stderr.fileno())
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    sys.argv = command
    main()
    os._exit(70)


if __name__ == "__main__":
    _serve_forks()
