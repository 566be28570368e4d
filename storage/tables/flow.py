"""The rows that carry the flow: what came in, what goes out, what is due, what is half said."""

from datetime import datetime

from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from storage.tables.base import UtcDateTime


class InboxKey(SQLModel, table=True):
    """The key of an inbound value that has been handled; kept for the retention time."""

    __tablename__ = "inbox"
    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class Cursor(SQLModel, table=True):
    """How far an account (or one room of it, by `scope`) has been read."""

    __tablename__ = "cursors"
    account: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)
    token: str


class DeadLetter(SQLModel, table=True):
    """An inbound value whose handler failed, as JSON, with the error."""

    __tablename__ = "dead_letters"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    payload: str
    error: str
    at: datetime = Field(sa_type=UtcDateTime)


class Parked(SQLModel, table=True):
    """An inbound value about a message of ours whose platform id is not known yet; taken up when it is.

    `reaction` is the platform's id of the reaction that waits, so that it can be taken back meanwhile.
    """

    __tablename__ = "parked"
    key: str = Field(primary_key=True)
    account: str
    room: str = ""
    message: str = Field(index=True)
    reaction: str = ""
    payload: str
    at: datetime = Field(sa_type=UtcDateTime)


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


class Placement(SQLModel, table=True):
    """Where a card is shown: one message of ours in one room. `message` is None until it has been sent.

    `buttons` is JSON: the emoji and id of each button offered, for platforms where a reaction presses it. `also` is
    JSON: the messages that came with it (its files).
    """

    __tablename__ = "placements"
    __table_args__ = (Index("ix_placements_message", "account", "room", "message"),)
    id: int | None = Field(default=None, primary_key=True)
    outbox_key: str = Field(unique=True)
    account: str
    room: str
    card: str = Field(index=True)
    message: str | None = None
    also: str = "[]"
    buttons: str = "[]"
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    gone: bool = False


class Reaction(SQLModel, table=True):
    """A reaction that may count: on a card of ours, or on a message of a room that relays."""

    __tablename__ = "reactions"
    __table_args__ = (
        UniqueConstraint("account", "reaction"),
        Index("ix_reactions_message", "account", "room", "message"),
    )
    id: int | None = Field(default=None, primary_key=True)
    account: str
    room: str
    message: str
    reaction: str
    emoji: str
    user: str
    member_id: int
    at: datetime = Field(sa_type=UtcDateTime)


class Choice(SQLModel, table=True):
    """What somebody has chosen in a platform's own poll, or of a scheduled event, as the platform told it last."""

    __tablename__ = "choices"
    account: str = Field(primary_key=True)
    room: str = Field(primary_key=True)
    message: str = Field(primary_key=True)
    user: str = Field(primary_key=True)
    choices: str
    withdrawn: bool = False
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class KeptMessage(SQLModel, table=True):
    """What was said in a room that relays, on a platform that can't be asked for it later; kept for some hours.

    `attachments` is JSON, as bots.core.inbound writes them.
    """

    __tablename__ = "kept_messages"
    account: str = Field(primary_key=True)
    room: str = Field(primary_key=True)
    message: str = Field(primary_key=True)
    user: str
    name: str
    bot: bool = False
    text: str
    link: str = ""
    attachments: str = "[]"
    album: str = ""
    posted_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Timer(SQLModel, table=True):
    """Something due at `due`. One a kind and subject."""

    __tablename__ = "timers"
    __table_args__ = (UniqueConstraint("kind", "subject"),)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    subject: str
    due: datetime = Field(sa_type=UtcDateTime, index=True)


class Dialog(SQLModel, table=True):
    """What a person was asked in a room and has not answered yet; their next message there is the answer.

    `kind` names who takes the answer (`command` or a feature's), `subject` what it is about, `state` is JSON.
    """

    __tablename__ = "dialogs"
    __table_args__ = (UniqueConstraint("account", "room", "user"),)
    id: int | None = Field(default=None, primary_key=True)
    account: str
    room: str
    user: str
    kind: str
    subject: str
    state: str = "{}"
    expires_at: datetime = Field(sa_type=UtcDateTime)
