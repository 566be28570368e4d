"""Interactions that Discord believes to be in hand: it never says them again, so they are kept until they are answered.

Only those that have to wait come here; the disk may be why they do, so Discord is not kept waiting for it. What is read
back after a crash is handed in like anything else: the core knows by its key what it has done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import structlog

from adapters.files import write_whole
from bots.core import inbound
from bots.core.inbound import Value

log = structlog.get_logger()
IN_TIME = 0.4
"""Seconds that Discord still leaves when an interaction comes here."""
KEPT = timedelta(days=1)
"""Less than the core remembers what it has done. A day later nobody waits for an answer."""


class Deferred:
    """The interactions of one account by their token, in `file` (a JSON object of values)."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _stored(file)
        self._left = dict(self._values)
        self._is_behind = False
        self._lock = asyncio.Lock()
        self._writing: set[asyncio.Task[None]] = set()

    def left(self, now: datetime) -> list[Value]:
        """What the last run told Discord to wait for and may not have done; each is given once."""
        values = {token: inbound.decode(value) for token, value in self._left.items()}
        self._left = {}
        for token, value in values.items():
            if value.at <= now - KEPT:
                self.over(token)
        return [value for value in values.values() if value.at > now - KEPT]

    async def keep(self, values: Mapping[str, Value]) -> None:
        """Before Discord is told to wait. Where that fails, or takes too long, a crash loses them, and nothing else."""
        try:
            self._values |= {token: inbound.encode(value) for token, value in values.items()}
        except UnicodeEncodeError as error:
            log.warning("discord-deferred-not-kept", file=self._file.name, why=str(error))
            return
        self._is_behind = True
        writing = asyncio.create_task(self._write())
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)
        done, _ = await asyncio.wait({writing}, timeout=IN_TIME)
        if not done:
            log.warning("discord-deferred-kept-late", file=self._file.name, interactions=len(values))

    async def _write(self) -> None:
        """One after the other; what the one before took along is not written again."""
        async with self._lock:
            if not self._is_behind:
                return
            self._is_behind = False
            try:
                await asyncio.to_thread(write_whole, self._file, msgspec.json.encode(self._values))
            except OSError as error:
                log.warning("discord-deferred-not-kept", file=self._file.name, why=str(error))
            if not self._values:
                self._forget()

    def over(self, token: str) -> None:
        """It was answered, so it is done and stored."""
        if self._values.pop(token, None) is not None and not self._values and not self._lock.locked():
            self._forget()

    def _forget(self) -> None:
        """Where the file stays, what it says is known to the core."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def _stored(file: Path) -> dict[str, str]:
    """What the last run kept; nothing of a file that cannot be read."""
    try:
        stored = msgspec.json.decode(file.read_bytes(), type=dict[str, str])
        for value in stored.values():
            inbound.decode(value)
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, ValueError) as error:
        log.warning("discord-deferred-unreadable", file=file.name, why=str(error))
        return {}
    return stored
