"""Dead letters: values that no handler could take, kept with the error."""

from __future__ import annotations

from datetime import datetime

import structlog

from bots.core import inbound
from bots.core.inbound import Inbound, TimerFired
from storage.bulk_writes import insert_new
from storage.queries.inbox import MARK_SEEN
from storage.queries.timers import DELETE_FIRED_TIMER
from storage.tables import DeadLetter
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()
_ADD_DEAD_LETTER = insert_new(DeadLetter)


def bury(uow: UnitOfWork, value: Inbound, error: Exception, now: datetime) -> None:
    """Store a value as a dead letter, and mark it as handled."""
    log.error("dead-letter", key=value.key, kind=type(value).__name__, exc_info=error)
    if isinstance(value, TimerFired):
        finish_timer(uow, value)
    else:
        uow.defer(MARK_SEEN, {"key": value.key, "at": now})
    row = {"key": value.key, "kind": type(value).__name__, "payload": _payload(value), "at": now}
    uow.defer(_ADD_DEAD_LETTER, {**row, "error": f"{type(error).__name__}: {error}"})


def finish_timer(uow: UnitOfWork, value: TimerFired) -> None:
    """Delete the timer that fired, unless it has a new due time by now."""
    uow.defer(DELETE_FIRED_TIMER, {"b_kind": value.kind, "b_subject": value.subject, "b_due": value.due})


def _payload(value: Inbound) -> str:
    """Return the value as JSON, or its repr when it holds a lone surrogate."""
    try:
        return inbound.encode(value)
    except UnicodeEncodeError:
        return ascii(value)
