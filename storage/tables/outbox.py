"""What goes out, and until when an account has to wait."""

from datetime import datetime

from sqlmodel import Field, Index, SQLModel

from storage.tables.types import UtcDateTime


class Outbox(SQLModel, table=True):
    """An outbound value on its way. `state`: pending | sending | sent | refused | unknown | superseded.

    `sending` is noted before a platform is asked that would show a repetition twice. Rows of one `lane` (the room, or
    an interaction in it) go out in order.

    `collapse` is set while a pending row may be replaced by a newer one (edits of one card in one room); `version`
    counts the replacements, so that a replaced row that was already under way is sent again. `placement` is the outbox
    key of the post that an edit, a delete or the end of a poll is about.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_lane", "account", "state", "lane", "id"),
        Index("ix_outbox_due", "account", "state", "not_before"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    account: str
    room: str
    lane: str
    kind: str
    payload: str
    card: str | None = None
    placement: str | None = None
    priority: int = 1
    state: str = "pending"
    collapse: str | None = Field(default=None, unique=True)
    version: int = 0
    attempts: int = 0
    not_before: datetime = Field(sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    detail: str = ""


class Pause(SQLModel, table=True):
    """Until when a platform wants to hear nothing from an account."""

    __tablename__ = "pauses"
    account: str = Field(primary_key=True)
    until: datetime = Field(sa_type=UtcDateTime)
