"""Votes in the platforms' own polls."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class NativeVote(TableRow, table=True):
    """A person's latest vote in a platform's own poll, or their answer to a platform's scheduled event."""

    __tablename__ = "native_votes"
    account: str = Field(primary_key=True)  # our account on the platform
    room: str = Field(primary_key=True)  # the platform's room id
    message: str = Field(primary_key=True)  # the platform's id of the poll or event
    user: str = Field(primary_key=True)  # the voter's id on the platform
    choices: str  # the chosen options' indices, ascending, with commas (`0,2`)
    withdrawn: bool = False  # whether the person took the vote back
    at: datetime = Field(sa_type=UtcDateTime, index=True)  # when they voted
