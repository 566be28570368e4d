"""What networks announce to chosen communities, and its state in each of them."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class AnnouncementState(StrEnum):
    """How far an announcement has come."""

    DRAFT = "draft"  # its author sees a preview; nothing has left
    SCHEDULED = "scheduled"  # it goes out at its time
    SENT = "sent"  # on its way, or there
    RECALLED = "recalled"  # taken back everywhere; its words are gone
    DROPPED = "dropped"  # a draft that was not sent; its words are gone


class RecipientState(StrEnum):
    """The state of an announcement in one community."""

    NEW = "new"  # it has its turn in this transaction
    ASKED = "asked"  # its connectors have yet to decide
    WAITING = "waiting"  # for the end of quiet hours, or for the time that a connector named
    SHOWN = "shown"
    DECLINED = "declined"  # a connector doesn't show it, or nobody answered in time
    FAILED = "failed"  # the platform refused the message
    DEAF = "deaf"  # it doesn't listen to the network
    OFF = "off"  # it takes no announcements
    HOMELESS = "homeless"  # it has no room
    LEFT = "left"  # it left the network before the announcement was shown


class Announcement(TableRow, table=True):
    """An announcement of a network. A button names the row: its id is never given to another one."""

    __tablename__ = "announcements"
    __table_args__ = (UniqueConstraint("network_id", "number"), {"sqlite_autoincrement": True})
    id: int = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="networks.id")  # whose it is
    number: int  # as people call it in the network
    state: AnnouncementState = Field(default=AnnouncementState.DRAFT, sa_type=enum_type(AnnouncementState))
    locale: str  # language of its main text
    audience: str = ""  # JSON: which communities; empty: all
    deep: bool = False  # whether it goes down to the communities of the networks below
    urgent: bool = False  # whether it is shown in quiet hours too
    room_id: int = Field(foreign_key="rooms.id")  # where its author typed it
    created_by: int | None = Field(default=None, foreign_key="members.id")  # who typed it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when to send it; None: at the press
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it went out


class AnnouncementText(TableRow, table=True):
    """The words of an announcement in one language."""

    __tablename__ = "announcement_texts"
    announcement_id: int = Field(foreign_key="announcements.id", primary_key=True)
    locale: str = Field(primary_key=True)
    text: str
    written_at: datetime = Field(sa_type=UtcDateTime)  # when somebody wrote or last changed it


class AnnouncementWay(TableRow, table=True):
    """A network that an announcement reached on its way down, the first time."""

    __tablename__ = "announcement_ways"
    announcement_id: int = Field(foreign_key="announcements.id", primary_key=True)
    network_id: int = Field(foreign_key="networks.id", primary_key=True)
    membership_id: int | None = Field(default=None, foreign_key="memberships.id")  # its bond; None: its own network


class Recipient(TableRow, table=True):
    """A community that an announcement is for: one row each, so that it is shown there once at most."""

    __tablename__ = "announcement_recipients"
    __table_args__ = (UniqueConstraint("announcement_id", "community_id"), {"sqlite_autoincrement": True})
    id: int = Field(default=None, primary_key=True)
    announcement_id: int = Field(foreign_key="announcements.id")
    community_id: int = Field(foreign_key="communities.id", index=True)
    membership_id: int = Field(foreign_key="memberships.id")  # the bond along which it came
    room_id: int | None = Field(default=None, foreign_key="rooms.id")  # where it is shown
    state: RecipientState = Field(sa_type=enum_type(RecipientState))
    asked: bool = False  # whether its connectors were asked
    line: str = ""  # what a connector added
    reason: str = ""  # why a connector declined
    decided_by: int | None = Field(default=None, foreign_key="members.id")  # the connector
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # end of the question, or of the wait
    shown_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it was posted
    takedowns: int = 0  # how often it was taken down again


class AnnouncementAnswer(TableRow, table=True):
    """What a member gave to the coordinators about an announcement. Deleted when the retention time is over."""

    __tablename__ = "announcement_answers"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int = Field(default=None, primary_key=True)
    announcement_id: int = Field(foreign_key="announcements.id", index=True)
    community_id: int = Field(foreign_key="communities.id", index=True)  # where they answered
    member_id: int = Field(foreign_key="members.id", index=True)
    name: str  # the display name; empty for somebody whose words go without it
    text: str
    at: datetime = Field(sa_type=UtcDateTime, index=True)
