"""Remember across a crash which value was being handled, so that the next run can bury it instead of crashing again.

The key of the value is in a mapped page of a file: writing it costs no system call, and the page outlives a killed
process (not a power cut, which is not the value's fault). Beside it, `faulthandler` writes where the process was when
it hung or hit a fatal signal: https://docs.python.org/3/library/faulthandler.html

A batch reads its rows for all its values at once. When that ended a run, the next one takes the values one by
one, so that the one after it knows which value to bury.
"""

from __future__ import annotations

import faulthandler
import mmap
from enum import Enum
from pathlib import Path
from typing import BinaryIO

import structlog

from storage.hang_watch import HANG_SECONDS, HangWatch

log = structlog.get_logger()
MAX_KILLS = 5
"""Runs in a row that a kill may end during the same value: an operator may be the one who kills."""
_HANDLING = "dispatch/processor.py"
"""The file that a traceback names when a handler was running."""
_SIZE = 1024
_SEPARATOR = b" "
CAUTIOUS_VALUES = 1000
"""How many values a run takes one by one after a batch ended the last run: the platforms tell those again first."""


def journal_file(database: Path) -> Path:
    """Return where the journal of this database is."""
    return database.with_name(f"{database.name}-crash")


class Phase(Enum):
    """What is done with a value, as the page notes it."""

    HANDLER = b""  # its handler runs
    READING = b"r"  # its rows are read
    BATCH = b"b"  # the rows of several values are read; the page names the first


class CrashJournal:
    """The journal of a database. Without a path it remembers nothing.

    `guilty` is the key of a value that ended the last run, or several runs in a row, and `phase` says how far it was;
    "" when there is none. `cautious` is how many values are still to be taken one by one.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read what the last run left."""
        self.guilty = ""
        self.phase = Phase.HANDLER
        self.cautious = 0
        self._page: mmap.mmap | None = None
        self._trace: BinaryIO | None = None
        self._kills, self._suspect = 0, b""
        if path is not None:
            self._open_page(path)
            self._open_trace(path.with_name(f"{path.name}-trace"))

    def begin(self, key: str, phase: Phase = Phase.HANDLER) -> None:
        """Note that this value is being handled from now on, or read."""
        if self._page is not None:
            name = key.encode("utf-8", "replace")[: _SIZE - 16]
            kills = self._kills if name == self._suspect else 0
            self._write(b"%d%s%s%s" % (kills, phase.value, _SEPARATOR, name))

    def end(self) -> None:
        """Note that no value is being handled."""
        if self._page is not None:
            self._write(b"")

    async def watch(self, hang_seconds: float = HANG_SECONDS) -> None:
        """End the process when the event loop is blocked for longer than this. Runs until cancelled."""
        if self._trace is not None:
            await HangWatch(self._trace, hang_seconds).run()

    def close(self) -> None:
        """Let go of the files. A run that ends in order leaves no suspect."""
        self.end()
        if self._page is not None and self._trace is not None:
            faulthandler.disable()
            self._page.close()
            self._trace.close()
        self._page = self._trace = None

    def _open_page(self, path: Path) -> None:
        with path.open("a+b") as file:
            file.truncate(_SIZE)
            self._page = mmap.mmap(file.fileno(), _SIZE)
        counted, _, self._suspect = self._page[:].rstrip(b"\0").partition(_SEPARATOR)
        kills = counted.rstrip(Phase.READING.value + Phase.BATCH.value)
        self.phase = Phase(counted[len(kills) :])
        self._kills = int(kills or 0) + 1 if self._suspect else 0

    def _open_trace(self, path: Path) -> None:
        trace = path.read_text("utf-8", "replace") if path.exists() else ""
        if self._suspect and (_HANDLING in trace or self._kills >= MAX_KILLS):
            key = self._suspect.decode("utf-8", "ignore")
            self.guilty = "" if self.phase is Phase.BATCH else key
            self.cautious = 0 if self.phase is Phase.HANDLER else CAUTIOUS_VALUES
            log.error("value-ended-last-run", key=key, runs=self._kills, phase=self.phase.name, trace=trace[-2000:])
        elif trace:
            log.error("last-run-crashed", trace=trace[-2000:])
        self._trace = path.open("wb")
        faulthandler.enable(self._trace)

    def _write(self, entry: bytes) -> None:
        assert self._page is not None
        self._page[:] = entry.ljust(_SIZE, b"\0")
