"""Digests, one edition for each period, and the figures that they are made of."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, UniqueConstraint, text

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type, partial_index

_DRAFT = text("state = 'draft'")


class EditionState(StrEnum):
    """The state of the digest of a period."""

    DRAFT = "draft"  # its period is not over, or somebody has yet to let it go out
    SENT = "sent"
    EMPTY = "empty"  # there was nothing to tell
    SKIPPED = "skipped"  # somebody left it out


class Edition(TableRow, table=True):
    """The digest of one period of a network or a community. There is one draft at most; a button names the row."""

    __tablename__ = "editions"
    __table_args__ = (
        partial_index("ux_editions_network", "network_id", unique=True, where=_DRAFT),
        partial_index("ux_editions_community", "community_id", unique=True, where=_DRAFT),
        Index("ix_editions_network", "network_id", "until"),
        Index("ix_editions_community", "community_id", "until"),
        {"sqlite_autoincrement": True},
    )
    id: int = Field(default=None, primary_key=True)
    network_id: int | None = Field(default=None, foreign_key="networks.id")  # whose digest it is
    community_id: int | None = Field(default=None, foreign_key="communities.id")  # or the community's
    state: EditionState = Field(default=EditionState.DRAFT, sa_type=enum_type(EditionState))
    since: datetime = Field(sa_type=UtcDateTime)  # when its period began: the end of the one before
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it ended; None: not yet
    due: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when the draft is to go out
    skip: bool = False  # whether the draft is left out when its time comes
    hidden: str = "[]"  # JSON: the keys of the lines that somebody removed
    added: str = "[]"  # JSON: the lines that somebody added
    shown: str = "[]"  # JSON: the keys of the lines that went out
    figures: str = "{}"  # JSON: its figures (bots.turn.figures)
    collecting: str = ""  # JSON: how far its figures are collected, and what for; empty: nobody collects
    changed_at: datetime = Field(sa_type=UtcDateTime)  # when its words last changed


class EditionLine(TableRow, table=True):
    """A line of a digest that was sent, for its file and its feed: without words that their author may take back."""

    __tablename__ = "edition_lines"
    id: int = Field(default=None, primary_key=True)
    edition_id: int = Field(foreign_key="editions.id", index=True)  # the digest
    key: str = Field(index=True)  # what it is about, such as poll.17
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # of which community
    section: str  # the title of its section; empty: none
    text: str  # JSON: the line as rich text


class EditionScope(TableRow, table=True):
    """A community whose figures an edition counts, while they are collected. Whatever the ways up, one row each."""

    __tablename__ = "edition_scopes"
    edition_id: int = Field(foreign_key="editions.id", primary_key=True)  # the edition
    community_id: int = Field(foreign_key="communities.id", primary_key=True)  # the community
    since: datetime = Field(sa_type=UtcDateTime)  # what happened before is not told there


class DigestQuote(TableRow, table=True):
    """A highlight whose words a digest shows: the digest follows its changes."""

    __tablename__ = "digest_quotes"
    __table_args__ = (UniqueConstraint("highlight_id", "card"),)
    id: int = Field(default=None, primary_key=True)
    highlight_id: int = Field(foreign_key="highlights.id")  # the highlight
    card: str  # the digest


class FigureKind(StrEnum):
    """What is counted. The first three are people, the others are things."""

    NEWCOMERS = "newcomers"
    VOTES = "votes"
    GUESTS = "guests"
    POLLS = "polls"
    EVENTS = "events"
    HIGHLIGHTS = "highlights"


class FigureGroup(TableRow, table=True):
    """A number that may be told: things of one day, or at least five people of a community.

    Each figure is a sum of whole rows, so that no difference of two figures is about fewer people.
    """

    __tablename__ = "figure_groups"
    __table_args__ = (Index("ix_figure_groups_community", "community_id", "at"),)
    id: int = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id")  # where it happened
    kind: FigureKind = Field(sa_type=enum_type(FigureKind))
    at: datetime = Field(sa_type=UtcDateTime)  # when the last of it happened
    since: datetime = Field(sa_type=UtcDateTime)  # from when the first of it is: it is told if the consent is older
    count: int  # how many


class FigureMark(TableRow, table=True):
    """How far a community's figures are counted."""

    __tablename__ = "figure_marks"
    community_id: int = Field(foreign_key="communities.id", primary_key=True)  # the community
    counted_until: datetime = Field(sa_type=UtcDateTime)  # all before is in `figure_groups`
    newcomers_until: datetime = Field(sa_type=UtcDateTime)  # later ones wait until there are five of them
