"""`glocal run` in a process of its own, as an operator or a service manager starts it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.stores import store
from tests.waiting import PATIENCE, until


class GlocalProcess:
    """A running `glocal`, its log in a file."""

    def __init__(self, folder: Path, process: asyncio.subprocess.Process) -> None:
        self.folder = folder
        self.process = process

    def log(self) -> str:
        """Return what it has logged."""
        return (self.folder / "log").read_text(encoding="utf-8")

    async def logs(self, *words: str) -> None:
        """Wait for all of these in the log."""
        await until(lambda: all(word in self.log() for word in words), self.log)

    async def ends(self) -> int:
        """Wait for its end; return the exit code."""
        return await asyncio.wait_for(self.process.wait(), PATIENCE)


@asynccontextmanager
async def glocal_run(
    folder: Path, settings: str, *arguments: str, umask: int = -1, **environment: str
) -> AsyncIterator[GlocalProcess]:
    """Run it with these settings. At the end, terminate it unless it has ended."""
    (folder / "glocal.toml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "adapters.cli.main", "run", "--config", str(folder / "glocal.toml"), *arguments]
    variables = {**os.environ, **store().environment(folder), **environment}
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.DEVNULL, stderr=log, umask=umask, env=variables
        )
    try:
        yield GlocalProcess(folder, process)
        if process.returncode is None:
            process.terminate()
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    finally:
        if process.returncode is None:
            process.kill()
