"""Other people's calendars that were read: what is in them, or why that was not possible."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bots.core.inbound.base import Inbound, Person, PersonInbound


class CalendarEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One date of a calendar. `key`: its stable id. `zone`: its IANA time zone; if empty, the room's.

    `sequence` and `modified` say how new it is (RFC 5545, SEQUENCE and LAST-MODIFIED). Texts are clean and cut.
    """

    key: str
    title: str
    start: datetime
    end: datetime | None = None
    all_day: bool = False
    zone: str = ""
    place: str = ""
    link: str = ""
    description: str = ""
    cancelled: bool = False
    sequence: int = 0
    modified: datetime | None = None


class CalendarReading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The result of reading a calendar: its dates to come, soonest first; or a `problem`, or that it is `unchanged`.

    `complete_until`: no date before it was left out. `skipped`: entries that could not be read. `etag` and
    `modified` are the server's, to ask next time for what is new.
    """

    name: str = ""
    entries: tuple[CalendarEntry, ...] = ()
    complete_until: datetime | None = None
    skipped: int = 0
    problem: str = ""
    unchanged: bool = False
    etag: str = ""
    modified: str = ""


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The person who waits for a calendar to be read, and where the answer goes."""

    person: Person
    message: str | None = None
    token: str | None = None


class CalendarRead(Inbound, frozen=True, kw_only=True):
    """A calendar was read because it was due."""

    subject: str
    reading: CalendarReading


class CalendarPreviewed(PersonInbound, frozen=True, kw_only=True):
    """A calendar was read because somebody wants to import it."""

    subject: str
    reading: CalendarReading
    message: str | None = None
    token: str | None = None
