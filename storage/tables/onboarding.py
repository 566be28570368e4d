"""Newcomers on their way in."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Journey(SQLModel, table=True):
    """A newcomer's onboarding in one community.

    `stage`: joined (waits for the greeting) | rules | question | greeter (waits for a human) | done | left.
    `place` is the platform room where the steps are asked: a private room, or the community's own as a fallback.
    `requested`: the steps come before the person is let in (stage admitted: waits to come in).
    """

    __tablename__ = "journeys"
    __table_args__ = (UniqueConstraint("community_id", "member_id"),)
    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    room_id: int = Field(foreign_key="rooms.id", index=True)
    user: str
    name: str
    stage: str = "joined"
    place: str | None = None
    requested: bool = False
    answer: str = ""
    greeted_by: str = ""
    joined_at: datetime = Field(sa_type=UtcDateTime)
    called_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
