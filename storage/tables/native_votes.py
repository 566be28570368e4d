"""Votes in the platforms' own polls."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.types import UtcDateTime


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
