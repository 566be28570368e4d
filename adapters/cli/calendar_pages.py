"""Calendars on the web: an ICS feed at a secret address, for places that switched it on."""

from __future__ import annotations

import asyncio
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.cli import secret_pages
from bots.features.events import calendar_feed
from bots.ports import Clock
from storage.database import Database
from storage.queries import calendar_feeds


class CalendarPages:
    """Answers from the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [Route("/calendar/{token}.ics", self._feed, methods=["GET", "HEAD"])]

    async def _feed(self, request: Request) -> Response:
        async with self._database.reading() as uow:
            place = await calendar_feeds.place_with_token(uow, request.path_params["token"])
            if place is None:
                return secret_pages.not_found()
            found = await calendar_feed.collect(uow, place, self._clock.now(), public=True)
        text = await asyncio.to_thread(calendar_feed.write, found)
        changed = {"Last-Modified": format_datetime(found.changed_at, usegmt=True)}
        return secret_pages.answer(request, text.encode(), "text/calendar; charset=utf-8", changed)
