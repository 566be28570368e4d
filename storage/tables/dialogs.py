"""What people were asked."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from storage.tables.types import UtcDateTime


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
