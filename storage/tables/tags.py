"""Tags that networks give to their parts."""

from datetime import datetime

from sqlmodel import Field, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class MembershipTag(TableRow, table=True):
    """A word by which coordinators find a part of their network. A refused one stays, so that nobody gives it again."""

    __tablename__ = "membership_tags"
    __table_args__ = (UniqueConstraint("membership_id", "tag"),)
    id: int = Field(default=None, primary_key=True)
    membership_id: int = Field(foreign_key="memberships.id", index=True)  # the part, in this network
    tag: str = Field(index=True)  # the word in small letters without accents, by which it is found
    label: str  # the word as people read it
    refused: bool = False  # whether the part doesn't want it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when a coordinator gave it
