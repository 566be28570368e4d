"""Networks, communities and their rooms."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime, enum_type


class RoomRole(StrEnum):
    """The purpose of a room."""

    NEW = "new"  # nobody has set it up yet
    HOME = "home"  # a community's own room
    EVENTS = "events"  # shows a community's events
    HIGHLIGHTS = "highlights"  # shows a network's highlights
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


class Network(SQLModel, table=True):
    """A group of communities that share highlights and digests."""

    __tablename__ = "networks"
    id: int = Field(default=None, primary_key=True)
    name: str  # the display name
    locale: str = "en"  # language of its rooms (BCP 47)
    zone: str = "UTC"  # IANA time zone
    code: str = Field(unique=True)  # the code a community types to join
    parent_id: int | None = Field(default=None, foreign_key="networks.id")  # the network above, if any
    digest_hour: int = 18  # local hour of the digest, 0 to 23
    digested_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # end of the last digest's period
    created_at: datetime = Field(sa_type=UtcDateTime)  # when somebody set it up


class Community(SQLModel, table=True):
    """A local group and its settings."""

    __tablename__ = "communities"
    id: int = Field(default=None, primary_key=True)
    name: str  # the display name
    locale: str = "en"  # language of its rooms (BCP 47)
    zone: str = "UTC"  # IANA time zone
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # the network it belongs to
    relaying: bool = False  # whether its messages can become highlights
    relaying_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it turned relaying on
    receives_highlights: bool = False  # whether its home room shows the network's highlights
    threshold: int = 3  # number of people whose reactions make a highlight
    hold_back_minutes: int = 10  # wait between reaching the threshold and publishing
    welcome: str = ""  # greeting for newcomers; empty: the default text
    rules: str = ""  # rules that newcomers accept; empty: none
    question: str = ""  # question to newcomers; empty: none
    greeting_seconds: int = 30  # how long to collect newcomers before greeting them together
    greeter_minutes: int = 60  # wait for a greeter before we call one
    quiet_hours: str = "22:00-08:00"  # when nobody is called, on the wall clock of its zone; empty: never quiet
    reminders: str = "1d,1h,0"  # default reminder offsets before an event
    poll_style: PollStyle = Field(default=PollStyle.NATIVE, sa_type=enum_type(PollStyle))  # how its polls are shown
    created_at: datetime = Field(sa_type=UtcDateTime)  # when somebody set it up


class LinkState(StrEnum):
    """What became of a request to be part of a network."""

    REQUESTED = "requested"  # a coordinator has yet to answer
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # the community or network that asked thought better of it


class LinkRequest(SQLModel, table=True):
    """The wish of a community, or of a network, to be part of a network."""

    __tablename__ = "link_requests"
    __table_args__ = ({"sqlite_autoincrement": True},)  # a button names the row: its id is never given to another one
    id: int = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="networks.id", index=True)  # the network that is asked
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # who asks: a community
    child_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # or a network
    room_id: int = Field(foreign_key="rooms.id")  # the room in which somebody asked, and reads the answer
    requested_by: int = Field(foreign_key="members.id")  # who asked
    state: LinkState = Field(default=LinkState.REQUESTED, sa_type=enum_type(LinkState))
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they asked


class Room(SQLModel, table=True):
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
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # set for home, events
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # set for highlights
    joined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it joined an existing community
    created_at: datetime = Field(sa_type=UtcDateTime)  # when we first saw it
