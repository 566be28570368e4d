"""Members, their identities on platforms, and their roles."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, UniqueConstraint

from storage.tables.communities import DigestEvery
from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class RelayConsent(StrEnum):
    """How a member lets their messages become highlights."""

    ASK = "ask"  # they are asked each time; where the community gives notice instead, without their name
    UNNAMED = "unnamed"
    NAMED = "named"
    OFF = "off"


class Role(StrEnum):
    """A role that somebody assigns."""

    CONNECTOR = "connector"  # of a community
    GREETER = "greeter"  # of a community
    COORDINATOR = "coordinator"  # of a network


class Member(TableRow, table=True):
    """Somebody with an account. Those who linked theirs are one person (`person_id`)."""

    __tablename__ = "members"
    id: int = Field(default=None, primary_key=True)
    name: str  # the display name
    locale: str | None = None  # the language they chose (BCP 47)
    relay: RelayConsent = Field(default=RelayConsent.ASK, sa_type=enum_type(RelayConsent))  # everywhere
    zone: str | None = None  # the IANA time zone they chose
    digest_every: DigestEvery = Field(default=DigestEvery.NEVER, sa_type=enum_type(DigestEvery))  # of their own digest
    digest_identity: int | None = None  # the identity that gets it
    digest_away: bool = False  # whether they want one, and nothing of theirs was seen since the last
    digested_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when the last one was due
    created_at: datetime = Field(sa_type=UtcDateTime)  # when we first saw them
    reminders: str | None = None  # own offsets before events (`1d,1h`); empty: none; None: those of the room
    calendar_token: str | None = Field(default=None, unique=True, index=True)  # the secret address of their calendar
    person_id: int | None = Field(default=None, index=True)  # of linked members: the one whose number counts for all


class LinkCode(TableRow, table=True):
    """A one-time code by which a member links another account of theirs. Each has one at most."""

    __tablename__ = "link_codes"
    member_id: int = Field(foreign_key="members.id", primary_key=True)  # who asked for it
    code_hash: str = Field(unique=True)  # what people type is not kept (storage/queries/link_codes.py)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)  # nobody can link with it after that


class CommunityConsent(TableRow, table=True):
    """A member's lasting answer for the messages they post in one community."""

    __tablename__ = "relay_consents"
    member_id: int = Field(foreign_key="members.id", primary_key=True)  # the person
    community_id: int = Field(foreign_key="communities.id", primary_key=True)  # where they post
    relay: RelayConsent = Field(sa_type=enum_type(RelayConsent))
    decided_at: datetime = Field(sa_type=UtcDateTime)  # when they answered


class RelayExclusion(TableRow, table=True):
    """A member whose messages a community does not share, because a connector said so."""

    __tablename__ = "relay_exclusions"
    member_id: int = Field(foreign_key="members.id", primary_key=True)  # the person
    community_id: int = Field(foreign_key="communities.id", primary_key=True)  # where they post
    excluded_by: int = Field(foreign_key="members.id")  # the connector
    excluded_at: datetime = Field(sa_type=UtcDateTime)  # when


class Activity(TableRow, table=True):
    """The day on which a member last did something in a community that counts the active ones. Deleted after a month.

    Nothing else is kept of what they did.
    """

    __tablename__ = "activity"
    community_id: int = Field(foreign_key="communities.id", primary_key=True)  # where
    member_id: int = Field(foreign_key="members.id", primary_key=True)  # who
    day: datetime = Field(sa_type=UtcDateTime, index=True)  # midnight of the day, in UTC


class Identity(TableRow, table=True):
    """A member's account on one platform."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("platform", "user"),)
    id: int = Field(default=None, primary_key=True)
    platform: str  # the platform's name
    user: str  # the platform's user id
    name: str  # the display name on this platform
    member_id: int = Field(foreign_key="members.id", index=True)  # the person
    room_id: int | None = Field(default=None, index=True)  # the room in which we last noticed them


class RoleAssignment(TableRow, table=True):
    """A role that a member has in one community or one network."""

    __tablename__ = "role_assignments"
    __table_args__ = (UniqueConstraint("member_id", "role", "community_id", "network_id"),)
    id: int = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="members.id", index=True)  # the person
    role: Role = Field(sa_type=enum_type(Role))
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # or the network
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # or the community
