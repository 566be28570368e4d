"""The PostgreSQL backend, version 15 or newer, over psycopg.

Writing transactions are SERIALIZABLE: several processes get the same result as one after the other, or one of them a
serialization failure, which the callers retry like a locked SQLite file.
https://www.postgresql.org/docs/current/transaction-iso.html#XACT-SERIALIZABLE
"""

from __future__ import annotations

import asyncio

from sqlalchemy import event
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

OLDEST = 15
"""The oldest major version that we test with."""
_SETTINGS = (
    "-c TimeZone=UTC -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000"
    " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
)
"""A statement waits as long for a lock as with SQLite (milliseconds). A transaction that was left open ends after a
minute; ours last milliseconds. A machine that is gone loses its locks after eleven seconds."""
_CONNECTION = {"connect_timeout": 10, "keepalives_idle": 30, "tcp_user_timeout": 20000, "application_name": "glocal"}
"""https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS; `tcp_user_timeout` in milliseconds"""


class PostgresBackend:
    """A server, which several processes may use at the same time."""

    file = None

    def __init__(self, url: URL) -> None:
        """Prepare the engine. The URL's query overrides our own settings."""
        given = {**_CONNECTION, "options": _SETTINGS}
        self.engine: AsyncEngine = create_async_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={name: value for name, value in given.items() if name not in url.query},
            hide_parameters=True,
            pool_timeout=None,  # if all connections are busy, wait for one
        )
        event.listen(self.engine.sync_engine, "handle_error", _hide_rows)
        self.writing_engine = self.engine.execution_options(isolation_level="SERIALIZABLE")
        reading = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self.reading_engine = self.engine.execution_options(**reading)

    def note_commit(self, writing: asyncio.Lock) -> None:
        """Leave the log to the server."""

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()

    async def give_space_back(self, writing: asyncio.Lock) -> None:
        """Leave it to the server's autovacuum."""

    async def empty_log(self, writing: asyncio.Lock) -> None:
        """Leave it to the server, which recycles its log."""


def _hide_rows(context: ExceptionContext) -> None:
    """Keep only the first line of a server's error: those below quote rows, and with them what people wrote."""
    import psycopg  # an extra, which SQLite does without

    original, raised = context.original_exception, context.sqlalchemy_exception
    if not isinstance(original, psycopg.Error) or original.diag.message_primary is None:
        return
    whole, original.args = str(original), (original.diag.message_primary,)
    if raised is not None:
        raised.args = (str(raised.args[0]).replace(whole, str(original)), *raised.args[1:])
