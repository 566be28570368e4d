"""Copies of a SQLite file: consistent while others write, complete without the WAL, readable by the owner only."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

_BEFORE = ".before-"


def upgrade_copy_file(file: Path, revision: str) -> Path:
    """Return where the copy from before the upgrade to this revision is kept: `glocal.db.before-0004`."""
    return file.with_name(f"{file.name}{_BEFORE}{revision}")


def copy_database(source: Path, target: Path) -> None:
    """Copy a database with everything that is committed. `target` appears only when it is whole.

    Raises OSError and sqlite3.Error.
    """
    new = target.with_name(f"{target.name}.new")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
        with closing(reading) as opened, closing(sqlite3.connect(new)) as copy:
            opened.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with no WAL beside it
        _sync(new)
        new.replace(target)
        _sync(target.parent)
    finally:
        new.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Write a file or folder to the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def delete_upgrade_copies(file: Path, limit: datetime) -> list[Path]:
    """Delete the copies from upgrades before `limit`, since they hold personal data. Return them. Raises OSError."""
    old = [copy for copy in file.parent.glob(f"{file.name}{_BEFORE}*") if copy.stat().st_mtime < limit.timestamp()]
    for copy in old:
        copy.unlink()
    return old
