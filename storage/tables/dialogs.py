"""Questions that people have not answered yet."""

from datetime import datetime

from sqlmodel import Field, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class Dialog(TableRow, table=True):
    """An open question to one person in one room. Their next message there is the answer."""

    __tablename__ = "dialogs"
    __table_args__ = (UniqueConstraint("account", "room", "user"),)
    id: int = Field(default=None, primary_key=True)
    account: str  # our account on the platform
    room: str  # the platform's room id
    user: str  # the person's id on the platform
    kind: str  # names the handler of the answer: `command`, or a feature's dialog kind
    subject: str  # what the question is about, such as a command or a row id
    state: str = "{}"  # JSON: the handler's own data
    expires_at: datetime = Field(sa_type=UtcDateTime)  # later messages are not an answer
