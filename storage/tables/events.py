"""Events, their dates, and the answers to them."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime, enum_type


class EventState(StrEnum):
    """How far an event is."""

    DRAFT = "draft"  # not confirmed yet
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DROPPED = "dropped"  # a discarded draft


class RsvpAnswer(StrEnum):
    """An answer to an event. The order of the members is that of the buttons."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Event(SQLModel, table=True):
    """An event of a community, or of a network in one of its own rooms."""

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("community_id", "number"), UniqueConstraint("network_id", "number"))
    id: int = Field(default=None, primary_key=True)
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # who holds it: this one
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # or a network
    room_id: int = Field(foreign_key="rooms.id")  # where somebody typed it, later where its card and reminders go
    number: int | None = None  # its number within the community or network; None for a draft
    title: str  # the title
    place: str = ""  # where it takes place
    description: str = ""  # what else people should know, in lines
    link: str = ""  # an address on the web: a video call, a page about it
    picture: str = ""  # a picture as JSON (bots.core.inbound.Attachment)
    state: EventState = Field(default=EventState.DRAFT, sa_type=enum_type(EventState))
    reason: str = ""  # why it was cancelled
    reminders: str = ""  # reminder offsets before the start, as bots.dates writes them (`1d,1h,0`)
    created_by: int = Field(foreign_key="members.id")  # the member who typed it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they typed it
    capacity: int | None = None  # how many people can come, with their guests; None: no limit


class Occurrence(SQLModel, table=True):
    """One date of an event. The wall clock and the time zone are authoritative, the instants are derived from them."""

    __tablename__ = "occurrences"
    id: int = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="events.id", index=True)  # the event
    wall_start: str  # start on the wall clock (naive ISO 8601)
    wall_end: str | None = None  # end on the wall clock; None: not given
    zone: str  # IANA time zone of the wall clock
    starts_at: datetime = Field(sa_type=UtcDateTime)  # the start as an instant
    ends_at: datetime = Field(sa_type=UtcDateTime, index=True)  # the end; some hours after the start if not given
    all_day: bool = False  # whether it takes whole days, from the midnight before the first to that behind the last


class Rsvp(SQLModel, table=True):
    """A member's latest answer to one occurrence."""

    __tablename__ = "rsvps"
    occurrence_id: int = Field(foreign_key="occurrences.id", primary_key=True)  # the date
    member_id: int = Field(foreign_key="members.id", primary_key=True)  # the person
    answer: RsvpAnswer = Field(sa_type=enum_type(RsvpAnswer))
    at: datetime = Field(sa_type=UtcDateTime)  # when they answered
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when they left the room; does not count then
    guests: int = 0  # how many people they bring
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # on the waiting list; only with a yes
    offered_until: datetime | None = Field(default=None, sa_type=UtcDateTime)  # a place is held for them until then
    automatic: bool = False  # they take a place that becomes free without being asked
