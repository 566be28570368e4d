"""Recurring events, and the time zone data that their instants were computed with."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class EventSeries(TableRow, table=True):
    """The recurrence rule of an event. Each date has an event of its own, created when its turn comes.

    A new date copies the series' template: an event in the state `template`.
    """

    __tablename__ = "event_series"
    id: int = Field(default=None, primary_key=True)
    rule: str  # an RRULE (RFC 5545), on the wall clock of `zone`
    left_out: str = ""  # dates without the event, as ISO dates, separated by commas
    skips_holidays: bool = False  # whether the public holidays of the community's country have none
    wall_start: str  # start of the first date on the wall clock (naive ISO 8601)
    wall_end: str | None = None  # its end on the wall clock; None: not given
    zone: str  # IANA time zone of the wall clock
    all_day: bool = False  # whether it takes whole days
    latest: str  # the newest date that has its own event: the start that the rule gives it, on the wall clock
    cancelled_from: str | None = None  # the date from which on it is cancelled, as in `latest`
    ended_at: datetime | None = Field(
        default=None, sa_type=UtcDateTime
    )  # when the last date was shown, or it was ended
    created_at: datetime = Field(sa_type=UtcDateTime)  # when somebody typed it


class TimeZoneData(TableRow, table=True):
    """The version of the time zone database that all future instants were computed with."""

    __tablename__ = "time_zone_data"
    version: str = Field(primary_key=True)  # its name, or a hash of what it says
    at: datetime = Field(sa_type=UtcDateTime)  # when the instants were computed
