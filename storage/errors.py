"""Classify SQLite errors as temporary or permanent, and explain the permanent ones."""

from __future__ import annotations

import sqlite3

_TEMPORARY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: BaseException | None) -> int:
    """Return SQLite's primary result code; 0 for any other error. https://sqlite.org/rescode.html"""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_temporary(error: BaseException | None) -> bool:
    """Return whether the database may work again by itself: it is locked, or the disk is full or fails right now."""
    return _code(error) in _TEMPORARY


def is_busy(error: BaseException | None) -> bool:
    """Return whether another process holds the database right now."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_permanent(error: BaseException | None) -> bool:
    """Return whether the database is broken or read-only. SQLITE_CANTOPEN may pass: too many files may be open."""
    return _code(error) in (*_BROKEN, sqlite3.SQLITE_READONLY)


def explain(file: str, error: BaseException | None) -> str:
    """Say what to do about an error that doesn't pass by itself."""
    if _code(error) in _UNWRITABLE:
        return (
            f"{file}: can't be written ({error}). The user who runs glocal needs write permission for the file, for"
            " those beside it (-wal, -shm) and for their folder."
        )
    if _code(error) in _BROKEN:
        return f"{file}: {error}. `glocal restore` brings a backup back; storage.url names another file."
    return f"{file}: {error}. Name another file in storage.url, or restore this one."
