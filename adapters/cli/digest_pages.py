"""Digests on the web: a page and an Atom feed at a secret address, for places that switched it on."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.cli import secret_pages
from bots.features.digests import pages
from bots.features.digests.web import ENTRIES
from storage.database import Database
from storage.queries import editions, ownership
from storage.queries.memberships import Place
from storage.tables import Edition, EditionLine


class DigestPages:
    """Answers from the database. `address`: the public address of this port, without a slash at its end."""

    def __init__(self, database: Database, address: str) -> None:
        self._database = database
        self._address = address

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/digest/{token}/", self._page, methods=["GET", "HEAD"]),
            Route("/digest/{token}/feed.atom", self._feed, methods=["GET", "HEAD"]),
        ]

    async def _page(self, request: Request) -> Response:
        if (found := await self._find(request)) is None:
            return secret_pages.not_found()
        place, sent, lines = found
        text = pages.page(place, sent, lines, feed="feed.atom")
        return secret_pages.answer(request, text.encode(), "text/html; charset=utf-8")

    async def _feed(self, request: Request) -> Response:
        if (found := await self._find(request)) is None:
            return secret_pages.not_found()
        place, sent, lines = found
        content = pages.atom(place, sent, lines, f"{self._address}/digest/{place.feed_token}/")
        return secret_pages.answer(request, content, "application/atom+xml; charset=utf-8")

    async def _find(self, request: Request) -> tuple[Place, Sequence[Edition], Sequence[EditionLine]] | None:
        async with self._database.reading() as uow:
            place = await ownership.place_with_token(uow, "feed_token", request.path_params["token"])
            if place is None:
                return None
            sent = await editions.ended(uow, place, ENTRIES, sent=True)
            return place, sent, await editions.public_lines_of(uow, place, [one.id for one in sent])
