"""Networks, communities and their rooms."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, UniqueConstraint

from storage.tables.blocks import BlockPolicy
from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class RoomRole(StrEnum):
    """The purpose of a room."""

    NEW = "new"  # nobody has set it up yet
    HOME = "home"  # a community's own room
    EVENTS = "events"  # shows a community's events
    HIGHLIGHTS = "highlights"  # shows a network's highlights
    CIRCLE = "circle"  # where a network's coordinators and connectors meet
    DIRECT = "direct"  # a private conversation; belongs to no community


class RoomState(StrEnum):
    """Whether we can work in a room."""

    ACTIVE = "active"
    LOST = "lost"  # the bot is no longer a member
    CLOSED = "closed"  # nobody can write there at the moment


class PollStyle(StrEnum):
    """How a poll is shown where reactions stand in for buttons."""

    NATIVE = "native"  # as the platform's own poll, and one line below it
    CARD = "card"  # as our card
    BOTH = "both"


class AfterEvents(StrEnum):
    """What the bot says after an event."""

    OFF = "off"
    THANKS = "thanks"  # thanks, and a request for pictures
    FEEDBACK = "feedback"  # the same, with a question how it was


class ConsentStyle(StrEnum):
    """How a community makes sure that authors agree before a message leaves it."""

    ASK = "ask"  # the author is asked, and nothing leaves without their press
    NOTICE = "notice"  # the author is told, and can stop it during the hold-back


class AnnouncementStyle(StrEnum):
    """What a community does with the announcements of its networks."""

    SHOW = "show"  # its home shows each one at once
    ASK = "ask"  # its connectors decide first
    OFF = "off"  # it takes none


class Unanswered(StrEnum):
    """What happens to an announcement about which no connector decided in time."""

    SHOW = "show"
    DECLINE = "decline"


class DigestEvery(StrEnum):
    """How often a digest comes."""

    DAILY = "daily"
    WEEKLY = "weekly"  # on Sundays
    MONTHLY = "monthly"  # on the first day of the next one
    NEVER = "never"


class Network(TableRow, table=True):
    """A group of communities that share highlights and digests."""

    __tablename__ = "networks"
    id: int = Field(default=None, primary_key=True)
    name: str  # the display name
    locale: str = "en"  # language of its rooms (BCP 47)
    zone: str = "UTC"  # IANA time zone
    digest_every: DigestEvery = Field(default=DigestEvery.DAILY, sa_type=enum_type(DigestEvery))
    digest_hour: int = 18  # local hour of the digest, 0 to 23
    quiet_hours: str = "22:00-08:00"  # when nobody is called, on the wall clock of its zone; empty: never quiet
    reminders: str = "1d,1h,0"  # default reminder offsets before an event in its own rooms
    poll_style: PollStyle = Field(default=PollStyle.NATIVE, sa_type=enum_type(PollStyle))  # of polls in its own rooms
    poll_chart: bool = True  # whether the results of its polls come with a picture
    carry_people: int = 0  # number of people below whose reactions carry a highlight past its queue; 0: never
    digested_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # end of the last digest's period
    digest_review: int = 0  # minutes before a digest at which its coordinators see it; 0: they don't
    digest_waits: bool = False  # whether it waits for their answer
    digest_chart: bool = False  # whether it shows its activity as a picture
    feed_token: str = ""  # the secret part of its web address; empty: none
    calendar_token: str = ""  # the secret part of the address of its calendar; empty: none
    history_days: int = 0  # how long it keeps its polls and events that are over; 0: as long as it exists
    answer_hours: int = 24  # how long connectors who are asked may think about an announcement
    created_at: datetime = Field(sa_type=UtcDateTime)  # when somebody set it up


class Community(TableRow, table=True):
    """A local group and its settings."""

    __tablename__ = "communities"
    id: int = Field(default=None, primary_key=True)
    name: str  # the display name
    locale: str = "en"  # language of its rooms (BCP 47)
    zone: str = "UTC"  # IANA time zone
    relaying: bool = False  # whether its messages can become highlights at all; its memberships say where they go
    relaying_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it turned relaying on
    receives_highlights: bool = False  # whether its home rooms show its networks' highlights
    after_events: AfterEvents = Field(default=AfterEvents.OFF, sa_type=enum_type(AfterEvents))  # what follows them
    consent: ConsentStyle = Field(default=ConsentStyle.ASK, sa_type=enum_type(ConsentStyle))  # of authors
    shares_blocks: bool = False  # whether its blocks are shared with the communities of its networks
    accepts_blocks: BlockPolicy = Field(
        default=BlockPolicy.OFF, sa_type=enum_type(BlockPolicy)
    )  # what it does with theirs
    threshold: int = 3  # number of people whose reactions make a highlight
    threshold_percent: int = 0  # the same as a share of its active members; 0: the number counts
    highlight_age_minutes: int = 0  # up to which age of a message reactions count; 0: any
    highlight_emoji: str = ""  # normalized emoji with spaces between; only these count; empty: all do
    hold_back_minutes: int = 10  # wait between reaching the threshold and publishing
    welcome: str = ""  # greeting for newcomers; empty: the default text
    rules: str = ""  # rules that newcomers accept; empty: none
    question: str = ""  # question to newcomers; empty: none
    greeting_seconds: int = 30  # how long to collect newcomers before greeting them together
    greeter_minutes: int = 60  # wait for a greeter before we call one
    quiet_hours: str = "22:00-08:00"  # when nobody is called, on the wall clock of its zone; empty: never quiet
    reminders: str = "1d,1h,0"  # default reminder offsets before an event
    holidays: str = (
        ""  # country, or region, whose public holidays its series leave out (`FR`, `DE-BY`); empty: by its zone
    )
    next_date_days: int = 0  # how long before its start a series' next date is shown; 0: when the previous one is over
    poll_style: PollStyle = Field(default=PollStyle.NATIVE, sa_type=enum_type(PollStyle))  # how its polls are shown
    poll_chart: bool = True  # whether their results come with a picture
    digest_every: DigestEvery = Field(default=DigestEvery.NEVER, sa_type=enum_type(DigestEvery))
    digest_hour: int = 18  # local hour of the digest, 0 to 23
    digested_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # end of the last digest's period
    digest_chart: bool = False  # whether it shows its activity as a picture
    feed_token: str = ""  # the secret part of its web address; empty: none
    calendar_token: str = ""  # the secret part of the address of its calendar; empty: none
    announcements: AnnouncementStyle = Field(
        default=AnnouncementStyle.SHOW, sa_type=enum_type(AnnouncementStyle)
    )  # what it does with its networks' announcements
    unanswered: Unanswered = Field(default=Unanswered.SHOW, sa_type=enum_type(Unanswered))  # of those it asks about
    history_days: int = 0  # how long it keeps polls, events and highlights that are over; 0: as long as it exists
    connector_seen_on: datetime | None = Field(
        default=None, sa_type=UtcDateTime
    )  # day of a connector's last sign (UTC)
    created_at: datetime = Field(sa_type=UtcDateTime)  # when somebody set it up


class Room(TableRow, table=True):
    """A chat room as one of our accounts sees it."""

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("account", "room"), Index("ix_rooms_parent", "account", "parent"))
    id: int = Field(default=None, primary_key=True)
    account: str  # our account on the platform
    platform: str  # the platform's name
    room: str  # the platform's room id
    name: str = ""  # the room's display name
    role: RoomRole = Field(default=RoomRole.NEW, sa_type=enum_type(RoomRole))
    state: RoomState = Field(default=RoomState.ACTIVE, sa_type=enum_type(RoomState))
    encrypted: bool = False  # whether messages there are end-to-end encrypted
    unreadable_notified: bool = False  # whether we said that we couldn't read a message
    parent: str = ""  # the platform's id of the server or group the room is part of
    user: str = ""  # of a private conversation: the platform's id of the person, so that `me erase` ends it
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # set for home, events
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # set for highlights, circle
    excluded: bool = False  # whether nothing said there may become a highlight
    joined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it joined, or shares again
    created_at: datetime = Field(sa_type=UtcDateTime)  # when we first saw it
