"""Stored reactions."""

from datetime import datetime

from sqlmodel import Field, Index, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class Reaction(TableRow, table=True):
    """A reaction to one of our cards, or to a message of a relaying room."""

    __tablename__ = "reactions"
    __table_args__ = (
        UniqueConstraint("account", "reaction"),
        Index("ix_reactions_message", "account", "room", "message"),
    )
    id: int = Field(default=None, primary_key=True)
    account: str  # our account on the platform
    room: str  # the platform's room id
    message: str  # the platform's message id
    reaction: str  # the platform's reaction id
    emoji: str  # the normalized emoji
    user: str  # the person's id on the platform
    member_id: int  # the person
    at: datetime = Field(sa_type=UtcDateTime)  # when they reacted
