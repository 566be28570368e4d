"""Matters of communities that their networks' coordinators hear of, and how a network wants to hear of them."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, text

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type, partial_index


class AlertKind(StrEnum):
    """What coordinators may help with."""

    CONNECTOR = "connector"  # no connector was seen for long
    NEWCOMER = "newcomer"  # somebody waits for a hello
    ROOM = "room"  # a room was lost


_OPEN = text("closed_at IS NULL")


class Alert(TableRow, table=True):
    """A matter of one community in one network, from when it began until it is over. A card names the row."""

    __tablename__ = "alerts"
    __table_args__ = (
        partial_index("ux_alerts_open", "network_id", "community_id", "kind", unique=True, where=_OPEN),
        {"sqlite_autoincrement": True},
    )  # fmt: skip
    id: int = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="networks.id", index=True)  # whose coordinators hear of it
    community_id: int = Field(foreign_key="communities.id", index=True)  # whose matter it is
    kind: AlertKind = Field(sa_type=enum_type(AlertKind))
    since: datetime = Field(sa_type=UtcDateTime)  # when it began
    community_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when its connectors were told
    network_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when coordinators were last told
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it was over
    solved: bool = False  # whether it ended well; otherwise nobody looks after it any longer


class AlertRule(TableRow, table=True):
    """How a network wants to hear of one kind of matter. Without a row: as `bots` says."""

    __tablename__ = "alert_rules"
    network_id: int = Field(foreign_key="networks.id", primary_key=True)  # whose
    kind: AlertKind = Field(primary_key=True, sa_type=enum_type(AlertKind))
    enabled: bool  # whether its coordinators hear of it
    after_minutes: int  # how long it lasts before they do
