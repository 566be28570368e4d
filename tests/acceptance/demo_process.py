"""Run the demo in a process of its own."""

from __future__ import annotations

import asyncio
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.forked import ForkedProcess, start
from tests.waiting import PATIENCE, until

MORNING = "2026-11-25T09:00:00+00:00"
"""A Wednesday: ten o'clock in Lyon, five in Halifax."""
_START = """
import sys
from datetime import datetime
from pathlib import Path
from adapters.cli.demo.command import demo
sys.exit(demo(port={port}, reset={reset}, browser=False, folder=Path({folder!r}), at=datetime.fromisoformat({at!r})))
"""


def seeded(shared: Path) -> Path:
    """Return the folder of a stopped demo that has finished its set-up; other demos start with a copy of it.

    `shared`: a folder of all test processes. The first that needs the demo makes it; the others wait.
    """
    folder = shared / "seeded-demo"
    with (shared / "seeded-demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            _make(folder)
            (folder / "done").touch()
    return folder / "demo"


def _make(folder: Path) -> None:
    folder.mkdir()
    code = _START.format(port=0, reset=False, folder=str(folder / "demo"), at=MORNING)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "Ctrl-C stops it" in line:
                process.send_signal(signal.SIGINT)
    assert process.returncode == 0


class DemoProcess:
    """`glocal demo` on a folder. `address`: the URL of its page; `said`: the lines that it printed."""

    def __init__(self, folder: Path, shared: Path, *, at: str = MORNING) -> None:
        """Use `folder`, which doesn't exist yet, and the demo in `shared` (see `seeded`)."""
        self.folder = folder
        self._shared = shared
        self.address = ""
        self.said: list[str] = []
        self._at = at
        self._process: ForkedProcess | None = None
        self._reading: asyncio.Task[None] | None = None

    async def begin(self, *, port: int = 0) -> None:
        """Start the demo on a copy of one that has finished its set-up."""
        shutil.copytree(seeded(self._shared), self.folder)
        await self.start(port=port)

    async def start(self, *, port: int = 0, reset: bool = False) -> None:
        """Start the demo and wait until it has printed its address."""
        code = _START.format(port=port, reset=reset, folder=str(self.folder), at=self._at)
        reading, writing = os.pipe()
        self._process = start(code, out=writing, err=writing)
        os.close(writing)
        self.said = []
        self._reading = asyncio.create_task(self._read(reading))
        self.address = (await self.says(r"glocal demo: (http://127\.0\.0\.1:\d+/)")).group(1)

    async def _read(self, output: int) -> None:
        lines = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(lines)
        await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, os.fdopen(output, "rb"))
        async for line in lines:
            self.said.append(line.decode(errors="replace").rstrip())

    async def says(self, pattern: str) -> re.Match[str]:
        """Wait for a printed line that matches the regex. Raise AssertionError if none comes."""

        def found() -> re.Match[str] | None:
            ended = self._reading is not None and self._reading.done()
            matches = [match for line in self.said if (match := re.search(pattern, line))]
            assert matches or not ended, "it ended:\n" + "\n".join(self.said)
            return matches[0] if matches else None

        return await until(found, lambda: f"it never said {pattern!r}:\n" + "\n".join(self.said))

    async def kill(self) -> None:
        """Kill the process, as a power cut does."""
        assert self._process is not None and self._process.returncode is None, "\n".join(self.said)
        self._process.kill()
        await self._end()

    async def stop(self) -> int:
        """Interrupt the process, as Ctrl-C does. Return the exit code, or 0 if it never started."""
        if self._process is None:
            return 0
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGINT)
        return await self._end()

    async def _end(self) -> int:
        assert self._process is not None
        async with asyncio.timeout(PATIENCE):
            code = await self._process.wait()
            if self._reading is not None:
                await self._reading
        return code
