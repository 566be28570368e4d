"""Calendars on the web: an ICS feed at a secret address, for places and people that wanted one."""

from __future__ import annotations

import asyncio
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.cli import secret_pages
from bots.features.events import calendar_feed, own_calendar
from bots.ports import Clock
from storage.database import Database
from storage.queries import own_calendars, ownership
from storage.unit_of_work import UnitOfWork


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
            found = await self._found(uow, request.path_params["token"])
        if found is None:
            return secret_pages.not_found()
        text = await asyncio.to_thread(calendar_feed.write, found)
        changed = {"Last-Modified": format_datetime(found.changed_at, usegmt=True)}
        return secret_pages.answer(request, text.encode(), "text/calendar; charset=utf-8", changed)

    async def _found(self, uow: UnitOfWork, token: str) -> calendar_feed.Found | None:
        """Return the calendar that has this address: of a community, a network or a person."""
        now, place = self._clock.now(), await ownership.place_with_token(uow, "calendar_token", token)
        if place is not None:
            return await calendar_feed.collect(uow, place, now, public=True)
        member = await own_calendars.member_with_token(uow, token)
        return await own_calendar.collect(uow, member, now) if member is not None else None
