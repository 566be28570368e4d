"""Interactions that the bot has deferred, kept in a file until they are answered: Discord does not send them again.

Only interactions that wait for long come here. A slow disk may be the reason, so the file must not delay the deferral.
The interactions of a crashed process are submitted again; the core recognizes by their key those that it has done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import structlog

from adapters import files
from adapters.files import write_whole
from bots.core import inbound
from bots.core.inbound import Value

log = structlog.get_logger()
SAVE_SECONDS = 0.3
"""How long a save may delay the deferral: Discord allows 3 s, and the interaction has waited already."""
MAX_AGE = timedelta(days=1)
"""Shorter than the core remembers keys. Nobody waits for an answer a day later."""


class DeferredInteractions:
    """The deferred interactions of one account by reference. `file`: a JSON object of values."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = files.load(file, _parse, "discord-deferred-unreadable") or {}
        self._left_over = dict(self._values)
        self._is_dirty = False
        self._lock = asyncio.Lock()
        self._writing: set[asyncio.Task[None]] = set()

    def take_left_over(self, now: datetime) -> list[Value]:
        """Return the interactions of the last process that it may not have answered. A second call returns none."""
        values = {reference: inbound.decode(value) for reference, value in self._left_over.items()}
        self._left_over = {}
        for reference, value in values.items():
            if value.at <= now - MAX_AGE:
                self.remove(reference)
        return [value for value in values.values() if value.at > now - MAX_AGE]

    async def save(self, values: Mapping[str, Value]) -> None:
        """Save interactions before the bot defers them. A failed or slow save is logged."""
        try:
            self._values |= {reference: inbound.encode(value) for reference, value in values.items()}
        except UnicodeEncodeError as error:
            log.warning("discord-deferred-not-saved", file=self._file.name, why=str(error))
            return
        self._is_dirty = True
        writing = asyncio.create_task(self._write())
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)
        done, _ = await asyncio.wait({writing}, timeout=SAVE_SECONDS)
        if not done:
            log.warning("discord-deferred-saved-late", file=self._file.name, interactions=len(values))

    async def _write(self) -> None:
        """Write the file, one write at a time. Skip it when the write before has included all values."""
        async with self._lock:
            if not self._is_dirty:
                return
            self._is_dirty = False
            try:
                await asyncio.to_thread(write_whole, self._file, msgspec.json.encode(self._values))
            except OSError as error:
                log.warning("discord-deferred-not-saved", file=self._file.name, why=str(error))
            if not self._values:
                self._delete_file()

    def remove(self, reference: str) -> None:
        """Remove an interaction that was answered. Delete the file with the last one."""
        if self._values.pop(reference, None) is not None and not self._values and not self._lock.locked():
            self._delete_file()

    def _delete_file(self) -> None:
        """Delete the file. A file that stays does no harm: the core knows the keys in it."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def _parse(content: bytes) -> dict[str, str]:
    """Return the values in the file. Raises msgspec.DecodeError or ValueError for any that we can't decode."""
    stored = msgspec.json.decode(content, type=dict[str, str])
    for value in stored.values():
        inbound.decode(value)
    return stored
