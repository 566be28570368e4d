"""Other people's calendars whose events a community or network takes over."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class CalendarImport(TableRow, table=True):
    """A calendar at an address, which is read again and again; or all files that were imported, as one."""

    __tablename__ = "calendar_imports"
    id: int = Field(default=None, primary_key=True)
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # who takes its events
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # or a network
    room_id: int = Field(foreign_key="rooms.id")  # where somebody asked for it, and where its news go
    created_by: int = Field(foreign_key="members.id")  # the member who asked for it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when
    address: str = ""  # where it is on the web; empty for files
    file: str = ""  # the file that is being imported, as JSON (bots.core.inbound.Attachment); empty afterwards
    name: str = ""  # what it calls itself
    confirmed: bool = False  # whether somebody saw what is in it and said yes
    etag: str = ""  # what its server said last time, to ask for what is new
    modified: str = ""  # the same: Last-Modified
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it was read last
    full_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when the server last sent the whole calendar
    failures: int = 0  # how often in a row it could not be read
    problem: str = ""  # why, the last time


class ImportedEntry(TableRow, table=True):
    """A date of an imported calendar, and the event that was made of it."""

    __tablename__ = "imported_entries"
    import_id: int = Field(foreign_key="calendar_imports.id", primary_key=True)  # the calendar
    key: str = Field(primary_key=True)  # a digest of the date's UID and RECURRENCE-ID
    event_id: int = Field(foreign_key="events.id", index=True)  # the event
    digest: str  # of what the calendar said, to see what changed
    sequence: int = 0  # its SEQUENCE then
    modified: datetime | None = Field(default=None, sa_type=UtcDateTime)  # its LAST-MODIFIED then
    missing: bool = False  # whether it was no longer in the calendar the last time
