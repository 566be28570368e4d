"""Invitations: the codes by which communities and networks ask to join a network."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class InvitationKind(StrEnum):
    """What may ask with an invitation."""

    ANY = "any"
    COMMUNITY = "community"
    NETWORK = "network"


class InvitationState(StrEnum):
    """Whether one can ask with an invitation at a certain time."""

    LIVE = "live"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Invitation(TableRow, table=True):
    """A code, and how long and how often one can ask with it. A button names the row: its id is never reused."""

    __tablename__ = "invitations"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="networks.id", index=True)  # the network that one asks
    code: str = Field(unique=True)  # what people type
    kind: InvitationKind = Field(default=InvitationKind.ANY, sa_type=enum_type(InvitationKind))
    note: str = ""  # whom it is for, in the words of the person who made it
    uses_left: int | None = None  # a request takes one, and gives it back unless it is accepted; None: any number
    made_by: int | None = Field(default=None, foreign_key="members.id")  # None: the network's code of older versions
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they made it
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: never
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when somebody revoked it
    revoked_by: int | None = Field(default=None, foreign_key="members.id")  # who did

    def state_at(self, now: datetime) -> InvitationState:
        """Return whether one can ask with it at this (aware) time."""
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        if self.expires_at is not None and self.expires_at <= now:
            return InvitationState.EXPIRED
        return InvitationState.USED if self.uses_left == 0 else InvitationState.LIVE


class WrongCodes(TableRow, table=True):
    """How many codes that don't exist a person typed, or people in a room, since a certain time."""

    __tablename__ = "wrong_codes"
    scope: str = Field(primary_key=True)  # `member:3` or `room:7`
    count: int = 0
    since: datetime = Field(sa_type=UtcDateTime, index=True)  # the first of them
