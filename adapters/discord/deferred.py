"""Interactions that Discord believes to be in hand: it never says them again, so they are kept until they are answered.

Only those that have to wait come here. What is read back after a crash is handed in like anything else: the core knows
by its key what it has done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import structlog

from adapters.files import write_whole
from bots.core import inbound
from bots.core.inbound import Value

log = structlog.get_logger()
KEPT = timedelta(days=1)
"""Less than the core remembers what it has done. A day later nobody waits for an answer."""


class Deferred:
    """The interactions of one account by their token, in `file` (a JSON object of values)."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _stored(file)
        self._left = dict(self._values)

    def left(self, now: datetime) -> list[Value]:
        """What the last run told Discord to wait for and may not have done; each is given once."""
        values = {token: inbound.decode(value) for token, value in self._left.items()}
        self._left = {}
        for token, value in values.items():
            if value.at <= now - KEPT:
                self.over(token)
        return [value for value in values.values() if value.at > now - KEPT]

    async def keep(self, values: Mapping[str, Value]) -> None:
        """Before Discord is told to wait. Where that fails a crash loses them, and nothing else."""
        try:
            self._values |= {token: inbound.encode(value) for token, value in values.items()}
            content = msgspec.json.encode(self._values)
            await asyncio.to_thread(write_whole, self._file, content)
        except (OSError, UnicodeEncodeError) as error:
            log.warning("discord-deferred-not-kept", file=self._file.name, why=str(error))

    def over(self, token: str) -> None:
        """It was answered, so it is done and stored."""
        if self._values.pop(token, None) is not None and not self._values:
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
