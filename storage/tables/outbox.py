"""Outbound values, and rate-limit pauses of accounts."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import TextClause, text
from sqlmodel import Field, Index

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type, partial_index

UNORDERED = text("ordering_key = key")
"""The rows that wait for no others."""
URGENT = text("priority = 0 AND ordering_key != key")
"""The answers to people, among the rows that keep their order."""


def _due_index(name: str, where: TextClause) -> Index:
    """Index the due times of some rows, which are few even when very many wait."""
    return partial_index(name, "account", "state", "not_before", where=where)


class OutboxState(StrEnum):
    """How far an outbound value is."""

    PENDING = "pending"
    SENDING = "sending"  # stored before a call that the platform would show twice if repeated
    SENT = "sent"
    REFUSED = "refused"  # the platform will never accept it
    UNKNOWN = "unknown"  # it may or may not have arrived
    SUPERSEDED = "superseded"  # the message that it changes was never sent


class Outbox(TableRow, table=True):
    """An outbound value that waits for delivery, or its result."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_ordering_key", "account", "state", "ordering_key", "id"),
        Index("ix_outbox_due", "account", "state", "not_before"),
        _due_index("ix_outbox_unordered", where=UNORDERED),
        _due_index("ix_outbox_urgent", where=URGENT),
    )
    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)  # the idempotency key
    account: str  # the account that sends it
    room: str  # the platform's room id
    ordering_key: str  # rows with the same value go out in order: the room, or the row's own key for no order
    kind: str  # the outbound value's class
    payload: str  # the outbound value as JSON; empty once it was sent or dropped
    card: str | None = None  # the card that the message shows
    placement: str | None = None  # outbox key of the post that an edit, a deletion or the end of a poll is about
    priority: int = 1  # lower goes first
    state: OutboxState = Field(default=OutboxState.PENDING, sa_type=enum_type(OutboxState))
    collapse_key: str | None = Field(default=None, unique=True)  # a newer row with this key replaces a pending one
    version: int = 0  # number of replacements; delivery sends a row again that was replaced on its way
    attempts: int = 0  # number of tries so far
    not_before: datetime = Field(sa_type=UtcDateTime)  # earliest time of the next try
    created_at: datetime = Field(sa_type=UtcDateTime)  # when a feature asked for it
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it reached its final state
    detail: str = ""  # the reason of the last failure


class RateLimitPause(TableRow, table=True):
    """The time until which a platform accepts nothing from an account."""

    __tablename__ = "rate_limit_pauses"
    account: str = Field(primary_key=True)  # our account on the platform
    until: datetime = Field(sa_type=UtcDateTime)  # end of the pause
