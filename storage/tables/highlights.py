"""Messages worth telling the network."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Highlight(SQLModel, table=True):
    """A message on its way to the network's highlights room, or there.

    `state`: fetching (asked the platform for its text) | counting (fell below the threshold) | held (hold-back runs) |
    published | withdrawn | refused (its author wants no relaying, or there is nothing to show).
    `named`: the author agreed that this one bears their name. `files` is JSON: its attachments.
    `digest` is the card of the digest that told of it, which follows it too.
    """

    __tablename__ = "highlights"
    __table_args__ = (UniqueConstraint("account", "room", "message"),)
    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)
    room_id: int = Field(foreign_key="rooms.id")
    account: str
    room: str
    message: str
    state: str = "fetching"
    nominated_by: int | None = None
    author_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    author_name: str = ""
    author_user: str = ""
    named: bool = False
    text: str = ""
    link: str = ""
    files: str = "[]"
    digest: str = ""
    posted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
