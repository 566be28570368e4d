"""Inbound values: handled keys, read positions, parked values and dead letters."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class InboxKey(TableRow, table=True):
    """The key of a handled inbound value. Deleted after the retention time."""

    __tablename__ = "inbox"
    key: str = Field(primary_key=True)  # the inbound value's key
    at: datetime = Field(sa_type=UtcDateTime, index=True)  # when we handled it


class Cursor(TableRow, table=True):
    """The position up to which we have read an account, or one room of it."""

    __tablename__ = "cursors"
    account: str = Field(primary_key=True)  # our account on the platform
    scope: str = Field(primary_key=True)  # a room or other part of the account; empty: the whole account
    token: str  # the position, in the adapter's own format


class DeadLetter(TableRow, table=True):
    """An inbound value whose handler failed."""

    __tablename__ = "dead_letters"
    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)  # the inbound value's key
    kind: str  # the inbound value's class
    payload: str  # the inbound value as JSON
    error: str  # the exception
    at: datetime = Field(sa_type=UtcDateTime)  # when the handler failed


class Parked(TableRow, table=True):
    """An inbound value that waits for the platform's id of one of our messages."""

    __tablename__ = "parked"
    key: str = Field(primary_key=True)  # the inbound value's key
    account: str  # our account on the platform
    room: str = ""  # the platform's room id; empty: unknown
    message: str = Field(index=True)  # the platform's id of the message that the value is about
    reaction: str = ""  # the platform's id of a waiting reaction, so that its removal finds it
    payload: str  # the inbound value as JSON
    at: datetime = Field(sa_type=UtcDateTime)  # when we parked it
