"""Messages cached for highlights."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.types import UtcDateTime


class CachedMessage(SQLModel, table=True):
    """A message of a relaying room on a platform that doesn't return old messages. Deleted after some hours."""

    __tablename__ = "cached_messages"
    account: str = Field(primary_key=True)  # our account on the platform
    room: str = Field(primary_key=True)  # the platform's room id
    message: str = Field(primary_key=True)  # the platform's message id
    user: str  # the author's id on the platform
    name: str  # the author's display name
    bot: bool = False  # whether the author is a bot
    text: str  # the message's plain text
    link: str = ""  # a link to the message, if the platform has one
    attachments: str = "[]"  # JSON, as bots.core.inbound encodes attachments
    album: str = ""  # the platform's id of the album the message belongs to
    posted_at: datetime = Field(sa_type=UtcDateTime, index=True)  # when the author posted it
