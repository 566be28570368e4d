"""Timers of features."""

from datetime import datetime

from sqlmodel import Field, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class Timer(TableRow, table=True):
    """A point in time when a feature acts. One for each kind and subject."""

    __tablename__ = "timers"
    __table_args__ = (UniqueConstraint("kind", "subject"),)
    id: int = Field(default=None, primary_key=True)
    kind: str  # names the handler
    subject: str  # what it is about, such as a row id
    due: datetime = Field(sa_type=UtcDateTime, index=True)  # when it fires
