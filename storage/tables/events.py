"""Events, their dates, and who comes."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


class Event(SQLModel, table=True):
    """A gathering of a community. `state`: draft (waits to be confirmed) | planned | cancelled | dropped (was a draft).

    `number` is what people call it in its community; a draft has none. `room_id` is where it was typed, then where its
    card and its reminders go. `reminders` are the offsets before a start, in the calendar's short form.
    """

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("community_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)
    room_id: int = Field(foreign_key="rooms.id")
    number: int | None = None
    title: str
    place: str = ""
    state: str = "draft"
    reason: str = ""
    reminders: str = ""
    made_by: int = Field(foreign_key="members.id")
    created_at: datetime = Field(sa_type=UtcDateTime)


class Occurrence(SQLModel, table=True):
    """One date of an event: the wall clock (naive ISO 8601) in `zone` (IANA) is what was meant; the instants follow.

    `wall_end` is None where no end was given; `ends_at` is then some hours after the start.
    """

    __tablename__ = "occurrences"
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="events.id", index=True)
    wall_start: str
    wall_end: str | None = None
    zone: str
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Rsvp(SQLModel, table=True):
    """A member's answer to one occurrence, the newest one. `answer`: yes | maybe | no."""

    __tablename__ = "rsvps"
    occurrence_id: int = Field(foreign_key="occurrences.id", primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True)
    answer: str
    at: datetime = Field(sa_type=UtcDateTime)
