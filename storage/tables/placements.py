"""Where cards are shown."""

from datetime import datetime

from sqlmodel import Field, Index, SQLModel

from storage.tables.types import UtcDateTime


class Placement(SQLModel, table=True):
    """Where a card is shown: one message of ours in one room. `message` is None until it has been sent.

    `buttons` is JSON: the emoji and id of each button offered, for platforms where a reaction presses it. `also` is
    JSON: the messages that came with it (its files).
    """

    __tablename__ = "placements"
    __table_args__ = (Index("ix_placements_message", "account", "room", "message"),)
    id: int | None = Field(default=None, primary_key=True)
    outbox_key: str = Field(unique=True)
    account: str
    room: str
    card: str = Field(index=True)
    message: str | None = None
    also: str = "[]"
    buttons: str = "[]"
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    gone: bool = False
