"""What several processes on one server tell each other. SQLite has one process and leaves these tables empty."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime

_PASSING = {"info": {"passing": True}}
"""Rows that running processes write for each other. Copies and backups leave them out."""


class Process(TableRow, table=True):
    """A running process."""

    __tablename__ = "processes"
    __table_args__ = _PASSING
    name: str = Field(primary_key=True)  # its host and a random part
    status: str  # what it says of itself, as JSON
    at: datetime = Field(sa_type=UtcDateTime)  # when it said so


class KnownAccount(TableRow, table=True):
    """A platform account that some process has held."""

    __tablename__ = "known_accounts"
    account: str = Field(primary_key=True)  # its name in the settings
    capabilities: str  # what it can do, as JSON
    filter_version: int = 0  # counts the changes of its message filter that other processes made
    seen_at: datetime = Field(sa_type=UtcDateTime)  # when its holder last said that it holds it


class FileRequest(TableRow, table=True):
    """A file that a process needs from the holder of another account."""

    __tablename__ = "file_requests"
    __table_args__ = _PASSING
    id: int = Field(default=None, primary_key=True)
    process: str = Field(index=True)  # the name of the process that asks
    account: str = Field(index=True)  # the account that can read the file
    source: str  # what the account's adapter reads
    attachment: str  # the whole attachment, as JSON
    size: int | None = None  # how many bytes are ready; -1: the file can't be read; null: nobody has answered yet
    at: datetime = Field(sa_type=UtcDateTime)  # when it was asked for


class FilePart(TableRow, table=True):
    """A piece of a requested file. Deleted with its request."""

    __tablename__ = "file_parts"
    __table_args__ = _PASSING
    request_id: int = Field(primary_key=True, foreign_key="file_requests.id")
    number: int = Field(primary_key=True)  # its place, from 0
    content: bytes = Field(sa_type=LargeBinary)
