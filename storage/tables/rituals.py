"""Rituals: what the bot asks a community again and again, and what people reply."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class RitualState(StrEnum):
    """Whether a ritual goes on."""

    ACTIVE = "active"
    PAUSED = "paused"  # a connector paused it
    SILENT = "silent"  # nobody replied for some rounds; the connectors were told
    STOPPED = "stopped"  # for good; its words are gone


class Ritual(TableRow, table=True):
    """A recurring prompt in a room. A button names the row: its id is never given to another one."""

    __tablename__ = "rituals"
    __table_args__ = (UniqueConstraint("community_id", "number"), {"sqlite_autoincrement": True})
    id: int = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id")  # whose it is
    number: int  # as people call it in the community
    room_id: int = Field(foreign_key="rooms.id")  # where the prompt is posted
    state: RitualState = Field(default=RitualState.ACTIVE, sa_type=enum_type(RitualState))
    prompt: str  # what it asks; empty once it is stopped
    rule: str  # an RRULE (RFC 5545), on the wall clock of `zone`
    left_out: str = ""  # dates without a round, as ISO dates, separated by commas
    skips_holidays: bool = False  # whether the public holidays of the community's country have none
    wall_start: str  # the first date on the wall clock (naive ISO 8601)
    zone: str  # IANA time zone of the wall clock
    unanswered: int = 0  # rounds in a row without a reply, up to the newest that is gathered
    silent_after: int = 3  # after so many of them it goes silent; 0: never
    rotates: bool = False  # whether somebody of the volunteers hosts each round
    created_by: int | None = Field(default=None, foreign_key="members.id")  # who typed it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when


class RitualRound(TableRow, table=True):
    """One round of a ritual. Its date on the wall clock is unique, so that no prompt is posted twice."""

    __tablename__ = "ritual_rounds"
    __table_args__ = (UniqueConstraint("ritual_id", "wall"), {"sqlite_autoincrement": True})
    id: int = Field(default=None, primary_key=True)
    ritual_id: int = Field(foreign_key="rituals.id")
    wall: str  # its date on the wall clock (naive ISO 8601)
    posted_at: datetime = Field(sa_type=UtcDateTime)  # when the prompt went out
    replies: int = 0  # how many replies the prompt got
    gathered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when the replies became one post
    host_id: int | None = Field(default=None, index=True)  # the member who hosts it


class RitualVolunteer(TableRow, table=True):
    """Somebody who is willing to host rounds of a ritual."""

    __tablename__ = "ritual_volunteers"
    ritual_id: int = Field(foreign_key="rituals.id", primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True, index=True)
    since: datetime = Field(sa_type=UtcDateTime)  # when they volunteered
    hosted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it was their turn last
    passed: int = 0  # the newest round that they can't host; 0: none


class RitualReply(TableRow, table=True):
    """A reply to a prompt. Its words and the name are kept until they are gathered; the row for the retention time."""

    __tablename__ = "ritual_replies"
    account: str = Field(primary_key=True)  # the address of the message
    room: str = Field(primary_key=True)
    message: str = Field(primary_key=True)
    round_id: int = Field(foreign_key="ritual_rounds.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)  # who wrote it
    name: str  # the display name; empty once it is gathered
    text: str  # the words; empty once they are gathered
    at: datetime = Field(sa_type=UtcDateTime, index=True)  # when it was written
