"""Events, their dates, and the answers to them."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class EventState(StrEnum):
    """How far an event is."""

    DRAFT = "draft"  # not confirmed yet
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DROPPED = "dropped"  # a discarded draft, or an event of which nothing is kept but its number
    TEMPLATE = "template"  # what the next date of a series says


class RsvpAnswer(StrEnum):
    """An answer to an event. The order of the members is that of the buttons."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Audience(StrEnum):
    """The people who may come to an event."""

    EVERYBODY = "everybody"
    MEMBERS = "members"  # members who are no longer newcomers
    GREETERS = "greeters"
    CONNECTORS = "connectors"


class Event(TableRow, table=True):
    """An event of a community, or of a network in one of its own rooms."""

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("community_id", "number"),
        UniqueConstraint("network_id", "number"),
        Index("ix_events_series_date", "series_id", "recurrence", unique=True),
    )
    id: int = Field(default=None, primary_key=True)
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # who holds it: this one
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # or a network
    room_id: int = Field(foreign_key="rooms.id")  # where somebody typed it, later where its card and reminders go
    spread_to: int | None = Field(default=None, foreign_key="networks.id", index=True)  # whose communities are asked
    number: int | None = None  # its number within the community or network; None for a draft
    title: str  # the title
    place: str = ""  # where it takes place
    description: str = ""  # what else people should know, in lines
    link: str = ""  # an address on the web: a video call, a page about it
    picture: str = ""  # a picture as JSON (bots.core.inbound.Attachment)
    state: EventState = Field(default=EventState.DRAFT, sa_type=enum_type(EventState))
    reason: str = ""  # why it was cancelled
    reminders: str = ""  # reminder offsets before the start, as bots.dates writes them (`1d,1h,0`)
    series_id: int | None = Field(default=None, foreign_key="event_series.id")  # the series that it is a date of
    recurrence: str | None = None  # which date of it: the start that the rule gives, on the wall clock
    created_by: int = Field(foreign_key="members.id")  # the member who typed it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they typed it
    revision: int = 0  # how often its time, its words or its state changed, for calendars (SEQUENCE)
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when that was last
    capacity: int | None = None  # how many people can come, with their guests; None: no limit
    guest_limit: int = 0  # how many guests one person may bring
    audience: Audience = Field(default=Audience.EVERYBODY, sa_type=enum_type(Audience))  # who may come
    reply_lead: str = ""  # how long before the start replies end, as bots.dates writes it (`1d`); empty: at the end
    names_hidden: bool = False  # whether the card shows only how many come, and the hosts alone see who
    question: str = ""  # what the hosts ask everybody who comes
    cost: str = ""  # what it costs, in words
    link_hidden: bool = False  # whether only those who come are told the link
    replies_carry: bool = False  # whether who comes to a date of the series is counted as coming to the next one
    private: bool = False  # whether it stays in its community: no network and no calendar sees it
    tags: str = ""  # words by which people find it, with commas between
    host_id: int | None = Field(default=None, foreign_key="members.id")  # who holds it, by name; or who is asked to
    host_asked: bool = False  # whether that person has yet to say yes
    source: str = ""  # the name of the calendar from which it was imported; empty: somebody typed it here


class Occurrence(TableRow, table=True):
    """One date of an event. The wall clock and the time zone are authoritative, the instants are derived from them."""

    __tablename__ = "occurrences"
    id: int = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="events.id", index=True)  # the event
    wall_start: str  # start on the wall clock (naive ISO 8601)
    wall_end: str | None = None  # end on the wall clock; None: not given
    zone: str  # IANA time zone of the wall clock
    starts_at: datetime = Field(sa_type=UtcDateTime)  # the start as an instant
    ends_at: datetime = Field(sa_type=UtcDateTime, index=True)  # the end; some hours after the start if not given
    all_day: bool = False  # whether it takes whole days, from the midnight before the first to that after the last


class Rsvp(TableRow, table=True):
    """A person's latest answer to one occurrence."""

    __tablename__ = "rsvps"
    occurrence_id: int = Field(foreign_key="occurrences.id", primary_key=True)  # the date
    person_id: int = Field(primary_key=True)  # the person: the member, or the number that linked ones share
    member_id: int = Field(foreign_key="members.id", index=True)  # the member who gave it
    answer: RsvpAnswer = Field(sa_type=enum_type(RsvpAnswer))
    at: datetime = Field(sa_type=UtcDateTime)  # when they answered
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when they left the room; does not count then
    guests: int = 0  # how many people they bring
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # on the waiting list; only with a yes
    offered_until: datetime | None = Field(default=None, sa_type=UtcDateTime)  # a place is held for them until then
    automatic: bool = False  # they take a place that becomes free without being asked
    checked_in_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when a host saw them come
    reminders: str | None = None  # own offsets for this event; None: as for all events
    carried: bool = False  # they came to the date before, and were counted without saying so again
    feedback: str = ""  # how they liked it: `good`, `fair` or `poor`
    room_id: int | None = Field(default=None, foreign_key="rooms.id")  # of a network's event: where they answered last
    note: str = ""  # what they answered to the hosts' question; erased after the retention time
