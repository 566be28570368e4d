"""A lock that one process holds. The system frees it when the process ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def exclusive(file: Path) -> Iterator[bool]:
    """Yield whether we hold the lock. Makes the file. Raises OSError when it can't."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        yield True
        return
    opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(opened)


def lock_file(database: Path) -> Path:
    """Return the file that `glocal run` locks while it uses this database."""
    return database.with_name(f"{database.name}.lock")
