"""What came in: handled keys, how far each account was read, parked values and dead letters."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.types import UtcDateTime


class InboxKey(SQLModel, table=True):
    """The key of an inbound value that has been handled; kept for the retention time."""

    __tablename__ = "inbox"
    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class Cursor(SQLModel, table=True):
    """How far an account (or one room of it, by `scope`) has been read."""

    __tablename__ = "cursors"
    account: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)
    token: str


class DeadLetter(SQLModel, table=True):
    """An inbound value whose handler failed, as JSON, with the error."""

    __tablename__ = "dead_letters"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    payload: str
    error: str
    at: datetime = Field(sa_type=UtcDateTime)


class Parked(SQLModel, table=True):
    """An inbound value about a message of ours whose platform id is not known yet; taken up when it is.

    `reaction` is the platform's id of the reaction that waits, so that it can be taken back meanwhile.
    """

    __tablename__ = "parked"
    key: str = Field(primary_key=True)
    account: str
    room: str = ""
    message: str = Field(index=True)
    reaction: str = ""
    payload: str
    at: datetime = Field(sa_type=UtcDateTime)
