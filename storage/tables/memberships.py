"""The memberships of communities and networks in networks, and what travels along them."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, text

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type, partial_index


class MembershipState(StrEnum):
    """How far a membership has come."""

    REQUESTED = "requested"  # a coordinator has yet to answer
    ACTIVE = "active"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # the lower side thought better of its request
    EXPIRED = "expired"  # nobody answered the request in time
    LEFT = "left"  # the lower side ended it
    REMOVED = "removed"  # the network ended it


class Share(StrEnum):
    """What rises along a membership."""

    EVERYTHING = "everything"  # each highlight is shown
    CURATED = "curated"  # a coordinator picks highlights from a queue
    DIGEST = "digest"  # the network's digest tells of them; no room shows them
    NOTHING = "nothing"


class NetworkEvents(StrEnum):
    """What a lower place does with events that a network above it asks it to show."""

    ASK = "ask"  # its connectors decide about each
    SHOW = "show"  # it shows them unasked
    OFF = "off"  # it is not asked


_LEAST_FIRST = (Share.NOTHING, Share.DIGEST, Share.CURATED, Share.EVERYTHING)
_LIVE = text("state IN ('requested', 'active')")


class Membership(TableRow, table=True):
    """The bond of a lower place (a community or a network) with a network above it.

    A place can have several. A button names the row: its id is never given to another one.
    """

    __tablename__ = "memberships"
    __table_args__ = (
        partial_index("ux_memberships_community", "network_id", "community_id", unique=True, where=_LIVE),
        partial_index("ux_memberships_child", "network_id", "child_id", unique=True, where=_LIVE),
        Index("ix_memberships_network_community", "network_id", "community_id"),
        {"sqlite_autoincrement": True},
    )  # fmt: skip
    id: int = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="networks.id", index=True)  # the network above
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # below: a community
    child_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # or a network
    state: MembershipState = Field(default=MembershipState.REQUESTED, sa_type=enum_type(MembershipState))
    gives: Share = Field(default=Share.NOTHING, sa_type=enum_type(Share))  # what the lower place lets rise
    gives_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # older messages never rise along it
    takes: Share = Field(default=Share.EVERYTHING, sa_type=enum_type(Share))  # the most that the network takes
    listens: bool = True  # whether the lower place shows the network's highlights (a community: if its homes do at all)
    events: NetworkEvents = Field(default=NetworkEvents.ASK, sa_type=enum_type(NetworkEvents))  # what it shows of them
    shares_state: bool = True  # whether the network's coordinators see how the lower place is doing
    alerts: bool = True  # whether the network's coordinators are told about matters of the lower place, a community
    invitation_id: int | None = Field(default=None, foreign_key="invitations.id")  # by which they asked
    room_id: int | None = Field(default=None, foreign_key="rooms.id")  # where somebody asked, and reads the answer
    requested_by: int | None = Field(default=None, foreign_key="members.id")  # who asked
    decided_by: int | None = Field(default=None, foreign_key="members.id")  # who accepted, declined or ended it
    reason: str = ""  # why it was declined, in a coordinator's words
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they asked
    active_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when a coordinator accepted

    @property
    def rises(self) -> Share:
        """What both sides let rise: the lesser of what one gives and the other takes."""
        return min(self.gives, self.takes, key=_LEAST_FIRST.index)
