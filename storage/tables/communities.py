"""Networks, communities and their rooms."""

from datetime import datetime

from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Network(SQLModel, table=True):
    """The coordination above communities; may have a parent. `code` is what a community types to link itself."""

    __tablename__ = "networks"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    locale: str = "en"
    zone: str = "UTC"
    code: str = Field(unique=True)
    parent_id: int | None = Field(default=None, foreign_key="networks.id")
    digest_hour: int = 18
    digested_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)


class Community(SQLModel, table=True):
    """A local group and its own rules. Minutes and counts as named. `listening`: the network's highlights are shown in
    its home."""

    __tablename__ = "communities"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    locale: str = "en"
    zone: str = "UTC"
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)
    relaying: bool = False
    relaying_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    listening: bool = False
    threshold: int = 3
    hold_back_minutes: int = 10
    welcome: str = ""
    rules: str = ""
    question: str = ""
    greeting_seconds: int = 30
    greeter_minutes: int = 60
    reminders: str = "1d,1h,0"
    created_at: datetime = Field(sa_type=UtcDateTime)


class Room(SQLModel, table=True):
    """One chat room on one platform account. `role`: new | home | events | highlights | direct. `state`: active, lost
    (the bot is out of it) or closed (nobody can speak there for now).

    A home or events room belongs to a community, a highlights room to a network; a direct room to nobody. `parent` is
    the platform's id of what the room is a part of, if anything. `joined_at`: when it came
    to a community that was there before.
    """

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("account", "room"), Index("ix_rooms_parent", "account", "parent"))
    id: int | None = Field(default=None, primary_key=True)
    account: str
    platform: str
    room: str
    name: str = ""
    role: str = "new"
    state: str = "active"
    encrypted: bool = False
    unreadable_told: bool = False
    parent: str = ""
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)
    joined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
