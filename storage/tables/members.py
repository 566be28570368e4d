"""Members, their identities on platforms, and who animates what."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Member(SQLModel, table=True):
    """A person. `relay`: what they consented to when a message of theirs travels: unnamed (default) | named | off."""

    __tablename__ = "members"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    locale: str | None = None
    relay: str = "unnamed"
    created_at: datetime = Field(sa_type=UtcDateTime)


class Identity(SQLModel, table=True):
    """A member's account on one platform."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("platform", "user"),)
    id: int | None = Field(default=None, primary_key=True)
    platform: str
    user: str
    name: str
    member_id: int = Field(foreign_key="members.id", index=True)


class Animator(SQLModel, table=True):
    """Who looks after a community or a network. `role`: connector | greeter (community), coordinator (network)."""

    __tablename__ = "animators"
    __table_args__ = (UniqueConstraint("member_id", "role", "community_id", "network_id"),)
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    role: str
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)
