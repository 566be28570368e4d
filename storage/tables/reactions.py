"""Reactions on record."""

from datetime import datetime

from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Reaction(SQLModel, table=True):
    """A reaction that may count: on a card of ours, or on a message of a room that relays."""

    __tablename__ = "reactions"
    __table_args__ = (
        UniqueConstraint("account", "reaction"),
        Index("ix_reactions_message", "account", "room", "message"),
    )
    id: int | None = Field(default=None, primary_key=True)
    account: str
    room: str
    message: str
    reaction: str
    emoji: str
    user: str
    member_id: int
    at: datetime = Field(sa_type=UtcDateTime)
