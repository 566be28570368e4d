"""Messages that show cards."""

from datetime import datetime

from sqlmodel import Field, Index

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class Placement(TableRow, table=True):
    """One message of ours that shows a card in one room."""

    __tablename__ = "placements"
    __table_args__ = (Index("ix_placements_message", "account", "room", "message"),)
    id: int = Field(default=None, primary_key=True)
    outbox_key: str = Field(unique=True)  # key of the outbox row that posts it
    account: str  # our account on the platform
    room: str  # the platform's room id
    card: str = Field(index=True)  # the card's id
    message: str | None = None  # the platform's message id; None until we sent it
    extra_messages: str = "[]"  # JSON: ids of the messages sent with it, such as its files
    buttons: str = "[]"  # JSON: [emoji, id] of each button, for platforms where a reaction presses it
    shown: str = ""  # digest of the content that we last asked the platform to show
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when we last edited it
    link: str = ""  # an address that opens it, such as that of a server's scheduled event
    gone: bool = False  # whether the message was deleted or detached from the card
