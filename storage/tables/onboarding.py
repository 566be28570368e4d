"""Newcomers on their way into a community."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class JourneyStage(StrEnum):
    """How far a newcomer is."""

    REQUESTED = "requested"  # asked to join, and people decide
    JOINED = "joined"  # waits for the greeting
    RULES = "rules"
    QUESTION = "question"
    GREETER = "greeter"  # waits for a person who says hello
    ADMITTED = "admitted"  # approved, but not in the room yet
    DONE = "done"
    RETURNED = "returned"  # was done, left and came back; waits for a short greeting
    LEFT = "left"
    REMOVED = "removed"  # somebody put them out


class Journey(TableRow, table=True):
    """A newcomer's onboarding in one community."""

    __tablename__ = "journeys"
    __table_args__ = (UniqueConstraint("community_id", "member_id"),)
    id: int = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)  # the community they join
    member_id: int = Field(foreign_key="members.id", index=True)  # the newcomer
    room_id: int = Field(foreign_key="rooms.id", index=True)  # the room they came to
    user: str  # the newcomer's id on the platform
    name: str  # the newcomer's display name
    stage: JourneyStage = Field(default=JourneyStage.JOINED, sa_type=enum_type(JourneyStage))
    place: str | None = None  # platform room of the steps: a private one, or the community's own as a fallback
    requested: bool = False  # whether they asked to join and take the steps before they get in
    answer: str = ""  # their answer to the community's question
    greeted_by: str = ""  # display name of the greeter
    joined_at: datetime = Field(sa_type=UtcDateTime)  # when they came or asked to join
    called_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when we called the greeters; names the call
    welcomed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when we last greeted them
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when they left; None: they are inside
    left_stage: JourneyStage | None = Field(default=None, sa_type=enum_type(JourneyStage))  # how far they were then
