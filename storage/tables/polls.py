"""Polls and ballots."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Poll(SQLModel, table=True):
    """A question to a community. `number` counts within it; `options` is a JSON list; `state`: open | closed.

    `closes_at`: until when ballots may be cast, by the platform's clock where it was closed by command; `closed_at`:
    when the results were put together.
    """

    __tablename__ = "polls"
    __table_args__ = (UniqueConstraint("community_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)
    room_id: int = Field(foreign_key="rooms.id")
    number: int
    question: str
    options: str
    max_choices: int = 1
    state: str = "open"
    created_by: int = Field(foreign_key="members.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    closes_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)


class Ballot(SQLModel, table=True):
    """One member's answer. `choices`: the options' indices, ascending, with commas (`0,2`)."""

    __tablename__ = "ballots"
    poll_id: int = Field(primary_key=True, foreign_key="polls.id")
    member_id: int = Field(primary_key=True, foreign_key="members.id")
    choices: str
    at: datetime = Field(sa_type=UtcDateTime)
