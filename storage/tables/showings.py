"""Networks' polls and events in communities: where they are shown, and through which networks they came."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class ShowingState(StrEnum):
    """The state of an object in one community."""

    ASKED = "asked"  # its connectors are asked whether to show it
    SHOWN = "shown"
    DECLINED = "declined"  # its connectors don't want it, or no longer
    HOMELESS = "homeless"  # it has no room
    LEFT = "left"  # it left the network, or listens no longer, before the end


class Showing(TableRow, table=True):
    """A network's poll or event in one community. One row each, so that it is shown there at most once."""

    __tablename__ = "showings"
    __table_args__ = (
        UniqueConstraint("kind", "object_id", "community_id"),
        Index("ix_showings_community", "community_id", "kind", "object_id"),
        {"sqlite_autoincrement": True},
    )
    id: int = Field(default=None, primary_key=True)
    kind: str  # what it is: `poll` or `event`
    object_id: int  # its id
    community_id: int = Field(foreign_key="communities.id")
    membership_id: int = Field(foreign_key="memberships.id", index=True)  # the bond along which it came
    room_id: int | None = Field(default=None, foreign_key="rooms.id")  # where it was posted, or asked about
    state: ShowingState = Field(sa_type=enum_type(ShowingState))
    shown_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it was posted


class ShowingWay(TableRow, table=True):
    """A network that a poll or event came through on its way down, the first time."""

    __tablename__ = "showing_ways"
    kind: str = Field(primary_key=True)  # what it is: `poll` or `event`
    object_id: int = Field(primary_key=True)  # its id
    network_id: int = Field(foreign_key="networks.id", primary_key=True)
    membership_id: int | None = Field(default=None, foreign_key="memberships.id", index=True)  # None: its own network
