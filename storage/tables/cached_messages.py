"""Messages cached for highlights."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.types import UtcDateTime


class KeptMessage(SQLModel, table=True):
    """What was said in a room that relays, on a platform that can't be asked for it later; kept for some hours.

    `attachments` is JSON, as bots.core.inbound writes them.
    """

    __tablename__ = "kept_messages"
    account: str = Field(primary_key=True)
    room: str = Field(primary_key=True)
    message: str = Field(primary_key=True)
    user: str
    name: str
    bot: bool = False
    text: str
    link: str = ""
    attachments: str = "[]"
    album: str = ""
    posted_at: datetime = Field(sa_type=UtcDateTime, index=True)
