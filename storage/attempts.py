"""Attempts: work in a transaction whose writes are undone if it raises.

Most work that raises has only deferred writes, which are dropped. So the first try of a transaction sets no savepoint,
which takes longer than the work of a small command; after any other write the whole transaction runs again with them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage.unit_of_work import UnitOfWork


class CannotUndoError(Exception):
    """What an attempt wrote cannot be undone without a savepoint."""


@asynccontextmanager
async def attempt(uow: UnitOfWork) -> AsyncIterator[None]:
    """Undo the body's writes if it raises.

    Raises CannotUndoError instead if that needs a savepoint and the unit of work is not `careful`.
    """
    if uow.careful:
        async with uow.savepoint():
            yield
        return
    before = uow.deferred
    try:
        yield
    except Exception as error:
        if not uow.undo(keep=before):
            raise CannotUndoError(repr(error)) from error
        raise
