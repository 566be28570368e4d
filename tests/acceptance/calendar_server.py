"""A web server with a calendar that tests change, as a subscriber reads it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import blake2s

from aiohttp import web
from aiohttp.test_utils import TestServer

from schedules.calendars.web import CalendarWeb
from tests.stage import Stage


@dataclass
class Served:
    """What the server says: the entries of its calendar, or an error. `asked`: the conditions of each request."""

    address: str = ""
    name: str = "Lyon Python"
    entries: list[str] = field(default_factory=list)
    status: int = 200
    asked: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The calendar."""
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", f"X-WR-CALNAME:{self.name}"]
        return "\r\n".join([*lines, *self.entries, "END:VCALENDAR", ""])

    async def answer(self, request: web.Request) -> web.Response:
        """Answer as a server with ETags does."""
        tag = f'"{blake2s(self.text.encode()).hexdigest()[:12]}"'
        self.asked.append(request.headers.get("If-None-Match", ""))
        if self.status != 200:
            return web.Response(status=self.status)
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(text=self.text, content_type="text/calendar", headers={"ETag": tag})


def entry(uid: str, title: str, start: str, *more: str, sequence: int = 0) -> str:
    """Return an entry of two hours in Paris; `start` such as `20261204T190000`."""
    end = f"{start[:9]}{int(start[9:11]) + 2:02}{start[11:]}"
    lines = [
        "BEGIN:VEVENT", f"UID:{uid}", f"DTSTART;TZID=Europe/Paris:{start}", f"DTEND;TZID=Europe/Paris:{end}",
        f"SUMMARY:{title}", f"SEQUENCE:{sequence}", *more, "END:VEVENT",
    ]  # fmt: skip
    return "\r\n".join(lines)


@asynccontextmanager
async def calendar_server(stage: Stage) -> AsyncIterator[Served]:
    """Serve a calendar on this machine, and let the bot read it there."""
    served = Served()
    app = web.Application()
    app.router.add_get("/events.ics", served.answer)
    stage.application.calendars.web = CalendarWeb(lambda _address: True)
    async with TestServer(app) as server:
        served.address = str(server.make_url("/events.ics"))
        yield served
