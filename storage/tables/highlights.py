"""Messages that a community shares with its networks, how far they came, and the cache that they come from."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class HighlightState(StrEnum):
    """How far a message is on its way out of its community."""

    FETCHING = "fetching"  # we asked the platform for its text
    COUNTING = "counting"  # below the threshold
    ASKED = "asked"  # we asked its author whether it may be shared
    HELD = "held"  # the hold-back runs
    PUBLISHED = "published"  # on its way up; decisions say how far it came
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"  # its author doesn't consent, or the message has no content
    EXPIRED = "expired"  # reactions came too late for its age; a connector can still nominate it


class Highlight(TableRow, table=True):
    """A message that the networks above its community show, or may show."""

    __tablename__ = "highlights"
    __table_args__ = (UniqueConstraint("account", "room", "message"),)
    id: int = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", index=True)  # the community of the original
    room_id: int = Field(foreign_key="rooms.id")  # the room of the original
    account: str  # our account on the platform
    room: str  # the platform's room id of the original
    message: str  # the platform's message id of the original; of an object, its card and a number
    source: str = Field(default="", index=True)  # card of the community's own poll or event that it shows; or a message
    conversation_id: int | None = Field(default=None, index=True)  # the highlight of the conversation it is a part of
    state: HighlightState = Field(default=HighlightState.FETCHING, sa_type=enum_type(HighlightState))
    nominated_by: int | None = None  # the member who nominated it by command
    author_id: int | None = Field(default=None, foreign_key="members.id", index=True)  # the author
    author_name: str = ""  # the author's display name
    author_user: str = ""  # the author's id on the platform
    named: bool = False  # whether the author agreed to show their name with this one
    text: str = ""  # the message's plain text
    formatted: str = ""  # JSON: the same as rich text, if it has a format of its own
    link: str = ""  # a link to the original
    files: str = "[]"  # JSON: the attachments
    digest: str = ""  # card of a digest that contains it, from before decisions kept theirs
    posted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when the author posted the original
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)  # when we published it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when the first reaction or nomination came


class DecisionState(StrEnum):
    """The state of a highlight at a membership."""

    PASSED = "passed"  # the network shows it
    DIGEST = "digest"  # only the network's digest tells of it
    QUEUED = "queued"  # a coordinator has yet to pick it
    DECLINED = "declined"  # the coordinator left it out
    HEARD = "heard"  # it came down: the lower network shows it


class Decision(TableRow, table=True):
    """A highlight's passage along one membership: once at most, up or down. A button names the row."""

    __tablename__ = "decisions"
    __table_args__ = (
        UniqueConstraint("highlight_id", "membership_id"),
        Index("ix_decisions_network", "network_id", "decided_at"),
        {"sqlite_autoincrement": True},
    )
    id: int = Field(default=None, primary_key=True)
    highlight_id: int = Field(foreign_key="highlights.id")  # what travels
    membership_id: int = Field(foreign_key="memberships.id", index=True)  # along which bond
    network_id: int = Field(foreign_key="networks.id")  # the network at which it arrives
    state: DecisionState = Field(sa_type=enum_type(DecisionState))
    decided_by: int | None = Field(default=None, foreign_key="members.id")  # the coordinator, if one decided
    reason: str = ""  # why they left it out, in their words; goes when the highlight ends
    digest: str = ""  # card of the network's digest that tells of it
    decided_at: datetime = Field(sa_type=UtcDateTime)  # when


class HighlightReply(TableRow, table=True):
    """A reply to a copy of a highlight; only its ids, to count it once."""

    __tablename__ = "highlight_replies"
    account: str = Field(primary_key=True)  # our account on the platform
    room: str = Field(primary_key=True)  # the platform's room id
    message: str = Field(primary_key=True)  # the platform's message id
    highlight_id: int = Field(foreign_key="highlights.id", index=True)  # what it replies to


class TranslationState(StrEnum):
    """Whether rooms show a translation."""

    HELD = "held"  # announced; somebody can stop it
    SHOWN = "shown"


class Translation(TableRow, table=True):
    """A highlight in another language, by a member. Deleted when it is taken back; its buttons name the row."""

    __tablename__ = "translations"
    __table_args__ = (UniqueConstraint("highlight_id", "locale"), {"sqlite_autoincrement": True})
    id: int = Field(default=None, primary_key=True)
    highlight_id: int = Field(foreign_key="highlights.id")  # what it translates
    locale: str  # into which language (BCP 47)
    text: str  # its words
    translator_id: int = Field(foreign_key="members.id", index=True)  # who wrote it
    translator_name: str  # their display name
    named: bool = False  # whether they agreed to show it
    state: TranslationState = Field(default=TranslationState.HELD, sa_type=enum_type(TranslationState))
    shown_at: datetime = Field(sa_type=UtcDateTime)  # end of its hold-back
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they wrote it


class CachedMessage(TableRow, table=True):
    """A message of a relaying room on a platform that doesn't return old messages. Deleted after some hours."""

    __tablename__ = "cached_messages"
    account: str = Field(primary_key=True)  # our account on the platform
    room: str = Field(primary_key=True)  # the platform's room id
    message: str = Field(primary_key=True)  # the platform's message id
    user: str  # the author's id on the platform
    name: str  # the author's display name
    bot: bool = False  # whether the author is a bot
    text: str  # the message's plain text
    link: str = ""  # a link to the message, if the platform has one
    attachments: str = "[]"  # JSON, as bots.core.inbound encodes attachments
    album: str = ""  # the platform's id of the album the message belongs to
    posted_at: datetime = Field(sa_type=UtcDateTime, index=True)  # when the author posted it
