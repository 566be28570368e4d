"""Digests on the web: a page and an Atom feed at a secret address, for places that switched it on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bots.features.digests import pages
from bots.features.digests.web import ENTRIES
from storage.database import Database
from storage.queries import editions
from storage.queries.editions import Place
from storage.tables import Edition, EditionLine

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=300",
}
"""The address is a secret: no search engine keeps it, and no link gives it away."""


class DigestPages:
    """Answers from the database. `address`: under which others reach this port, without a slash at its end."""

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
        found = await self._find(request)
        if found is None:
            return _not_found()
        place, sent, lines = found
        text = pages.page(place, sent, lines, feed="feed.atom")
        return _answer(request, text.encode(), "text/html; charset=utf-8")

    async def _feed(self, request: Request) -> Response:
        found = await self._find(request)
        if found is None:
            return _not_found()
        place, sent, lines = found
        content = pages.atom(place, sent, lines, f"{self._address}/digest/{place.feed_token}/")
        return _answer(request, content, "application/atom+xml; charset=utf-8")

    async def _find(self, request: Request) -> tuple[Place, Sequence[Edition], Sequence[EditionLine]] | None:
        async with self._database.reading() as uow:
            place = await editions.place_with_token(uow, request.path_params["token"])
            if place is None:
                return None
            sent = await editions.ended(uow, place, ENTRIES, sent=True)
            return place, sent, await editions.public_lines_of(uow, place, [one.id for one in sent])


def _not_found() -> Response:
    return PlainTextResponse("not found\n", status_code=404, headers=_HEADERS)


def _answer(request: Request, content: bytes, kind: str) -> Response:
    """Return the content, or that it is what the reader has already."""
    tag = f'"{hashlib.blake2s(content, digest_size=12).hexdigest()}"'
    headers = {**_HEADERS, "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=kind, headers=headers)
