"""Blocklists: whom a community doesn't want to take part through the bot."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class BlockState(StrEnum):
    """Whether a block holds."""

    ACTIVE = "active"  # until its end, if it has one
    OFFERED = "offered"  # another community shares it, and a connector here has yet to say yes
    DECLINED = "declined"  # they said no
    LIFTED = "lifted"


class BlockPolicy(StrEnum):
    """What a community does with the blocks of others in its networks."""

    OFF = "off"  # nothing
    ASK = "ask"  # its connectors are asked about each
    ON = "on"  # takes them over


class Block(TableRow, table=True):
    """A member whom a community has blocked. A button names the row: its id is never given to another one."""

    __tablename__ = "blocks"
    __table_args__ = (
        Index("ix_blocks_member", "member_id", "state"),
        Index("ux_blocks_origin", "origin_id", "community_id", unique=True),
        {"sqlite_autoincrement": True},
    )
    id: int = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)  # where it holds
    member_id: int = Field(foreign_key="members.id")  # who is blocked
    state: BlockState = Field(default=BlockState.ACTIVE, sa_type=enum_type(BlockState))
    reason: str = ""  # in a connector's words
    made_by: int | None = Field(default=None, foreign_key="members.id")  # who blocked, or took it over
    created_at: datetime = Field(sa_type=UtcDateTime)  # when
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: until somebody lifts it
    origin_id: int | None = Field(default=None, foreign_key="blocks.id")  # the other community's block that it repeats
    network_id: int | None = Field(default=None, foreign_key="networks.id")  # the network in which that is shared
    appeal: str = ""  # what the person says about it
    appealed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when they did: once
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it was lifted or declined
    ended_by: int | None = Field(default=None, foreign_key="members.id")  # who did
