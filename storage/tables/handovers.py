"""Requests to take over a community."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class HandoverState(StrEnum):
    """How far a hand-over is."""

    OPEN = "open"
    DONE = "done"  # the person is a connector now
    DECLINED = "declined"  # the person would rather not
    OBJECTED = "objected"  # a member of the community objected
    ENDED = "ended"  # it ended before an answer


class Handover(TableRow, table=True):
    """A connector, or the coordinators of a network, ask somebody to be a connector. A button names the row."""

    __tablename__ = "handovers"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)  # which community
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # whose coordinators ask; or
    from_id: int | None = Field(default=None, foreign_key="members.id")  # the connector who asks
    to_id: int = Field(foreign_key="members.id")  # who is asked
    room_id: int = Field(foreign_key="rooms.id")  # the community's room where everybody reads of it
    state: HandoverState = Field(default=HandoverState.OPEN, sa_type=enum_type(HandoverState))
    accepted: bool = False  # whether the person is willing
    agreed: bool = False  # whether a moderator of the room agreed
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they were asked
    decides_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # until when members may object
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it was decided
