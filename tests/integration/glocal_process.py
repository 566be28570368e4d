"""`glocal run` in a process of its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.forked import GLOCAL, ForkedProcess, start
from tests.stores import store
from tests.waiting import PATIENCE, until


class GlocalProcess:
    """A running `glocal`, its log in a file."""

    def __init__(self, folder: Path, process: ForkedProcess) -> None:
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
    folder: Path, settings: str, *arguments: str, umask: int = -1, with_tables: bool = True, **environment: str
) -> AsyncIterator[GlocalProcess]:
    """Run it with these settings, on a database with all tables. At the end, terminate it unless it has ended."""
    if with_tables:
        store().url(folder)
    (folder / "glocal.toml").write_text(settings, encoding="utf-8")
    variables = {**os.environ, **store().environment(folder), **environment}
    command = ["run", "--config", str(folder / "glocal.toml"), *arguments]
    with (folder / "log").open("wb") as log:
        process = start(GLOCAL, *command, environment=variables, umask=umask, err=log.fileno())
    try:
        yield GlocalProcess(folder, process)
        if process.returncode is None:
            process.terminate()
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    finally:
        if process.returncode is None:
            process.kill()
