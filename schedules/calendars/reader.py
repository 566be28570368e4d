"""Performs ReadCalendar: reads the calendar and submits the result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from urllib.parse import urlsplit

import structlog
from msgspec import structs

from bots.core.inbound import Attachment, CalendarPreviewed, CalendarRead, CalendarReading
from bots.core.inbound.base import CommonFields
from bots.core.outbound import ReadCalendar
from bots.ports import Clock, FileDelayed
from schedules.calendars import process
from schedules.calendars.process import Job
from schedules.calendars.unread import Unread
from schedules.calendars.web import MAX_BYTES, CalendarWeb, Page

log = structlog.get_logger()
ReadFile = Callable[[Attachment], Awaitable[bytes | None]]
"""Returns the content of a file of any account, or None."""
FEED_REPEATS, FILE_REPEATS = timedelta(days=60), timedelta(days=366)
"""How far ahead to expand recurring entries: a feed is read again before that, a file is not."""


class CalendarReader:
    """Reads calendars on the web through `web`, and those in files through `read_file`."""

    def __init__(self, read_file: ReadFile, clock: Clock, web: CalendarWeb | None = None) -> None:
        self._read_file = read_file
        self._clock = clock
        self.web = web or CalendarWeb()

    async def read(self, call: ReadCalendar, account: str, key: str) -> CalendarRead | CalendarPreviewed:
        """Read a calendar. The answer says what went wrong."""
        try:
            reading = await self._reading(call)
        except Unread as problem:
            reading = CalendarReading(problem=problem.slug)
        host = urlsplit(call.address).hostname if call.address else "file"
        log.info("calendar-read", subject=call.subject, host=host, problem=reading.problem, dates=len(reading.entries))
        head: CommonFields = {
            "key": f"calendar:{key}", "account": account, "room": call.room, "at": self._clock.now()
        }  # fmt: skip
        if call.asked is None:
            return CalendarRead(**head, subject=call.subject, reading=reading)
        return CalendarPreviewed(
            **head, person=call.asked.person, message=call.asked.message, token=call.asked.token,
            subject=call.subject, reading=reading,
        )  # fmt: skip

    async def _reading(self, call: ReadCalendar) -> CalendarReading:
        page = await self._page(call)
        if page.content is None:
            return CalendarReading(unchanged=True, etag=page.etag, modified=page.modified)
        repeats = FEED_REPEATS if call.address else FILE_REPEATS
        reading = await process.read(Job(page.content, call.zone, self._clock.now(), repeats))
        return structs.replace(reading, etag=page.etag, modified=page.modified)

    async def _page(self, call: ReadCalendar) -> Page:
        if call.file is None:
            return await self.web.read(call.address, call.etag, call.modified)
        if call.file.size > MAX_BYTES:
            raise Unread("large")
        try:
            content = await self._read_file(call.file)
        except FileDelayed:
            content = None
        if content is None:
            raise Unread("unreachable")
        if len(content) > MAX_BYTES:
            raise Unread("large")
        return Page(content)
