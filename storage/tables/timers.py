"""What is due."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Timer(SQLModel, table=True):
    """Something due at `due`. One a kind and subject."""

    __tablename__ = "timers"
    __table_args__ = (UniqueConstraint("kind", "subject"),)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    subject: str
    due: datetime = Field(sa_type=UtcDateTime, index=True)
