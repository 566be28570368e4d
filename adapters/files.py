"""Files that adapters keep beside the database."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
import structlog

Kept = TypeVar("Kept")
log = structlog.get_logger()
_UNREADABLE = (OSError, msgspec.DecodeError, ValueError, TypeError, KeyError)


def load(file: Path, parse: Callable[[bytes], Kept], warning: str) -> Kept | None:
    """Return what a file of the last run holds. None if there is none, or with a warning in the log if it is broken."""
    try:
        return parse(file.read_bytes())
    except FileNotFoundError:
        return None
    except _UNREADABLE as error:
        log.warning(warning, file=file.name, why=str(error))
        return None


def store(file: Path, encode: Callable[[], bytes], warning: str) -> None:
    """Write a file of what may be lost. Log a warning after a failure."""
    try:
        write_whole(file, encode())
    except (OSError, ValueError, RecursionError) as error:
        log.warning(warning, file=file.name, why=str(error))


def write_whole(file: Path, content: bytes) -> None:
    """Write a file atomically, readable by its owner only. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = file.with_suffix(".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    new.replace(file)
