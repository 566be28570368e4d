"""Classify a database's errors as temporary or permanent, and explain the permanent ones."""

from __future__ import annotations

import sqlite3

_TEMPORARY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TEMPORARY_STATES = ("08", "40", "53", "55", "57", "58")
"""Classes of PostgreSQL's codes: connection, rollback, resources, object in use, operator's intervention, system.
https://www.postgresql.org/docs/current/errcodes-appendix.html"""
_REFUSED_STATES = ("28", "3D", "42501")  # login, no such database, no right to do that
_REFUSED_LOGINS = ("authentication failed", "no password supplied", "does not exist", "no pg_hba.conf entry")
"""What a server says to a client that it doesn't let in; libpq hands on no code then."""


class DatabaseUnusable(Exception):
    """A database that we can't use. The message gives the reason and the remedy."""


def _code(error: BaseException | None) -> int:
    """Return SQLite's primary result code; 0 for any other error. https://sqlite.org/rescode.html"""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _state(error: BaseException | None) -> str | None:
    """Return PostgreSQL's code, "" if there was no answer with one; None for an error of something else."""
    return getattr(error, "sqlstate", "") or "" if hasattr(error, "sqlstate") else None


def is_temporary(error: BaseException | None) -> bool:
    """Return whether the database may work again by itself: it is locked, unreachable, full or fails right now."""
    state = _state(error)
    if state is None:
        return _code(error) in _TEMPORARY
    return state.startswith(_TEMPORARY_STATES) or (not state and not is_permanent(error))


def is_conflict(error: BaseException | None) -> bool:
    """Return whether PostgreSQL undid the transaction in favour of another one's: it may run again at once.

    https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html
    """
    return (_state(error) or "").startswith("40")


def is_busy(error: BaseException | None) -> bool:
    """Return whether another process holds the SQLite file right now."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_permanent(error: BaseException | None) -> bool:
    """Return whether the database is broken, read-only, or doesn't let us in.

    SQLITE_CANTOPEN may pass: too many files may be open.
    """
    state = _state(error)
    if state is None:
        return _code(error) in (*_BROKEN, sqlite3.SQLITE_READONLY)
    return state.startswith(_REFUSED_STATES) or (not state and any(word in str(error) for word in _REFUSED_LOGINS))


def explain(name: str, error: BaseException | None) -> str:
    """Say what to do about an error that doesn't pass by itself. `name`: the database's file or URL."""
    if _state(error) is not None:
        said = " ".join(str(error).split()).rstrip(".?")
        return f"{name}: {said}. Check storage.url, and that its user may use this database."
    if _code(error) in _UNWRITABLE:
        return (
            f"{name}: can't be written ({error}). The user who runs glocal needs write permission for the file, for"
            " those beside it (-wal, -shm) and for their folder."
        )
    if _code(error) in _BROKEN:
        return f"{name}: {error}. `glocal restore` brings a backup back; storage.url names another file."
    return f"{name}: {error}. Name another file in storage.url, or restore this one."
